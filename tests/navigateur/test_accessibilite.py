"""axe on every kind of page: light, dark, phone, with what opens open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.navigateur.axe import obstacles
from tests.navigateur.conftest import EVERY_KIND


@pytest.fixture(params=[(360, "dark"), (1440, "light")], ids=["téléphone-sombre", "bureau-clair"])
def reader(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page on a phone in the dark, then on a desktop in the light."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_kind_of_page(reader: Page, site: str) -> None:
    found = {}
    for path in EVERY_KIND:
        reader.goto(site + path)
        if shown := obstacles(reader):
            found[path] = shown
    assert found == {}


def test_nothing_either_with_a_list_filtered(reader: Page, site: str) -> None:
    reader.goto(f"{site}/glossaire/")
    reader.get_by_role("searchbox", name="Filtrer la liste").fill("jardin")
    assert obstacles(reader) == []


def test_nothing_either_with_menu_and_contents_open(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site}/glossaire/jardin-partage/")
    for name in ("Menu", "Sur cette page"):
        page.get_by_role("button", name=name).click()
        assert obstacles(page) == []
        page.keyboard.press("Escape")
    page.close()
