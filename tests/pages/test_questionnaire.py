"""« Se situer » before MkDocs, and the pages that lead to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.pages.page import Page
from prendre_place.pages.site_pages import site_pages
from tests.pages.test_site_pages import NB, cited


def pages_of(project: Path) -> dict[str, Page]:
    corpus = load(project).corpus
    assert corpus is not None
    return {page.path: page for page in site_pages(corpus, cited(corpus))}


@pytest.fixture
def pages(project: Path) -> dict[str, Page]:
    return pages_of(project)


@pytest.fixture
def body(pages: dict[str, Page]) -> str:
    return pages["se-situer/index.md"].body


def test_each_question_says_from_which_finding_it_comes_with_its_source(body: str) -> None:
    assert (
        "**D’où vient la question.** La [grille](../glossaire/jardin-partage.md) reste fermée "
        "[@val2020rapport, partie 4]." in body
    )


def test_words_of_a_question_are_text_and_never_markup(body: str) -> None:
    assert "Celles &amp; ceux qui ont la &lt;clef&gt;." in body
    assert "<clef>" not in body


def test_under_each_question_answers_lead_to_their_pages(body: str) -> None:
    assert (
        '<li data-reponse="outils-b" markdown><span class="si">Chez l’un ou chez l’autre.</span> '
        '<span class="pourquoi">Ce qui est commun se range en commun.</span> <span class="vers">'
        "[Ouvrir la grille du jardin](../preconisations/ouvrir-la-grille.md) · "
        "[Commun](../glossaire/commun.md)</span></li>"
    ) in body


def test_nothing_leads_to_a_draft_nor_to_a_withdrawn_entry(project: Path) -> None:
    file = project / "situer" / "se-situer.yml"
    text = file.read_text(encoding="utf-8")
    more = "notions: [jardin-partage, ancien-mot, brouillon]"
    file.write_text(text.replace("notions: [jardin-partage]\n", f"{more}\n", 1), encoding="utf-8")
    assert more in file.read_text(encoding="utf-8")
    body = pages_of(project)["se-situer/index.md"].body
    assert "ancien-mot" not in body
    assert "brouillon" not in body


def test_common_answers_are_offered_under_each_question(body: str) -> None:
    for question in ["entree", "outils", "recolte"]:
        radio = f'id="{question}-avis" name="{question}" value="{question}-avis"'
        assert f'{radio} data-appreciation="avis-partages" data-pistes="avis"' in body


def test_no_term_is_linked_inside_a_question(body: str) -> None:
    asked = body[body.index('id="questionnaire"') : body.index("## Notre profil")]
    assert "[[" not in asked
    assert "page:glossaire/sigles" not in asked


def test_the_list_of_cards_leads_to_the_questionnaire(pages: dict[str, Page]) -> None:
    listed = pages["preconisations/index.md"].body
    assert (
        f"Vous ne savez pas laquelle lire{NB}? Commencez par [Se situer](../se-situer/index.md)"
        in listed
    )


def test_the_tool_and_the_cards_name_the_questionnaire(pages: dict[str, Page]) -> None:
    tool = pages["glossaire/commun.md"].body
    assert "Le questionnaire qui s’en inspire\n:   [Se situer](../se-situer/index.md)" in tool
    card = pages["preconisations/ouvrir-la-grille.md"].body
    assert "Le questionnaire qui y mène\n:   [Se situer](../se-situer/index.md)" in card


def test_the_page_alone_asks_for_its_script(pages: dict[str, Page]) -> None:
    asking = [path for path, page in pages.items() if "assets/situer.js" in page.markdown]
    assert asking == ["se-situer/index.md"]
