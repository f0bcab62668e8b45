"""What is measured is told in tables, and kept on the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.utils.meta import get_data

from prendre_place.build import CONFIGURATION, site_of
from prendre_place.measure.first_view import elements, first_view, search_weight
from prendre_place.measure.invented import write_project
from prendre_place.measure.report import Built, Measures, Viewed, keep, tables
from prendre_place.measure.running import Run, write_in
from tests.conftest import ROOT

FOUND = Measures(
    [
        Built(
            "site réel",
            entries=400,
            pages=600,
            cold=Run(12, 200),
            changed=Run(6, 200),
            unchanged=Run(1, 60),
            plain=Run(5, 150),
            heaviest_index=120_400,
            search=81_000,
        )
    ],
    [
        Viewed("/", {"index.html": 4000}, 200),
        Viewed("/glossaire/ptce/", {"p": 12_000, "s": 23_000}, 400),
    ],
    [1.0, 0.9, 2.25],
    1000,
)


def test_the_tables_give_times_weights_and_ratios() -> None:
    told = "\n".join(tables(FOUND))
    assert (
        "| site réel | 600 | 12,0 s | 6,0 s | 1,0 s | 5,0 s | 2,40 | 1,20 | 30,0 | 0,50 |" in told
    )
    assert "| site réel | 120 Ko | 81 Ko |" in told
    assert "| /glossaire/ptce/ | 2 | 35,0 | 400 | A (81) |" in told
    assert "1000 entrées : une modification enregistrée se voit en 1,00 s (médiane de 3 ; " in told


def test_they_are_kept_on_the_site_and_only_their_section_changes(tmp_path: Path) -> None:
    (tmp_path / "docs/contribuer").mkdir(parents=True)
    about = tmp_path / "docs/a-propos.md"
    about.write_text(
        "# À propos\n\n## Ce que coûte ce site { #cout }\n\nAncien.\n\n## Après\n\nSuite.\n",
        encoding="utf-8",
    )
    keep(tmp_path, FOUND, date(2026, 11, 20))
    text = about.read_text(encoding="utf-8")
    assert text.startswith("# À propos\n\n## Ce que coûte ce site { #cout }\n\nLa première fois, ")
    assert text.endswith("[toutes les mesures](contribuer/mesures.md).\n\n## Après\n\nSuite.\n")
    assert "Ancien." not in text
    assert "pèse 35 Ko en 2 demandes" in text
    assert "Les 600 pages se construisent et se contrôlent en 12 secondes." in text
    kept = (tmp_path / "docs/contribuer/mesures.md").read_text(encoding="utf-8")
    assert "le 20 novembre 2026" in kept
    assert get_data(kept)[1]["title"] == "Mesures"
    keep(tmp_path, FOUND, date(2026, 11, 20))
    assert about.read_text(encoding="utf-8") == text


def test_the_page_that_shows_them_is_ready_for_them() -> None:
    assert "## Ce que coûte ce site { #cout }\n" in (ROOT / "docs/a-propos.md").read_text("utf-8")


def test_an_invented_project_is_built_weighed_and_changed(tmp_path: Path) -> None:
    write_project(tmp_path, 95, ROOT / CONFIGURATION)
    outcome = site_of(tmp_path)
    assert outcome.site is not None, outcome.problems
    site = tmp_path / "site"
    view = first_view(site, "glossaire/terme-5/index.html")
    assert len(view) <= 8 and sum(view.values()) < 75_000
    assert 50 < elements(site, "glossaire/terme-5/index.html") < 1000
    assert 1000 < search_weight(site) < 100_000

    write_in(tmp_path / "glossary/terme-5.yml", "Autrement")

    again = site_of(tmp_path)
    assert again.site is not None and again.is_new, again.problems
    assert "<p>Autrement " in (site / "glossaire/terme-5/index.html").read_text(encoding="utf-8")
