"""How problems are told."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TextIO

from prendre_place import reporters
from prendre_place.problems import Problem

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "texte": reporters.as_text,
    "json": reporters.as_json,
    "github": reporters.as_github,
    "gitlab": reporters.as_gitlab,
}


def tell(problems: Sequence[Problem], form: str, stream: TextIO | None = None) -> None:
    """Print the problems, and for people where each is explained."""
    print(FORMATS[form](problems), file=stream)
    if problems and form == "texte":
        print("Chaque message est expliqué dans docs/contribuer/messages.md.", file=sys.stderr)
