"""What a reader does in the form of a proposal."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

FRICHE = "/corriger/?page=glossaire/friche/"
GARDEN = "/corriger/?page=glossaire/jardin-partage/"
OPEN = "boxes => boxes.forEach((box) => (box.open = true))"
PLAIN = (
    "Un terrain ou un bâtiment que plus personne n’utilise, parfois depuis longtemps, et qui "
    "attend qu’on lui trouve un nouvel emploi."
)


def opened(page: Page, *names: str) -> None:
    """Unfold fields, by their names."""
    for name in names:
        page.locator("summary").filter(has_text=name).first.click()


def choose(page: Page, box: Locator, typed: str, name: str) -> None:
    """Write some letters of a name, and choose it in the list."""
    box.fill(typed)
    page.get_by_role("option", name=name).click()
    expect(box).to_have_attribute("aria-expanded", "false")


def propose(page: Page) -> Locator:
    """Read the proposal again: the text that would leave."""
    page.get_by_role("button", name="Relire ma proposition").click()
    folded = page.locator(".correction-exact:not([open]) > summary")
    if folded.is_visible():
        folded.click()
    return page.get_by_label("Le texte de la proposition, tel qu’il partira")


def friche_corrected(page: Page, site: str) -> str:
    """The proposal of one change of one field, as the reader sees it."""
    page.goto(site + FRICHE)
    opened(page, "En clair")
    page.get_by_label("En clair").fill(PLAIN)
    page.get_by_label("Pourquoi cette correction").fill("La durée compte.")
    page.get_by_label("Source (facultatif)").fill("Durand, 2010, p. 21")
    return propose(page).input_value()


def downloaded(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def lines(place: Locator) -> list[str]:
    """What is read there, line by line, its no-break spaces as spaces."""
    text = "\n".join(place.all_inner_texts())
    return text.replace("\u00a0", " ").split("\n")
