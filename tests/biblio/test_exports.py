"""Exports of Zotero, Better BibTeX and HAL, each found by itself: a new case is a folder.

Each holds `export.bib`, the report it must give (`attendu.txt`) and what it must change
in the invented bibliography, line by line (`difference.txt`, absent when nothing is).
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from prendre_place.cli import main
from tests.conftest import EXAMPLES

EXPORTS = sorted((EXAMPLES / "zotero").iterdir())


def run(project: Path, *arguments: str) -> int:
    return main(["--projet", str(project), "biblio", "importer", *arguments])


def bibliography(project: Path) -> str:
    return (project / "bibliography.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXPORTS, ids=lambda path: path.name)
def test_an_export_is_told_before_anything_is_written(
    example: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bibliography(project)
    run(project, str(example / "export.bib"))
    said = capsys.readouterr()
    assert said.err + said.out == (example / "attendu.txt").read_text(encoding="utf-8")
    assert bibliography(project) == before


@pytest.mark.parametrize("example", EXPORTS, ids=lambda path: path.name)
def test_what_is_written_is_what_changes_and_nothing_else(example: Path, project: Path) -> None:
    before = bibliography(project).splitlines(keepends=True)
    run(project, str(example / "export.bib"), "--appliquer")
    after = bibliography(project).splitlines(keepends=True)
    expected = example / "difference.txt"
    assert "".join(difflib.unified_diff(before, after, "avant", "après", n=1)) == (
        expected.read_text(encoding="utf-8") if expected.is_file() else ""
    )


@pytest.mark.parametrize("example", EXPORTS, ids=lambda path: path.name)
def test_the_same_export_a_second_time_changes_nothing(
    example: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, str(example / "export.bib"), "--appliquer")
    once = bibliography(project)
    capsys.readouterr()
    run(project, str(example / "export.bib"), "--appliquer")
    assert capsys.readouterr().out.endswith("\n\nRien à écrire.\n")
    assert bibliography(project) == once
