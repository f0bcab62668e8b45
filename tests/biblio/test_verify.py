"""What is to be mended in a bibliography; each example is found by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.biblio.verify import verify
from prendre_place.cli import main
from prendre_place.problems import has_errors
from prendre_place.reporters import as_text
from tests.conftest import EXAMPLES, ROOT

THIS_YEAR = 2026
BIBLIOGRAPHIES = sorted((EXAMPLES / "bibliographies").iterdir())


@pytest.mark.parametrize("example", BIBLIOGRAPHIES, ids=lambda path: path.name)
def test_each_fault_has_its_message(example: Path, project: Path) -> None:
    """The example comes before the invented bibliography, so that its lines are its own."""
    file = project / "bibliography.bib"
    faulty = (example / "bibliography.bib").read_text(encoding="utf-8")
    file.write_text(faulty + "\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    expected = (example / "attendu.txt").read_text(encoding="utf-8")
    assert as_text(verify(project, THIS_YEAR)) + "\n" == expected


def test_a_cited_key_that_is_missing_is_named_with_the_line_that_cites_it(project: Path) -> None:
    file = project / "bibliography.bib"
    text = file.read_text(encoding="utf-8").replace("{lebrun1999,", "{lebrun1998,")
    file.write_text(text, encoding="utf-8")
    missing = [p for p in verify(project, THIS_YEAR) if p.path == "glossary/ancien-mot.yml"]
    assert as_text(missing) == (
        "glossary/ancien-mot.yml:13:31 : erreur : champ « definition » : citation « @lebrun1999 » "
        ": clé absente de bibliography.bib\n"
        "    attendu : une clé de bibliography.bib\n"
        "    vouliez-vous dire « lebrun1998 » ?\n"
        "glossary/ancien-mot.yml:15:11 : erreur : champ « sources › 1 › cle » : « lebrun1999 » : "
        "clé absente de bibliography.bib\n"
        "    attendu : une clé de bibliography.bib\n"
        "    vouliez-vous dire « lebrun1998 » ?\n"
        "2 erreurs dans 1 fichier."
    )


def test_a_key_that_only_a_kept_version_cites_is_cited(project: Path) -> None:
    file = project / "bibliography.bib"
    entry = (EXAMPLES / "bibliographies/cles/bibliography.bib").read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert "cle-jamais-citee" in {problem.code for problem in verify(project, THIS_YEAR)}
    kept = project / "versions/glossary/friche/v1.yml"
    kept.parent.mkdir(parents=True)
    kept.write_text("definition: Un lieu [@orpheline2020, p. 3].\n", encoding="utf-8")
    assert "cle-jamais-citee" not in {problem.code for problem in verify(project, THIS_YEAR)}


def test_the_real_bibliography_has_no_error() -> None:
    assert not has_errors(verify(ROOT, THIS_YEAR))


def test_errors_alone_make_the_command_fail(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(project), "biblio", "verifier"]) == 0
    file = project / "bibliography.bib"
    text = file.read_text(encoding="utf-8").replace("year = {2020}", "year = {2200}")
    file.write_text(text, encoding="utf-8")
    assert main(["--projet", str(project), "biblio", "verifier", "--format", "github"]) == 1
    assert capsys.readouterr().out.endswith(
        "::error file=bibliography.bib,line=38,col=1,title=annee-invalide::erreur : champ « year » "
        ": notice « val2020rapport » : « 2200 » est dans l’avenir%0A    attendu : quatre chiffres, "
        "l’année de l’édition citée\n"
    )


def test_a_project_without_bibliography_says_so(project: Path) -> None:
    (project / "bibliography.bib").unlink()
    first = verify(project, THIS_YEAR)[0]
    assert first.message == "le fichier est absent"
