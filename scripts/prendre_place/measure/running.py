"""Whole commands, timed from outside as their users wait for them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

DEFINITION = re.compile(r"^(definition: *(?:[>|][-+]?\n +)?['\"]?)", re.MULTILINE)
OURS = [sys.executable, "-m", "prendre_place", "--projet"]


@dataclass(frozen=True)
class Run:
    """What a command took: seconds, and megabytes of memory at most."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command in `folder`. Raises `RuntimeError` with what it says where it fails."""
    start = perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} : {said[-4000:]}")
    return Run(perf_counter() - start, usage.ru_maxrss / 1000)  # Linux counts in kilobytes


def construct(project: Path) -> Run:
    """`prendre-place construire`, whole: reading, pages, citations, data, checks."""
    return run([*OURS, str(project), "construire"], project)


def write_in(entry: Path, word: str) -> None:
    """Add a word at the beginning of the definition of an entry."""
    text = entry.read_text(encoding="utf-8")
    entry.write_text(DEFINITION.sub(rf"\g<1>{word} ", text, count=1), encoding="utf-8")
