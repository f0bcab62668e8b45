"""How problems are told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prendre_place import reporters
from prendre_place.problems import Problem

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "texte": reporters.as_text,
    "json": reporters.as_json,
    "github": reporters.as_github,
    "gitlab": reporters.as_gitlab,
}
