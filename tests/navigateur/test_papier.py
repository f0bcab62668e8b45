"""Pages as a browser prints them."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader


@pytest.fixture
def printed(browser: Browser, site: str):  # type: ignore[no-untyped-def]
    """Prints a page of the site, from a reader who prefers the dark."""
    context = browser.new_context(color_scheme="dark")

    def print_page(path: str) -> PdfReader:
        page = context.new_page()
        page.goto(site + path)
        return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    yield print_page
    context.close()


@pytest.mark.parametrize(
    "path",
    [
        "/glossaire/jardin-partage/",
        "/notions/jardiner/",
        "/terrains/jardin-du-val/",
        "/preconisations/ouvrir-la-grille/",
        "/organisations/ville-de-valbourg/",
        "/enquete/methode/",
    ],
)
def test_an_entry_prints_as_a_handout(printed, path: str) -> None:  # type: ignore[no-untyped-def]
    pages = printed(path).pages
    shown = " ".join(page.extract_text() for page in pages).replace("\u00a0", " ")
    address = f"https://val.invalid/savoir{path}"
    for expected in ("Le savoir du Val", "En clair.", "ISO 690", address, "Version 1 du", "1 / "):
        assert expected in shown
    for left in ("Fil d’Ariane", "Rechercher", "Sur cette page", "Pages liées", "BibTeX", "APA"):
        assert left not in shown
    assert [round(side) for side in pages[0].mediabox[2:]] == [595, 842]  # A4


def test_field_sites_print_side_by_side_on_two_sheets(printed) -> None:  # type: ignore[no-untyped-def]
    pages = printed("/terrains/comparer/").pages
    assert len(pages) <= 2
    assert [round(side) for side in pages[0].mediabox[2:]] == [842, 595]  # A4, lying
