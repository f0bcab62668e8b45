"""Citations in a text: their keys, their place, and what the writer of a faulty one meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from prendre_place import markup
from prendre_place.corpus import sort_key
from prendre_place.problems import nearest

Fault = tuple[str, str, str, str | None, str | None]  # code, found, needle, expected, suggestion
FORM = "[@cle, lieu] ou [@cle1, lieu ; @cle2, lieu]"
KEY = "une clé de bibliography.bib"
WORD = re.compile(r"[\w-]+")
BRACKETS = re.compile(r"\[[^\[\]@]+\](?![(\]])")
AUTHOR_AND_YEAR = re.compile(r"\((?P<author>[^\W\d_]+)[^()\d]*(?P<year>\d{4})[^()]*\)")
SHORTEST_START = 3  # letters of a key from which those that begin so are worth telling
MOST_SHOWN = 6


def citation_faults(text: str, keys: Set[str]) -> Iterator[Fault]:
    """Citations that cannot be understood, and keys that the bibliography has not."""
    for citation in markup.citations(text):
        if not citation.works:
            found = f"citation « {citation.written} » mal formée"
            meant = _meant(citation.written, keys)
            yield "citation-mal-formee", found, citation.written, FORM, meant
        for work in citation.works:
            if work.key not in keys:
                found = f"citation « @{work.key} » : clé absente de bibliography.bib"
                yield "cle-de-citation-inconnue", found, f"@{work.key}", *keys_meant(work.key, keys)


def no_source(text: str, keys: Set[str]) -> Fault | None:
    """A text that must cite a source at a place, and does not."""
    citations = list(markup.citations(text))
    if any(work.place for citation in citations for work in citation.works):
        return None
    if not all(citation.works for citation in citations):
        return None  # told as ill-formed
    if citations:
        written, key = citations[0].written, citations[0].works[0].key
        found = f"« {written} » ne dit pas où, dans la source, cela se lit"
        expected = f"[@{key}, lieu] : une page (p. 12), un chapitre (chap. 4), une partie (§2, 1.3)"
        return "sans-source", found, written, expected, None
    bare = markup.without_code(text)
    return _without_the_sign(bare, keys) or _author_and_year(bare, keys) or NOTHING


NOTHING: Fault = (
    "sans-source",
    "aucune source dans ce texte",
    "",
    "au moins une citation avec son lieu : [@cle, lieu]",
    None,
)


def _without_the_sign(text: str, keys: Set[str]) -> Fault | None:
    """« [polanyi1983grande, chap. 4] »."""
    for match in BRACKETS.finditer(text):
        if meant := _meant(match.group(), keys):
            found = f"« {match.group()} » : il manque « @ » devant la clé"
            return "sans-source", found, match.group(), "[@cle, lieu]", meant
    return None


def _author_and_year(text: str, keys: Set[str]) -> Fault | None:
    """« (Polanyi, 1983) », as in an article."""
    match = AUTHOR_AND_YEAR.search(text)
    if match is None:
        return None
    start = sort_key(match["author"]) + match["year"]
    known = sorted(key for key in keys if sort_key(key).startswith(start))
    meant = f"[@{known[0]}, lieu]" if len(known) == 1 else None
    found = f"« {match.group()} » n’est pas une citation que le site puisse suivre"
    return "sans-source", found, match.group(), _among("[@cle, lieu]", known), meant


def keys_meant(written: str, keys: Set[str]) -> tuple[str, str | None]:
    """What is expected in the place of an unknown key, and the key that was perhaps meant."""
    start = sort_key(written)
    begin_so = sorted(key for key in keys if sort_key(key).startswith(start))
    if len(start) < SHORTEST_START or not begin_so:
        return KEY, nearest(written, list(keys))
    return _among(KEY, begin_so), begin_so[0] if len(begin_so) == 1 else None


def _among(expected: str, known: list[str]) -> str:
    if not 1 < len(known) <= MOST_SHOWN:
        return expected
    return f"{expected} ; peut-être {', '.join(f'« {key} »' for key in known)}"


def _meant(written: str, keys: Set[str]) -> str | None:
    """The citation with its « @ » and commas, when each part holds one known key."""
    parts = [_mended(part, keys) for part in written[1:-1].split(";")]
    return f"[{' ; '.join(part for part in parts if part)}]" if all(parts) else None


def _mended(part: str, keys: Set[str]) -> str | None:
    known = [match for match in WORD.finditer(part) if match.group() in keys]
    if len(known) != 1:
        return None
    before = part[: known[0].start()].rstrip(" @").lstrip()
    place = part[known[0].end() :].strip(" ,").replace("@", "")
    return f"{before} @{known[0].group()}, {place or 'lieu'}".lstrip()
