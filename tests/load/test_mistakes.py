"""The usual mistakes of writers, each with what the terminal says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.reporters import as_text
from tests.mistakes import MISTAKES, Mistake


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_a_usual_mistake_is_told_in_the_terminal(mistake: Mistake, project: Path) -> None:
    (project / "glossary/friche.yml").write_text(mistake.text, encoding="utf-8")
    shown = as_text(load(project).problems)
    assert shown.rsplit("\n", 1)[0] + "\n" == mistake.terminal


def test_there_are_more_than_25_of_them() -> None:
    assert len({mistake.text for mistake in MISTAKES}) == len(MISTAKES) >= 25
