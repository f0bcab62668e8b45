"""What is typed and what is written meet: accents, apostrophes, endings, families."""

from __future__ import annotations

import pytest

from prendre_place.search.words import family, stem, telling, words


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Coopération", "cooperation"),
        ("l’œuvre", "l'oeuvre"),
        ("PTCE", "P.T.C.E."),
        ("tiers-lieu", "Tiers lieu"),
        ("où ça\u00a0?", "ou ca"),
    ],
)
def test_accents_case_and_signs_do_not_matter(written: str, typed: str) -> None:
    assert words(written) == words(typed)


@pytest.mark.parametrize(
    "one",
    [
        "coopérer coopération coopératif coopératives",
        "emploi emplois",
        "lieu lieux",
        "local locaux locale",
        "partagé partagée partagees partager",
        "association associatif associer associations",
    ],
)
def test_inflections_and_near_kin_share_a_stem(one: str) -> None:
    assert len({stem(word) for word in words(one)}) == 1


@pytest.mark.parametrize(
    "one", ["bénévole bénévolat", "territoire territorial", "anonymat anonyme"]
)
def test_what_the_stemmer_tells_apart_shares_a_family(one: str) -> None:
    assert len({stem(word) for word in words(one)}) == 2
    assert len({family(word) for word in words(one)}) == 1


def test_words_that_say_nothing_are_dropped_unless_nothing_else_is_left() -> None:
    assert telling(words("le pôle de la coopération")) == ["pole", "cooperation"]
    assert telling(words("Faire avec")) == ["faire", "avec"]
    assert telling(words("l’un")) == ["l", "un"]
