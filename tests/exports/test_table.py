"""Tables: read by csv as their description says, and safe to open."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from prendre_place.corpus import Corpus
from prendre_place.exports.datasets import DATASETS, Dataset
from prendre_place.exports.plain import plain
from prendre_place.exports.table import Column, as_csv
from prendre_place.exports.tables import figure_rows
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation
from prendre_place.model.preconisation import Preconisation
from tests.conftest import copy_project
from tests.exports.conftest import Files, files_of, read

TABLES = [dataset for dataset in DATASETS if dataset.columns]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";"))


def written(cell: str) -> str:
    """A cell without the apostrophe that keeps it from being a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@" else cell


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_what_the_package_says(table: Dataset, files: Files) -> None:
    package = json.loads(files["donnees/datapackage.json"])
    (resource,) = [r for r in package["resources"] if r["path"] == table.name]
    assert resource["dialect"] == {"delimiter": ";", "lineTerminator": "\r\n"}
    read = rows(files[table.path])
    fields = resource["schema"]["fields"]
    assert read
    assert list(read[0]) == [field["name"] for field in fields]
    for field in fields:
        values = {row[field["name"]] for row in read}
        if field["type"] == "integer":
            assert all(value.isdigit() for value in values)
        if field["type"] == "boolean":
            assert values <= {*field["trueValues"], *field["falseValues"]}


def test_every_term_is_read_back(real: Corpus, files: Files) -> None:
    read = {row["id"]: row for row in rows(files["donnees/glossaire.csv"])}
    listed = real.listed(GlossaryEntry)
    assert list(read) == [entry.id for entry in listed]
    for entry in listed:
        row = read[entry.id]
        assert row["titre"] == entry.terme
        assert row["sigle"] == (entry.sigle or "")
        assert row["domaine"] == entry.domaine
        assert row["variantes"] == " | ".join(entry.variantes)
        assert written(row["definition"]) == plain(entry.definition, real)
        assert row["plus_large"] == " | ".join(entry.plus_large)
        assert row["adresse"] == real.publication.url(real.address(entry.id))


def test_every_advice_and_organisation_is_read_back(real: Corpus, files: Files) -> None:
    advice = {row["id"]: row for row in rows(files["donnees/preconisations.csv"])}
    for card in real.listed(Preconisation):
        row = advice.pop(card.id)
        assert row["solidite"] == card.solidity
        assert row["nature"] == card.nature
        assert row["action"] == plain(card.action, real)
        assert row["destinataires"].split(" | ") == list(card.destinataires)
    organisations = {row["id"]: row for row in rows(files["donnees/organisations.csv"])}
    for organisation in real.listed(Organisation):
        row = organisations.pop(organisation.id)
        assert row["type"] == organisation.type
        assert row["site"] == (str(organisation.site) if organisation.site else "")
        terrains = [role.terrain for role in organisation.roles]
        assert row["terrains"] == " | ".join(terrains)
    assert (advice, organisations) == ({}, {})


def test_every_value_of_every_figure_is_there(real: Corpus, files: Files) -> None:
    read = rows(files["donnees/chiffres.csv"])
    wanted = list(figure_rows(real))
    assert len(read) == len(wanted)
    for row, (figure, value) in zip(read, ((r.figure, r.value) for r in wanted), strict=True):
        assert (row["chiffre"], written(row["valeur"])) == (figure.id, value.valeur)
        assert (row["source"], row["unite"]) == (value.source.cle, value.unite or "")
        assert row["desaccord"] == ("oui" if figure.disagrees else "non")
        assert row["retenue"] == ("oui" if figure.used == value else "non")


def test_a_withdrawn_entry_is_in_no_table(invented_files: Files) -> None:
    assert "ancien-mot" not in {row["id"] for row in rows(invented_files["donnees/glossaire.csv"])}


@pytest.mark.parametrize(
    "formula",
    ['=HYPERLINK("https://a.invalid")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"],
)
def test_a_cell_that_a_spreadsheet_would_run_is_only_text(formula: str, real: Corpus) -> None:
    column: Column[str] = Column("texte", "", lambda item, _: item)
    (row,) = rows(as_csv([column], [formula], real))
    assert row["texte"] == f"'{formula}"


def test_separators_and_quotes_of_a_text_break_no_row(real: Corpus) -> None:
    column: Column[str] = Column("texte", "", lambda item, _: item)
    text = 'Un ; deux, "trois"\n\nquatre'
    assert rows(as_csv([column, column], [text], real)) == [{"texte": text}]


def test_a_contributed_formula_is_harmless_in_the_table(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "projet")
    entry = project / "glossary" / "friche.yml"
    text = entry.read_text(encoding="utf-8").replace("terme: Friche", "terme: =1+1")
    entry.write_text(text, encoding="utf-8")
    files = files_of(read(project), tmp_path)
    titles = [row["titre"] for row in rows(files["donnees/glossaire.csv"])]
    assert "'=1+1" in titles
