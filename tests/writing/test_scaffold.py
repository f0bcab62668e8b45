"""A new file says by itself what it is to hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.load.sources import read_sources
from prendre_place.load.yaml_reader import read_yaml
from prendre_place.reporters import as_text
from prendre_place.source_file import SourceFile
from prendre_place.writing.edits import EditRefusedError
from prendre_place.writing.new_entry import KIND_WORDS, new_entry

TODAY = "2026-11-20"


def created(project: Path, word: str, title: str, entry_id: str | None = None):  # type: ignore[no-untyped-def]
    return new_entry(read_sources(project), KIND_WORDS[word], title, entry_id, TODAY)


@pytest.mark.parametrize("word", KIND_WORDS)
def test_a_new_file_fails_only_with_what_is_left_to_fill_in(word: str, project: Path) -> None:
    made = created(project, word, "Un titre : avec l’accent")
    problems = load(project).problems
    assert {(p.path, p.code) for p in problems} == {(made.path, "a-remplir")}
    assert all(p.expected for p in problems)


def test_a_new_term_says_what_is_left_in_these_words(project: Path) -> None:
    created(project, "terme", "Haie")
    shown = re.findall("^glossary/haie.yml:.*?( : erreur.*)", as_text(load(project).problems), re.M)
    assert shown == [
        " : erreur : champ « domaine » : reste à remplir",
        " : erreur : champ « en_clair » : reste à remplir",
        " : erreur : champ « definition » : reste à remplir",
        " : erreur : champ « sources › 1 › cle » : reste à remplir",
        " : erreur : champ « sources › 1 › lieu » : reste à remplir",
        " : erreur : champ « sources › 1 › pour » : reste à remplir",
    ]


@pytest.mark.parametrize("word", KIND_WORDS)
def test_an_optional_field_is_used_by_taking_its_mark_away(word: str, project: Path) -> None:
    made = created(project, word, "Haie")
    text = (project / made.path).read_text(encoding="utf-8")
    # What is optional is a comment that reads as a field; help never does.
    used = re.sub(r"^( *)# (?=[a-z_]+:|  )", r"\1", text, flags=re.MULTILINE)
    document, problems = read_yaml(SourceFile(made.path, used))
    assert problems == []
    assert document is not None
    assert "liees" in document.data
    (project / made.path).write_text(used, encoding="utf-8")
    assert {p.code for p in load(project).problems} <= {
        "a-remplir",
        "id-inconnu",
        "cle-de-citation-inconnue",
        "forme-d-espace",  # the example shows one part of a drawing
    }


def test_a_new_file_never_replaces_another(project: Path) -> None:
    before = (project / "glossary/friche.yml").read_bytes()
    with pytest.raises(EditRefusedError) as refused:
        created(project, "terme", "Friche")
    assert str(refused.value) == (
        "L’id « friche » est déjà celui de glossary/friche.yml : rien n’a été changé."
    )
    assert (project / "glossary/friche.yml").read_bytes() == before


def test_a_file_that_cannot_be_read_is_not_replaced_either(project: Path) -> None:
    (project / "glossary/haie.yml").write_text("terme: [", encoding="utf-8")
    with pytest.raises(EditRefusedError):
        created(project, "terme", "Haie")
    assert (project / "glossary/haie.yml").read_text(encoding="utf-8") == "terme: ["


@pytest.mark.parametrize(
    ("title", "path"),
    [
        ("L’économie circulaire", "glossary/l-economie-circulaire.yml"),
        ("Œuvre à deux", "glossary/oeuvre-a-deux.yml"),
        ("Jardiner", "glossary/jardiner-terme.yml"),  # the id of a concept sheet
        ("Sigles", "glossary/sigles-terme.yml"),  # the address of a page
    ],
)
def test_an_id_is_proposed_from_the_title(title: str, path: str, project: Path) -> None:
    assert created(project, "terme", title).path == path


def test_an_id_may_be_chosen_and_must_be_sound(project: Path) -> None:
    assert created(project, "terme", "Haie vive", "haie").path == "glossary/haie.yml"
    with pytest.raises(EditRefusedError) as refused:
        created(project, "terme", "Haie vive", "Haie vive")
    assert str(refused.value) == (
        "« Haie vive » n’est pas un id : minuscules sans accent, chiffres et traits d’union."
    )


def test_a_title_without_letters_is_refused(project: Path) -> None:
    with pytest.raises(EditRefusedError):
        created(project, "terme", "…")
