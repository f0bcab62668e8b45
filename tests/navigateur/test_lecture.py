"""What a reader does, in a real browser, against the built site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.navigateur.conftest import EVERY_KIND


def test_a_citation_leads_to_the_list_and_from_there_to_its_page(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/jardin-partage/")
    page.locator("article p a", has_text="Martin et Petit, 2001").first.click()
    expect(page).to_have_url(re.compile(r"#ref-martin2001jardin$"))
    item = page.locator("li", has=page.locator("#ref-martin2001jardin"))
    expect(item).to_be_in_viewport()
    expect(item).to_contain_text("MARTIN, Aline et PETIT, Boris, 2001.")
    item.get_by_role("link", name="Notice\u00a0: Martin et Petit (2001)").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Martin et Petit (2001)")
    page.get_by_role("link", name="Jardin partagé", exact=True).first.click()
    expect(page).to_have_url(re.compile(r"/glossaire/jardin-partage/$"))


def test_the_plain_line_is_read_first(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/jardin-partage/")
    plain = page.locator(".en-clair")
    expect(plain).to_be_in_viewport()
    expect(plain).to_contain_text("Un jardin que des voisins et voisines cultivent ensemble")


def test_a_page_says_at_its_top_that_no_one_has_read_it_again(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/jardin-partage/")
    page.get_by_role("link", name="à relire", exact=True).click()
    expect(page).to_have_url(re.compile(r"#cette-page$"))
    expect(page.locator("dd", has_text="à relire : texte rédigé")).to_be_in_viewport()


def test_an_entry_is_printed_at_one_press(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/jardin-partage/")
    page.evaluate("window.print = () => (window.printed = true)")
    page.get_by_role("button", name="Imprimer").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".imprimer")).to_be_hidden()
    expect(page.get_by_text("JSON · YAML")).to_be_hidden()


@dataclass(frozen=True)
class Visit:
    """What a first view of a page showed, asked for and left behind."""

    hosts: set[str]
    cookies: int
    overflow: int
    text: str


@pytest.fixture(scope="module", params=[360, 1440], ids=["téléphone", "bureau"])
def visits(request: pytest.FixtureRequest, browser: Browser, site: str) -> dict[str, Visit]:
    """One visit of a page of each kind."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    found = {}
    for path in EVERY_KIND:
        hosts.clear()
        page.goto(site + path)
        page.wait_for_timeout(100)  # what scripts ask for once the page is there
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        text = page.locator("body").inner_text()
        found[path] = Visit(set(hosts), len(context.cookies()), overflow, text)
    context.close()
    return found


def test_nothing_is_asked_of_another_site(visits: dict[str, Visit], site: str) -> None:
    ours = {urlsplit(site).netloc}
    assert {path: visit.hosts for path, visit in visits.items() if visit.hosts != ours} == {}


def test_no_cookie_is_left(visits: dict[str, Visit]) -> None:
    assert sum(visit.cookies for visit in visits.values()) == 0


def test_no_page_is_wider_than_the_screen(visits: dict[str, Visit]) -> None:
    assert {path: visit.overflow for path, visit in visits.items() if visit.overflow > 0} == {}


@pytest.mark.parametrize(
    "left", ["csl-block", ":::", "{ #", "[[", "{references}", "Jump back", "Made with", "None"]
)
def test_no_markup_and_no_english_is_left(visits: dict[str, Visit], left: str) -> None:
    # The home page of the invented project shows `[[id]]` in code on purpose.
    shown = {path: visit.text.replace("[[id]]", "") for path, visit in visits.items()}
    assert [path for path, text in shown.items() if left in text] == []


def test_everything_reads_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/")
    page.get_by_role("link", name="Jardin partagé").first.click()
    expect(page.locator("h2#definition")).to_be_visible()
    expect(page.locator(".en-clair")).to_be_visible()
    context.close()


