"""The table of `prendre-place mesure`: whole processes, timed from outside."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from prendre_place.build import CONFIGURATION, SITE
from prendre_place.citations.page_citations import cite_entries
from prendre_place.load.project import BIBLIOGRAPHY, WORKSHOP, load
from prendre_place.measure.first_view import first_view
from prendre_place.measure.invented import write_plain_stack, write_project
from prendre_place.pages.finishing import REFERENCES_TITLE
from prendre_place.pages.site_pages import site_pages

HEADER = (
    "| site | pages | à froid | à chaud | ms/page à froid | outils seuls | rapport à froid "
    "| rapport à chaud | Ko/entrée | Ko gzip | Ko/entrée, outils seuls |"
)

# The plain stack writes a list of its own, by the plugin, at the end of each page.
OUR_LIST = re.compile(rf"## {REFERENCES_TITLE}\n\n(?:- .*\n)+")


@dataclass(frozen=True)
class _Row:
    name: str
    pages: int
    cold: float
    warm: float
    plain: float | None
    bytes_entry: tuple[float, float]
    plain_bytes: float | None

    def __str__(self) -> str:
        cells = [
            self.name,
            str(self.pages),
            f"{self.cold:.1f} s",
            f"{self.warm:.1f} s",
            f"{1000 * self.cold / self.pages:.1f}",
            f"{self.plain:.1f} s" if self.plain else "–",
            f"{self.plain / self.cold:.1f}" if self.plain else "–",
            f"{self.plain / self.warm:.1f}" if self.plain else "–",
            f"{self.bytes_entry[0] / 1000:.1f}",
            f"{self.bytes_entry[1] / 1000:.1f}",
            f"{self.plain_bytes / 1000:.1f}" if self.plain_bytes else "–",
        ]
        return "| " + " | ".join(cells) + " |"


def report(root: Path, sizes: list[int], without_plain: bool) -> Iterator[str]:
    """Lines of a Markdown table: the real site, then invented ones of each size.

    Cold is without any cache, warm with the citations of a first build; both are
    the whole command, from reading to checking. Plain is `mkdocs build` of the
    same Markdown, all pages in the navigation, citations by the plugin alone.
    """
    yield HEADER
    yield "|" + " --- |" * HEADER.count(" | ") + " --- |"
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder) / "reel"
        shutil.copytree(root, real, ignore=shutil.ignore_patterns(".*", SITE, "node_modules"))
        yield str(_row("site réel", real, None if without_plain else Path(folder) / "reel-seuls"))
        for size in sizes:
            invented = Path(folder) / f"invente-{size}"
            write_project(invented, size, root / CONFIGURATION)
            plain = None if without_plain else Path(folder) / f"seuls-{size}"
            yield str(_row(f"{size} entrées inventées", invented, plain))
        yield ""
        yield from _first_view(real)
    yield ""
    yield (
        "À froid : sans aucun cache. À chaud : avec le cache des citations. Les deux : toute la "
        "commande « construire », lecture et contrôles compris. Outils seuls : mkdocs build du "
        "même Markdown, toutes les pages dans la navigation, mkdocs-bibtex sans aide. Un rapport "
        "est le temps des outils seuls divisé par le nôtre."
    )


def _first_view(project: Path) -> Iterator[str]:
    """The heaviest entry as a reader first receives it."""
    entries = project.glob(f"{SITE}/glossaire/*/index.html")
    heaviest = max(entries, key=lambda file: file.stat().st_size)
    page = heaviest.relative_to(project / SITE).as_posix()
    view = first_view(project / SITE, page)
    yield f"| première vue de {page} | Ko gzip |"
    yield "| --- | --- |"
    for name, size in view.items():
        yield f"| {name} | {size / 1000:.1f} |"
    yield f"| **{len(view)} requêtes** | **{sum(view.values()) / 1000:.1f}** |"


def _row(name: str, project: Path, plain: Path | None) -> _Row:
    shutil.rmtree(project / WORKSHOP, ignore_errors=True)
    build = [sys.executable, "-m", "prendre_place", "--projet", str(project), "construire"]
    cold = _seconds(build, project)
    warm = _seconds(build, project)
    plain_time = plain_bytes = None
    if plain:
        _plain_project(project, plain)
        plain_time = _seconds([sys.executable, "-m", "mkdocs", "build", "--quiet"], plain)
        plain_bytes = _weight(plain / SITE)[0]
    pages = sum(1 for _ in (project / SITE).rglob("index.html"))
    return _Row(name, pages, cold, warm, plain_time, _weight(project / SITE), plain_bytes)


def _plain_project(project: Path, plain: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None, "the project was built a moment ago"
    plain.mkdir()
    shutil.copy(project / BIBLIOGRAPHY, plain)
    pages = (
        (page.path, OUR_LIST.sub("", page.markdown))
        for page in site_pages(corpus, cite_entries(corpus, project / WORKSHOP))
        if not page.path.startswith("bibliographie/")
    )
    configuration = Path(project / CONFIGURATION)
    if inherited := _inherited(configuration):
        configuration = inherited
    write_plain_stack(plain, pages, configuration)


def _inherited(configuration: Path) -> Path | None:
    for line in configuration.read_text(encoding="utf-8").splitlines():
        if line.startswith("INHERIT: "):
            return Path(line.removeprefix("INHERIT: "))
    return None


def _seconds(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} : {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return time.perf_counter() - start


def _weight(site: Path) -> tuple[float, float]:
    """Mean bytes of a glossary entry's HTML, as it is and compressed."""
    pages = [file.read_bytes() for file in site.glob("glossaire/*/index.html")]
    return mean(map(len, pages)), mean(len(gzip.compress(page)) for page in pages)
