from __future__ import annotations

import pytest

from prendre_place.typography import french

NB = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Un mot : oui ; non ? 5 % !", f"Un mot{NB}: oui{NB}; non{NB}? 5{NB}%{NB}!"),
        ("« mot »", f"«{NB}mot{NB}»"),
        ("«mot»", f"«{NB}mot{NB}»"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("p. 12", f"p.{NB}12"),
        ("**Gras :** suite", f"**Gras{NB}:** suite"),
    ],
)
def test_french_spaces_and_apostrophes_are_set(typed: str, shown: str) -> None:
    assert french(typed) == shown


@pytest.mark.parametrize(
    "text",
    [
        "`a : b`",
        "[mots](https://a.fr/l'eau)",
        "https://a.fr/?q=a",
        '<a href="x : y">',
        "| --- | :--- |",
        "Terme\n:   définition",
        "## Titre { #id }",
        "10:30",
    ],
)
def test_code_addresses_and_marks_are_left_alone(text: str) -> None:
    assert french(text) == text
