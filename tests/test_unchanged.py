"""A build with nothing changed does no work, and never shows an old site for a new one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from prendre_place.build import site_of
from prendre_place.load.project import WORKSHOP
from tests.test_build import tree


def is_new(project: Path) -> bool:
    outcome = site_of(project)
    assert outcome.site is not None, outcome.problems
    return outcome.is_new


def test_nothing_is_built_again_where_nothing_has_changed(online: Path) -> None:
    first = site_of(online)
    assert first.site is not None and not first.is_new
    assert (first.site.entries, first.site.references) == (14, 4)


@pytest.mark.parametrize("path", ["glossary/friche.yml", "publication.yml", "docs/index.md"])
def test_a_changed_source_is_built_again(online: Path, path: str) -> None:
    with (online / path).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert is_new(online)
    assert not is_new(online)


def test_a_source_that_comes_or_goes_is_built_again(online: Path) -> None:
    file = online / "docs/assets/note.txt"
    file.write_text("Une note.", encoding="utf-8")
    assert is_new(online)
    file.unlink()
    assert is_new(online)
    assert not (online / "site/assets/note.txt").exists()


def test_a_site_that_somebody_touched_is_built_again(online: Path) -> None:
    (online / "site/index.html").write_text("Rien.", encoding="utf-8")
    assert is_new(online)
    assert (online / "site/index.html").read_text(encoding="utf-8") != "Rien."


def test_a_page_that_is_missing_from_the_site_is_built_again(online: Path) -> None:
    (online / "site/glossaire/commun/index.html").unlink()
    assert is_new(online)
    assert (online / "site/glossaire/commun/index.html").is_file()


@pytest.mark.parametrize("spoiled", ["", "{", "[]", '{"sources": 3}', '{"problems": [{"a": 1}]}'])
def test_a_note_that_is_lost_or_damaged_only_costs_a_build(online: Path, spoiled: str) -> None:
    (online / WORKSHOP / "construction.json").write_text(spoiled, encoding="utf-8")
    assert is_new(online)


def test_warnings_are_told_again(online: Path) -> None:
    plain = online / "glossary/friche.yml"
    line = (
        "en_clair: Un terrain abandonné, reconquis collectivement par des associations, des "
        "habitants et des habitantes du voisinage.\n"
    )
    text = re.sub(r"en_clair: .*\n", line, plain.read_text(encoding="utf-8"), count=1)
    plain.write_text(text, encoding="utf-8")
    built, again = site_of(online), site_of(online)
    assert built.site and built.is_new and again.site and not again.is_new
    assert [problem.code for problem in built.problems] == ["mots-longs"]
    assert again.problems == built.problems


def test_what_is_kept_of_former_builds_changes_no_byte(online: Path) -> None:
    file = online / "glossary/friche.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("sans usage", "sans emploi"), encoding="utf-8")
    assert is_new(online)
    with_kept = tree(online / "site")
    shutil.rmtree(online / WORKSHOP)
    assert is_new(online)
    assert tree(online / "site") == with_kept


def test_a_changed_page_is_converted_alone(online: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted: list[str] = []

    def remembered(keys: Callable[[str], object], missing: Sequence[str]) -> list[object]:
        converted.extend(missing)
        return [keys(key) for key in missing]

    monkeypatch.setattr("prendre_place.conversion.shared_out", remembered)
    file = online / "glossary/friche.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("sans usage", "sans emploi"), encoding="utf-8")
    assert is_new(online)
    assert len(converted) == 1
