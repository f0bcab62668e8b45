"""The form of a project, open in a browser beside a stand-in for its forge."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from prendre_place.form.files import form_files
from prendre_place.load.project import load
from tests.conftest import ROOT
from tests.navigateur.conftest import serving
from tests.navigateur.forge import TOKEN, Forge

# Fields are drawn as they come into view: all are in a window as high as the longest entry.
WINDOW = {"width": 1440, "height": 6000}
# A page shows the place that its address names, and not yet the one before; no draft is kept
# half a second after it was saved, to be offered again.
AT_ONCE = """
    delete Document.prototype.startViewTransition;
    localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ useDraftBackup: false }));
"""
EDITOR = re.compile(r"/entries/|/new$")


@dataclass
class Editor:
    """The form, open in a browser, with what it asked of others and what it was refused."""

    page: Page
    forge: Forge | None = None
    asked: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def open(self, place: str) -> None:
        """Show a list or an entry, by its place in the form."""
        self.page.evaluate("place => { location.hash = `#/collections/${place}` }", place)
        if EDITOR.search(place):  # what is typed before it has taken the focus is lost
            expect(self.page.locator(".content-editor[tabindex='0']")).to_have_count(1)

    def textbox(self, label: str) -> Locator:
        return self.page.get_by_role("textbox", name=label, exact=True)

    def value(self, box: Locator) -> str:
        """What a filled field holds."""
        expect(box).not_to_have_value("")
        return box.input_value()

    def field(self, path: str) -> Locator:
        """A field, by its place in the data: `historique.0.date`."""
        return self.page.locator(f"[data-key-path='{path}']")

    def unfold(self, path: str) -> None:
        """Show all that a field holds."""
        folded = self.field(path).locator("[aria-label=Développer][aria-controls]")
        expect(folded.first).to_be_visible()
        while folded.count():
            folded.first.click()

    @property
    def saving(self) -> Locator:
        return self.page.get_by_role("button", name="Enregistrer")

    def save(self) -> tuple[str, str]:
        """Save what is shown to the forge: the path of the file, and its new text."""
        assert self.forge is not None
        known = len(self.forge.commits)
        self.saving.click()
        self.page.wait_for_url(lambda url: not EDITOR.search(url))  # back in the list
        (commit,) = self.forge.commits[known:]
        ((path, text),) = commit.texts.items()
        return path, text


@contextmanager
def form_of(project: Path, forge: Forge, repository: str) -> Iterator[str]:
    """Address of the form of a project whose sources are on this forge."""
    with (project / "publication.yml").open("a", encoding="utf-8") as file:
        file.write(f"forge:\n  genre: {forge.genre}\n  adresse: {repository}\n")
    forge.hold(project)
    with tempfile.TemporaryDirectory() as folder:
        write_form(project, Path(folder) / "sous-dossier")
        with serving(Path(folder)) as address:
            yield f"{address}/sous-dossier/redaction/"


def write_form(project: Path, site: Path) -> None:
    """Write the form of a project into the folder of its site."""
    corpus = load(project).corpus
    assert corpus is not None
    icon = (ROOT / "docs" / "assets" / "favicon.svg").read_bytes()
    for path, content in [*form_files(corpus), ("assets/favicon.svg", icon)]:
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


@contextmanager
def signed_in(browser: Browser, address: str, forge: Forge) -> Iterator[Editor]:
    """The form after signing in; the browser itself speaks English."""
    context = browser.new_context(viewport=WINDOW, locale="en-US")
    page = context.new_page()
    page.add_init_script(AT_ONCE)
    editor = Editor(page, forge)
    ours = (address.removesuffix("sous-dossier/redaction/"), forge.api, "data:", "blob:")
    page.on(
        "request",
        lambda request: None if request.url.startswith(ours) else editor.asked.append(request.url),
    )
    page.on(
        "console",
        lambda said: editor.refused.append(said.text) if said.type == "error" else None,
    )
    # What is asked of a public forge goes to its stand-in.
    context.route(
        f"{forge.api}/**",
        lambda route: route.fulfill(
            response=route.fetch(url=route.request.url.replace(forge.api, forge.address))
        ),
    )
    page.goto(address)
    page.get_by_role("button", name="Se connecter avec un jeton d’accès").click()
    page.get_by_role("textbox").fill(TOKEN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="Friche")).to_be_visible()
    yield editor
    context.close()
