from __future__ import annotations

import json

from prendre_place.problems import Problem
from prendre_place.reporters import as_github, as_gitlab, as_json, as_text, summary

PROBLEMS = [
    Problem("glossary/a.yml", 3, 5, "type", "c’est « un »", "version", "un nombre", "1"),
    Problem("glossary/a.yml", 9, 1, "bom", "BOM", severity="avertissement"),
]


def test_a_problem_is_told_with_place_field_expectation_and_suggestion() -> None:
    assert as_text(PROBLEMS) == (
        "glossary/a.yml:3:5 : erreur : champ « version » : c’est « un »\n"
        "    attendu : un nombre\n"
        "    vouliez-vous dire « 1 » ?\n"
        "glossary/a.yml:9:1 : avertissement : BOM\n"
        "1 erreur et 1 avertissement dans 1 fichier."
    )


def test_nothing_to_mend_is_said_too() -> None:
    assert summary([]) == "Aucun problème."


def test_machines_get_every_field() -> None:
    assert json.loads(as_json(PROBLEMS))[0] == {
        "path": "glossary/a.yml",
        "line": 3,
        "column": 5,
        "code": "type",
        "message": "c’est « un »",
        "field": "version",
        "expected": "un nombre",
        "suggestion": "1",
        "severity": "erreur",
    }


def test_a_forge_gets_annotations_on_the_lines() -> None:
    assert as_github(PROBLEMS).splitlines()[0] == (
        "::error file=glossary/a.yml,line=3,col=5,title=type::erreur : champ « version » : "
        "c’est « un »%0A    attendu : un nombre%0A    vouliez-vous dire « 1 » ?"
    )


def test_gitlab_gets_a_code_quality_report() -> None:
    first, second = json.loads(as_gitlab(PROBLEMS))
    assert len(first.pop("fingerprint")) == 64
    assert first == {
        "description": "erreur : champ « version » : c’est « un »\n    attendu : un nombre\n"
        "    vouliez-vous dire « 1 » ?",
        "check_name": "type",
        "severity": "major",
        "location": {"path": "glossary/a.yml", "lines": {"begin": 3}},
    }
    assert second["severity"] == "minor"


def test_gitlab_knows_a_problem_again_when_its_line_has_moved() -> None:
    def fingerprints(*lines: int) -> list[str]:
        problems = [Problem("a.yml", line, 1, "bom", "BOM") for line in lines]
        return [finding["fingerprint"] for finding in json.loads(as_gitlab(problems))]

    assert fingerprints(3) == fingerprints(8)
    assert len(set(fingerprints(3, 8))) == 2
