"""Addresses that others have kept still lead where they led."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.mark.parametrize("javascript", [True, False], ids=["avec JavaScript", "sans"])
def test_a_former_address_leads_on(javascript: bool, browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(f"{site}/glossaire/friche-industrielle/")
    expect(page).to_have_url(f"{site}/glossaire/friche/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Friche")
    context.close()


def test_a_former_anchor_shows_what_it_led_to(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/commun/#definition-courte")
    expect(page.locator("#definition")).to_be_in_viewport()


def test_one_goes_from_an_old_version_to_the_current_one_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/commun/v1/")
    expect(page.get_by_role("note")).to_be_in_viewport()
    page.get_by_role("note").get_by_role("link", name="Ce qui a changé depuis").click()
    expect(page.locator("#changements")).to_be_in_viewport()
    expect(page.locator(".changements del").first).to_contain_text("ressource et un groupe")
    page.get_by_role("link", name=re.compile("lire la version 2")).click()
    expect(page).to_have_url(f"{site}/glossaire/commun/")
    page.get_by_text("Ce qui a changé de la version 1 à la version 2").click()
    expect(page.locator("details.changements ins").first).to_be_visible()
    page.get_by_role("link", name="Version 1", exact=True).click()
    expect(page).to_have_url(f"{site}/glossaire/commun/v1/")
