"""The tables of `prendre-place mesure`, and what is kept of them on the site."""

from __future__ import annotations

import os
import platform
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from prendre_place.build import CONFIGURATION, SITE
from prendre_place.load.project import WORKSHOP
from prendre_place.measure.ecoindex import ecoindex
from prendre_place.measure.first_view import elements, first_view, search_weight
from prendre_place.measure.invented import write_project
from prendre_place.measure.plain import build_plain
from prendre_place.measure.running import Run, construct, write_in
from prendre_place.measure.saving import seconds_to_see
from prendre_place.pages.environment import readable_date

KEPT = Path("docs/contribuer/mesures.md")
ABOUT = Path("docs/a-propos.md")
COSTS = re.compile(r"## Ce que coûte ce site \{ #cout \}\n.*?(?=\n## |\Z)", re.DOTALL)
LEAST_SAVED = 1000  # entries of the project whose preview is timed


@dataclass(frozen=True)
class Built:
    """One site built in every way: cold, after a change, without any, by Material alone."""

    name: str
    entries: int
    pages: int
    cold: Run
    changed: Run
    unchanged: Run
    plain: Run
    heaviest_index: int
    search: int


@dataclass(frozen=True)
class Viewed:
    """A page as a browser first receives it: bytes of each file, compressed; its elements."""

    address: str
    files: dict[str, int]
    elements: int

    @property
    def kilobytes(self) -> float:
        return sum(self.files.values()) / 1000


@dataclass(frozen=True)
class Measures:
    """All that was measured, in one run on one machine."""

    sites: Sequence[Built]
    views: Sequence[Viewed]
    saved: Sequence[float]
    saved_entries: int


def measures(root: Path, sizes: Sequence[int]) -> Measures:
    """Measure the project at `root`, and invented ones of each size."""
    with tempfile.TemporaryDirectory() as folder:
        real = Path(folder) / "reel"
        shutil.copytree(root, real, ignore=shutil.ignore_patterns(".*", SITE, "node_modules"))
        sites = [_built("site réel", real)]
        saved: list[float] = []
        saved_entries = 0
        for size in sizes:
            invented = Path(folder) / f"invente-{size}"
            write_project(invented, size, root / CONFIGURATION)
            sites.append(_built(f"{size} entrées inventées", invented))
            if size >= LEAST_SAVED and not saved:
                saved, saved_entries = seconds_to_see(invented, "terme-5"), size
        return Measures(sites, list(_views(real / SITE)), saved, saved_entries)


def _built(name: str, project: Path) -> Built:
    shutil.rmtree(project / WORKSHOP, ignore_errors=True)
    cold = construct(project)
    unchanged = construct(project)
    write_in(min(project.glob("glossary/*.yml")), "Autrement")
    changed = construct(project)
    site = project / SITE
    indexes = [*site.glob("*/index.html"), *site.glob("glossaire/*s/**/index.html")]
    return Built(
        name,
        len([*project.glob("[a-z]*/*.yml")]),
        sum(1 for _ in site.rglob("index.html")),
        cold,
        changed,
        unchanged,
        build_plain(project, project.with_name(f"{project.name}-seul")),
        max(index.stat().st_size for index in indexes),
        search_weight(site),
    )


def _views(site: Path) -> Iterator[Viewed]:
    """The home page, the heaviest entry of the glossary, its index, the préconisations."""
    entries = site.glob("glossaire/*/index.html")
    heaviest = max(entries, key=lambda file: file.stat().st_size).relative_to(site).as_posix()
    for page in ("index.html", heaviest, "glossaire/index.html", "preconisations/index.html"):
        address = f"/{page.removesuffix('index.html')}"
        yield Viewed(address, first_view(site, page), elements(site, page))


BUILDING = (
    "Toute la commande « construire » : lecture, pages, citations, données, contrôles. À froid : "
    "sans rien de gardé. Après un changement : un mot dans une définition. Material seul : "
    "« mkdocs build » du même Markdown, sans citation, sans donnée et sans contrôle."
)
LISTS = "Recherche : ce que trois mots demandent au plus."
VIEWS = (
    "Ce que le navigateur reçoit à la première visite, compressé. EcoIndex va de A, le plus "
    "léger, à G."
)


