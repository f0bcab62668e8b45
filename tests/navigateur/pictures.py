"""The pictures of the guide, taken of the real form on the real entries.

`python -m tests.navigateur.pictures` takes them again, when the form has changed. Those of
VS Code (`vscode-*.webp`) are taken by hand, at the steps of the guide: light theme, in French
except at the first opening, 2 pixels a point; 64 colours in a lossless WebP stay under 65 KB.
"""

from __future__ import annotations

import base64
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from prendre_place.kinds import KINDS
from tests.conftest import ROOT
from tests.navigateur.conftest import NAMES, QUIET
from tests.navigateur.forge import TOKEN, Forge
from tests.navigateur.redaction import form_of

FOLDER = ROOT / "docs" / "assets" / "contribuer"
SOURCES = [
    *KINDS,
    "publication.yml",
    "bibliography.bib",
    "sigles.yml",
    "mots-etrangers.yml",
    "carte.yml",
]
WIDTH, HEIGHT = 960, 600
TO_WEBP = """async (png) => {
    const image = await createImageBitmap(await (await fetch(png)).blob());
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.7);
}"""


def main() -> None:
    """Take every picture again."""
    executable = next(filter(None, map(shutil.which, NAMES)))
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        with _form(browser, Path(folder)) as page:
            _take(page, "formulaire-liste")
            _open(page, "glossary/entries/ptce")
            _take(page, "formulaire-entree")
            _open(page, "glossary/new")
            page.get_by_role("button", name="Enregistrer").click()
            page.get_by_role("textbox", name="En clair").fill("Trop court.")
            expect(page.get_by_text("Attendu : de 15 à 45 mots.")).to_be_visible()
            _take(page, "formulaire-faute")
        browser.close()


@contextmanager
def _form(browser: Browser, folder: Path) -> Iterator[Page]:
    """The form of the real project, after signing in to a stand-in for its forge."""
    project = folder / "projet"
    project.mkdir()
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, project / name)
    with (
        Forge("gitlab") as forge,
        form_of(project, forge, f"{forge.address}/chairess/prendre-place") as address,
    ):
        context = browser.new_context(
            viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2, locale="fr-FR"
        )
        page = context.new_page()
        page.goto(address)
        page.get_by_role("button", name="Se connecter avec un jeton d’accès").click()
        page.get_by_role("textbox").fill(TOKEN)
        page.keyboard.press("Enter")
        expect(page.get_by_role("row").first).to_be_visible()
        yield page


def _open(page: Page, place: str) -> None:
    page.evaluate("place => { location.hash = `#/collections/${place}` }", place)
    expect(page.get_by_role("textbox", name="En clair", exact=True)).to_be_visible()


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(800)  # panels slide in
    png = base64.b64encode(page.screenshot()).decode()
    blank = page.context.new_page()
    webp = blank.evaluate(TO_WEBP, f"data:image/png;base64,{png}")
    blank.close()
    (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(webp.split(",")[1]))


if __name__ == "__main__":
    main()
