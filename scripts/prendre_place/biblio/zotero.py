"""An export of Zotero or Better BibTeX, in the fields of `bibliography.bib`.

Read alike: BibTeX and BibLaTeX, of Zotero alone or of Better BibTeX, and the files
that HAL gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pybtex.exceptions import PybtexError

from prendre_place.biblio.fields import ORDER, OURS, month
from prendre_place.load.bibtex_entries import BibtexEntry, read_entries
from prendre_place.load.bibtex_reader import (
    ENTRY_TYPES,
    PEOPLE,
    STATES,
    WEB_FIELDS,
    malformed_value,
)
from prendre_place.load.bibtex_values import VERBATIM, keywords, names, text
from prendre_place.model.reference import CORPUS_DOCUMENTS, Reference
from prendre_place.model.values import WEB_PATTERN
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

TYPES = {
    "bookinbook": "inbook",
    "collection": "book",
    "conference": "inproceedings",
    "electronic": "online",
    "inreference": "incollection",
    "mvbook": "book",
    "mvcollection": "book",
    "reference": "book",
    "report": "techreport",
    "suppperiodical": "article",
    "thesis": "phdthesis",
    "www": "online",
}
# BibLaTeX's names, and those of HAL's files.
ALIASES = {
    "archiveprefix": "eprinttype",
    "eventtitle": "booktitle",
    "issue": "number",
    "journaltitle": "journal",
    "location": "address",
    "numpages": "pagetotal",
}
# Where each type keeps who published it.
PUBLISHERS = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
# Fields read for another one, beside the aliases.
READ_AS = {
    "date": "year",
    "hal_id": "eprint",
    "hal_version": "eprint",
    "language": "langid",
    "subtitle": "title",
}
# Not what the work says of itself, but how a program names the type.
TYPE_CODES = ("phdthesis", "mathesis", "mastersthesis", "techreport", "phd thesis")
LANGUAGES = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
}
LANGUAGE_NAMES = {
    **{"allemand": "de", "anglais": "en", "espagnol": "es", "francais": "fr", "français": "fr"},
    **{"italien": "it", "neerlandais": "nl", "néerlandais": "nl", "portugais": "pt"},
    **{"american": "en", "british": "en", "ngerman": "de", "fra": "fr", "fre": "fr", "eng": "en"},
    **{name: code for code, name in LANGUAGES.items()},
}
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
PAGE_DASH = re.compile(r"(?<=\d)\s*(?:-+|[‐–—])\s*(?=\d)")
STRAIGHT_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")


@dataclass(frozen=True)
class Exported:
    """One exported work: `reference` bears the key and the line of the export.

    `left` are the fields that `bibliography.bib` does not take.
    """

    reference: Reference
    left: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key that the export gives it."""
        return self.reference.cle


def read_export(
    source: SourceFile, known_words: Iterable[str]
) -> tuple[list[Exported], list[Problem]]:
    """Every work of an export. Of its keywords, only ours and `known_words` are taken."""
    words = {*STATES, *CORPUS_DOCUMENTS, *known_words}
    works: list[Exported] = []
    problems: list[Problem] = []
    for entry, found in read_entries(source):
        problems += found
        if entry is None or found:
            continue
        try:
            works.append(_exported(source, entry, words))
        except (PybtexError, ValueError):
            problems.append(malformed_value(source.path, entry))
    return works, problems


def _exported(source: SourceFile, entry: BibtexEntry, words: set[str]) -> Exported:
    typed = {name: _typed(name, f.value) for name, f in entry.fields.items() if f.value}
    entry_type = _type(entry, typed)
    fields = _fields(entry_type, typed)
    tags = tuple(tag for tag in keywords(typed.get("keywords", "")) if tag in words)
    states = [tag for tag in tags if tag in STATES]
    reference = Reference(
        cle=entry.key,
        type=entry_type,
        **{model: names(entry.value(bibtex)) for bibtex, model in PEOPLE.items()},
        champs=fields,
        mots_cles=tags,
        etat=states[0] if len(states) == 1 else "a-verifier",
        ligne=entry.line,
        bibtex=source.text[entry.start : entry.end],
    )
    return Exported(reference, tuple(_left(typed, fields, tags)))


def _typed(name: str, value: str) -> str:
    if name in PEOPLE:
        return value
    found = re.sub("[{}]", "", text(name, value)).strip()
    return found if name in VERBATIM else STRAIGHT_APOSTROPHE.sub("’", found)


def _type(entry: BibtexEntry, typed: dict[str, str]) -> str:
    if entry.type == "thesis" and typed.get("type", "").lower() == "mathesis":
        return "mastersthesis"
    return TYPES.get(entry.type, entry.type if entry.type in ENTRY_TYPES else "misc")


def _fields(entry_type: str, typed: dict[str, str]) -> dict[str, str]:
    """The fields of `bibliography.bib`, in its words: those that it has no place for fall."""
    fields = {name: value for name, value in typed.items() if name in ORDER}
    for theirs, ours in ALIASES.items():
        if theirs in typed:
            fields.setdefault(ours, typed[theirs])
    if typed.get("subtitle") and "title" in fields:
        fields["title"] += f" : {typed['subtitle']}"
    if "pages" in fields:
        fields["pages"] = PAGE_DASH.sub("--", fields["pages"])
    _set_publisher(entry_type, fields)
    _set_date(fields, typed)
    _set_identifiers(fields, typed)
    _set_language(fields, typed)
    if fields.get("type", "").lower() in TYPE_CODES:
        del fields["type"]
    if "doi" in fields:
        fields.pop("urldate", None)
    return {name: fields[name] for name in ORDER if name in fields and name not in (*PEOPLE, *OURS)}


def _set_publisher(entry_type: str, fields: dict[str, str]) -> None:
    home = PUBLISHERS.get(entry_type)
    for other in ("institution", "school", "publisher"):
        if home and other != home and other in fields:
            fields.setdefault(home, fields.pop(other))


def _set_date(fields: dict[str, str], typed: dict[str, str]) -> None:
    date = DATE.match(typed.get("date", "")) or DATE.fullmatch(fields.pop("year", ""))
    if date is None:
        fields.pop("month", None)
        return
    fields["year"] = date[1]
    if found := month(date[2] or fields.pop("month", "")):
        fields["month"] = found
    if date[3]:
        fields["day"] = date[3].lstrip("0")


def _set_identifiers(fields: dict[str, str], typed: dict[str, str]) -> None:
    if "doi" in fields:
        fields["doi"] = RESOLVER.sub("", fields["doi"])
    if "hal_id" in typed:
        fields |= {"eprint": typed["hal_id"], "eprinttype": "hal"}
    if "eprinttype" in fields:
        fields["eprinttype"] = fields["eprinttype"].lower()
    for name in WEB_FIELDS:
        address = fields.get(name, "")
        of_the_doi = RESOLVER.sub("", address).lower() == fields.get("doi", "").lower()
        if address and (of_the_doi or not re.match(WEB_PATTERN, address)):
            del fields[name]


def _set_language(fields: dict[str, str], typed: dict[str, str]) -> None:
    written = (fields.pop("langid", "") or typed.get("language", "")).lower()
    code = LANGUAGE_NAMES.get(written, re.split(r"[-_]", written)[0])
    if code in LANGUAGES:
        fields["langid"] = LANGUAGES[code]


def _left(typed: dict[str, str], fields: dict[str, str], tags: tuple[str, ...]) -> Iterator[str]:
    """Exported fields that nothing was taken from; `tags` are the keywords taken."""
    for name, value in typed.items():
        if name in (*PEOPLE, *fields) or value in fields.values():
            continue
        if READ_AS.get(name) in fields or value.lower() in TYPE_CODES:
            continue
        if name != "keywords" or keywords(value) != tags:
            yield name