def test_code_that_shows_marks_is_left_as_written(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    expect(page.locator("code", has_text="[@cle, lieu]").first).to_be_visible()
    expect(page.locator("code", has_text="[[id]]").first).to_be_visible()


def test_the_glossary_is_filtered_as_one_types(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/")
    field = page.get_by_role("searchbox", name="Filtrer la liste")
    status = page.locator('.filtre [role="status"]')
    field.fill("jardins PARTAGES")  # a variant, without accents
    expect(page.locator("dt:visible")).to_have_text([re.compile("Jardin partagé")])
    expect(status).to_have_text("1 résultat")
    expect(page.locator("h2#lettre-f")).to_be_hidden()
    field.fill("zzz")
    expect(status).to_have_text("Aucun résultat")
    field.fill("")
    expect(page.locator("dt:visible")).to_have_count(3)
    expect(page.locator("h2#lettre-f")).to_be_visible()


def test_without_javascript_the_glossary_is_a_plain_list(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/glossaire/")
    expect(page.locator(".filtre")).to_be_hidden()
    expect(page.locator("dt:visible")).to_have_count(3)
    context.close()


def test_one_chooses_which_terrains_to_compare(page: Page, site: str) -> None:
    page.goto(f"{site}/terrains/comparer/?terrain=jardin-du-mont")
    columns = page.locator("#en-clair + .cote-a-cote .colonne:visible")
    expect(columns).to_have_count(1)
    expect(columns).to_contain_text("douze familles")
    headers = page.locator("#logiques ~ .tableau th:visible")
    expect(headers.nth(1)).to_have_text("Le jardin du Mont")
    page.get_by_role("checkbox", name="Le jardin du Val").check()
    expect(columns).to_have_count(2)
    expect(page).to_have_url(re.compile(r"terrain=jardin-du-mont&terrain=jardin-du-val"))


def test_on_a_phone_terrains_come_one_at_a_time(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{site}/terrains/comparer/")
    expect(page.locator("#en-clair + .cote-a-cote .colonne:visible")).to_have_count(1)
    context.close()


def test_without_javascript_all_terrains_are_side_by_side(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/terrains/comparer/")
    expect(page.locator("#en-clair + .cote-a-cote .colonne:visible")).to_have_count(2)
    context.close()


def test_a_citation_is_copied_with_the_day_of_reading(browser: Browser, site: str) -> None:
    context = browser.new_context(
        locale="fr-FR",
        permissions=["clipboard-read", "clipboard-write"],
        timezone_id="Europe/Paris",
    )
    page = context.new_page()
    page.clock.install(time="2027-03-01T10:00:00Z")
    page.goto(f"{site}/glossaire/commun/")
    page.get_by_role("button", name="Copier la citation, ISO 690 (auteur-date)").click()
    expect(page.get_by_text("Citation copiée : ISO 690 (auteur-date).")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
    assert copied == (
        "CHAIRE DU VAL, 2026. Commun. Le savoir du Val [en ligne]. Version 2. Chaire du Val. "
        "[Consulté le 1er mars 2027]. Disponible à l’adresse : "
        "https://val.invalid/savoir/glossaire/commun/"
    )
    page.locator("summary", has_text="BibTeX").click()
    page.get_by_role("button", name="Copier la citation, BibTeX").click()
    expect(page.get_by_text("Citation copiée : BibTeX.")).to_be_visible()
    assert 'urldate = "2027-03-01"' in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_the_page_of_a_reference_gives_what_cites_it_in_a_definition(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{site}/bibliographie/durand2010voisins/")
    expect(page.locator("dl.citer dd")).to_have_text("[@durand2010voisins, p. …]")
    page.get_by_role("button", name="Copier la citation").click()
    said = "Citation copiée : Pour citer cette référence dans une définition."
    expect(page.get_by_text(said)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "[@durand2010voisins, p. …]"
    context.close()


def test_citations_read_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/glossaire/commun/")
    expect(page.locator('[data-style="chicago"]')).to_contain_text("consulté le …")
    expect(page.get_by_role("button", name="Copier la citation")).to_have_count(0)
    context.close()


def test_a_table_is_sorted_by_its_headers(page: Page, site: str) -> None:
    page.goto(f"{site}/enquete/poles-temoins/")
    first = page.locator(".triable tbody tr").first
    region = page.get_by_role("button", name="Région")
    region.click()
    expect(first).to_contain_text("Alpages")
    expect(page.locator('th[aria-sort="ascending"]')).to_have_text("Région")
    region.press("Enter")
    expect(first).to_contain_text("Valbourg")
