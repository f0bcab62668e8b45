"""What the open data is, of the real project and of the invented one."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.citations.items import Item
from prendre_place.citations.reference_items import reference_items
from prendre_place.corpus import Corpus
from prendre_place.exports.site_files import site_files
from prendre_place.load.project import BIBLIOGRAPHY, load
from tests.conftest import ROOT, copy_project

Files = dict[str, str]


@pytest.fixture(scope="session")
def real(real_corpus: Corpus) -> Corpus:
    """The real corpus, as it is published."""
    return real_corpus


@pytest.fixture(scope="session")
def works(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Item]:
    """The real bibliography as CSL items."""
    return reference_items(ROOT / BIBLIOGRAPHY, tmp_path_factory.mktemp("notices"))


@pytest.fixture(scope="session")
def files(real: Corpus, works: dict[str, Item]) -> Files:
    """Every file for machines of the real site, by its path."""
    return dict(site_files(real, works))


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The invented corpus: it has a withdrawn entry and a draft."""
    return read(copy_project(tmp_path_factory.mktemp("invente")))


@pytest.fixture(scope="session")
def invented_files(invented: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Every file for machines of the invented site."""
    folder = tmp_path_factory.mktemp("notices-inventees")
    return files_of(invented, folder)


def read(project: Path) -> Corpus:
    loaded = load(project)
    assert loaded.corpus is not None, loaded.problems
    return loaded.corpus


def files_of(corpus: Corpus, folder: Path) -> Files:
    """Files of a corpus whose references are all those of the invented bibliography."""
    source = folder / BIBLIOGRAPHY
    source.write_text("".join(r.bibtex for r in corpus.references.values()), encoding="utf-8")
    return dict(site_files(corpus, reference_items(source, folder / "cache")))
