"""What axe finds wrong in a page for people who read it with other means."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.conftest import ROOT

SCRIPT = ROOT / "tests" / "navigateur" / "vendor" / "axe-core-4.14.1.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def obstacles(page: Page, where: str = "html") -> list[str]:
    """Each violation inside the part of the page that `where` selects: its rule, its element."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = page.evaluate("([where, options]) => axe.run(where, options)", [where, options])
    return [
        f"{fault['id']} : {node['html']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]
