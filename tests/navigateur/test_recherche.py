"""Searching, in a real browser: from any page, by keyboard, on a phone, without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import ROOT

AXE = ROOT / "tests" / "navigateur" / "vendor" / "axe-core-4.14.1.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
ENTRY = "/glossaire/friche/"
FIRST = "dialog li a >> nth=0"


@pytest.fixture
def dialogue(page: Page, site: str) -> Page:
    """A page of the site with the search open, by the link of the header."""
    page.goto(site + ENTRY)
    page.get_by_role("link", name="Rechercher").click()
    expect(page.get_by_role("dialog", name="Recherche")).to_be_visible()
    return page


def test_the_field_waits_for_words_and_the_answer_leads_to_its_page(dialogue: Page) -> None:
    expect(dialogue.get_by_role("searchbox")).to_be_focused()
    dialogue.keyboard.type("jardins partages")
    expect(dialogue.locator(FIRST)).to_have_text("Jardin partagé (JP)")
    expect(dialogue.locator("dialog li").first).to_contain_text("Un jardin que des voisins")
    dialogue.locator(FIRST).click()
    expect(dialogue).to_have_url(re.compile(r"/sous-dossier/glossaire/jardin-partage/$"))


def test_what_is_typed_finds_its_page(dialogue: Page) -> None:
    for typed, title in {
        "jp": "Jardin partagé (JP)",
        "jardin partgé": "Jardin partagé (JP)",
        "l'assemblee generale": "AG",
        "JDV": "Le jardin du Val",
        "qu’est-ce qu’un commun ?": "Commun",
        "petit martin": "Martin et Petit (2001)",
        "friches": "Friche",
        "comm": "Commun",
    }.items():
        dialogue.get_by_role("searchbox").fill(typed)
        expect(dialogue.locator(FIRST)).to_have_text(title)


def test_answers_after_the_best_are_grouped_by_kind(dialogue: Page) -> None:
    dialogue.get_by_role("searchbox").fill("jardin")
    headings = dialogue.get_by_role("dialog").get_by_role("heading", level=3)
    expect(headings.first).to_have_text("Les plus proches")
    assert headings.count() > 1
    expect(dialogue.locator("dialog .etat")).to_have_count(3)


def test_the_keyboard_alone_opens_walks_follows_and_closes(page: Page, site: str) -> None:
    page.goto(site + ENTRY)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("jardin")
    expect(page.locator(FIRST)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIRST)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()

    page.get_by_role("link", name="Rechercher").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("commun")
    expect(page.locator(FIRST)).to_have_text("Commun")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/glossaire/commun/$"))


def test_focus_returns_to_where_the_search_was_opened(dialogue: Page) -> None:
    dialogue.get_by_role("button", name="Fermer").click()
    expect(dialogue.get_by_role("link", name="Rechercher")).to_be_focused()


def test_no_single_key_opens_the_search_or_leaves_the_page(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/")
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{site}/glossaire/")


def test_the_number_of_answers_is_spoken(dialogue: Page) -> None:
    status = dialogue.get_by_role("dialog").get_by_role("status")
    dialogue.get_by_role("searchbox").fill("friche")
    expect(status).to_have_text(re.compile(r"^\d+ résultats? pour « friche »$"))
    dialogue.get_by_role("searchbox").fill("xyzxyz")
    expect(status).to_have_text("Aucun résultat pour « xyzxyz »")
    dialogue.get_by_role("searchbox").fill("")
    expect(status).to_have_text("")


def test_when_nothing_answers_one_may_look_nearer_or_propose_the_term(dialogue: Page) -> None:
    field = dialogue.get_by_role("searchbox")
    field.fill("frichhhhe")
    expect(dialogue.locator("dialog")).to_contain_text("Vouliez-vous dire")
    expect(dialogue.locator(FIRST)).to_have_text("Friche")
    dialogue.get_by_role("link", name="proposez-le").click()
    expect(dialogue).to_have_url(re.compile(r"/corriger/\?terme=frichhhhe$"))
    expect(dialogue.get_by_label("Le terme")).to_have_value("frichhhhe")


def test_after_the_answers_one_may_propose_a_term_too(dialogue: Page) -> None:
    dialogue.get_by_role("searchbox").fill("jardin")
    dialogue.get_by_role("link", name="Proposez-le").click()
    expect(dialogue).to_have_url(re.compile(r"/corriger/\?terme=jardin$"))


def test_enter_in_the_field_leads_to_the_page_of_all_the_answers(dialogue: Page) -> None:
    dialogue.get_by_role("searchbox").fill("jardin")
    dialogue.keyboard.press("Enter")
    expect(dialogue).to_have_url(re.compile(r"/recherche/\?q=jardin$"))
    expect(dialogue.locator("article li a").first).to_have_text("Jardin partagé (JP)")


def test_the_search_page_answers_its_address_and_keeps_what_is_typed(page: Page, site: str) -> None:
    page.goto(f"{site}/recherche/?q=friche")
    expect(page.locator("article li a").first).to_have_text("Friche")
    field = page.get_by_role("searchbox")
    expect(field).to_have_value("friche")
    field.fill("commun")
    expect(page.locator("article li a").first).to_have_text("Commun")
    expect(page).to_have_url(f"{site}/recherche/?q=commun")


def test_a_query_is_text_whatever_it_holds(page: Page, site: str) -> None:
    page.goto(f"{site}/recherche/?q=%3Cimg src=x onerror=alert(1)%3E%22")
    expect(page.get_by_role("status")).to_contain_text('« <img src=x onerror=alert(1)>" »')
    expect(page.locator("#recherche img")).to_have_count(0)


def test_nothing_of_the_search_is_loaded_before_it_is_used(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(site + ENTRY, wait_until="networkidle")
    assert [path for path in asked if "recherche" in path or "vendor" in path] == []
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("friche")
    expect(page.locator(FIRST)).to_be_visible()
    assert any(path.startswith("/recherche/index/") for path in asked)


def test_a_network_that_fails_is_said_and_may_come_back(dialogue: Page) -> None:
    def fail(route: Route) -> None:
        route.abort()

    status = dialogue.get_by_role("dialog").get_by_role("status")
    dialogue.route("**/termes-*", fail)
    dialogue.get_by_role("searchbox").fill("friche")
    expect(status).to_contain_text("La recherche n’a pas pu être chargée")
    dialogue.unroute("**/termes-*", fail)
    dialogue.get_by_role("searchbox").fill("friches")
    expect(dialogue.locator(FIRST)).to_have_text("Friche")


@pytest.fixture
def without_script(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_javascript_the_page_says_so_and_leads_to_the_lists(
    without_script: Page, site: str
) -> None:
    without_script.goto(site + ENTRY)
    without_script.get_by_role("link", name="Rechercher").click()
    expect(without_script.get_by_text("demande JavaScript")).to_be_visible()
    without_script.get_by_role("link", name="le glossaire de A à Z").click()
    expect(without_script).to_have_url(re.compile(r"/glossaire/$"))


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1440, "light")])
def test_the_open_search_bars_nobody(browser: Browser, site: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    faults = {}
    for query in ("jardin", "frichhhhe"):
        page.goto(site + ENTRY)
        page.keyboard.press("Control+k")
        page.get_by_role("searchbox").fill(query)
        expect(page.get_by_role("status").last).to_contain_text(query)
        faults[query] = obstacles(page, "dialog")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{site}/recherche/?q=jardin")
    expect(page.locator("article li a").first).to_be_visible()
    faults["page"] = obstacles(page, "#recherche")
    context.close()
    assert faults == {state: [] for state in faults}


def obstacles(page: Page, where: str) -> list[str]:
    """What axe finds in a part of the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = page.evaluate("([where, options]) => axe.run(where, options)", [where, options])
    return [f"{v['id']}: {node['html']}" for v in found["violations"] for node in v["nodes"]]
