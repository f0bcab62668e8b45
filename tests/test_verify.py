"""What is to be published is read again before anything is built."""

from __future__ import annotations

from pathlib import Path

from prendre_place.load.project import load
from prendre_place.verify import privacy_of_what_is_made


def test_a_sound_project_would_expose_no_one(project: Path) -> None:
    corpus = load(project).corpus
    assert corpus is not None
    assert privacy_of_what_is_made(project, corpus) == []


def test_a_code_that_the_sources_hide_is_found_in_what_is_made(project: Path) -> None:
    file = project / "glossary" / "friche.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Un lieu sans usage", "Selon E&#55;, un lieu"), encoding="utf-8")
    corpus = load(project).corpus
    assert corpus is not None
    found = {problem.message for problem in privacy_of_what_is_made(project, corpus)}
    said = "« E7 » a la forme d’un code d’entretien ou de réunion"
    for path in ("glossaire/friche.md", "glossaire/friche.json", "donnees/glossaire.csv"):
        assert f"fichier /{path} : {said}" in found
