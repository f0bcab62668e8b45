"""Changes of a few characters in source files: all else keeps its very bytes.

A YAML library that reads a file and writes it back changes more than was asked:
ruamel.yaml gives back four of our files with other bytes, its settings tuned to each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from prendre_place.source_file import SourceFile


class EditRefusedError(Exception):
    """Nothing was changed; the message says why, in French."""


@dataclass(frozen=True)
class Edit:
    """`old` characters at `start` of a source, to become `new`."""

    source: SourceFile
    start: int
    old: str
    new: str


def apply(root: Path, edits: Iterable[Edit]) -> list[str]:
    """Make all the changes or none; the paths of the files changed, in order."""
    by_path: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_path[edit.source.path].append(edit)
    changed = {path: edited(root, found) for path, found in by_path.items()}
    for path, text in changed.items():
        (root / path).write_bytes(text.encode())
    return sorted(changed)


def edited(root: Path, edits: list[Edit]) -> str:
    """The text of one file with its changes made."""
    source = edits[0].source
    if (root / source.path).read_bytes() != source.text.encode():
        raise EditRefusedError(
            f"{source.path} n’est pas en UTF-8 sans BOM, avec des fins de ligne Unix et des "
            "accents composés : réenregistrez-le ainsi d’abord."
        )
    text = source.text
    for edit in sorted(edits, key=lambda e: e.start, reverse=True):
        end = edit.start + len(edit.old)
        assert text[edit.start : end] == edit.old
        text = text[: edit.start] + edit.new + text[end:]
    return text
