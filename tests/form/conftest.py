"""The form's own way of reading and writing a file, run by Node."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).resolve().parent
PACKAGES = ROOT / "redaction" / "node_modules"

Change = tuple[list[str | int], Any]
"""Where in the values of a file, and what is put there; None takes the field out."""


def node() -> str:
    """The Node program, or a test that says it was skipped."""
    found = shutil.which("node")
    if found is None or not (PACKAGES / "esbuild").is_dir():
        pytest.skip("Node.js ou les paquets du formulaire manquent : formulaire non vérifié")
    return found


def written(
    cases: Iterable[tuple[str, list[Change]]] = (), created: Iterable[dict[str, Any]] = ()
) -> list[str]:
    """What the form writes after changes to texts, and for values that had no file."""
    asked = {
        "cases": [{"text": text, "changes": changes} for text, changes in cases],
        "created": list(created),
    }
    done = subprocess.run(
        [node(), str(HERE / "write.mjs")],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return list(json.loads(done.stdout))
