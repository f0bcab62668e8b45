"""Good and bad example files, each found by itself: a new rule is a new folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.problems import has_errors
from prendre_place.reporters import as_text
from prendre_place.verify import verified
from tests.conftest import EXAMPLES, copy_project

BAD = sorted((EXAMPLES / "mauvais").iterdir())
GOOD = sorted((EXAMPLES / "bons").iterdir())


@pytest.mark.parametrize("example", BAD, ids=lambda path: path.name)
def test_a_bad_example_gives_exactly_the_expected_messages(example: Path, tmp_path: Path) -> None:
    loaded = verified(copy_project(tmp_path / "projet", example))
    assert as_text(loaded.problems) + "\n" == (example / "attendu.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", BAD, ids=lambda path: path.name)
def test_an_error_gives_no_corpus_and_a_warning_does(example: Path, tmp_path: Path) -> None:
    loaded = load(copy_project(tmp_path / "projet", example))
    assert (loaded.corpus is None) == has_errors(loaded.problems)


@pytest.mark.parametrize("example", GOOD, ids=lambda path: path.name)
def test_a_good_example_gives_no_problem(example: Path, tmp_path: Path) -> None:
    assert verified(copy_project(tmp_path / "projet", example)).problems == []


def test_the_invented_project_is_sound(project: Path) -> None:
    assert verified(project).problems == []


def test_drafts_are_left_out_of_the_corpus(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    assert "brouillon" not in corpus.entries
    assert "commun" in corpus.entries


def test_drafts_are_told_and_may_be_added(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    assert corpus.draft_files == ["glossary/brouillon.yml"]
    assert {*corpus.with_drafts().entries} == {*corpus.entries, "brouillon"}


def test_entries_come_in_the_order_of_their_files(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    assert list(corpus.entries)[:4] == ["ancien-mot", "commun", "friche", "jardin-partage"]


def test_a_project_without_publication_says_so(project: Path) -> None:
    (project / "publication.yml").unlink()
    loaded = load(project)
    assert as_text(loaded.problems) == (
        "publication.yml:1:1 : erreur : le fichier est absent\n"
        "    attendu : le titre, l’éditeur et l’adresse du site\n"
        "1 erreur dans 1 fichier."
    )


def test_a_project_without_bibliography_says_so(project: Path) -> None:
    (project / "bibliography.bib").unlink()
    first = load(project).problems[0]
    assert (first.path, first.message) == ("bibliography.bib", "le fichier est absent")
