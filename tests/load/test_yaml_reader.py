"""What is typed is what is read."""

from __future__ import annotations

import pytest

from prendre_place.load.yaml_reader import Document, read_yaml
from prendre_place.source_file import SourceFile


def read(text: str) -> Document:
    document, problems = read_yaml(SourceFile("glossary/essai.yml", text))
    assert problems == []
    assert document is not None
    return document


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "0042", "012", "12:30", "1e3", "0x1F", "2026-13-45", "null", "~", "1_000"],
)
def test_a_value_that_yaml_would_guess_stays_what_was_typed(typed: str) -> None:
    assert read(f"terme: {typed}\n").data == {"terme": typed}


def test_an_absent_value_is_none_and_an_empty_text_is_empty() -> None:
    assert read('a:\nb: ""\n').data == {"a": None, "b": ""}


def test_the_position_of_a_value_is_where_it_stands() -> None:
    document = read("a: 1\nsources:\n  - cle: x\n    lieu: y\n")
    assert document.position(("sources", 0, "lieu")) == (4, 11)


def test_the_position_of_a_missing_value_is_its_nearest_parent() -> None:
    document = read("a: 1\nsources:\n  - cle: x\n")
    assert document.position(("sources", 0, "lieu")) == (3, 5)


def test_a_word_is_located_in_a_folded_text() -> None:
    document = read("texte: >-\n  une ligne\n  puis [[ici]]\nautre: [[ici]]\n")
    assert document.position_of_text(("texte",), "[[ici]]") == (3, 8)
