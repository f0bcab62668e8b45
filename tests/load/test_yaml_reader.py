"""Where a value stands, and what it is."""

from __future__ import annotations

from prendre_place.load.yaml_reader import Document, read_yaml
from prendre_place.source_file import SourceFile


def read(text: str) -> Document:
    document, problems = read_yaml(SourceFile("glossary/essai.yml", text))
    assert problems == []
    assert document is not None
    return document


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
