"""A reference added by hand has its key, its place, and says what is left to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.cli import main
from prendre_place.reporters import as_text
from prendre_place.verify import verified


def new(project: Path, *arguments: str) -> int:
    return main(["--projet", str(project), "nouveau", "reference", *arguments])


def test_a_new_reference_is_written_at_its_place_with_its_key(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "bibliography.bib"
    before = file.read_text(encoding="utf-8")
    known = ["--type", "article", "--auteur", "Haye, Chloé and Roy, Maud", "--annee", "2015"]
    assert new(project, "Les haies & les murs", *known) == 0
    assert capsys.readouterr().out == (
        "bibliography.bib:27 : notice « haye2015haies ». Pour la citer : [@haye2015haies, lieu]\n"
        "Reste à remplir :\n"
        "    journal : le nom de la revue\n"
    )
    after = file.read_text(encoding="utf-8")
    entry = (
        "@article{haye2015haies,\n"
        "  author = {Haye, Chloé and Roy, Maud},\n"
        "  title = {Les haies \\& les murs},\n"
        "  journal = {},\n"
        "  year = {2015},\n"
        "  langid = {french},\n"
        "  keywords = {a-verifier}\n"
        "}\n\n"
    )
    assert after.replace(entry, "") == before
    assert after.index("@article{durand") < after.index(entry) < after.index("@misc{lebrun")


def test_a_title_alone_is_enough_and_its_like_is_announced(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project, "Le jardin partagé") == 0
    assert capsys.readouterr().out == (
        "bibliography.bib:27 : notice « jardin ». Pour la citer : [@jardin, lieu]\n"
        "Reste à remplir :\n"
        "    author : un auteur, ou « editor » pour un directeur d’ouvrage\n"
        "    publisher : la maison d’édition\n"
        "    year : l’année\n"
        "Notices proches (si c’est la même, citez-la et retirez celle-ci) :\n"
        "    martin2001jardin : Martin et Petit (2001), Le jardin partagé : une enquête (même "
        "début de titre, années 2001 et ?)\n"
    )


def test_the_project_stays_sound_and_the_bibliography_says_what_is_missing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(project, "Essai") == 0
    assert as_text(verified(project).problems) == (
        "bibliography.bib:28:1 : avertissement : champ « author » : notice « essai » : reste à "
        "remplir\n    attendu : une valeur, ou pas de champ du tout\n"
        "bibliography.bib:30:1 : avertissement : champ « year » : notice « essai » : reste à "
        "remplir\n    attendu : une valeur, ou pas de champ du tout\n"
        "bibliography.bib:31:1 : avertissement : champ « publisher » : notice « essai » : reste à "
        "remplir\n    attendu : une valeur, ou pas de champ du tout\n"
        "3 avertissements dans 1 fichier."
    )
    assert main(["--projet", str(project), "verifier"]) == 0
    capsys.readouterr()
    assert main(["--projet", str(project), "biblio", "verifier"]) == 0
    told = capsys.readouterr().out
    for missing in ("author", "publisher", "year"):
        assert f"champ « {missing} » : notice « essai » : champ absent d’une notice @book" in told
    assert "reste à remplir" not in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--id", "Martin2001Jardin"],
            "La clé « martin2001jardin » est déjà prise : rien n’a été changé.\n",
        ),
        (
            ["--id", "deux mots"],
            "« deux mots » n’est pas une clé : lettres, chiffres, « - » et « _ ».\n",
        ),
        (["--auteur", "a, b, c, d"], "« a, b, c, d » : attendu « Nom, Prénom and Nom, Prénom ».\n"),
    ],
)
def test_what_is_no_key_or_no_name_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    before = (project / "bibliography.bib").read_bytes()
    assert new(project, "Essai", *arguments) == 1
    assert capsys.readouterr().err == told
    assert (project / "bibliography.bib").read_bytes() == before


def test_a_faulty_bibliography_is_mended_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "bibliography.bib"
    file.write_text(file.read_text(encoding="utf-8") + "@book{x, title = {", encoding="utf-8")
    assert new(project, "Essai") == 1
    assert capsys.readouterr().err == (
        "bibliography.bib est à corriger d’abord : ./prendre-place biblio verifier\n"
    )
