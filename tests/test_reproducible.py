"""Two builds of one state of the sources give the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import copy_project, make_buildable
from tests.test_build import tree

# Another day, in the year of the house's tenth birthday.
ELSEWHEN = """
import sys, time_machine
from prendre_place.cli import main
with time_machine.travel("2031-03-04 23:59:58"):
    sys.exit(main(["--projet", sys.argv[1], "construire"]))
"""


def test_the_same_sources_give_the_same_bytes_elsewhere_and_another_day(
    built: Path, tmp_path: Path
) -> None:
    project = make_buildable(copy_project(tmp_path / "un" / "autre" / "dossier"))
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | elsewhere
    command = [sys.executable, "-c", ELSEWHEN, str(project)]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    first, second = tree(built / "site"), tree(project / "site")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
