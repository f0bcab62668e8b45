"""Where external addresses are found, and at which line."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.links.addresses import addresses_in, external_addresses
from prendre_place.load.project import load


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voir [ici](https://a.fr/b), puis <https://c.fr/>.", ["https://a.fr/b", "https://c.fr/"]),
        ("(https://a.fr/b_(c)) et https://a.fr/d !", ["https://a.fr/b_(c)", "https://a.fr/d"]),
        ("« https://a.fr/é » ; HTTPS://B.FR, https://c.fr…", None),
        ("site: https://a.fr/b#partie", ["https://a.fr/b"]),
        ("**https://a.fr** ; ftp://a.fr ; mailto:a@b.fr ; /local", ["https://a.fr"]),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text: str, found: list[str] | None) -> None:
    expected = found or ["https://a.fr/é", "HTTPS://B.FR", "https://c.fr"]
    assert list(addresses_in(text)) == expected


def places(project: Path) -> dict[str, list[tuple[str, int]]]:
    corpus = load(project).corpus
    assert corpus is not None
    found = external_addresses(project, corpus)
    return {e.address: [(place.path, place.line) for place in e.places] for e in found}


def append(file: Path, text: str) -> int:
    """Add lines to a file; the number of the first."""
    before = file.read_text(encoding="utf-8")
    file.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def test_addresses_are_found_in_yaml_bibtex_and_handwritten_pages(project: Path) -> None:
    line = append(project / "docs/a-propos.md", "\nhttps://a.invalid/x `https://code.invalid/`\n")
    entry = append(project / "organisations/ville-de-valbourg.yml", "# https://a.invalid/x\n")
    found = places(project)
    assert found["https://a.invalid/x"] == [
        ("docs/a-propos.md", line + 1),
        ("organisations/ville-de-valbourg.yml", entry),
    ]
    assert [path for path, _ in found["https://exemple.invalid/rapport"]] == ["bibliography.bib"]
    assert "https://code.invalid/" not in found
    assert any(path == "publication.yml" for held in found.values() for path, _ in held)


def test_a_reference_gives_the_line_of_its_field(project: Path) -> None:
    text = (
        "@misc{a,\n  title = {T},\n  doi = {10.1000/182},\n  url = {https://b.invalid/c\\_d},\n"
        "  note = {Lu sur https://e.invalid/},\n  keywords = {verifiee}\n}\n"
    )
    line = append(project / "bibliography.bib", text)
    found = places(project)
    assert found["https://doi.org/10.1000/182"] == [("bibliography.bib", line + 2)]
    assert found["https://b.invalid/c_d"] == [("bibliography.bib", line + 3)]
    assert found["https://e.invalid/"] == [("bibliography.bib", line + 4)]


def test_an_archived_copy_is_known_and_checked_too(project: Path) -> None:
    text = (
        "@misc{a,\n  title = {T},\n  url = {https://b.invalid/c},\n"
        "  archiveurl = {https://archive.invalid/c},\n  keywords = {verifiee}\n}\n"
    )
    append(project / "bibliography.bib", text)
    corpus = load(project).corpus
    assert corpus is not None
    archives = {e.address: e.archive for e in external_addresses(project, corpus)}
    assert archives["https://b.invalid/c"] == "https://archive.invalid/c"
    assert archives["https://archive.invalid/c"] is None


def test_the_site_s_own_addresses_are_left_to_the_checks_of_the_site(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    own = corpus.publication.url("glossaire/")
    append(project / "docs/a-propos.md", f"\n<{own}>\n")
    assert own not in places(project)
