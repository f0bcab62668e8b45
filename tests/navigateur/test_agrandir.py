"""Larger text, wider spacing, a narrow screen: nothing is cut, covered or pushed out.

WCAG 2.2: 1.4.4 (text at 200 %), 1.4.10 (320 px), 1.4.12 (spacing).
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.navigateur.conftest import EVERY_KIND, launched

# The values of 1.4.12, over any of ours.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }
"""
# What a reader would lose: texts cut by their box or out of the screen, controls over another.
LOST = """(where) => {
  const part = document.querySelector(where);
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // For ears only, or shown when reached: cut on purpose.
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
      && style.clipPath === "none";
  };
  const named = (element) => `${element.outerHTML.slice(0, 80)}…`;
  const all = [...part.querySelectorAll("*:not(svg, svg *)")].filter(shown);
  const cut = all.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const wide = element.scrollWidth > element.clientWidth + 1;
    const high = element.scrollHeight > element.clientHeight + 1;
    return (wide && /hidden|clip/.test(overflowX)) || (high && /hidden|clip/.test(overflowY));
  });
  const out = all.filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return !element.children.length && !element.closest(".tableau, pre")
      && (left < -1 || right > innerWidth + 1);
  });
  const controls = [...part.querySelectorAll("a[href], button, input, select, summary")]
    .filter((element) => shown(element)).map((element) => [element, [...element.getClientRects()]]);
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  const covered = controls.filter(([one, boxes], at) => controls.slice(at + 1).some(
    ([other, others]) => !one.contains(other) && !other.contains(one)
      && boxes.some((box) => others.some((another) => meet(box, another)))));
  const wider = document.documentElement.scrollWidth - innerWidth;
  return [
    ...cut.map((element) => `coupé : ${named(element)}`),
    ...out.map((element) => `hors de l’écran : ${named(element)}`),
    ...covered.map(([element]) => `recouvert : ${named(element)}`),
    ...(wider > 0 ? [`page plus large de ${wider} pixels`] : []),
  ];
}"""
# Width of the screen, text twice larger in the settings of the browser, spacing of the reader.
CASES = {
    "320 pixels": (320, False, ""),
    "texte à 200 %": (1280, True, ""),
    "espacement": (320, False, SPACED),
}


@pytest.fixture(scope="module")
def large_print(browser: Browser) -> Iterator[Browser]:
    """A browser whose reader has chosen a text twice larger."""
    large = launched(browser.browser_type, "--blink-settings=defaultFontSize=32")
    yield large
    large.close()


@pytest.fixture(params=CASES.values(), ids=CASES)
def strained(
    request: pytest.FixtureRequest, browser: Browser, large_print: Browser
) -> Iterator[Page]:
    """A page whose reader needs room."""
    width, large, style = request.param
    context = (large_print if large else browser).new_context(
        viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { const sheet = new CSSStyleSheet();"
        f"sheet.replaceSync(`{style}`); document.adoptedStyleSheets.push(sheet); }})"
    )
    yield page
    context.close()


def test_no_kind_of_page_loses_anything(strained: Page, site: str) -> None:
    lost = {}
    for path in EVERY_KIND:
        strained.goto(site + path)
        if found := strained.evaluate(LOST, "body"):
            lost[path] = found
    assert lost == {}


def test_what_opens_loses_nothing_either(strained: Page, site: str) -> None:
    strained.goto(f"{site}/terrains/jardin-du-val/")
    for name in ("Menu", "Sur cette page"):
        button = strained.get_by_role("button", name=name)
        if button.is_visible():
            button.click()
            assert strained.evaluate(LOST, "[popover]:popover-open") == [], name
            strained.keyboard.press("Escape")
    strained.keyboard.press("Control+k")
    strained.get_by_role("searchbox").fill("jardin")
    expect(strained.locator("dialog article, dialog li").first).to_be_visible()
    assert strained.evaluate(LOST, "dialog") == []


def test_the_text_is_really_twice_larger(strained: Page, site: str) -> None:
    strained.goto(f"{site}/")
    size = strained.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size == (40 if strained.viewport_size == {"width": 1280, "height": 800} else 20)


def test_a_fault_would_be_seen(browser: Browser, site: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(f"{site}/glossaire/")
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("h1 { width: 1em; white-space: nowrap; overflow: hidden }"
            + " .chemin a { padding: 3rem } .chapo { width: 200vw }");
          document.adoptedStyleSheets.push(sheet);
        }"""
    )
    told = "\n".join(page.evaluate(LOST, "body"))
    page.close()
    for fault in ("coupé : <h1", "hors de l’écran : <p", "recouvert : <", "page plus large"):
        assert fault in told
