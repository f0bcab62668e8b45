"""Names that are the same thing said otherwise are announced."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.sources import read_sources
from prendre_place.writing.names import near_names


@pytest.mark.parametrize(
    ("title", "near"),
    [
        ("Jardins partagés", ["glossary/jardin-partage.yml : « Jardin partagé »"]),
        ("Le jardin partagé", ["glossary/jardin-partage.yml : « Jardin partagé »"]),
        ("JP", ["glossary/jardin-partage.yml : « JP »"]),
        ("Jardin partager", ["glossary/jardin-partage.yml : « Jardin partagé »"]),
        ("Friches", ["glossary/friche.yml : « Friche »"]),
        ("Verger", []),
    ],
)
def test_a_near_name_is_announced_with_its_file(title: str, near: list[str], project: Path) -> None:
    assert near_names(read_sources(project), title) == near


def test_words_behind_an_acronym_are_announced(project: Path) -> None:
    sigles = project / "sigles.yml"
    text = sigles.read_text(encoding="utf-8")
    sigles.write_text(text.replace("sigle: ", "sigle: HP\n    xx: ", 1), encoding="utf-8")
    assert near_names(read_sources(project), "Haie du pré") == ["sigles.yml : « HP »"]


def test_an_acronym_that_is_a_small_word_is_near_nothing(project: Path) -> None:
    sigles = project / "sigles.yml"
    text = sigles.read_text(encoding="utf-8")
    sigles.write_text(text.replace("sigle: ", "sigle: POUR\n    xx: ", 1), encoding="utf-8")
    assert near_names(read_sources(project), "Verger") == []
