"""Which works, which people are one."""

from __future__ import annotations

import pytest

from prendre_place.biblio.keys import new_key
from prendre_place.biblio.matching import Library
from prendre_place.biblio.people import completed, same_person
from prendre_place.load.bibtex_values import names
from prendre_place.model.reference import Reference


def work(key: str = "autre", **fields: str) -> Reference:
    people = names(fields.pop("author", "Roy, Maud"))
    entry_type = fields.pop("type_", "book")
    return Reference(
        cle=key, type=entry_type, auteurs=people, champs=fields, etat="verifiee", ligne=1, bibtex=""
    )


HEDGES = work("roy2020haies", title="Les haies du Val", year="2020", doi="10.5555/h", isbn="x")


@pytest.mark.parametrize(
    ("exported", "expected"),
    [
        (work("roy2020haies", title="Les haies du Val"), ("même clé", True)),
        (work("roy2020haies", title="L’eau du canal"), ("même clé, mais autre titre", False)),
        (work(title="Les haies", doi="10.5555/H"), ("même DOI", True)),
        (work(title="LES HAIES DU VAL", year="2020"), ("même titre, même année", True)),
        (work(title="Les haies du Val", year="2021"), ("même titre, années 2020 et 2021", False)),
        (work(title="Les haies du Val : récit", year="2020"), "même début de titre, même année"),
        (work(title="Les haie du Val", year="2020"), "titre voisin, même année"),
        (
            work(title="Les haies du Val", year="2020", author="Petit, Luc"),
            "même titre, même année, autre premier auteur",
        ),
        (work(title="Les haies du Val", year="1990", author="Petit, Luc"), None),
        (work(title="Les haies 2 du Val", year="2020"), None),
        (work(title="Les mares du Val sec", year="2020"), None),
        (work(year="2020"), "même premier auteur, même année"),
    ],
)
def test_a_work_is_recognised_surely_perhaps_or_not(
    exported: Reference, expected: tuple[str, bool] | str | None
) -> None:
    match = Library([HEDGES]).find(exported)
    surely = expected if isinstance(expected, tuple) else expected and (expected, False)
    assert (match and (match.how, match.sure)) == surely


def test_one_title_in_two_journals_is_not_surely_one_work() -> None:
    library = Library([work("a", title="Éditorial", year="2020", journal="Le Val")])
    match = library.find(work(title="Éditorial", year="2020", journal="La Plaine"))
    assert match and not match.sure


def test_a_chapter_is_not_its_book() -> None:
    book = work("a", title="Les marges", isbn="978-2-7071-4568-0")
    chapter = work(title="Les haies", isbn="2-7071-4568-8", type_="incollection")
    assert Library([book]).find(chapter) is None
    assert Library([book]).find(work(title="Les marges", isbn="2-7071-4568-8"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Laville, J.-L.", "Laville, Jean-Louis", True),
        ("Laville, J.", "Laville, Jean-Louis", True),
        ("Glémain, Pascal", "Glemain, P.", True),
        ("Petit, L.", "Petit, Olivier", False),
        ("Petit, Luc", "Petit, Louis", False),
        ("Roy, Maud", "Loy, Maud", False),
    ],
)
def test_initials_and_accents_do_not_make_two_people(one: str, other: str, expected: bool) -> None:
    assert same_person(*names(f"{one} and {other}")) is expected


def test_of_each_name_the_fuller_one_is_kept() -> None:
    ours, theirs = names("Roy, Maud and Glemain, P."), names("Roy, M. and Glémain, Pascal")
    assert completed(ours, theirs) == names("Roy, Maud and Glémain, Pascal")
    assert completed(ours, names("Roy, M.")) == names("Roy, M.")


@pytest.mark.parametrize(
    ("exported", "key"),
    [
        (work("roy_haies_2020", title="L’art des haies", year="2020"), "roy2020art"),
        (work("roy2020bocage", title="L’art des haies", year="2020"), "roy2020bocage"),
        (work("x", author="de la Tour, Ève", title="Élan", year="2020"), "delatour2020elan"),
        (work("x", author="{Institut du Val}", title="2020 en vue"), "institutvalvue"),
        (work("x", title="Les haies", year="2020"), "roy2020haiesb"),
        (work("x", author="Иванов, Пётр", title="Лес"), "notice"),
    ],
)
def test_a_new_key_is_made_as_the_others_are(exported: Reference, key: str) -> None:
    assert new_key(exported, ["roy2020haies"]) == key
