"""What a questionnaire leads to, seen from what it leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.model.questionnaire import Questionnaire


@pytest.fixture
def questionnaire(project: Path) -> Questionnaire:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus.listed(Questionnaire)[0]


def test_each_page_that_answers_lead_to_is_related_once(questionnaire: Questionnaire) -> None:
    assert list(questionnaire.relations()) == [
        ("outil", "commun"),
        ("preconisations", "ouvrir-la-grille"),
        ("notions", "jardiner"),
        ("notions", "jardin-partage"),
        ("notions", "commun"),
    ]


def test_common_answers_lead_last(questionnaire: Questionnaire) -> None:
    assert questionnaire.leads[-1].pourquoi == "Un désaccord se dit."
