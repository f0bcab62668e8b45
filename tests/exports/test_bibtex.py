"""BibTeX written by pybtex is read by bibtexparser, and compared with the corpus."""

from __future__ import annotations

import re

import bibtexparser
from bibtexparser.model import Entry as BibtexEntry

from prendre_place.citations.items import full_title, page_item
from prendre_place.corpus import Corpus
from prendre_place.exports.bibtex import as_bibtex
from prendre_place.model.reference import Name
from prendre_place.typography import french
from tests.exports.conftest import Files

ESCAPED = re.compile(r"\\([&%#$_])")


def parsed(text: str) -> BibtexEntry:
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    (entry,) = library.entries
    return entry


def plain(entry: BibtexEntry, field: str) -> str:
    """A field without what BibTeX adds: braces that keep capitals, escaped signs."""
    return ESCAPED.sub(r"\1", str(entry[field]).replace("{", "").replace("}", ""))


def test_every_page_is_read_back_field_by_field(real: Corpus, files: Files) -> None:
    types = {"glossary": "inreference", "preconisations": "report"}
    publication = real.publication
    for entry in real.entries.values():
        read = parsed(files[real.record(entry, "bib")])
        assert read.key == entry.id
        assert read.entry_type == types.get(entry.kind, "online")
        holder = "series" if read.entry_type == "report" else "booktitle"
        found = {field: plain(read, field) for field in ("author", "title", holder, "abstract")}
        assert found == {
            "author": publication.editeur,
            "title": french(full_title(entry)),
            holder: publication.titre,
            "abstract": french(entry.en_clair),
        }
        assert read["author"].startswith("{")  # one institution, not a first and a last name
        assert read["url"] == publication.url(real.address(entry.id))
        assert read["date"] == entry.published_on
        assert read["year"] == entry.published_on[:4]
        assert read["version"] == str(entry.version)
        assert (read["langid"], read["language"]) == ("french", "fr-FR")


def test_every_reference_is_the_source_itself(real: Corpus, files: Files) -> None:
    for reference in real.references.values():
        read = parsed(files[reference.record("bib")])
        assert (read.key, read.entry_type) == (reference.cle, reference.type)
        fields = {field.key.lower(): plain(read, field.key) for field in read.fields}
        people = {"author": "auteurs", "editor": "directeurs", "translator": "traducteurs"}
        for theirs, ours in people.items():
            assert _people(fields.pop(theirs, "")) == _people_of(getattr(reference, ours))
        keywords = tuple(word.strip() for word in fields.pop("keywords").split(","))
        assert keywords == reference.mots_cles
        assert fields == reference.champs


def _people(written: str) -> list[str]:
    return ["al." if name == "others" else name for name in written.split(" and ") if name]


def _people_of(names: tuple[Name, ...]) -> list[str]:
    return [f"{n.famille}, {n.prenoms}" if n.prenoms else n.famille for n in names]


def test_braces_of_a_text_cannot_end_a_field(real: Corpus) -> None:
    item = page_item(real.entries["ptce"], real)
    item |= {"title": 'Un } et "deux" {', "abstract": "50 % de R&D } #1"}
    read = parsed(as_bibtex(item))
    assert plain(read, "title") == 'Un ) et "deux" ('
    assert plain(read, "abstract") == "50 % de R&D ) #1"


def test_an_address_is_written_as_it_is(real: Corpus) -> None:
    item = page_item(real.entries["ptce"], real) | {"URL": "https://a.invalid/b_c/?d=1&e=%20#f"}
    assert parsed(as_bibtex(item))["url"] == "https://a.invalid/b_c/?d=1&e=%20#f"


def test_the_day_of_reading_is_a_field_of_its_own(real: Corpus) -> None:
    read = parsed(as_bibtex(page_item(real.entries["ptce"], real), consulted="2026-11-20"))
    assert read["urldate"] == "2026-11-20"
