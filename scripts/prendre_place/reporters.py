"""Problems shown: French text for people, JSON and annotations for machines."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from prendre_place.problems import Problem

# How many drafts are named before « et N autres ».
MOST_DRAFTS = 5


def as_text(problems: Sequence[Problem]) -> str:
    """One block a problem, then the count."""
    blocks = [_block(problem) for problem in problems]
    return "\n".join([*blocks, summary(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """An array of objects with the fields of `Problem`."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows on the lines of a proposal."""
    return "\n".join(_annotation(problem) for problem in problems)


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A Code Quality report, which GitLab shows on the lines of a proposal."""
    findings = [_quality(problem) for problem in problems]
    seen: Counter[str] = Counter()
    for finding, problem in zip(findings, problems, strict=True):
        # The line is left out, so that a finding is the same when its text moves.
        told = "\0".join((problem.path, problem.code, problem.field or "", problem.message))
        seen[told] += 1
        finding["fingerprint"] = hashlib.sha256(f"{told}\0{seen[told]}".encode()).hexdigest()
    return json.dumps(findings, ensure_ascii=False, indent=2)


def summary(problems: Sequence[Problem]) -> str:
    """« 2 erreurs et 1 avertissement dans 2 fichiers. »"""
    if not problems:
        return "Aucun problème."
    errors = sum(problem.severity == "erreur" for problem in problems)
    warnings = len(problems) - errors
    counts = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in ((errors, "erreur"), (warnings, "avertissement"))
        if count
    ]
    files = len({problem.path for problem in problems})
    return f"{' et '.join(counts)} dans {files} fichier{'s' if files > 1 else ''}."


def drafts(paths: Sequence[str]) -> str:
    """What is said of the files that no page of the site comes from."""
    shown = ", ".join(paths[:MOST_DRAFTS])
    more = f" et {len(paths) - MOST_DRAFTS} autres" if len(paths) > MOST_DRAFTS else ""
    found = "1 brouillon n’est" if len(paths) == 1 else f"{len(paths)} brouillons ne sont"
    them = "le" if len(paths) == 1 else "les"
    return (
        f"{found} pas sur le site : {shown}{more}. "
        f"L’aperçu {them} montre ; « statut: a-relire » {them} met sur le site."
    )


def _block(problem: Problem) -> str:
    field = f" : champ « {problem.field} »" if problem.field else ""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    lines = [f"{place} : {problem.severity}{field} : {problem.message}"]
    if problem.expected:
        lines.append(f"    attendu : {problem.expected}")
    if problem.suggestion:
        lines.append(f"    vouliez-vous dire « {problem.suggestion} » ?")
    return "\n".join(lines)


def _said(problem: Problem) -> str:
    """What is said of a problem where its place is shown already."""
    return _block(problem).split(" : ", 1)[1]


def _annotation(problem: Problem) -> str:
    level = "error" if problem.severity == "erreur" else "warning"
    text = _said(problem).replace("%", "%25").replace("\n", "%0A")
    where = f"file={problem.path},line={problem.line},col={problem.column}"
    return f"::{level} {where},title={problem.code}::{text}"


def _quality(problem: Problem) -> dict[str, object]:
    return {
        "description": _said(problem),
        "check_name": problem.code,
        "severity": "major" if problem.severity == "erreur" else "minor",
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }
