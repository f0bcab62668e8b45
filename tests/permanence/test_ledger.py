"""The ledger as text: light, sorted, read back as it was written."""

from __future__ import annotations

from pathlib import Path

from prendre_place.permanence.ledger import HEADER, LEDGER, read_ledger, write_ledger

ADDRESSES = [
    "glossaire/commun/#definition",
    "donnees/glossaire.csv",
    "glossaire/commun.ris",
    "glossaire/commun/",
    "glossaire/commun.bib",
    "glossaire/commun/#citer",
    "glossaire/commun/v1/",
]


def test_a_page_its_formats_and_its_anchors_are_one_line(tmp_path: Path) -> None:
    write_ledger(tmp_path, ADDRESSES)
    assert (tmp_path / LEDGER).read_text(encoding="utf-8") == HEADER + (
        "donnees/glossaire.csv\n"
        "glossaire/commun/ .bib .ris #citer #definition\n"
        "glossaire/commun/v1/\n"
    )


def test_what_is_written_is_read_back_with_its_line(tmp_path: Path) -> None:
    write_ledger(tmp_path, ADDRESSES)
    published = read_ledger(tmp_path)
    assert set(published) == set(ADDRESSES)
    first = HEADER.count("\n") + 1
    assert published["donnees/glossaire.csv"] == first
    assert published["glossaire/commun.bib"] == first + 1


def test_before_the_first_publication_nothing_is_promised(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == {}
