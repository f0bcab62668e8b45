"""The folder of the invented project, built by others."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from prendre_place.checks.same_site import compare_sites
from prendre_place.cli import main
from prendre_place.load.project import load
from prendre_place.portable.folder import write_folder
from prendre_place.reporters import as_text
from tests.test_build import tree


@pytest.fixture(scope="module")
def folder(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portable") / "dossier"
    assert write_folder(built, folder).problems == []
    return folder


@pytest.mark.parametrize("tool", ["zensical", "mkdocs"])
def test_another_tool_builds_the_same_site(tool: str, folder: Path, built: Path) -> None:
    command = [str(Path(sys.executable).with_name(tool)), "build"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()
    corpus = load(built).corpus
    assert corpus is not None
    differences = compare_sites(built / "site", folder / "site", built, corpus)
    assert as_text(differences) == "Aucun problème."


def test_nothing_in_it_needs_this_program(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} >= {"docs", "theme", "mkdocs.yml"}
    needed = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    assert "prendre_place" not in needed
    assert "material" not in needed
    assert "[@" not in (folder / "docs/glossaire/commun/index.md").read_text(encoding="utf-8")


def test_its_guide_names_the_version_that_is_tried_here(folder: Path) -> None:
    guide = (folder / "LISEZ-MOI.md").read_text(encoding="utf-8")
    assert f"pip install zensical=={version('zensical')}" in guide


def test_it_is_written_again_where_it_was_even_once_built(folder: Path, built: Path) -> None:
    (folder / "site").mkdir(exist_ok=True)
    (folder / "docs/index.md").write_text("abîmé", encoding="utf-8")
    pages = write_folder(built, folder).pages
    assert pages == len(list((folder / "docs").rglob("index.md")))
    assert (folder / "docs/index.md").read_text(encoding="utf-8") != "abîmé"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["dossier"]


def test_a_folder_with_something_else_is_left_as_it_is(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("roman", "mkdocs.yml"):
        theirs = tmp_path / f"dossier-{name}"
        theirs.mkdir()
        (theirs / name).write_text("site_name: À moi", encoding="utf-8")
        assert main(["--projet", str(built), "markdown", str(theirs)]) == 1
        assert capsys.readouterr().err == (
            f"{theirs} contient autre chose que ce que cette commande y écrit. "
            "Rien n’a été écrit : nommez un dossier vide ou nouveau.\n"
        )
        assert tree(theirs) == {name: "site_name: À moi".encode()}


def test_a_fault_leaves_nothing_half_written(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "glossary/friche.yml").write_text("", encoding="utf-8")
    parent = tmp_path / "ailleurs"
    parent.mkdir()
    assert main(["--projet", str(project), "markdown", str(parent / "dossier")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("glossary/friche.yml:1:1 : erreur")
    assert told.endswith(f"Rien n’a été écrit dans {parent / 'dossier'}.\n")
    assert list(parent.iterdir()) == []


def test_the_commands_say_what_they_did_and_what_comes_next(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "dossier"
    command = ["--projet", str(built)]
    assert main([*command, "markdown", str(there)]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    pages = len(list((there / "docs").rglob("index.md")))
    assert first == f"{pages} pages en Markdown, et tout ce qui va avec, dans {there}/."
    assert second == (
        f"Pour les construire sans ce programme, lisez {there}/LISEZ-MOI.md ; ensuite,"
    )
    assert third == (
        f"« ./prendre-place comparer-site {there}/site » dit si c’est bien le même site."
    )
    assert main([*command, "comparer-site", f"{there}/site"]) == 1
    assert capsys.readouterr().err == (
        f"{there}/site n’est pas un site construit : pas d’accueil.\n"
    )
    assert main([*command, "comparer-site", str(built / "site")]) == 0
    assert capsys.readouterr().out == (
        "Les deux sites sont les mêmes : adresses, titres, texte et liens ; aucun lien cassé.\n"
    )


def test_foreign_words_bear_their_language_except_in_code(buildable: Path, tmp_path: Path) -> None:
    with (buildable / "docs/a-propos.md").open("a", encoding="utf-8") as page:
        page.write("\nLe rewilding, écrit `rewilding`.\n")
    assert write_folder(buildable, tmp_path / "dossier").problems == []
    text = (tmp_path / "dossier/docs/a-propos/index.md").read_text(encoding="utf-8")
    assert 'Le <span lang="en">rewilding</span>, écrit `rewilding`.' in text
