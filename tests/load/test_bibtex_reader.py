"""No entry of the bibliography is ever dropped in silence."""

from __future__ import annotations

from prendre_place.load.bibtex_reader import read_bibtex
from prendre_place.source_file import SourceFile

SOUND = "@book{%s,\n  author = {Petit, Anne},\n  title = {T},\n  keywords = {verifiee}\n}\n"


def read(text: str):  # type: ignore[no-untyped-def]
    return read_bibtex(SourceFile("bibliography.bib", text))


def test_an_open_brace_costs_one_entry_and_not_those_that_follow() -> None:
    bibliography = read(SOUND % "un" + "@book{deux,\n  title = {T\n}\n" + SOUND % "trois")
    assert list(bibliography.references) == ["un", "trois"]
    assert [problem.line for problem in bibliography.problems] == [6]


def test_a_faulty_entry_is_known_to_those_who_cite_it() -> None:
    assert "deux" in read("@book{deux,\n  title = {T\n}\n").keys


def test_every_duplicate_is_reported_with_the_first_holder() -> None:
    bibliography = read(SOUND % "un" + SOUND % "un" + SOUND % "un")
    assert [problem.message for problem in bibliography.problems] == [
        "notice « un » : clé déjà employée ligne 1"
    ] * 2


def test_names_are_split_and_institutions_kept_whole() -> None:
    text = (
        "@book{a,\n  author = {de La Tour, Jean and {Institut du Val} and others},\n"
        "  title = {L'{\\'e}t{\\'e}},\n  keywords = {verifiee}\n}\n"
    )
    reference = read(text).references["a"]
    assert [(name.famille, name.prenoms) for name in reference.auteurs] == [
        ("de La Tour", "Jean"),
        ("Institut du Val", ""),
        ("al.", ""),
    ]
    assert reference.title == "L'été"


def test_a_string_macro_is_expanded() -> None:
    text = '@string{pv = "Presses du Val"}\n' + (SOUND % "a").replace(
        "title = {T}", "title = {T},\n  publisher = pv"
    )
    assert read(text).references["a"].champs["publisher"] == "Presses du Val"
