"""The plain line of a term, where the term is met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.navigateur.axe import obstacles

PLAIN_LINE = "Friche Un terrain ou un bâtiment que plus personne n’utilise"


@pytest.fixture
def reading(page: Page, site: str) -> Page:
    """A page whose text names a term and an acronym that nobody linked."""
    page.goto(f"{site}/terrains/jardin-du-mont/")
    return page


def test_hovering_shows_the_line_and_leaving_hides_it(reading: Page) -> None:
    bubble = reading.get_by_role("tooltip")
    term = reading.get_by_role("link", name="friche", exact=True)
    term.hover()
    expect(bubble).to_contain_text(PLAIN_LINE)
    expect(term).to_have_attribute("aria-describedby", "bulle-definition")
    bubble.hover()  # WCAG 1.4.13: the pointer may go on it
    reading.wait_for_timeout(400)
    expect(bubble).to_be_visible()
    reading.mouse.move(0, 0)
    expect(bubble).to_be_hidden()
    expect(term).not_to_have_attribute("aria-describedby", re.compile("."))


def test_the_keyboard_shows_the_line_and_escape_closes_it(reading: Page) -> None:
    term = reading.get_by_role("link", name="friche", exact=True)
    term.focus()
    bubble = reading.get_by_role("tooltip")
    expect(bubble).to_contain_text(PLAIN_LINE)
    reading.keyboard.press("Escape")
    expect(bubble).to_be_hidden()
    expect(term).to_be_focused()
    reading.keyboard.press("Enter")
    expect(reading).to_have_url(re.compile(r"/glossaire/friche/$"))


def test_the_line_stays_within_the_screen(reading: Page) -> None:
    reading.get_by_role("link", name="AG", exact=True).hover()
    bubble = reading.get_by_role("tooltip")
    expect(bubble).to_contain_text("AG assemblée générale")
    box, size = bubble.bounding_box(), reading.viewport_size
    assert box is not None and size is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    assert box["y"] >= 0 and box["y"] + box["height"] <= size["height"]


def test_a_first_touch_shows_the_line_and_a_second_opens_the_page(touching: Page) -> None:
    term = touching.get_by_role("link", name="friche", exact=True)
    term.tap()
    bubble = touching.get_by_role("tooltip")
    expect(bubble).to_contain_text(PLAIN_LINE)
    expect(bubble).to_contain_text("Touchez encore le mot pour ouvrir sa page.")
    touching.locator("h2").first.tap()
    expect(bubble).to_be_hidden()
    term.tap()
    expect(bubble).to_be_visible()
    term.tap()
    expect(touching).to_have_url(re.compile(r"/glossaire/friche/$"))


def test_when_the_line_cannot_be_had_a_touch_opens_the_page(touching: Page) -> None:
    opened: list[str] = []
    touching.route(
        "**/glossaire/friche/",
        lambda route: (
            opened.append(route.request.resource_type),
            route.abort() if route.request.resource_type == "fetch" else route.continue_(),
        ),
    )
    touching.get_by_role("link", name="friche", exact=True).tap()
    expect(touching).to_have_url(re.compile(r"/glossaire/friche/$"))
    assert opened == ["fetch", "document"]


@pytest.fixture
def touching(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}/terrains/jardin-du-mont/")
    yield page
    context.close()


def test_nothing_is_fetched_until_a_line_is_asked_for_and_then_once(
    reading: Page, site: str
) -> None:
    asked: list[str] = []
    reading.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    reading.reload(wait_until="networkidle")
    assert [path for path in asked if path.startswith("/glossaire/")] == []
    term = reading.get_by_role("link", name="friche", exact=True)
    for _ in range(2):
        term.hover()
        expect(reading.get_by_role("tooltip")).to_be_visible()
        reading.mouse.move(0, 0)
        expect(reading.get_by_role("tooltip")).to_be_hidden()
    assert [path for path in asked if path.startswith("/glossaire/")] == ["/glossaire/friche/"]


def test_without_javascript_the_term_is_a_plain_link(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/terrains/jardin-du-mont/")
    page.get_by_role("link", name="friche", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Friche"))
    context.close()


def test_pages_written_by_hand_have_definitions_too(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.get_by_role("link", name="Jardin partagé").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("Jardin partagé (JP) Un jardin que des")


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_axe_finds_no_obstacle_in_a_shown_line(
    browser: Browser, site: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{site}/terrains/jardin-du-mont/")
    page.get_by_role("link", name="friche", exact=True).focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert obstacles(page, "article p, .bulle") == []
    context.close()
