"""A file of the project, read and normalised."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceFile:
    """A text file. `path` is relative to the project, with slashes."""

    path: str
    text: str
