from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from prendre_place.cli import main


def test_verify_says_that_all_is_well(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--projet", str(project), "verifier"]) == 0
    said = capsys.readouterr()
    assert said.out == "Aucun problème.\n"
    assert said.err == (
        "1 brouillon n’est pas sur le site : glossary/brouillon.yml. "
        "L’aperçu le montre ; « statut: a-relire » le met sur le site.\n"
    )


def test_a_message_leads_to_its_explanation(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "glossary/friche.yml").write_text("", encoding="utf-8")
    assert main(["--projet", str(project), "verifier"]) == 1
    explained = "Chaque message est expliqué dans docs/contribuer/messages.md.\n"
    assert capsys.readouterr().err == explained


def test_verify_fails_with_every_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "glossary/friche.yml").write_text("terme: [\n", encoding="utf-8")
    (project / "glossary/commun.yml").write_text("", encoding="utf-8")
    assert main(["--projet", str(project), "verifier", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(problem["path"], problem["code"]) for problem in found] == [
        ("glossary/commun.yml", "fichier-vide"),
        ("glossary/friche.yml", "yaml-invalide"),
    ]


def test_a_warning_alone_does_not_fail(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "glossary/friche.yml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert main(["--projet", str(project), "verifier"]) == 0
    assert "1 avertissement dans 1 fichier." in capsys.readouterr().out


def test_build_says_what_it_made_and_left_out(
    buildable: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(buildable), "construire"]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    pages = len(list((buildable / "site").rglob("index.html")))
    assert first.startswith(
        f"{pages} pages construites et vérifiées dans site/ (14 entrées, 4 références"
    )
    assert second.endswith("-m http.server -d site 8000, puis http://127.0.0.1:8000/")
    assert third.startswith("1 brouillon n’est pas sur le site : glossary/brouillon.yml. ")


def test_a_failed_build_says_that_nothing_was_published(
    buildable: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (buildable / "glossary/friche.yml").write_text("terme: [\n", encoding="utf-8")
    assert main(["--projet", str(buildable), "construire"]) == 1
    assert "Rien n’a été publié : site/ reste tel qu’il était." in capsys.readouterr().err
    assert not (buildable / "site").exists()


@pytest.mark.parametrize("arguments", [["--help"], ["verifier", "--help"], ["construire", "-h"]])
def test_help_is_in_french(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("Emploi : prendre-place")
    assert not {"usage", "show this help", "optional", "positional"} & set(text.split())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Il manque : COMMANDE."),
        ("nouveau", "Il manque : GENRE, TITRE."),
        (
            "nouveau notoin Friche",
            "« notoin » n’est pas possible ici. Au choix : terme, notion, terrain, preconisation, "
            "organisation, reference. Vouliez-vous dire « notion » ?",
        ),
        (
            "nouveau terme Capital social",
            "« social » est de trop. Un titre de plusieurs mots se met entre guillemets : "
            '"Capital social".',
        ),
        ("liens --age demain", "« --age » attend un nombre, et non « demain »."),
        ("liens --age", "« --age » attend une valeur."),
        ("apercu --adresse 8000", "« --adresse » : 127.0.0.1:8001, par exemple, et non « 8000 »"),
    ],
)
def test_what_is_ill_typed_is_said_in_french(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(typed.split())
    assert stopped.value.code == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first == said
    assert second.startswith("L’aide : ./prendre-place ")


def test_an_ill_typed_command_is_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["verifer"])
    assert "Vouliez-vous dire « verifier » ?\n" in capsys.readouterr().err


def test_plain_mkdocs_builds_the_same_site(buildable: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=buildable, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (buildable / "site/glossaire/commun/index.html").is_file()


def test_plain_mkdocs_tells_problems_in_french_and_writes_nothing(buildable: Path) -> None:
    file = buildable / "glossary/friche.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("territoire", "terroir"), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=buildable,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "glossary/friche.yml:3:10 : erreur : champ « domaine »" in done.stdout
    assert done.stderr == ""
    assert not (buildable / "site").exists()


def test_a_new_entry_is_announced_with_its_neighbours(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(project), "nouveau", "terme", "Jardins partagé"]) == 0
    assert capsys.readouterr().out == (
        "glossary/jardins-partage.yml créé. Son nom devient l’adresse de la page et ne changera "
        "plus :\n    pour en changer : ./prendre-place renommer jardins-partage AUTRE-ID\n"
        "Noms proches (si c’est la même chose, complétez plutôt cette entrée) :\n"
        "    glossary/jardin-partage.yml : « Jardin partagé »\n"
    )


def test_a_new_entry_opens_in_the_writers_editor(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", "cat -n")
    assert main(["--projet", str(project), "nouveau", "terme", "Haie", "--editer"]) == 0
    assert "id: haie\n" in capfd.readouterr().out
    monkeypatch.delenv("VISUAL")
    monkeypatch.delenv("EDITOR", raising=False)
    assert main(["--projet", str(project), "nouveau", "terme", "Mare", "--editer"]) == 0
    file = project / "glossary/mare.yml"
    assert capfd.readouterr().err == f"Ouvrez mare.yml dans votre éditeur de texte : {file}\n"


def test_a_renaming_tells_what_is_to_be_redirected(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = project / "registre" / "adresses.txt"
    ledger.parent.mkdir(exist_ok=True)
    ledger.write_text("glossaire/commun/\n", encoding="utf-8")
    assert main(["--projet", str(project), "renommer", "commun", "bien-commun"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("glossary/commun.yml → glossary/bien-commun.yml\n")
    assert out.endswith(
        "Adresses publiées, redirigées dans redirections.yml :\n"
        "    glossaire/commun/ → glossaire/bien-commun/\n"
    )


def test_what_cannot_be_done_is_said_without_a_traceback(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(project), "relier", "commun", "frich"]) == 1
    assert capsys.readouterr().err == (
        "Aucune entrée n’a l’id « frich ». Vouliez-vous dire « friche » ?\n"
    )
    assert main(["--projet", str(project), "sources", "rien"]) == 1
    assert main(["--projet", str(project), "sources", "lebrun1999"]) == 0
    assert capsys.readouterr().out.endswith("5 emplois dans 3 fichiers.\n")
