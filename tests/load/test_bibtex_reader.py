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


def test_an_address_is_read_to_the_letter() -> None:
    text = (SOUND % "a").replace("{T}", r"{T}, url = {https://exemple.invalid/~a\_b?c=1\%202}")
    assert read(text).references["a"].champs["url"] == "https://exemple.invalid/~a_b?c=1%202"


def test_signs_and_styles_that_zotero_writes_in_latex_are_read() -> None:
    text = (SOUND % "a").replace(
        "{T}",
        r"{L\textquoteright \oe uvre \guillemotleft~faire~\guillemotright{} \emph{Vite} 5 \$}",
    )
    assert read(text).references["a"].title == "L’œuvre «\u00a0faire\u00a0» Vite 5 $"


def test_months_are_known_in_any_case() -> None:
    text = (SOUND % "a").replace("{T}", "{T}, month = Mar")
    assert read(text).references["a"].champs["month"] == "March"


def test_names_with_a_particle_are_read_as_better_bibtex_writes_them() -> None:
    text = (SOUND % "a").replace(
        "Petit, Anne", "family=Font, given=Irène, prefix=de la, useprefix=true and {others}"
    )
    assert [(name.famille, name.prenoms) for name in read(text).references["a"].auteurs] == [
        ("de la Font", "Irène"),
        ("al.", ""),
    ]


def test_a_file_without_an_entry_is_an_empty_bibliography() -> None:
    assert read("Rien ici.\n").references == {}
