"""The page of the open data, and how to cite the whole: true to what is published."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from prendre_place.corpus import Corpus
from prendre_place.exports.datasets import DATASETS
from tests.conftest import ROOT
from tests.exports.conftest import Files

PAGE = (ROOT / "docs" / "donnees" / "index.md").read_text(encoding="utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture(scope="module")
def downloads(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where a reader has put the sets."""
    folder = tmp_path_factory.mktemp("telechargements")
    (folder / "donnees").mkdir()
    for path, text in files.items():
        if path.startswith("donnees/") and path.count("/") == 1:
            (folder / path).write_text(text, encoding="utf-8", newline="")
    return folder


def header(files: Files, name: str) -> list[str]:
    text = files[f"donnees/{name}"].removeprefix("\ufeff")
    return next(csv.reader(io.StringIO(text), delimiter=";"))


def test_every_set_is_explained() -> None:
    assert [d.name for d in DATASETS if f"| [{d.name}]({d.name}) |" not in PAGE] == []


@pytest.mark.parametrize("example", PYTHON)
def test_the_examples_in_python_run(example: str, downloads: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=downloads,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") > 3


def test_the_example_in_r_names_columns_that_exist(files: Files) -> None:
    (example,) = re.findall(r"```r\n(.*?)```", PAGE, flags=re.DOTALL)
    (name,) = re.findall(r"donnees/(\w+\.csv)", example)
    (listed,) = re.findall(r"select = c\((.*?)\)", example)
    assert {"desaccord", *listed.split(", ")} <= set(header(files, name))


def test_the_example_for_a_spreadsheet_names_the_right_column(files: Files) -> None:
    (letter,) = re.findall(r"=NB\.SI\(([A-Z]):\1;\"solide\"\)", PAGE)
    assert header(files, "preconisations.csv")[ord(letter) - ord("A")] == "solidite"


def test_the_whole_is_cited_as_the_publisher_says(real: Corpus) -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    publication = real.publication
    assert cited["title"] == publication.titre
    assert cited["abstract"] == publication.description
    assert cited["authors"] == [{"name": publication.editeur, "website": publication.contact}]
    assert cited["url"] == publication.adresse
    assert cited["license"] == publication.licence.sigle
