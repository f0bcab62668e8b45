"""The lists of the glossary, on one page or on several."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.measure.invented import write_project
from prendre_place.pages import glossary_lists
from prendre_place.pages.grouping import by_prefix
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer
from tests.conftest import ROOT

TERM = re.compile(r"\]\((?:\.\./)+(terme-\d+)\.md\)|\]\((terme-\d+)\.md\)")


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    write_project(tmp_path, 95, ROOT / "mkdocs.yml")
    corpus = load(tmp_path).corpus
    assert corpus is not None
    return Writer(corpus, {})


def pages(writer: Writer) -> dict[str, Page]:
    return {path: make() for path, make in glossary_lists.glossary_lists(writer)}


def terms(page: Page) -> list[str]:
    return [first or second for first, second in TERM.findall(page.body)]


def test_a_glossary_of_the_usual_size_is_on_one_page(writer: Writer) -> None:
    made = pages(writer)
    assert list(made) == ["glossaire/index.md", "glossaire/domaines.md"]
    assert sorted(terms(made["glossaire/index.md"])) == sorted(writer.corpus.entries)


def test_a_large_glossary_is_split_by_letters_and_each_term_is_on_one_page(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glossary_lists, "MOST", 10)
    made = pages(writer)
    letters = [page for path, page in made.items() if path.startswith("glossaire/lettres/")]
    domains = [page for path, page in made.items() if path.startswith("glossaire/domaines/")]
    for several in (letters, domains):
        listed = [term for page in several for term in terms(page)]
        assert sorted(listed) == sorted(writer.corpus.entries)
    assert max(len(terms(page)) for page in letters) <= 10
    for index, several in (("index", letters), ("domaines", domains)):
        body = made[f"glossaire/{index}.md"].body
        assert terms(made[f"glossaire/{index}.md"]) == []
        for page in several:
            assert f"]({page.path.removeprefix('glossaire/')})" in body
    assert "## C { #lettre-c }" in made["glossaire/index.md"].body  # an address of before


def test_letters_are_added_only_where_too_many_begin_alike() -> None:
    titles = ["Accord", "Association", "Été", "Échelle", "Commun", "Coopération", "Collectif"]
    groups = by_prefix(titles, str, 2)
    assert [prefix for prefix, _ in groups] == ["a", "col", "com", "coo", "e"]
    assert dict(groups)["e"] == ["Été", "Échelle"]


def test_titles_that_are_all_alike_stay_together() -> None:
    assert by_prefix(["Commun"] * 5, str, 2) == [("commun", ["Commun"] * 5)]
