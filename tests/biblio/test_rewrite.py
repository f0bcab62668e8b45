"""Only what changes is touched, whatever the layout."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prendre_place.biblio.merge import plan_of
from prendre_place.biblio.rewrite import latex, rewritten
from prendre_place.biblio.zotero import read_export
from prendre_place.load.bibtex_entries import read_entries
from prendre_place.load.bibtex_reader import read_bibtex
from prendre_place.load.bibtex_values import plain
from prendre_place.source_file import SourceFile


def merged(ours: str, theirs: str) -> str:
    source = SourceFile("bibliography.bib", ours)
    works, _ = read_export(SourceFile("export.bib", theirs), [])
    plan = plan_of(read_bibtex(source).references, works, {})
    return rewritten(ours, {e.key: e for e, _ in read_entries(source) if e}, plan)


EXPORT = "@book{a, title = {T}, author = {Roy, Maud}, date = {2001-03}, doi = {10.5555/a}}"


def test_an_entry_on_one_line_stays_on_one_line() -> None:
    ours = "@BOOK{a, author = {Roy, M.}, title = {T}, year = 2000, keywords = {a-verifier}}\n"
    assert merged(ours, EXPORT) == (
        "@BOOK{a, author = {Roy, Maud}, title = {T}, year = {2001}, month = {mar}, "
        "doi = {10.5555/a}, keywords = {a-verifier}}\n"
    )


def test_tabs_quotes_comments_and_macros_around_a_change_stay() -> None:
    ours = (
        '@string{pv = "Presses du Val"}\n% Une remarque.\n@book(a,\n\ttitle\t= "T",\n'
        '\tauthor\t= "Roy, Maud",\n\tyear\t= 2001 ,\n\tpublisher = pv # " et fils",\n\n'
        '\tkeywords = "verifiee",\n)\n\n% La fin.\n'
    )
    changed = ours.replace("\tkeywords", "\tdoi = {10.5555/a},\n\n\tkeywords")
    changed = changed.replace("\tpublisher", "\tmonth = {mar},\n\tpublisher")
    assert merged(ours, EXPORT) == changed


def test_a_type_that_zotero_tells_apart_is_changed() -> None:
    ours = "@misc{a,\n  author = {Roy, Maud},\n  title = {T},\n  keywords = {verifiee}\n}\n"
    assert merged(ours, "@book{a, title = {T}}") == ours.replace("@misc", "@book")
    assert merged(ours, "@online{a, title = {T}}") == ours


@given(st.text(st.characters(exclude_characters="{}", exclude_categories=["C", "Z"])))
def test_a_text_is_read_back_as_it_was_written(text: str) -> None:
    assert plain(latex(text)) == text
