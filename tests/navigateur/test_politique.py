"""The browser is told to run nothing that is not a file of the site, and nothing needs it."""

from __future__ import annotations

from playwright.sync_api import Browser

from prendre_place.hook import POLICY
from tests.conftest import ROOT
from tests.navigateur.conftest import EVERY_KIND


def test_no_page_asks_for_what_its_policy_forbids(browser: Browser, site: str) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None,
    )
    for path in EVERY_KIND:
        page.goto(f"{site}{path}")
    page.close()
    assert refused == []


def test_a_script_written_in_a_page_does_not_run(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(f"{site}/glossaire/commun/")
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.entered = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='entered = true'>");
        }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.entered") is None
    page.close()


def test_hosts_are_given_the_same_policy_as_pages() -> None:
    for file in ("docs/_headers", "README.md"):
        assert POLICY in (ROOT / file).read_text(encoding="utf-8"), file
