"""What a proposal changes for readers: each kind of change is found and told."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from prendre_place.changes.report import as_markdown
from prendre_place.cli import main
from prendre_place.load.project import load
from prendre_place.writing.publish import publish


@pytest.fixture
def proposal(project: Path) -> Path:
    """The invented project, its first state committed as the branch « main ».

    Its questionnaire is left out: it would name the card that is taken away.
    """
    shutil.rmtree(project / "situer")
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["config", "user.name", "Essai"],
        ["config", "user.email", "essai@val.invalid"],
        ["add", "--all"],
        ["commit", "--quiet", "--message", "Départ"],
    ):
        subprocess.run(["git", "-C", str(project), *command], check=True)
    return project


def replace(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def told(project: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["--projet", str(project), "comparer", "main", *options]) == 0
    return capsys.readouterr().out


def test_nothing_changed_is_said(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(proposal, capsys) == "Rien ne change pour les lecteurs et lectrices.\n"


def test_added_revised_and_withdrawn_entries_are_told(
    proposal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(proposal, "glossary/brouillon.yml", "statut: brouillon", "statut: a-relire")
    replace(proposal, "glossary/friche.yml", "Un lieu sans usage", "Un lieu vide")
    withdrawal = "retire\nretrait:\n  date: 2026-11-20\n  motif: Il est ouvert.\n"
    replace(proposal, "preconisations/ouvrir-la-grille.yml", "a-relire\n", withdrawal)
    title = load(proposal).corpus.entries["brouillon"].title  # type: ignore[union-attr]
    out = told(proposal, capsys)
    assert f"Entrées ajoutées (1)\n  - {title} (glossaire/brouillon/)\n" in out
    assert (
        "Entrées modifiées (1)\n"
        "  - Friche (glossaire/friche/) : « Définition »\n"
        "      Définition : Un lieu [-sans usage-] {+vide+} (Durand (2010), p.\u00a020).\n"
    ) in out
    assert (
        "Entrées retirées (leur page reste et dit pourquoi) (1)\n"
        "  - Ouvrir la grille du jardin (preconisations/ouvrir-la-grille/) : Il est ouvert.\n"
    ) in out


def test_relations_and_citations_are_told(
    proposal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(proposal, "glossary/friche.yml", "durand2010voisins", "martin2001jardin")
    replace(proposal, "glossary/commun.yml", "  - friche", "  - ouvrir-la-grille")
    out = told(proposal, capsys)
    assert (
        "Relations ajoutées (1)\n  - Commun → Ouvrir la grille du jardin (Voir aussi)\n\n"
        "Relations supprimées (1)\n  - Commun → Friche (Voir aussi)\n\n"
        "Sources citées en plus (1)\n  - Martin et Petit (2001), par Friche\n\n"
    ) in out
    assert "Sources qui ne sont plus citées (1)\n  - Durand (2010), par Friche\n" in out


def test_what_readers_would_lose_comes_first(
    proposal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (proposal / "preconisations/ouvrir-la-grille.yml").unlink()
    for version in ("v1", "v2"):
        path = f"versions/glossary/commun/{version}.yml"
        replace(proposal, path, "Une ressource", "Des ressources")
    replace(proposal, "redirections.yml", "glossaire/friche-industrielle/", "glossaire/friches/")
    out = told(proposal, capsys)
    assert out.startswith(
        "⚠ Entrées disparues (1)\n"
        "  - Ouvrir la grille du jardin (preconisations/ouvrir-la-grille/) : "
        "sa page n’existerait plus\n\n"
        "⚠ Adresses perdues (1)\n"
        "  - glossaire/friche-industrielle/ ne mènerait plus à rien\n\n"
        "⚠ Textes publiés changés sans nouvelle version (2)\n"
        "  - Commun (glossaire/commun/), version 1\n"
        "  - Commun (glossaire/commun/), version 2\n\n"
    )
    assert "Adresses (1)\n  - glossaire/friches/ mène maintenant à glossaire/friche/\n" in out


def test_a_published_version_is_told(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = load(proposal).corpus
    assert corpus is not None
    publish(proposal, corpus, "friche", "Première publication.", "2026-11-20")
    assert told(proposal, capsys) == (
        "Entrées modifiées (1)\n  - Friche (glossaire/friche/) : statut à relire → publiée\n"
    )


def test_a_renamed_entry_is_one_entry_that_moved(
    proposal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (proposal / "preconisations/ouvrir-la-grille.yml").rename(
        proposal / "preconisations/ouvrir-le-jardin.yml"
    )
    replace(proposal, "preconisations/ouvrir-le-jardin.yml", "ouvrir-la-grille", "ouvrir-le-jardin")
    replace(
        proposal,
        "redirections.yml",
        "redirections:\n",
        "redirections:\n  - ancienne: preconisations/ouvrir-la-grille/\n"
        "    nouvelle: preconisations/ouvrir-le-jardin/\n"
        "    date: 2026-11-20\n    motif: Un nom plus juste.\n",
    )
    assert told(proposal, capsys) == (
        "Adresses (1)\n"
        "  - preconisations/ouvrir-la-grille/ mène maintenant à preconisations/ouvrir-le-jardin/\n"
    )


def test_a_merge_request_gets_markdown(proposal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(proposal, "glossary/friche.yml", "Un lieu sans usage", "Un lieu *vide*")
    assert told(proposal, capsys, "--format", "markdown") == (
        "### Entrées modifiées (1)\n\n"
        "- Friche (glossaire/friche/) : « Définition »\n"
        "  - Définition : Un lieu ~~sans usage~~ **\\*vide\\*** (Durand (2010), p.\u00a020).\n"
    )


def test_a_long_list_is_cut(project: Path) -> None:
    from prendre_place.changes.kinds_of_change import AddressGone

    markdown = as_markdown([AddressGone(f"glossaire/{n}/") for n in range(50)])
    assert markdown.splitlines()[-1] == "- et 10 de plus"


@pytest.mark.parametrize(
    ("ref", "why"),
    [
        ("absente", "Comparaison impossible : git ne connaît pas « absente ».\n"),
        ("--output=/tmp/x", "Comparaison impossible : git ne connaît pas « --output=/tmp/x ».\n"),
    ],
)
def test_an_unknown_commit_is_said(
    ref: str, why: str, proposal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(proposal), "comparer", "--", ref]) == 1
    assert capsys.readouterr().err == why


def test_a_folder_that_git_does_not_follow_is_said(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(project), "comparer", "main"]) == 1
    assert capsys.readouterr().err == (
        "Comparaison impossible : ce dossier n’est pas suivi par git.\n"
    )


def test_a_proposal_with_errors_cannot_be_compared(
    proposal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(proposal, "glossary/friche.yml", "domaine: territoire", "domaine: terroir")
    assert main(["--projet", str(proposal), "comparer", "main"]) == 1
    err = capsys.readouterr().err
    assert "glossary/friche.yml:3:10 : erreur" in err
    assert err.endswith("Comparaison impossible : le dossier de travail a des erreurs.\n")
