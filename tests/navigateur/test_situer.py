"""A group says where it stands, sees it drawn, and leaves with what to read."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

from tests.navigateur.axe import obstacles

ANSWERS = "#reponses=entree-b,outils-avis"
GATE = "Ouvrir la grille du jardin"
NB = "\u00a0"


@pytest.fixture
def blank(page: Page, site: str) -> Page:
    page.goto(f"{site}/se-situer/")
    return page


@pytest.fixture
def resumed(page: Page, site: str) -> Page:
    page.goto(f"{site}/se-situer/{ANSWERS}")
    return page


def box(page: Page, number: int) -> Locator:
    return page.locator(".profil").get_by_role("link", name=f"Question {number}")


def test_answers_are_drawn_and_said(blank: Page) -> None:
    expect(box(blank, 1)).to_have_accessible_name(f"Question 1{NB}: Sans réponse")
    expect(blank.locator(".situer-dit").first).to_have_text("Aucune réponse pour l’instant.")
    blank.get_by_role("radio", name="Chez l’un ou chez l’autre.").check()
    expect(box(blank, 2)).to_have_accessible_name(f"Question 2{NB}: En chemin")
    expect(box(blank, 2).locator("use")).to_have_attribute("href", "#case-en-chemin")
    expect(blank.get_by_role("status").filter(has_text="réponse")).to_have_text(
        "1 réponse sur 3. 1 préconisation et 1 notion à lire."
    )


def test_advice_says_because_of_which_answers(blank: Page) -> None:
    blank.get_by_role("radio", name="Celles & ceux qui ont la <clef>.").check()
    blank.get_by_role("radio", name="Chez l’un ou chez l’autre.").check()
    advice = blank.locator("#par-ou-commencer ~ .conseils").first
    expect(advice.get_by_role("link", name=GATE)).to_be_visible()
    expect(advice).to_contain_text("Laisser entrer les passants")
    expect(advice.locator(".raisons li")).to_have_text(
        [
            f"«{NB}Celles & ceux qui ont la <clef>.{NB}» (question{NB}1). "
            "Une grille ouverte amène du monde.",
            f"«{NB}Chez l’un ou chez l’autre.{NB}» (question{NB}2). "
            "Ce qui est commun se range en commun.",
        ]
    )
    words = blank.locator("#notions-a-lire + .conseils > li")
    expect(words).to_have_count(2)
    expect(words.last).to_contain_text(f"(question{NB}2).")
    blank.get_by_role("link", name="Réunir ces fiches pour les imprimer").click()
    expect(blank.locator(".fiche-imprimee h2")).to_have_text([GATE])


def test_answers_are_resumed_from_the_address(resumed: Page) -> None:
    expect(resumed.get_by_role("radio", checked=True)).to_have_count(2)
    expect(box(resumed, 1)).to_have_accessible_name(f"Question 1{NB}: À travailler")
    expect(box(resumed, 2)).to_have_accessible_name(f"Question 2{NB}: Avis partagés")
    resumed.get_by_role("radio", name="Elle se partage.").check()
    expect(resumed).to_have_url(re.compile(r"#reponses=entree-b,outils-avis,recolte-a$"))


def test_the_link_that_is_copied_brings_the_answers_back(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/se-situer/{ANSWERS}")
    page.get_by_role("button", name="Copier le lien vers ces réponses").click()
    expect(page.get_by_text("Lien copié : il contient vos réponses.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}/se-situer/{ANSWERS}"
    context.close()


def test_an_answer_that_is_no_more_is_said(page: Page, site: str) -> None:
    page.goto(f"{site}/se-situer/#reponses=entree-b,disparue")
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)
    expect(
        page.get_by_text("1 réponse de l’adresse ne correspond plus à une question.")
    ).to_be_visible()


def test_going_to_a_place_of_the_page_or_back_loses_no_answer(resumed: Page) -> None:
    box(resumed, 3).click()
    expect(resumed.locator("#recolte")).to_be_in_viewport()
    resumed.get_by_role("radio", name="Chacun la sienne.").check()
    answers = re.compile(r"#reponses=entree-b,outils-avis,recolte-b$")
    expect(resumed).to_have_url(answers)
    resumed.go_back()
    expect(resumed).to_have_url(answers)
    expect(resumed.get_by_role("radio", checked=True)).to_have_count(3)


def test_an_address_pasted_over_the_page_is_read(resumed: Page) -> None:
    resumed.evaluate("location.hash = 'reponses=recolte-a'")
    expect(resumed.get_by_role("radio", checked=True)).to_have_count(1)
    expect(box(resumed, 3)).to_have_accessible_name(f"Question 3{NB}: En place")


def test_answers_are_not_erased_without_asking(resumed: Page) -> None:
    resumed.once("dialog", lambda dialog: dialog.dismiss())
    resumed.get_by_role("button", name="Effacer les réponses").click()
    expect(resumed.get_by_role("radio", checked=True)).not_to_have_count(0)


def test_answers_can_be_erased(resumed: Page) -> None:
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept()

    resumed.once("dialog", accept)
    resumed.get_by_role("button", name="Effacer les réponses").click()
    assert asked == [f"Effacer toutes les réponses{NB}?"]
    expect(resumed.get_by_text("Réponses effacées.")).to_be_visible()
    expect(resumed).to_have_url(re.compile(r"/se-situer/$"))
    expect(resumed.locator("#resultats")).to_be_hidden()


def test_nothing_leaves_the_browser_and_nothing_is_kept(resumed: Page) -> None:
    resumed.wait_for_load_state("networkidle")
    asked: list[str] = []
    resumed.on("request", lambda request: asked.append(request.url))
    resumed.get_by_role("radio", name="Elle se partage.").check()
    resumed.get_by_role("radio", name="Tout le monde.").check()
    # The icon of the tab may be asked for again; what follows the # is never sent.
    assert [url for url in asked if not url.endswith("/favicon.svg")] == []
    kept = "JSON.stringify([localStorage, sessionStorage, document.cookie])"
    assert "recolte" not in resumed.evaluate(kept)


def test_it_is_answered_with_the_keyboard(blank: Page) -> None:
    blank.get_by_role("radio", name="Tout le monde.").focus()
    blank.keyboard.press("Space")
    expect(box(blank, 1)).to_have_accessible_name(f"Question 1{NB}: En place")
    blank.keyboard.press("ArrowDown")
    expect(box(blank, 1)).to_have_accessible_name(f"Question 1{NB}: À travailler")
    box(blank, 2).focus()
    blank.keyboard.press("Enter")
    expect(blank.locator("#outils")).to_be_in_viewport()
    expect(blank.get_by_role("group", name="2. Où sont les outils ?")).to_have_count(1)


def test_without_javascript_it_is_a_questionnaire_with_its_leads(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/se-situer/")
    question = page.get_by_role("group", name="1. Qui peut entrer au jardin ?")
    expect(question.get_by_role("radio")).to_have_count(4)
    expect(question.get_by_role("link", name=GATE)).to_be_visible()
    expect(question.locator(".constat")).to_contain_text("partie 4")
    expect(page.locator(".case")).to_have_count(3)
    expect(page.get_by_role("button", name="Copier le lien")).to_have_count(0)
    expect(page.locator("#resultats")).to_be_hidden()
    expect(page.locator("#fiches")).to_be_hidden()
    context.close()


def test_what_is_printed_are_the_answers_or_the_blank_questions(blank: Page) -> None:
    blank.emulate_media(media="print")
    expect(blank.locator("#entree")).to_be_visible()
    blank.emulate_media(media="screen")
    blank.get_by_role("radio", name="Chez l’un ou chez l’autre.").check()
    blank.emulate_media(media="print")
    expect(blank.locator("#entree")).to_be_hidden()
    expect(blank.locator(".profil")).to_be_visible()
    expect(blank.locator(".donnees li")).to_have_text(
        ["2. Où sont les outils ? Chez l’un ou chez l’autre. (en chemin)"]
    )
    expect(blank.locator(".conseils .adresse").first).to_have_text(
        "https://val.invalid/savoir/preconisations/ouvrir-la-grille/"
    )
    expect(blank.locator(".retrouver")).to_have_text(
        f"À retrouver à l’adresse{NB}: https://val.invalid/savoir/se-situer/#reponses=outils-b"
    )
    expect(blank.get_by_role("button", name="Imprimer")).to_be_hidden()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_no_obstacle_before_and_after_answering(
    browser: Browser, site: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{site}/se-situer/")
    assert obstacles(page, "article") == []
    page.goto(f"{site}/se-situer/{ANSWERS}")
    expect(page.locator("#resultats")).to_be_visible()
    assert obstacles(page, "article") == []
    context.close()


def test_at_320_pixels_nothing_goes_beyond_the_screen(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 600})
    page = context.new_page()
    page.goto(f"{site}/se-situer/{ANSWERS}")
    beyond = "document.documentElement.scrollWidth - window.innerWidth"
    assert page.evaluate(beyond) <= 0
    context.close()
