"""What the tests share: an invented project, whole and sound, to copy and to spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from prendre_place.build import build_site
from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.measure.invented import write_configuration

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "exemples"


def copy_project(folder: Path, *overlays: Path) -> Path:
    """A copy of the invented project, with the files of `overlays` in place of its own."""
    for source in (EXAMPLES / "projet", *overlays):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    (folder / "attendu.txt").unlink(missing_ok=True)
    return folder


def make_buildable(project: Path) -> Path:
    """Give a project the real site's configuration and assets."""
    write_configuration(project, ROOT / "mkdocs.yml", {})
    shutil.copytree(ROOT / "docs" / "assets", project / "docs" / "assets", dirs_exist_ok=True)
    return project


@pytest.fixture(scope="session")
def real_corpus() -> Corpus:
    """The real corpus, as it is published, read once."""
    corpus = load(ROOT).corpus
    assert corpus is not None
    return corpus


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented project, ready to be read."""
    return copy_project(tmp_path / "projet")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project with its site built, for tests that only read it."""
    project = make_buildable(copy_project(tmp_path_factory.mktemp("construit") / "projet"))
    outcome = build_site(project)
    assert outcome.site is not None, outcome.problems
    return project


@pytest.fixture
def online(built: Path, tmp_path: Path) -> Path:
    """A copy of the invented project with its site, to build again or to spoil."""
    return shutil.copytree(built, tmp_path / "projet")


@pytest.fixture
def buildable(project: Path) -> Path:
    """The invented project, ready to be built."""
    return make_buildable(project)
