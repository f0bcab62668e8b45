"""Every kind of page with the keyboard alone (WCAG 2.2: 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11)."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = [
    "/",
    "/glossaire/",
    "/glossaire/domaines/",
    "/glossaire/commun/",
    "/notions/jardiner/",
    "/terrains/",
    "/terrains/comparer/",
    "/terrains/jardin-du-val/",
    "/preconisations/",
    "/preconisations/ouvrir-la-grille/",
    "/se-situer/",
    "/enquete/poles-temoins/",
    "/recherche/?q=jardin",
    "/donnees/",
]
# What the reader stands on: where it is in the page, and what is wrong with it.
STOP = """() => {
  const here = document.activeElement;
  if (here === document.body) return null;
  const { left, top, right, bottom, width, height } = here.getBoundingClientRect();
  const style = getComputedStyle(here);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const inside = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
  const faults = [
    ...(ring ? [] : ["on ne voit pas qu’il est atteint"]),
    ...(inside && width && height ? [] : ["il est hors de la vue"]),
    ...(here.tabIndex > 0 ? ["il passe devant son tour"] : []),
  ];
  const all = [...document.querySelectorAll("*")];
  return { place: all.indexOf(here), told: here.outerHTML.slice(0, 90), faults };
}"""
MOST = 400  # stops: a page that has more holds the reader


# A desktop's width, then that of a phone: what a text twice larger leaves of a desktop's.
@pytest.mark.parametrize(("path", "width"), list(zip(PAGES, cycle([1440, 360]), strict=False)))
def test_the_keyboard_goes_through_a_page_in_order_and_out_of_it(
    browser: Browser, site: str, path: str, width: int
) -> None:
    # What is reached is in view at once.
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(site + path, wait_until="networkidle")
    places: list[int] = []
    faults = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        places.append(stop["place"])
        faults += [f"{stop['told']} : {fault}" for fault in stop["faults"]]
    page.close()
    assert faults == []
    assert 5 < len(places) < MOST, "le clavier ne sort pas de la page"
    assert places == sorted(set(places)), "les arrêts ne suivent pas l’ordre de la page"


def test_the_search_page_is_ready_to_be_typed_in(page: Page, site: str) -> None:
    page.goto(f"{site}/recherche/", wait_until="networkidle")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("jardin")
    expect(page.locator("article li a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator("article li a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/glossaire/jardin-partage/$"))


def test_advice_is_filtered_sorted_chosen_and_shown_again(page: Page, site: str) -> None:
    page.goto(f"{site}/preconisations/")
    panel = page.locator("details.facettes")
    if panel.get_attribute("open") is None:
        panel.locator("summary").focus()
        page.keyboard.press("Enter")
    said = page.locator(".facettes-dit")
    page.get_by_role("checkbox", name="Entreprises").focus()
    page.keyboard.press("Space")
    expect(said).to_have_text("1 préconisation sur 4")
    page.get_by_role("button", name="Tout afficher").focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("4 préconisations")
    page.get_by_label("Trier").focus()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?tri=titre$"))
    page.get_by_role("checkbox", name="Ajouter à ma sélection : Clore le terrain").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"fiches=clore-le-terrain"))


def test_terrains_are_chosen_and_a_wide_table_slides(page: Page, site: str) -> None:
    page.goto(f"{site}/terrains/comparer/?terrain=jardin-du-mont")
    page.get_by_role("checkbox", name="Le jardin du Val").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("terrain=jardin-du-val"))
    frame = page.locator(".tableau").first
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert frame.evaluate("e => e.scrollWidth <= e.clientWidth || e.scrollLeft >= 0")
