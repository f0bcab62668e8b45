from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.pages.domains import domain_links, domain_views


@pytest.fixture
def corpus(project: Path) -> Corpus:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


def test_terms_come_under_their_broader_term(corpus: Corpus) -> None:
    views = {view.name: view for view in domain_views(corpus)}
    tree = [(depth, entry.id) for depth, entry in views["coopération"].tree]
    assert tree == [(0, "commun"), (1, "jardin-partage")]


def test_withdrawn_terms_and_drafts_are_counted_nowhere(corpus: Corpus) -> None:
    assert {view.name: view.size for view in domain_views(corpus)} == {
        "coopération": 2,
        "territoire": 1,
    }


def test_links_between_domains_are_counted(corpus: Corpus) -> None:
    assert domain_links(corpus) == {frozenset({"coopération", "territoire"}): 2}
