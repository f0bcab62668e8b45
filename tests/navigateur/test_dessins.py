"""Drawings as they are seen: on a phone, in the dark, by keyboard, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

DRAWN = [
    "/glossaire/domaines/",
    "/glossaire/jardin-partage/",
    "/terrains/",
    "/terrains/jardin-du-val/",
    "/terrains/comparer/",
    "/enquete/methode/",
]
SMALLEST = 12  # pixels
CONTRAST = 4.5  # WCAG 1.4.3
# For each text of each drawing: its words, its box, its size and colours as they are seen.
SEEN = """() => [...document.querySelectorAll(".dessin svg")].filter((svg) => svg.checkVisibility())
  .map((svg) => {
    const frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    const lines = [...svg.querySelectorAll("text")].flatMap((text) =>
      text.querySelector("tspan") ? [...text.querySelectorAll("tspan")] : [text]);
    const under = (text) => {
      const shape = text.closest("a, g")?.querySelector("rect, circle");
      const fill = shape && getComputedStyle(shape).fill;
      return fill && fill !== "none" && !text.closest(".cerne") ? fill
        : getComputedStyle(document.body).backgroundColor;
    };
    return {
      frame: [frame.left, frame.top, frame.right, frame.bottom],
      texts: lines.map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        const box = range.getBoundingClientRect();
        return {
          words: line.textContent,
          box: [box.left, box.top, box.right, box.bottom],
          size: parseFloat(getComputedStyle(line).fontSize) * scale,
          colours: [getComputedStyle(line.closest("text")).fill, under(line)],
        };
      }),
    };
  })"""


@pytest.fixture(scope="module", params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[dict]:
    """Every drawing of every page that has some, on a phone."""
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, color_scheme=request.param
    )
    page = context.new_page()
    found = {}
    for path in DRAWN:
        page.goto(site + path)
        found[path] = page.evaluate(SEEN)
    yield found
    context.close()


def _texts(seen: dict) -> Iterator[tuple[str, dict, list[float]]]:
    for path, drawings in seen.items():
        for drawing in drawings:
            for text in drawing["texts"]:
                yield path, text, drawing["frame"]


def test_every_page_that_should_be_drawn_is(seen: dict) -> None:
    assert {path: len(drawings) for path, drawings in seen.items()} == {
        "/glossaire/domaines/": 1,
        "/glossaire/jardin-partage/": 1,
        "/terrains/": 1,
        "/terrains/jardin-du-val/": 3,
        "/terrains/comparer/": 2,  # on a phone, one field site at a time
        "/enquete/methode/": 1,
    }


def test_text_is_large_enough_on_a_phone(seen: dict) -> None:
    small = [(path, t["words"], t["size"]) for path, t, _ in _texts(seen) if t["size"] < SMALLEST]
    assert small == []


def test_text_stays_inside_its_drawing(seen: dict) -> None:
    cut = [
        (path, t["words"])
        for path, t, (left, _, right, _) in _texts(seen)
        if t["box"][0] < left - 0.5 or t["box"][2] > right + 0.5
    ]
    assert cut == []


def test_text_stands_out_from_what_is_under_it(seen: dict) -> None:
    pale = [
        (path, t["words"], t["colours"])
        for path, t, _ in _texts(seen)
        if _contrast(*t["colours"]) < CONTRAST
    ]
    assert pale == []


def _contrast(first: str, second: str) -> float:
    bright, dark = sorted(map(_luminance, (first, second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2) of `rgb(…)`."""
    levels = [int(number) / 255 for number in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in levels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_neighbour_is_reached_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/glossaire/jardin-partage/")
    drawing = page.get_by_role("group", name="Carte des notions voisines")
    link = drawing.get_by_role("link", name="Jardiner ensemble")
    link.focus()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/notions/jardiner/$"))


def test_a_drawing_without_links_is_an_image_with_its_data_beside_it(page: Page, site: str) -> None:
    page.goto(f"{site}/terrains/jardin-du-val/")
    expect(page.get_by_role("img", name="Chronologie : Le jardin du Val")).to_be_visible()
    table = page.locator("h2#chronologie ~ .tableau").first
    expect(table).to_contain_text("Octobre 2019".lower())


def test_on_paper_drawings_hold_on_their_page(page: Page, site: str) -> None:
    page.goto(f"{site}/terrains/jardin-du-val/")
    page.emulate_media(media="print")
    heights = page.locator(".dessin svg").evaluate_all("all => all.map((s) => s.clientHeight)")
    assert len(heights) == 3
    assert max(heights) <= 24 / 2.54 * 96
