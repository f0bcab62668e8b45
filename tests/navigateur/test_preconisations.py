"""From « I have this problem » to a card that one can print."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.navigateur.axe import obstacles

ALL = ["Élire un bureau", "Clore le terrain", "Ouvrir la grille du jardin", "Tenir parole"]


def shown(page: Page) -> Locator:
    return page.locator(".fiche:visible .fiche-titre")


def open_filters(page: Page) -> None:
    """On a phone the filters are folded."""
    panel = page.locator("details.facettes")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()


@pytest.fixture
def browse(page: Page, site: str) -> Page:
    page.goto(f"{site}/preconisations/")
    expect(shown(page)).to_have_text(ALL)
    open_filters(page)
    return page


def test_facets_combine_and_say_how_many_cards_each_value_would_give(browse: Page) -> None:
    said = browse.locator(".facettes-dit")
    expect(said).to_have_text("4 préconisations")
    browse.get_by_role("checkbox", name="Collectivités locales 3").check()
    expect(said).to_have_text("3 préconisations sur 4")
    browse.get_by_role("checkbox", name="Déduite par le projet 1").check()
    expect(shown(browse)).to_have_text(["Tenir parole"])
    # Another value of the same facet widens, and its count says what it would give.
    expect(browse.get_by_role("checkbox", name="Entreprises 0")).to_be_disabled()
    browse.get_by_role("checkbox", name="Énoncée dans le rapport 2").check()
    expect(said).to_have_text("3 préconisations sur 4")


def test_words_are_sought_without_their_accents(browse: Page) -> None:
    browse.get_by_role("searchbox", name="Mots").fill("ELIRE bureau")
    expect(shown(browse)).to_have_text(["Élire un bureau"])
    expect(browse).to_have_url(re.compile(r"/preconisations/\?q=ELIRE\+bureau$"))
    browse.get_by_role("searchbox", name="Mots").fill("rien de tel")
    expect(browse.locator(".facettes-dit")).to_have_text(
        "Aucune préconisation ne répond à tous ces choix."
    )
    expect(browse.locator(".fiches-trouvees h2:visible")).to_have_count(0)


def test_choices_are_in_the_address_and_the_browser_s_back_undoes_them(browse: Page) -> None:
    browse.get_by_role("checkbox", name="Entreprises").check()
    browse.get_by_label("Trier").select_option("titre")
    expect(browse).to_have_url(re.compile(r"\?tri=titre&qui=entreprises$"))
    browse.go_back()
    expect(browse.get_by_label("Trier")).to_have_value("")
    browse.go_back()
    expect(shown(browse)).to_have_text(ALL)
    browse.go_forward()
    expect(shown(browse)).to_have_text(["Clore le terrain"])
    expect(browse.get_by_role("checkbox", name="Entreprises")).to_be_checked()


def test_an_address_that_was_sent_shows_the_same_list(page: Page, site: str) -> None:
    page.goto(f"{site}/preconisations/?terrain=jardin-du-val&nature=enoncee&tri=inconnu")
    expect(shown(page)).to_have_text(["Clore le terrain", "Ouvrir la grille du jardin"])


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("titre", ["Clore le terrain", "Élire un bureau", *ALL[2:]]),
        ("date", ["Tenir parole", "Clore le terrain", "Élire un bureau", ALL[2]]),
        ("solidite", ["Clore le terrain", ALL[2], "Tenir parole", "Élire un bureau"]),
        ("nature", ["Clore le terrain", "Élire un bureau", ALL[2], "Tenir parole"]),
    ],
)
def test_the_list_is_sorted(browse: Page, order: str, titles: list[str]) -> None:
    browse.get_by_label("Trier").select_option(order)
    expect(shown(browse)).to_have_text(titles)
    browse.get_by_label("Trier").select_option("")
    expect(shown(browse)).to_have_text(ALL)


def test_everything_is_shown_again_at_one_press(browse: Page) -> None:
    browse.get_by_role("checkbox", name="Entreprises").check()
    browse.get_by_label("Trier").select_option("titre")
    browse.get_by_role("button", name="Tout afficher").click()
    expect(shown(browse)).to_have_text(ALL)
    expect(browse).to_have_url(re.compile(r"/preconisations/$"))


def test_a_search_that_finds_nothing_offers_to_take_the_filters_off(browse: Page) -> None:
    off = browse.get_by_role("button", name="Ôter les filtres")
    expect(off).to_be_hidden()
    browse.get_by_label("Mots").fill("zzz")
    off.click()
    expect(shown(browse)).to_have_text(ALL)
    expect(off).to_be_hidden()


def test_on_a_phone_the_filters_lead_to_the_list(browse: Page) -> None:
    browse.set_viewport_size({"width": 360, "height": 640})
    browse.reload()
    browse.locator("summary", has_text="Filtrer et trier").click()
    browse.get_by_role("checkbox", name="Entreprises").check()
    browse.get_by_role("button", name="Voir la fiche").click()
    expect(browse.get_by_role("checkbox", name="Entreprises")).to_be_hidden()
    expect(browse.locator(".facettes-dit")).to_be_in_viewport()
    expect(browse.locator(".facettes-dit")).to_be_focused()


def test_a_filter_is_reached_and_set_with_the_keyboard(browse: Page) -> None:
    browse.get_by_label("Trier").focus()
    browse.keyboard.press("Tab")
    browse.keyboard.press("Space")
    expect(browse.get_by_role("checkbox", name="Entreprises")).to_be_checked()
    expect(browse.locator(".facettes-dit")).to_have_text("1 préconisation sur 4")


def test_chosen_cards_are_printed_as_one_document(browse: Page) -> None:
    browse.get_by_role("checkbox", name="Ajouter à ma sélection : Tenir parole").check()
    browse.get_by_role("checkbox", name="Ajouter à ma sélection : Élire un bureau").check()
    expect(browse).to_have_url(re.compile(r"\?fiches=tenir-parole,elire-un-bureau$"))
    expect(browse.locator(".panier")).to_contain_text("Ma sélection : 2 fiches")
    browse.get_by_role("link", name="Imprimer ou enregistrer").click()

    cards = browse.locator(".fiche-imprimee")
    expect(cards).to_have_count(2)
    expect(cards.locator("h2")).to_have_text(["Tenir parole", "Élire un bureau"])
    for part in ["Déduite", "À faire.", "Afficher les heures.", "ISO 690"]:
        expect(cards.first).to_contain_text(part)
    for part in ["BibTeX", "Chicago", "Cette page", "Pages liées", "…"]:
        expect(cards.first).not_to_contain_text(part)
    expect(cards.first).to_contain_text("https://val.invalid/savoir/preconisations/tenir-parole/")
    expect(browse.locator("#tirage")).to_contain_text(
        "https://val.invalid/savoir/preconisations/selection/?fiches=tenir-parole,elire-un-bureau"
    )
    links = cards.first.locator("a", has_text="Le jardin du Val")
    expect(links.first).to_have_attribute("href", re.compile(r"^http.*/terrains/jardin-du-val/$"))
    breaks = "all => all.map((card) => getComputedStyle(card).breakBefore)"
    browse.emulate_media(media="print")
    assert cards.evaluate_all(breaks) == ["page", "page"]
    expect(browse.get_by_role("button", name="Imprimer")).to_be_hidden()

    browse.emulate_media(media="screen")
    browse.get_by_role("link", name="Changer la sélection").click()
    expect(
        browse.get_by_role("checkbox", name="Ajouter à ma sélection : Tenir parole")
    ).to_be_checked()
    browse.get_by_role("button", name="Vider").click()
    expect(browse.locator(".panier")).to_be_hidden()
    expect(browse).to_have_url(re.compile(r"/preconisations/$"))


def test_a_card_that_is_no_more_is_said_and_the_others_are_printed(page: Page, site: str) -> None:
    page.goto(
        f"{site}/preconisations/selection/?fiches=tenir-parole,disparue,../../glossaire/friche"
    )
    expect(page.locator(".fiche-imprimee h2")).to_have_text(["Tenir parole"])
    expect(page.locator(".tirage-dit")).to_have_text("1 fiche. Introuvable : disparue.")


def test_without_javascript_the_list_is_whole_and_grouped(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/preconisations/")
    expect(shown(page)).to_have_text(ALL)
    expect(page.locator(".fiches-trouvees h2")).to_contain_text(
        ["Le jardin du Mont", "Le jardin du Val"]
    )
    expect(page.locator(".facettes")).to_be_hidden()
    page.goto(f"{site}/preconisations/selection/?fiches=tenir-parole")
    expect(page.locator("article")).to_contain_text("chaque fiche s’imprime depuis sa propre page")
    context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_no_obstacle_in_the_browser_of_cards(
    browser: Browser, site: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{site}/preconisations/?qui=entreprises&fiches=tenir-parole")
    open_filters(page)
    assert obstacles(page, "article") == []
    page.goto(f"{site}/preconisations/selection/?fiches=tenir-parole,elire-un-bureau")
    expect(page.locator(".fiche-imprimee")).to_have_count(2)
    assert obstacles(page, "article") == []
    context.close()


def test_at_320_pixels_nothing_goes_beyond_the_screen(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 600})
    page = context.new_page()
    for path in ["?fiches=tenir-parole", "selection/?fiches=tenir-parole"]:
        page.goto(f"{site}/preconisations/{path}", wait_until="networkidle")
        beyond = "document.documentElement.scrollWidth - window.innerWidth"
        assert page.evaluate(beyond) <= 0, path
    context.close()
