"""What an entry is also called, and what it is only looked for by."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.corpus import Corpus
from prendre_place.entry_names import other_names
from prendre_place.load.project import load


@pytest.fixture
def corpus(project: Path) -> Corpus:
    term = project / "glossary" / "friche.yml"
    names = "variantes: [Friches, friche urbaine, Friche Urbaine, terrain vague]\n"
    words = "mots_de_recherche: [usine vide]\n"
    text = term.read_text(encoding="utf-8")
    term.write_text(text.replace("statut:", f"{names}{words}statut:", 1), encoding="utf-8")
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


def test_a_term_has_other_names_that_share_its_words_each_once(corpus: Corpus) -> None:
    assert other_names(corpus.entries["friche"]) == ["friche urbaine"]


def test_an_acronym_is_another_name(corpus: Corpus) -> None:
    assert other_names(corpus.entries["jardin-partage"]) == ["JP"]


def test_an_organisation_has_all_its_names(corpus: Corpus) -> None:
    organisation = next(e for e in corpus.entries.values() if e.kind == "organisations")
    given = [name for name in (organisation.acronym, *organisation.variantes) if name]
    assert set(other_names(organisation)) <= set(given)


def test_a_card_has_its_title_alone(corpus: Corpus) -> None:
    card = next(e for e in corpus.entries.values() if e.kind == "preconisations")
    assert other_names(card) == []
