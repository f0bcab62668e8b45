"""Publishing a text: its version, its date, the copy that stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.verify import verified
from prendre_place.writing.edits import EditRefusedError
from prendre_place.writing.publish import Published, publish

TODAY = "2026-11-20"


def published(project: Path, entry_id: str, note: str = "Une note : claire.") -> Published:
    corpus = load(project).corpus
    assert corpus is not None
    return publish(project, corpus, entry_id, note, TODAY)


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_first_publication_keeps_its_number_and_its_text(project: Path) -> None:
    file = project / "glossary/friche.yml"
    before = file.read_text(encoding="utf-8")
    kept = "versions/glossary/friche/v1.yml"
    assert published(project, "friche") == Published("glossary/friche.yml", 1, kept)
    assert file.read_text(encoding="utf-8") == before.replace("a-relire", "publie").replace(
        "{version: 1, date: 2026-01-15, note: Première rédaction.}",
        '{version: 1, date: 2026-11-20, note: "Une note : claire."}',
    )
    assert (project / kept).read_bytes() == file.read_bytes()
    assert verified(project).problems == []


def test_a_changed_text_gets_the_next_version(project: Path) -> None:
    file = project / "glossary/commun.yml"
    replace(file, "Une ressource, un groupe", "Une ressource et un groupe")
    before = file.read_text(encoding="utf-8")
    assert published(project, "commun").version == 3
    assert file.read_text(encoding="utf-8") == before.replace(
        "\nversion: 2", "\nversion: 3"
    ).replace(
        "    note: Ajout d’une source.\n",
        "    note: Ajout d’une source.\n"
        '  - version: 3\n    date: 2026-11-20\n    note: "Une note : claire."\n',
    )
    assert verified(project).problems == []
    corpus = load(project).corpus
    assert corpus is not None
    assert [v.version for v in corpus.past_versions(corpus.entries["commun"])] == [2, 1]


@pytest.mark.parametrize(
    "history",
    [
        "historique: [{version: 1, date: 2026-01-15, note: Première.}]  # suivi\n",
        "historique:\n- version: 1\n  date: 2026-01-15\n  note: Première.  # suivi\n",
        "historique:\n    - note: >-\n        Première\n        rédaction.\n\n      version: 1\n"
        "      date: 2026-01-15\n",
        "historique:\n  - version: 1\n    date: 2026-01-15\n    note: |\n      Première.\n\n\n",
    ],
    ids=["une ligne", "sans retrait", "note pliée d’abord", "note en bloc"],
)
def test_comments_and_layout_are_kept_whatever_they_are(history: str, project: Path) -> None:
    file = project / "glossary/friche.yml"
    old = "historique:\n  - {version: 1, date: 2026-01-15, note: Première rédaction.}\n"
    replace(file, old, f"# Un commentaire.\n{history}# Un autre.\n")
    published(project, "friche")
    replace(file, "Un lieu sans usage", "Un lieu vide")
    before = file.read_text(encoding="utf-8").splitlines()
    published(project, "friche", "Le lieu est vide.")
    after = file.read_text(encoding="utf-8").splitlines()
    changed = [line for line in before if line not in after]
    assert all(line.startswith(("version:", "historique: [")) for line in changed)
    assert ("# suivi" in history) == any("# suivi" in line for line in after)
    assert {"# Un commentaire.", "# Un autre."} < set(after)
    assert verified(project).problems == []


def test_a_text_that_has_not_changed_is_not_published_twice(project: Path) -> None:
    with pytest.raises(EditRefusedError) as refused:
        published(project, "commun")
    assert str(refused.value) == (
        "La version 2 de « Commun » est déjà publiée, et son texte n’a pas changé."
    )


@pytest.mark.parametrize(
    ("entry_id", "why"),
    [
        ("frich", "Aucune entrée n’a l’id « frich ». Vouliez-vous dire « friche » ?"),
        (
            "brouillon",
            "glossary/brouillon.yml est un brouillon : donnez-lui d’abord « statut: a-relire ».",
        ),
        (
            "ancien-mot",
            "« Ancien mot » est retirée : ôtez d’abord son « retrait », et changez son statut.",
        ),
    ],
)
def test_what_cannot_be_published_is_said(entry_id: str, why: str, project: Path) -> None:
    with pytest.raises(EditRefusedError) as refused:
        published(project, entry_id)
    assert str(refused.value) == why


def test_a_relation_or_a_search_name_may_be_added_to_a_published_text(project: Path) -> None:
    file = project / "glossary/commun.yml"
    replace(file, "liees:\n", "# Pour la recherche.\nvariantes: [communs]\nliees:\n")
    assert verified(project).problems == []
