"""How a page is to be cited, in each style: one example of each kind, found by itself.

`tests/exemples/citations/<cas>/` holds the files of one page, which take the place of
those of the invented project, and `attendu.txt`, what every style makes of it.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from prendre_place.citations.items import Item, page_item
from prendre_place.citations.page_citations import CONSULTED_LEFT, STYLES, cite_pages
from prendre_place.exports.bibtex import as_bibtex
from prendre_place.exports.ris import as_ris
from prendre_place.kinds import KINDS
from prendre_place.load.project import load
from tests.conftest import EXAMPLES, copy_project

CASES = sorted((EXAMPLES / "citations").iterdir())
TAGS = re.compile(r"</?(?:em|i|strong|a)\b[^>]*>")


@pytest.fixture(scope="module")
def cited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each case gives, all styles in one text; pandoc runs once for each style."""
    folder = tmp_path_factory.mktemp("citations")
    items = {case.name: {**_item(case, folder), "id": case.name} for case in CASES}
    citations = cite_pages(items.values(), folder)
    return {name: _text(item, citations[name]) for name, item in items.items()}


def _item(case: Path, folder: Path) -> Item:
    corpus = load(copy_project(folder / case.name, case)).corpus
    assert corpus is not None
    (page,) = (file for kind in KINDS for file in (case / kind).glob("*.yml"))
    return page_item(corpus.entries[page.stem], corpus)


def _text(item: Item, citations: dict[str, str]) -> str:
    shown = {style.id: citations[style.id] for style in STYLES}
    shown |= {"bibtex": as_bibtex(item), "ris": as_ris(item)}
    return "\n\n".join(f"# {name}\n{text.strip()}" for name, text in shown.items()) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_page_is_cited_as_the_example_says(case: Path, cited: dict[str, str]) -> None:
    assert cited[case.name] == (case / "attendu.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_french_rules_hold_in_every_style(case: Path, cited: dict[str, str]) -> None:
    styles = cited[case.name].partition("# bibtex")[0].replace(CONSULTED_LEFT, "15 mai 2026")
    text = unescape(TAGS.sub("", styles))
    without_addresses = re.sub(r"https?:\S+", "", text)
    assert re.findall(r"(?<![\u00a0\u202f])[;:?!»]|«(?![\u00a0\u202f])", without_addresses) == []
    assert not re.search(r"\b(and|accessed|retrieved|edition)\b", text, re.IGNORECASE)


def test_what_was_rendered_is_kept_and_the_same(tmp_path: Path) -> None:
    corpus = load(copy_project(tmp_path / "projet")).corpus
    assert corpus is not None
    item = page_item(corpus.entries["friche"], corpus)
    first = cite_pages([item], tmp_path / "cache")
    assert cite_pages([item], tmp_path / "cache") == first
    assert cite_pages([item], tmp_path / "ailleurs") == first
