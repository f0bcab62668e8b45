"""A real Chromium on the built site of the invented project."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect, sync_playwright

from prendre_place.build import build_site
from tests.conftest import copy_project, make_buildable

EVERY_KIND = [
    "/",
    "/glossaire/",
    "/glossaire/domaines/",
    "/glossaire/sigles/",
    "/glossaire/jardin-partage/",
    "/glossaire/ancien-mot/",
    "/glossaire/commun/",
    "/glossaire/commun/v1/",
    "/notions/",
    "/notions/jardiner/",
    "/terrains/",
    "/terrains/comparer/",
    "/terrains/jardin-du-val/",
    "/preconisations/",
    "/preconisations/ouvrir-la-grille/",
    "/se-situer/",
    "/organisations/",
    "/organisations/ville-de-valbourg/",
    "/enquete/",
    "/enquete/chiffres/",
    "/enquete/methode/",
    "/enquete/journal/",
    "/bibliographie/",
    "/bibliographie/auteurs/",
    "/bibliographie/martin2001jardin/",
    "/donnees/",
    "/recherche/",
    "/accessibilite/",
    "/corriger/?page=a-propos/",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")
SOON = 20_000  # ms: what a slow machine may take
# Without these Chromium calls its maker at every start.
QUIET = ("--no-sandbox", "--disable-background-networking", "--no-first-run")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; the test command installs it where it may."""
    expect.set_options(timeout=SOON)
    with sync_playwright() as playwright:
        chromium = launched(playwright.chromium)
        yield chromium
        chromium.close()


def launched(chromium: BrowserType, *settings: str, **options: Any) -> Browser:
    """A browser with settings and options of its own."""
    executable = next(filter(None, map(shutil.which, NAMES)))
    return chromium.launch(executable_path=executable, args=[*QUIET, *settings], **options)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the invented project's site, served under a folder as a forge does."""
    root = tmp_path_factory.mktemp("site")
    project = make_buildable(copy_project(root / "projet"))
    _add_a_second_terrain(project)
    _add_more_advice(project)
    outcome = build_site(project)
    assert outcome.site is not None, outcome.problems
    shutil.move(outcome.site.folder, root / "web" / "sous-dossier")
    with serving(root / "web") as address:
        yield f"{address}/sous-dossier"


def _add_a_second_terrain(project: Path) -> None:
    """A twin of the invented terrain: what is side by side needs two sides."""
    first = project / "terrains" / "jardin-du-val.yml"
    text = first.read_text(encoding="utf-8").replace("id: jardin-du-val", "id: jardin-du-mont")
    twin = text.replace("titre: Le jardin du Val", "titre: Le jardin du Mont")
    twin = twin.replace("trente familles", "douze familles")
    twin = twin.replace("Une petite ville au bord d’une rivière", "Une friche, où siège l’AG")
    (project / "terrains" / "jardin-du-mont.yml").write_text(twin, encoding="utf-8")


# id, title, what else its twin says: a list is filtered and sorted where cards differ.
ADVICE = [
    ("tenir-parole", "Tenir parole", [("enoncee", "deduite"), ('"2020"', '"2023"')]),
    ("clore-le-terrain", "Clore le terrain", [("collectivités locales", "entreprises")]),
    (
        "elire-un-bureau",
        "Élire un bureau",
        [
            ("participation", "gouvernance"),
            ("jardin-du-val\n", "jardin-du-mont\n"),
            ("type: litterature", "type: observation"),
        ],
    ),
]


def _add_more_advice(project: Path) -> None:
    first = (project / "preconisations" / "ouvrir-la-grille.yml").read_text(encoding="utf-8")
    for entry_id, title, changes in ADVICE:
        text = first.replace("id: ouvrir-la-grille", f"id: {entry_id}")
        text = text.replace("Ouvrir la grille du jardin", title)
        text = text.replace("Laisser entrer les passants", f"{title}, puis laisser entrer")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (project / "preconisations" / f"{entry_id}.yml").write_text(text, encoding="utf-8")


class serving:  # noqa: N801 - reads as a sentence: with serving(folder) as address
    """Serve a folder on a free port while the block lasts."""

    def __init__(self, folder: Path) -> None:
        handler = partial(_Silent, directory=str(folder))
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(params=["téléphone", "bureau"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page at phone and at desktop width."""
    width = 360 if request.param == "téléphone" else 1440
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()
