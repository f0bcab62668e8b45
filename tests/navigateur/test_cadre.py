"""What is around every text: menu, contents, breadcrumb, light and dark, links to parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.navigateur.conftest import EVERY_KIND

LONG = "/terrains/jardin-du-val/"
LEAF = "/glossaire/jardin-partage/"


@pytest.fixture(params=[True, False], ids=["avec-script", "sans-script"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def test_on_a_phone_the_menu_opens_with_or_without_a_script(phone: Page, site: str) -> None:
    phone.goto(site + LEAF)
    menu = phone.get_by_role("navigation", name="Rubriques")
    expect(menu).to_be_hidden()
    phone.get_by_role("button", name="Menu").click()
    expect(menu.get_by_role("link")).to_have_count(7)
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    phone.get_by_role("button", name="Menu").click()
    menu.get_by_role("link", name="Terrains").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Terrains")


def test_on_a_phone_the_contents_lead_to_a_part(phone: Page, site: str) -> None:
    phone.goto(site + LONG)
    phone.get_by_role("button", name="Sur cette page").click()
    phone.get_by_role("navigation", name="Sur cette page").get_by_role(
        "link", name="Gouvernance"
    ).click()
    expect(phone).to_have_url(re.compile("#gouvernance$"))
    expect(phone.locator("#gouvernance")).to_be_in_viewport()


def test_on_a_desktop_menu_and_contents_are_simply_there(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 800})
    page.goto(site + LONG)
    section = page.get_by_role("navigation", name="Rubriques").get_by_role("link", name="Terrains")
    expect(section).to_have_attribute("aria-current", "true")
    contents = page.get_by_role("navigation", name="Sur cette page")
    page.evaluate("document.getElementById('gouvernance').scrollIntoView({behavior: 'instant'})")
    expect(contents.locator("[aria-current]")).to_have_text("Gouvernance")
    page.close()


def test_the_breadcrumb_says_where_one_is(page: Page, site: str) -> None:
    page.goto(site + LEAF)
    trail = page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("link")
    expect(trail).to_have_text(["Accueil", "Glossaire", "Jardin partagé (JP)"])
    expect(trail.last).to_have_attribute("aria-current", "page")
    trail.nth(1).click()
    expect(page).to_have_url(f"{site}/glossaire/")


def test_neighbours_share_a_domain(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/commun/")
    near = page.get_by_role("navigation", name="Pages voisines").get_by_role("link")
    words = " ".join(near.all_inner_texts())
    assert re.search(r"(Précédent|Suivant) · ", words), words


def test_a_term_says_where_it_is_used(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/commun/")
    part = page.locator("#emplois")
    expect(part).to_contain_text("Où ce terme est employé")
    expect(page.locator("#emplois + p").get_by_role("link").first).to_be_visible()


def test_the_link_to_a_part_is_copied_and_said(browser: Browser, site: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site + LEAF)
    heading = page.get_by_role("heading", name="Définition", exact=True)
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".dit")).to_have_text("Lien copié.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{LEAF}#definition"
    context.close()


def test_the_choice_of_dark_is_kept_and_nothing_else_is(browser: Browser, site: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(site + LEAF)
    background = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    light = page.evaluate(background)
    page.get_by_role("button", name="Mode sombre").click()
    dark = page.evaluate(background)
    assert dark != light
    page.goto(f"{site}/glossaire/")
    assert page.evaluate(background) == dark
    page.get_by_role("button", name="Mode clair").click()
    assert page.evaluate(background) == light
    assert page.evaluate("localStorage.length") == 0
    context.close()


def test_the_system_s_dark_is_followed_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(color_scheme="dark", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/glossaire/")
    expect(page.locator("body")).to_have_css("background-color", "rgb(27, 22, 19)")
    context.close()


def test_the_keyboard_reaches_the_text_first_and_every_stop_is_seen(page: Page, site: str) -> None:
    page.goto(site + LEAF)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Aller au contenu")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert seen == "solid", page.evaluate("document.activeElement.outerHTML")


def test_nothing_moves_while_a_page_comes(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 800})
    page.add_init_script(
        "new PerformanceObserver((list) => { for (const e of list.getEntries()) "
        "window.moved = (window.moved ?? 0) + e.value; })"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    moved = {}
    for path in ("/", LEAF, "/glossaire/", "/terrains/comparer/", "/bibliographie/"):
        page.goto(site + path, wait_until="networkidle")
        if shift := page.evaluate("window.moved ?? 0"):
            moved[path] = shift
    assert moved == {}
    page.close()


def test_no_script_and_no_style_is_written_in_a_page(page: Page, site: str) -> None:
    written = {}
    for path in EVERY_KIND:
        answer = page.request.get(site + path).text()
        inline = re.findall(r'<script(?![^>]*(?: src=|ld\+json))[^>]*>|<style|\sstyle="', answer)
        if inline:
            written[path] = inline
    assert written == {}
