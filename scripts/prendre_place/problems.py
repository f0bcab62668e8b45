"""A problem is a value: found in one room, shown in another, never an exception half-way."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["erreur", "avertissement"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, in French, at one place.

    `path` is relative to the project; `line` and `column` count from 1.
    `code` is stable and names the rule that was broken.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    field: str | None = None
    expected: str | None = None
    suggestion: str | None = None
    severity: Severity = "erreur"


def nearest(word: str, candidates: list[str]) -> str | None:
    """The candidate that the writer most likely meant, or None when none is near."""
    folded = {candidate.casefold(): candidate for candidate in reversed(candidates)}
    close = get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def has_errors(problems: list[Problem]) -> bool:
    """True when something must be mended before the site may be published."""
    return any(problem.severity == "erreur" for problem in problems)
