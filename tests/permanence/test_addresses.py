"""Addresses that were published: each way of losing one is caught."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.build import build_site
from prendre_place.load.project import load
from prendre_place.permanence.addresses import register
from prendre_place.permanence.ledger import LEDGER, read_ledger
from prendre_place.problems import Problem
from prendre_place.verify import verified
from tests.conftest import copy_project, make_buildable


@pytest.fixture(scope="module")
def ledger(built: Path) -> str:
    """The ledger of the invented project's first publication."""
    corpus = load(built).corpus
    assert corpus is not None
    register(built, built / "site", corpus)
    text = (built / LEDGER).read_text(encoding="utf-8")
    (built / LEDGER).unlink()
    return text


@pytest.fixture
def published(project: Path, ledger: str) -> Path:
    """A copy of the invented project, after its first publication."""
    (project / LEDGER).parent.mkdir()
    (project / LEDGER).write_text(ledger, encoding="utf-8")
    return project


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def lost(problems: list[Problem]) -> list[str]:
    return [p.message for p in problems if p.code == "adresse-perdue"]


def test_pages_formats_and_headings_of_texts_are_promised(ledger: str) -> None:
    lines = ledger.splitlines()
    anchors = "#cette-page #citer #definition #sources"
    assert f"glossaire/friche/ .bib .json .ris .ttl .yml {anchors}" in lines
    assert "glossaire/commun/v1/ .yml" in lines
    assert "glossaire/friche-industrielle/ .bib .json .ris .ttl .yml" in lines
    assert "bibliographie/annees/" in lines
    assert not [line for line in lines if line.startswith(("assets", "search", "sitemap", "404"))]


def test_a_published_project_that_changes_nothing_is_sound(published: Path) -> None:
    assert verified(published).problems == []


def test_a_deleted_entry_is_caught(published: Path) -> None:
    (published / "enquete/poles-temoins.yml").unlink()  # which no other entry names
    assert lost(verified(published).problems) == [
        "l’adresse publiée « enquete/poles-temoins/ » n’existerait plus"
    ]


def test_a_renamed_entry_is_caught_until_its_address_is_redirected(published: Path) -> None:
    old, new = published / "glossary/friche.yml", published / "glossary/terrain-vague.yml"
    old.rename(new)
    for file in published.rglob("*.yml"):
        if (
            "friche\n" in (text := file.read_text(encoding="utf-8"))
            and "versions" not in file.parts
        ):
            file.write_text(text.replace("friche\n", "terrain-vague\n"), encoding="utf-8")
    replace(published / "redirections.yml", "glossaire/friche/", "glossaire/terrain-vague/")
    problems = [p for p in verified(published).problems if p.severity == "erreur"]
    assert [(p.path, p.code) for p in problems] == [
        ("versions/glossary/commun/v1.yml", "lien-inconnu"),
        ("versions/glossary/commun/v1.yml", "id-inconnu"),
        ("versions/glossary/commun/v2.yml", "id-inconnu"),
    ]
    with (published / "redirections.yml").open("a", encoding="utf-8") as file:
        file.write(
            "  - ancienne: glossaire/friche/\n    nouvelle: glossaire/terrain-vague/\n"
            "    date: 2026-11-20\n    motif: Le mot des habitants.\n"
        )
    assert verified(published).problems == []


def test_a_draft_again_is_caught(published: Path) -> None:
    replace(published / "glossary/friche.yml", "a-relire", "brouillon")
    [message] = lost(verified(published).problems)
    assert message == "l’adresse publiée « glossaire/friche/ » n’existerait plus"


def test_a_withdrawn_entry_keeps_its_address(published: Path) -> None:
    withdrawal = "retire\nretrait:\n  date: 2026-11-20\n  motif: Le mot ne sert plus."
    replace(published / "glossary/friche.yml", "a-relire", withdrawal)
    assert lost(verified(published).problems) == []


def test_a_lost_heading_is_caught_by_the_build(published: Path) -> None:
    make_buildable(published)
    replace(published / "glossary/jardin-partage.yml", "usages:", "usages_: ")
    file = published / "glossary/jardin-partage.yml"
    text = file.read_text(encoding="utf-8")
    start = text.index("usages_:")
    rest = text[start:].split("\n")
    end = next(n for n, line in enumerate(rest[1:], 1) if line and line[0] not in " -")
    file.write_text(text[:start] + "\n".join(rest[end:]), encoding="utf-8")
    outcome = build_site(published)
    assert outcome.site is None
    assert lost(outcome.problems) == [
        "l’ancre publiée « glossaire/jardin-partage/#usages » n’existerait plus"
    ]
    with (published / "redirections.yml").open("a", encoding="utf-8") as redirections:
        redirections.write(
            '  - ancienne: "glossaire/jardin-partage/#usages"\n'
            '    nouvelle: "glossaire/jardin-partage/#definition"\n'
            "    date: 2026-11-20\n    motif: Les usages sont dans la définition.\n"
        )
    assert build_site(published).site is not None


def test_a_new_address_waits_for_the_ledger_and_joins_it(published: Path) -> None:
    make_buildable(published)
    replace(published / "glossary/brouillon.yml", "statut: brouillon", "statut: a-relire")
    outcome = build_site(published)
    assert outcome.site is not None, outcome.problems
    assert outcome.site.unregistered == 10
    corpus = load(published).corpus
    assert corpus is not None
    before = read_ledger(published)
    assert register(published, published / "site", corpus) == (10, len(before) + 10)
    assert before.keys() < read_ledger(published).keys()


def test_an_address_never_leaves_the_ledger(published: Path, tmp_path: Path) -> None:
    corpus = load(published).corpus
    assert corpus is not None
    before = read_ledger(published)
    empty = copy_project(tmp_path / "vide") / "site"
    empty.mkdir()
    assert register(published, empty, corpus) == (0, len(before))
