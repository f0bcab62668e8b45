from __future__ import annotations

import json

from prendre_place.problems import Problem
from prendre_place.reporters import as_github, as_json, as_text, summary

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
