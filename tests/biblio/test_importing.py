"""The real bibliography through an export and back, decisions, and refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import latexcodec  # noqa: F401  (registers the codec « latex »)
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prendre_place.biblio.fields import ORDER, value
from prendre_place.biblio.importing import ImportRefusedError, compare
from prendre_place.biblio.report import report
from prendre_place.cli import main
from prendre_place.load.bibtex_reader import read_bibtex
from prendre_place.load.bibtex_values import VERBATIM
from prendre_place.model.reference import Reference
from prendre_place.reporters import as_text
from prendre_place.source_file import SourceFile
from tests.conftest import ROOT

REAL = (ROOT / "bibliography.bib").read_text(encoding="utf-8")
# What neither program gives back: our remarks, and what their import does not read.
LOST = ("annote", "archiveurl", "eprint", "eprinttype")


def real_references() -> list[Reference]:
    return list(read_bibtex(SourceFile("bibliography.bib", REAL)).references.values())


def as_better_bibtex(reference: Reference) -> str:
    """As Better BibTeX exports it: LaTeX accents, protected titles, bare numbers."""
    lines = []
    for name in reversed(ORDER):
        text = value(reference, name)
        if not text or name in LOST:
            continue
        if name == "keywords":
            text = ",".join(sorted(reference.mots_cles))
        elif name not in VERBATIM:
            text = text.replace("’", "'").encode("latex").decode()
        written = text if name in ("year", "month") else f"{{{text}}}"
        lines.append(f"  {name} = {{{written}}}" if name == "title" else f"  {name} = {written}")
    return f"@{reference.type}{{{reference.cle},\n" + ",\n".join(lines) + "\n}\n"


def as_zotero(reference: Reference) -> str:
    """As Zotero alone exports it to BibLaTeX: its own keys and fields, no keyword of ours."""
    names = {"journal": "journaltitle", "address": "location", "keywords": "", "year": "date"}
    lines = []
    for name in ORDER:
        text = value(reference, name).replace(" and others", " and {others}")
        if text and name not in LOST and names.get(name, name):
            text = re.sub(r"\b[A-ZÉ]\w+", r"{\g<0>}", text) if name == "title" else text
            lines.append(f"\t{names.get(name, name)} = {{{text}}},\n")
    return f"@{reference.type}{{zotero_{reference.ligne},\n" + "".join(lines) + "}\n"


@pytest.mark.parametrize("program", [as_better_bibtex, as_zotero])
def test_the_real_bibliography_comes_back_to_the_byte(
    program: Callable[[Reference], str], tmp_path: Path
) -> None:
    references = real_references()
    export = tmp_path / "export.bib"
    export.write_text("\n".join(map(program, references)), encoding="utf-8")
    done = compare(ROOT, export, {})
    assert (done.unread, done.plan.doubts, done.plan.repeated, done.plan.added) == ([], [], [], [])
    assert [merged.changes for merged in done.plan.changed] == []
    assert [m.ours.cle for m in done.plan.merged] == [reference.cle for reference in references]
    assert done.text == REAL


def test_a_change_of_one_value_is_a_change_of_one_line(tmp_path: Path) -> None:
    (reference,) = (r for r in real_references() if r.cle == "granovetter1973strength")
    export = tmp_path / "export.bib"
    export.write_text(as_better_bibtex(reference).replace("1360--1380", "1361-1380"))
    changed = compare(ROOT, export, {}).text.split("\n")
    assert [new for old, new in zip(REAL.split("\n"), changed, strict=True) if old != new] == [
        "  pages = {1361--1380},"
    ]


def decide(project: Path, entry: str, *decisions: str) -> int:
    export = project.parent / "export.bib"
    export.write_text(entry, encoding="utf-8")
    options = [option for decision in decisions for option in ("--cle", decision)]
    command = ["--projet", str(project), "biblio", "importer", str(export), "--appliquer"]
    return main([*command, *options])


def reference_of(project: Path, key: str) -> Reference:
    text = (project / "bibliography.bib").read_text(encoding="utf-8")
    return read_bibtex(SourceFile("bibliography.bib", text)).references[key]


POTAGERS = (
    "@book{lebrunPotagers,\n  title = {Les potagers du canal},\n"
    "  author = {Lebrun, Paul and Petit, Boris},\n  date = {1999}\n}\n"
)


def test_a_work_known_by_author_and_year_is_completed_when_one_says_so(project: Path) -> None:
    assert decide(project, POTAGERS) == 1
    assert decide(project, POTAGERS, "lebrunPotagers=lebrun1999") == 0
    reference = reference_of(project, "lebrun1999")
    assert (reference.type, reference.label, reference.etat) == (
        "book",
        "Lebrun et Petit (1999), Les potagers du canal",
        "a-verifier",
    )
    assert reference.remark == "À vérifier : toute la référence."


def test_a_work_that_resembles_ours_is_added_under_the_key_that_one_gives(project: Path) -> None:
    assert decide(project, POTAGERS, "lebrunPotagers=lebrun1999potagers") == 0
    assert reference_of(project, "lebrun1999potagers").etat == "a-verifier"
    assert reference_of(project, "lebrun1999").title is None


def refused(root: Path, export: str | None, **decided: str) -> str:
    file = root.parent / "export.bib"
    if export is not None:
        file.write_text(export, encoding="utf-8")
    with pytest.raises(ImportRefusedError) as refusal:
        compare(root, file, decided)
    return as_text(refusal.value.problems)


def test_a_file_that_is_not_there_is_named(project: Path) -> None:
    assert refused(project, None) == (
        "export.bib:1:1 : erreur : ce fichier n’existe pas\n"
        "    attendu : un fichier exporté par Zotero\n"
        "1 erreur dans 1 fichier."
    )


def test_a_file_of_another_format_is_refused(project: Path) -> None:
    assert refused(project, "TY  - BOOK\nTI  - Les haies\nER  -\n") == (
        "export.bib:1:1 : erreur : aucune notice\n"
        "    attendu : une exportation de Zotero au format BibTeX, BibLaTeX ou Better BibTeX\n"
        "1 erreur dans 1 fichier."
    )


def test_a_decision_about_a_key_that_is_not_exported_is_refused(project: Path) -> None:
    assert refused(project, POTAGERS, lebrunPotager="lebrun1999") == (
        "export.bib:1:1 : erreur : champ « --cle » : aucune notice de l’exportation n’a la clé "
        "« lebrunPotager »\n"
        "    vouliez-vous dire « lebrunPotagers » ?\n"
        "1 erreur dans 1 fichier."
    )


def test_what_verifier_would_refuse_is_not_written(project: Path) -> None:
    hostile = POTAGERS.replace("potagers", "pоtagers")  # a Cyrillic о
    assert refused(project, hostile, lebrunPotagers="pot@gers") == (
        "bibliography.bib après importation:13:1 : erreur : notice « pot@gers » : clé mal formée\n"
        "    attendu : lettres, chiffres, « - » et « _ »\n"
        "bibliography.bib après importation:15:16 : erreur : « pоtagers » mêle deux écritures : "
        "« о » n’est pas une lettre latine\n"
        "    attendu : la lettre latine\n"
        "2 erreurs dans 1 fichier."
    )


def test_a_bibliography_with_an_error_is_mended_first(project: Path) -> None:
    file = project / "bibliography.bib"
    file.write_text(file.read_text(encoding="utf-8").replace("{verifiee}", "{verifie}"))
    assert "vouliez-vous dire « verifiee » ?" in refused(project, POTAGERS)


def test_a_bibliography_with_windows_line_ends_is_not_rewritten_whole(project: Path) -> None:
    file = project / "bibliography.bib"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "fins de ligne de Windows (CRLF)" in refused(project, POTAGERS)


def test_a_decision_is_two_keys(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        decide(project, POTAGERS, "lebrunPotagers")
    assert "« lebrunPotagers » n’est pas EXPORTEE=NOTRE" in capsys.readouterr().err


PIECES = [
    "{",
    "}",
    "\\",
    "$",
    '"',
    "@",
    "=",
    ",",
    "#",
    "~",
    "\\emph",
    "\\href{",
    " and ",
    "\0",
    "\n@book{",
]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, len(POTAGERS)), st.sampled_from(PIECES)), max_size=5))
def test_a_spoiled_export_gives_a_report_or_a_refusal(
    project: Path, spoilt: list[tuple[int, str]]
) -> None:
    text = POTAGERS
    for at, piece in spoilt:
        text = text[:at] + piece + text[at:]
    export = project.parent / "export.bib"
    export.write_text(text, encoding="utf-8")
    with suppress(ImportRefusedError):
        done = compare(project, export, {})
        assert list(report(done.plan, done.works, done.references))
