"""What VS Code is given besides the schemas."""

from __future__ import annotations

import json
import re
from pathlib import Path

from prendre_place.cli import main
from prendre_place.editor.files import CITATION_SNIPPETS, KIND_SNIPPETS, write_files
from prendre_place.editor.snippets import citation_snippets, kind_snippets
from prendre_place.kinds import KINDS
from prendre_place.load.sources import read_sources
from prendre_place.load.yaml_reader import read_yaml
from prendre_place.schemas import object_parts, schema_of
from prendre_place.source_file import SourceFile
from tests.conftest import ROOT

STOP = re.compile(r"\$\{\d+\|([^,}|]*)[^}]*\|\}|\$\{\d+:[^}]*\}|\$\w+")


def test_there_is_one_snippet_a_kind_with_every_required_field() -> None:
    snippets = {snippet["prefix"]: snippet["body"] for snippet in kind_snippets().values()}
    for kind in KINDS.values():
        if kind.word is None:
            continue
        text = "\n".join(snippets.pop(f"nouveau : {kind.word}"))
        typed = STOP.sub(lambda match: match[1] or "essai", text)
        document, problems = read_yaml(SourceFile("essai.yml", typed.removesuffix("essai")))
        model = kind.model_for("")
        assert document is not None and model is not None
        assert problems == []
        assert set(document.data) == set(object_parts(schema_of(model))[1])
    assert snippets == {}


def test_a_kind_is_only_offered_in_its_own_folder() -> None:
    offered = {snippet["prefix"]: snippet["include"] for snippet in kind_snippets().values()}
    assert offered["nouveau : terme"] == ["**/glossary/*.yml"]
    assert len({pattern for patterns in offered.values() for pattern in patterns}) == len(offered)


def test_who_writes_prose_is_not_interrupted() -> None:
    """A list that opens by itself takes the Enter that ends a line, and writes a key there."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["[yaml]"]
    # Whole: VS Code rewrites the file of who opens it when it finds a mere « false » here.
    quiet = {"other": "off", "comments": "off", "strings": "off"}
    assert settings["editor.quickSuggestions"] == quiet
    assert settings["editor.wordBasedSuggestions"] == "off"
    assert settings["editor.snippetSuggestions"] == "bottom"


def test_a_reference_is_offered_under_its_short_name(project: Path) -> None:
    references = read_sources(project).bibliography.references.values()
    offered = {s["prefix"]: s["body"] for s in citation_snippets(references).values()}
    assert len(offered) == 2 * len(references)
    assert offered["Durand (2010), Voisins et voisines"] == "durand2010voisins"
    assert offered["@Durand (2010), Voisins et voisines"] == "[@durand2010voisins, ${1:lieu}]"


def test_every_reference_of_the_site_is_told_from_the_others() -> None:
    references = read_sources(ROOT).bibliography.references.values()
    assert len(citation_snippets(references)) == 2 * len(references)


def test_the_snippets_of_the_site_can_be_read_by_vs_code() -> None:
    for path in (KIND_SNIPPETS, CITATION_SNIPPETS):
        for snippet in json.loads((ROOT / path).read_text(encoding="utf-8")).values():
            assert {"scope", "prefix", "description", "body"} == set(snippet) - {"include"}


def test_files_are_written_only_when_they_change(project: Path) -> None:
    bibliography = read_sources(project).bibliography
    assert CITATION_SNIPPETS in write_files(project, bibliography)
    assert write_files(project, bibliography) == []
    (project / CITATION_SNIPPETS).write_text("{}", encoding="utf-8")
    assert write_files(project, bibliography) == [CITATION_SNIPPETS]


def test_the_command_says_what_it_brought_up_to_date(project: Path, capsys) -> None:  # type: ignore[no-untyped-def]
    assert main(["--projet", str(project), "editeur"]) == 0
    assert "schemas/glossary.json mis à jour." in capsys.readouterr().out
    assert main(["--projet", str(project), "editeur"]) == 0
    assert capsys.readouterr().out == "Tout était à jour.\n"
