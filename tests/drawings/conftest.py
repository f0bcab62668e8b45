"""The two corpora that are drawn: the invented one, small, and the real one, whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from tests.conftest import ROOT


@pytest.fixture
def corpus(project: Path) -> Corpus:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


@pytest.fixture(scope="session")
def real() -> Corpus:
    corpus = load(ROOT).corpus
    assert corpus is not None
    return corpus
