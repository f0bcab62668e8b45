"""RIS written by rispy is read by pandoc, and compared with the corpus.

What pandoc does not keep (translators, series, place, kind of thesis) is read line by line.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pypandoc
import pytest

from prendre_place.citations.items import Item, full_name, full_title
from prendre_place.corpus import Corpus
from prendre_place.typography import french
from tests.exports.conftest import Files

LINE = re.compile(r"^([A-Z][A-Z0-9])  - ?(.*)$")


def read_by_pandoc(texts: list[str]) -> dict[str, Any]:
    """CSL items by id, of all texts in one run."""
    csl = json.loads(pypandoc.convert_text("\n".join(texts), to="csljson", format="ris"))
    return {item["id"]: item for item in csl}


def lines(text: str) -> dict[str, list[str]]:
    """Values by tag; a line that has no tag is a fault."""
    found: dict[str, list[str]] = {}
    for line in filter(None, text.strip().split("\n")):
        match = LINE.match(line)
        assert match, line
        found.setdefault(match[1], []).append(match[2].strip())
    return found


def names(people: list[dict[str, str]]) -> list[str]:
    """Names without their order: pandoc takes the last word of an institution for a family."""
    return sorted(" ".join(sorted(" ".join(name.values()).split())) for name in people)


@pytest.fixture(scope="module")
def pages_read(real: Corpus, files: Files) -> dict[str, Any]:
    return read_by_pandoc([files[real.record(e, "ris")] for e in real.entries.values()])


@pytest.fixture(scope="module")
def works_read(real: Corpus, files: Files) -> dict[str, Any]:
    return read_by_pandoc([files[r.record("ris")] for r in real.references.values()])


def test_every_page_is_read_back_field_by_field(
    real: Corpus, files: Files, pages_read: dict[str, Any]
) -> None:
    types = {"glossary": "DICT", "preconisations": "RPRT"}
    for entry in real.entries.values():
        tags, read = lines(files[real.record(entry, "ris")]), pages_read[entry.id]
        assert tags["TY"] == [types.get(entry.kind, "ELEC")]
        assert tags["AU"] == [real.publication.editeur]  # one line: one institution
        assert tags["T2"] == [real.publication.titre]
        assert tags["ET"] == [f"version {entry.version}"]
        day = tags["DA"][0].rstrip("/").replace("/", "-")
        assert day == entry.published_on
        assert read["title"] == french(full_title(entry))
        assert read["URL"] == real.publication.url(real.address(entry.id))
        assert read["publisher"] == real.publication.editeur
        assert read["issued"]["date-parts"][0][0] == int(entry.published_on[:4])
        assert read["abstract"] == french(entry.en_clair)
        assert read["language"] == "fr-FR"


def test_every_reference_is_read_back_field_by_field(
    works: dict[str, Item], works_read: dict[str, Any]
) -> None:
    same = ("title", "container-title", "publisher", "volume", "issue", "URL", "DOI", "page")
    for key, item in works.items():
        read = works_read[key]
        for role in ("author", "editor"):
            assert names(read.get(role, [])) == names(item.get(role, []))
        wanted = {field: item[field] for field in same if field in item}
        assert {field: read.get(field) for field in wanted} == wanted
        issued = item.get("issued", {"date-parts": [[None]]})["date-parts"][0][0]
        assert read.get("issued", {"date-parts": [[None]]})["date-parts"][0][0] == issued


def test_what_pandoc_does_not_keep_is_there(works: dict[str, Item], files: Files) -> None:
    for key, item in works.items():
        tags = lines(files[f"bibliographie/{key}.ris"])
        series = "T3" if "container-title" in item else "T2"
        for tag, field in (
            (series, "collection-title"),
            ("CY", "publisher-place"),
            ("M3", "genre"),
            ("SN", "ISBN"),
            ("ET", "edition"),
            ("N1", "annote"),
        ):
            if field in item:
                assert tags[tag] == [item[field]], (key, tag)
        assert tags.get("A4", []) == [full_name(name) for name in item.get("translator", [])]
        assert tags["KW"] == [word.strip() for word in item["keyword"].split(",")]


def test_the_whole_bibliography_holds_every_reference(works: dict[str, Item], files: Files) -> None:
    assert lines(files["donnees/bibliographie.ris"])["ID"] == list(works)
