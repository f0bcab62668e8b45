"""Documents made from the built site of the invented project, read back by another library."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from prendre_place.build import build_site
from prendre_place.cli import main
from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.pdf import writing
from prendre_place.pdf.documents import documents
from prendre_place.pdf.drawings import drawing_style
from prendre_place.pdf.writing import PdfToolError
from tests.conftest import copy_project, make_buildable


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project, built once."""
    project = make_buildable(copy_project(tmp_path_factory.mktemp("pdf") / "projet"))
    assert build_site(project).site is not None
    return project


@pytest.fixture(scope="module")
def made(project: Path) -> Path:
    """The folder of every usual document."""
    assert main(["--projet", str(project), "pdf", "--dossier", "papier"]) == 0
    return project / "papier"


@pytest.fixture(scope="module")
def corpus(project: Path) -> Corpus:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


def text(file: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(file).pages).replace("\u00a0", " ")


def test_the_usual_documents_are_the_glossary_and_a_leaf_for_each_other_entry(made: Path) -> None:
    assert sorted(str(file.relative_to(made)) for file in made.rglob("*.pdf")) == [
        "glossaire.pdf",
        "notions/jardiner.pdf",
        "preconisations/ouvrir-la-grille.pdf",
        "terrains/jardin-du-val.pdf",
    ]


def test_a_card_holds_its_plain_line_its_sources_its_citation_and_its_address(made: Path) -> None:
    shown = text(made / "preconisations/ouvrir-la-grille.pdf")
    for expected in (
        "Ouvrir la grille du jardin",
        "En clair.",
        "Références citées",
        "ISO 690 (auteur-date)",
        "https://val.invalid/savoir/preconisations/ouvrir-la-grille/",
        "Version 1 du",
    ):
        assert expected in shown
    for left in ("BibTeX", "Notice :", "Pages liées", "Chicago"):
        assert left not in shown


@pytest.mark.parametrize("name", ["glossaire.pdf", "terrains/jardin-du-val.pdf"])
def test_a_document_is_tagged_titled_and_in_french(made: Path, name: str) -> None:
    reader = PdfReader(made / name)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "fr"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert reader.metadata is not None
    assert str(reader.metadata.title).endswith(" – Le savoir du Val")


def outline(reader: PdfReader) -> list[str]:
    def names(items: list) -> list[str]:  # type: ignore[type-arg]
        nested = (names(i) if isinstance(i, list) else [str(i.title)] for i in items)
        return [name for group in nested for name in group]

    return names(reader.outline)


def test_the_glossary_has_its_bookmarks_by_letter(made: Path) -> None:
    reader = PdfReader(made / "glossaire.pdf")
    assert outline(reader) == [
        "C",
        "Commun",
        "F",
        "Friche",
        "J",
        "Jardin partagé (JP)",
        "Références",
    ]


def test_the_table_of_the_glossary_gives_the_page_of_each_term(made: Path) -> None:
    reader = PdfReader(made / "glossaire.pdf")
    pages = [page.extract_text() for page in reader.pages]
    lines = next(page for page in pages if "Table" in page).splitlines()
    for term in ("Commun", "Friche", "Jardin partagé"):
        line = next(line for line in lines if line.startswith(term) and line[-1].isdigit())
        number = int(line.rsplit(".", 1)[-1])
        assert any(shown.startswith(term) for shown in pages[number - 1].splitlines())


def test_each_page_is_numbered(made: Path) -> None:
    reader = PdfReader(made / "glossaire.pdf")
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, 1):
        assert f"{number} / {count}" in page.extract_text()


def test_in_the_volume_terms_lead_to_each_other_and_references_stand_once(
    corpus: Corpus, project: Path
) -> None:
    (volume,) = documents(corpus, ["glossaire"])
    html = volume.html(corpus, project / "site")
    assert '<a href="#commun">' in html
    assert html.count('id="ref-martin2001jardin"') == 1
    assert 'id="jardin-partage--definition"' in html


def test_an_entry_of_any_part_can_be_asked_for(corpus: Corpus) -> None:
    assert [d.file for d in documents(corpus, ["friche", "organisations", "friche"])] == [
        "glossaire/friche.pdf",
        "organisations/pole-des-alpages.pdf",
        "organisations/ville-de-valbourg.pdf",
    ]


def test_an_unknown_name_is_told_with_the_nearest(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--projet", str(project), "pdf", "frich"]) == 1
    assert capsys.readouterr().err == (
        "« frich » n’est ni une partie du site ni une entrée. Vouliez-vous dire « friche » ?\n"
    )


def test_without_a_site_one_is_told_to_build_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = copy_project(tmp_path / "projet")
    assert main(["--projet", str(folder), "pdf"]) == 1
    assert capsys.readouterr().err == (
        "Les PDF se font depuis le site : lancez d’abord « make site ».\n"
    )


def test_without_the_tool_one_is_told_what_to_install(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise PdfToolError("libpango introuvable")

    monkeypatch.setattr(writing, "write_pdf", missing)
    assert main(["--projet", str(project), "pdf", "friche"]) == 1
    assert "sudo apt-get install libpango-1.0-0" in capsys.readouterr().err


def test_drawings_take_the_colours_of_paper() -> None:
    sheet = (
        ":root {\n --a: #111;\n --b: light-dark(#222, #333);\n}\n"
        "@media print { :root { --a: #000; } }\n.dessin .forme {\n fill: var(--a);\n}\n"
    )
    assert drawing_style(sheet) == ".forme {\n fill: #000;\n}"
