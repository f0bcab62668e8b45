"""What comes before and after: the order of the invented project, and of a few real terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.pages.sequence import sequence
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def real() -> Corpus:
    corpus = load(ROOT).corpus
    assert corpus is not None
    return corpus


def test_every_listed_entry_has_its_place_and_a_withdrawn_one_has_none(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    listed = {e.id for e in corpus.entries.values() if e.statut != "retire"}
    assert set(sequence(corpus)) == listed


def test_what_follows_leads_back(real: Corpus) -> None:
    around = sequence(real)
    for entry_id, place in around.items():
        if place.following:
            back = around[place.following.id].previous
            assert back is not None
            assert back.id == entry_id


def test_a_term_is_beside_terms_of_its_domain(real: Corpus) -> None:
    for entry_id, place in sequence(real).items():
        entry = real.entries[entry_id]
        if isinstance(entry, GlossaryEntry):
            for other in (place.previous, place.following):
                assert other is None or other.domaine == entry.domaine == place.common


def test_most_terms_are_beside_one_that_they_are_linked_to(real: Corpus) -> None:
    around = sequence(real)
    steps = [
        (real.entries[i], place.following)
        for i, place in around.items()
        if place.following and isinstance(place.following, GlossaryEntry)
    ]
    linked = [
        pair
        for pair in steps
        if pair[1].id in {r.target.id for r in real.outgoing(pair[0])}
        or pair[1].id in {r.source.id for r in real.incoming(pair[0])}
    ]
    alphabetical = sorted(e.title for e, _ in steps)
    assert [e.title for e, _ in steps] != alphabetical
    assert len(linked) > len(steps) / 2
