"""The page « Ma première définition », followed to the letter by someone who has nothing yet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.reporters import as_text
from tests.conftest import ROOT, copy_project

PAGE = ROOT / "docs" / "contribuer" / "ma-premiere-definition.md"
BIN = Path(sys.executable).parent
STEP = re.compile(
    r"^## (?P<step>.+?) \{ #|^```(?P<kind>sh|text|yaml)\n(?P<block>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
COPIED = (
    "prendre-place",
    "Makefile",
    "verrous",
    "pyproject.toml",
    ".gitignore",
    "docs/contribuer",
)
# What the definition of the page cites, and the entry that it links to.
CITED, LINKED = "lefebvrechombart2023dynamique", "bassin-minier"


@dataclass
class Newcomer:
    """Someone at a terminal: a home of their own, where they are, what was last said."""

    home: Path
    folder: Path
    said: str = ""

    def type(self, line: str) -> None:
        """One line of the page, in the place where the ones before have led."""
        line = line.replace("ADRESSE-DU-DEPOT", str(self.home / "depot.git"))
        if line.startswith("cd "):
            self.folder = self.home / line.removeprefix("cd ")
            self.install()
            return
        done = run(line, self.folder, self.home)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        self.said = done.stdout

    def install(self) -> None:
        """What would be installed is what runs these tests."""
        if (self.folder / ".venv").exists():
            return
        (self.folder / ".venv").mkdir()
        (self.folder / ".venv" / "bin").symlink_to(BIN)
        (self.folder / ".venv" / ".site-pret").touch()


def run(command: str, folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**environment, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def steps(word: str = "Friche", name: str = "friche") -> Iterator[tuple[str, str, str]]:
    """`(step, kind, block)` of each block of the page, in order, with one's own word."""
    step = ""
    text = PAGE.read_text(encoding="utf-8").replace("Friche", word).replace("friche", name)
    for match in STEP.finditer(text):
        step = match["step"] or step
        if match["kind"]:
            yield step, match["kind"], match["block"]


@pytest.fixture
def newcomer(tmp_path: Path, real_corpus: Corpus) -> Newcomer:
    """A person without anything; on a host, an invented project that has yet no « friche »."""
    project = copy_project(tmp_path / "projet")
    name_the_friche_otherwise(project)
    with (project / "bibliography.bib").open("a", encoding="utf-8") as bibliography:
        bibliography.write(real_corpus.references[CITED].bibtex)
    for name in COPIED:
        copy(ROOT / name, project / name)
    for command in (
        f"{BIN}/prendre-place editeur",
        "git init --quiet --initial-branch main",
        "git add --all",
        "git -c user.name=Chaire -c user.email=chaire commit --quiet --message Avant",
        "git clone --quiet --bare . ../depot.git",
    ):
        assert run(command, project, tmp_path).returncode == 0
    return Newcomer(tmp_path, tmp_path)


def name_the_friche_otherwise(project: Path) -> None:
    """The invented entry of this name becomes the one that the page links to."""
    for file in project.rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        text = text.replace("Friche", "Bassin minier").replace("friche", LINKED)
        file.write_text(text, encoding="utf-8")
    glossary = project / "glossary"
    (glossary / "friche.yml").rename(glossary / f"{LINKED}.yml")
    text = (glossary / f"{LINKED}.yml").read_text(encoding="utf-8")
    plain = "Une plaine où des mines ont longtemps fait vivre des villes et des villages entiers."
    text = re.sub(r"(?<=^en_clair: ).*$", plain, text, flags=re.MULTILINE)
    text = text.replace("Un lieu sans usage", "Des fosses et des corons")
    (glossary / f"{LINKED}.yml").write_text(text, encoding="utf-8")


def copy(source: Path, target: Path) -> None:
    (shutil.copytree if source.is_dir() else shutil.copy)(source, target)


@pytest.mark.parametrize(
    ("word", "name"), [("Friche", "friche"), ("Capital social", "capital-social")]
)
def test_the_page_leads_from_nothing_to_a_published_definition(
    newcomer: Newcomer, word: str, name: str
) -> None:
    for step, kind, block in steps(word, name):
        if step.startswith("8."):
            accept(newcomer, name)
        if kind == "sh":
            for line in block.splitlines():
                newcomer.type(line)
        elif kind == "text":
            assert newcomer.said.startswith(block.strip()), step
        else:
            (newcomer.folder / "glossary" / f"{name}.yml").write_text(block, encoding="utf-8")
    published = load(newcomer.folder)
    assert as_text(published.problems) == "Aucun problème."
    assert published.corpus is not None
    entry = published.corpus.entries[name]
    assert (entry.title, entry.statut, entry.version) == (word, "publie", 1)
    host = newcomer.home / "depot.git"
    on_host = run(f"git show main:glossary/{name}.yml", host, newcomer.home)
    assert "statut: publie" in on_host.stdout


def accept(newcomer: Newcomer, branch: str) -> None:
    """What the ChairESS does on the host once the proposal is read: merge it."""
    host = newcomer.home / "depot.git"
    done = run(f"git branch --force main {branch}", host, newcomer.home)
    assert done.returncode == 0, done.stderr


def test_what_the_page_cites_and_links_is_in_the_real_project(real_corpus: Corpus) -> None:
    (example,) = [block for _, kind, block in steps() if kind == "yaml"]
    assert f"@{CITED}, " in example
    assert f"[[{LINKED}|" in example
    assert CITED in real_corpus.references
    assert LINKED in real_corpus.entries
    assert "friche" not in real_corpus.entries