def tables(found: Measures) -> Iterator[str]:
    """All that was measured, as Markdown, line by line."""
    yield from ("## Construire le site { #construire }", "", BUILDING, "")
    yield from _table(
        "| Site | Pages | À froid | Après un changement | Sans changement | Material seul "
        "| À froid ÷ Material | Après un changement ÷ Material | ms par entrée | Mo par entrée |",
        [_building(site) for site in found.sites],
    )
    if found.saved:
        yield (
            f"Aperçu, {found.saved_entries} entrées : une modification enregistrée se voit en "
            f"{_fr(median(found.saved), 2)} s (médiane de {len(found.saved)} ; la plus longue : "
            f"{_fr(max(found.saved), 2)} s)."
        )
        yield ""
    yield from ("## Listes et recherche { #listes }", "", LISTS, "")
    yield from _table(
        "| Site | Page d’index la plus lourde | Recherche, au plus (gzip) |",
        [f"| {s.name} | {_kb(s.heaviest_index)} Ko | {_kb(s.search)} Ko |" for s in found.sites],
    )
    yield from ("## Ce que le lecteur reçoit { #lecteur }", "", VIEWS, "")
    yield from _table(
        "| Page | Demandes | Ko (gzip) | Éléments | EcoIndex |",
        [_viewing(view) for view in found.views],
    )


def _table(header: str, rows: Sequence[str]) -> Iterator[str]:
    yield header
    yield "|" + " --- |" * (header.count("|") - 1)
    yield from rows
    yield ""


def _building(site: Built) -> str:
    times = (site.cold, site.changed, site.unchanged, site.plain)
    cells = [site.name, str(site.pages), *(f"{_fr(time.seconds, 1)} s" for time in times)]
    cells += [_fr(time.seconds / site.plain.seconds, 2) for time in (site.cold, site.changed)]
    cells.append(_fr(1000 * site.cold.seconds / site.entries, 1))
    cells.append(_fr(site.cold.megabytes / site.entries, 2))
    return "| " + " | ".join(cells) + " |"


def _viewing(view: Viewed) -> str:
    index = ecoindex(view.elements, len(view.files), view.kilobytes)
    weight = _fr(view.kilobytes, 1)
    return (
        f"| {view.address} | {len(view.files)} | {weight} | {view.elements} "
        f"| {index.grade} ({index.score}) |"
    )


def keep(root: Path, found: Measures, day: date) -> None:
    """Keep the measures in the pages of the project."""
    said = "\n".join(tables(found))
    machine = f"{os.cpu_count()} processeurs, Python {platform.python_version()}"
    when = readable_date(day.isoformat())
    (root / KEPT).write_text(
        "---\ntitle: Mesures\ndescription: Ce que coûte le site en durée, en mémoire, en "
        "poids des pages et de la recherche.\n---\n\n# Mesures\n\n"
        f"Faites le {when}, sur une machine à {machine}, par la commande "
        f"`make mesure GARDER=1`.\n\n{said.rstrip()}\n",
        encoding="utf-8",
    )
    about = root / ABOUT
    text = about.read_text(encoding="utf-8")
    about.write_text(COSTS.sub(lambda _: _costs(found, when), text), encoding="utf-8")


def _costs(found: Measures, when: str) -> str:
    """The section « Ce que coûte ce site » of `/a-propos/`."""
    entry = found.views[1]
    index = ecoindex(entry.elements, len(entry.files), entry.kilobytes)
    real = found.sites[0]
    return (
        "## Ce que coûte ce site { #cout }\n\n"
        "La première fois, la plus lourde des pages du glossaire pèse "
        f"{_fr(entry.kilobytes, 0)} Ko en {len(entry.files)} demandes, mise en page et police "
        "comprises ; les suivantes "
        f"reprennent ce qui a déjà été reçu. Sa classe [EcoIndex](https://www.ecoindex.fr/) est "
        f"**{index.grade}** ({index.score} sur 100) : cette méthode du collectif Conception "
        "numérique responsable compte les éléments de la page, les demandes et le poids. "
        f"Les {real.pages} pages se construisent et se contrôlent en "
        f"{_fr(real.cold.seconds, 0)} secondes. Mesuré le {when} : "
        "[toutes les mesures](contribuer/mesures.md).\n"
    )


def _kb(size: int) -> str:
    return _fr(size / 1000, 0)


def _fr(number: float, decimals: int) -> str:
    return f"{number:.{decimals}f}".replace(".", ",")
