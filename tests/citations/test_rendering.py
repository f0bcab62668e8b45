"""Citations rendered by the real pandoc, with the site's style."""

from __future__ import annotations

import pytest
from mkdocs_bibtex.citation import CitationBlock

from prendre_place.citations.rendering import Rendered, render
from tests.conftest import EXAMPLES

BIBLIOGRAPHY = EXAMPLES / "projet" / "bibliography.bib"
KEYS = ["martin2001jardin", "durand2010voisins", "lebrun1999", "val2020rapport"]
NB = "\u00a0"


def cite(*texts: str) -> Rendered:
    blocks = [(str(b), b.citations) for text in texts for b in CitationBlock.from_markdown(text)]
    return render(blocks, BIBLIOGRAPHY, KEYS)


def test_a_citation_is_french_author_date_and_leads_to_the_list() -> None:
    text = f"[@martin2001jardin, p.{NB}12]"
    assert cite(text).citations[text] == (
        '(<a href="#ref-martin2001jardin" role="doc-biblioref">Martin et Petit, 2001</a>, '
        f"p.{NB}12)"
    )


def test_several_works_are_told_apart_by_a_french_semicolon() -> None:
    text = "[voir @val2020rapport, partie 3, section 1.2.2; @durand2010voisins]"
    assert cite(text).citations[text] == (
        '(voir <a href="#ref-val2020rapport" role="doc-biblioref">Institut du Val, 2020</a>, '
        f'partie 3, section 1.2.2{NB}; <a href="#ref-durand2010voisins" role="doc-biblioref">'
        "Durand, 2010</a>)"
    )


def test_others_are_et_al_in_citations_and_references() -> None:
    rendered = cite("[@lebrun1999]")
    assert ">Lebrun et al., 1999<" in rendered.citations["[@lebrun1999]"]
    assert rendered.references["lebrun1999"] == "LEBRUN et al., 1999."


def test_every_reference_is_rendered_whatever_is_cited() -> None:
    references = cite().references
    assert set(references) == set(KEYS)
    assert references["martin2001jardin"] == (
        f"MARTIN, Aline et PETIT, Boris, 2001. <em>Le jardin partagé{NB}: une enquête</em>. "
        f"Valbourg{NB}: Presses du Val."
    )


def test_no_markup_leaks_from_a_note() -> None:
    reference = cite().references["durand2010voisins"]
    for leak in ("csl-block", ":::", "{", "<div", "<span"):
        assert leak not in reference


def test_a_citation_is_the_same_alone_and_among_others() -> None:
    alone = cite("[@lebrun1999, p. 3]").citations["[@lebrun1999, p. 3]"]
    among = cite("[@martin2001jardin]", "[@lebrun1999, p. 3]", "[@val2020rapport]")
    assert among.citations["[@lebrun1999, p. 3]"] == alone


@pytest.mark.parametrize("mark", ["*", "_", "`"])
def test_signs_of_markdown_are_neutral_in_what_pandoc_gives(mark: str) -> None:
    text = rf"[@lebrun1999, note a\{mark}b]"
    shown = cite(text).citations[text]
    assert mark not in shown
