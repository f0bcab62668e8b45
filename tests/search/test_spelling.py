"""An acronym and what it stands for are one name in two spellings."""

from __future__ import annotations

from prendre_place.search.spelling import Acronyms

ACRONYMS = Acronyms(
    [
        ("ESS", "Économie sociale et solidaire"),
        ("JDV", "Le Jardin du Val à Nord"),
        ("JDV", "Jardin du Val"),
        ("AMI", "Appel à manifestation d’intérêt"),
    ]
)


def test_a_name_is_found_by_its_acronym_and_by_what_it_stands_for() -> None:
    assert list(ACRONYMS.respelt("Chambre régionale de l’ESS")) == [
        "Chambre régionale de l’Économie sociale et solidaire"
    ]
    assert list(ACRONYMS.respelt("Acteurs de l’économie sociale et solidaire")) == [
        "acteurs de l ESS"
    ]


def test_a_long_form_is_known_in_the_plural_and_not_in_pieces() -> None:
    assert ACRONYMS.others("les économies sociales et solidaires") == {"ESS"}
    assert ACRONYMS.others("une économie sociale") == set()


def test_an_acronym_of_several_things_stands_for_the_shortest() -> None:
    assert ACRONYMS.others("au JDV et à l’ESS") == {
        "Jardin du Val",
        "Économie sociale et solidaire",
    }


def test_an_ordinary_word_is_no_acronym() -> None:
    assert ACRONYMS.others("un ami de l’AMI") == {"Appel à manifestation d’intérêt"}
    assert ACRONYMS.others("un ami") == set()


def test_a_text_without_acronym_is_said_in_one_way_only() -> None:
    assert list(ACRONYMS.respelt("Un commun")) == []
