"""Faults of all sorts, one at a time in a sound project, each with its whole message."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from prendre_place.reporters import as_text
from prendre_place.verify import verified
from tests.conftest import EXAMPLES, copy_project

FAULTS = yaml.safe_load((EXAMPLES / "fautes-une-a-une.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("fautes") / "projet")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f['fichier']}: {f['remplace'][:30]}")
def test_a_fault_is_told_in_these_words(fault: dict[str, str], sound: Path) -> None:
    file = sound / fault["fichier"]
    text = file.read_text(encoding="utf-8")
    assert fault["cherche"] in text
    file.write_text(text.replace(fault["cherche"], fault["remplace"], 1), encoding="utf-8")
    try:
        assert as_text(verified(sound).problems) + "\n" == fault["messages"]
    finally:
        file.write_text(text, encoding="utf-8")
