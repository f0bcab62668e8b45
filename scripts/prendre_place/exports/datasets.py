"""The whole sets under `/donnees/`, and the package that describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from prendre_place.corpus import Corpus, sort_key
from prendre_place.exports.formats import BIBTEX, CSL, JSON, RIS, TURTLE, ZOTERO, Format
from prendre_place.exports.table import DELIMITER, FALSE, TRUE, Column
from prendre_place.exports.tables import FIGURES, GLOSSARY, ORGANISATIONS, PRECONISATIONS
from prendre_place.kinds import KINDS

FOLDER = "donnees"
CSV = Format("csv", "CSV", "text/csv")
JSON_LD = Format("jsonld", "JSON-LD", "application/ld+json")
# https://specs.frictionlessdata.io/data-package/
PROFILE, TABLE_PROFILE = "data-package", "tabular-data-resource"


@dataclass(frozen=True)
class Dataset:
    """One whole set: what it is of, in which format; the columns of a table."""

    subject: str
    title: str
    format: Format
    columns: Sequence[Column[Any]] = ()

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.subject}.{self.format.extension}"

    @property
    def path(self) -> str:
        """The address of its file, from the root of the site."""
        return f"{FOLDER}/{self.name}"


RECORDS = {
    folder: Dataset(kind.section, f"{kind.plural}, tous les champs", JSON)
    for folder, kind in KINDS.items()
}
TERMS_TABLE = Dataset("glossaire", "Glossaire, un terme par ligne", CSV, GLOSSARY)
TERMS_TURTLE = Dataset("glossaire", "Glossaire en SKOS", TURTLE)
TERMS_JSON_LD = Dataset("glossaire", "Glossaire en SKOS", JSON_LD)
ADVICE_TABLE = Dataset("preconisations", "Préconisations, une par ligne", CSV, PRECONISATIONS)
ORGANISATIONS_TABLE = Dataset("organisations", "Organisations, une par ligne", CSV, ORGANISATIONS)
FIGURES_TABLE = Dataset("chiffres", "Chiffres, une valeur par ligne", CSV, FIGURES)
WORKS_BIBTEX = Dataset("bibliographie", "Bibliographie pour BibTeX et Zotero", BIBTEX)
WORKS_RIS = Dataset("bibliographie", "Bibliographie pour tout logiciel de références", RIS)
WORKS_CSL = Dataset("bibliographie", "Bibliographie en CSL-JSON", CSL)
WORKS_ZOTERO = Dataset("bibliographie", "Bibliographie pour Zotero, sans perte", ZOTERO)
DATASETS = (
    *RECORDS.values(),
    TERMS_TABLE,
    TERMS_TURTLE,
    TERMS_JSON_LD,
    ADVICE_TABLE,
    ORGANISATIONS_TABLE,
    FIGURES_TABLE,
    WORKS_BIBTEX,
    WORKS_RIS,
    WORKS_CSL,
    WORKS_ZOTERO,
)


def data_package(corpus: Corpus) -> str:
    """The description of every set, which readers of tables follow."""
    publication = corpus.publication
    licence = publication.licence
    package = {
        "profile": PROFILE,
        "name": "-".join(sort_key(publication.titre).split()),
        "title": publication.titre,
        "description": publication.description,
        "homepage": publication.url(f"{FOLDER}/"),
        "licenses": [{"name": licence.sigle, "path": licence.adresse, "title": licence.nom}],
        "contributors": [
            {"title": publication.editeur, "path": publication.contact, "role": "publisher"}
        ],
        "resources": [dict(_resource(dataset)) for dataset in DATASETS],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    yield "name", dataset.name
    yield "title", dataset.title
    yield "path", dataset.name
    yield "format", dataset.format.extension
    yield "mediatype", dataset.format.media_type
    yield "encoding", "utf-8"
    if dataset.columns:
        yield "profile", TABLE_PROFILE
        yield "dialect", {"delimiter": DELIMITER, "lineTerminator": "\r\n"}
        yield "schema", {"fields": [dict(_field(column)) for column in dataset.columns]}


def _field(column: Column[Any]) -> Iterator[tuple[str, Any]]:
    yield "name", column.name
    yield "type", column.type
    yield "description", column.description
    if column.type == "boolean":
        yield "trueValues", [TRUE]
        yield "falseValues", [FALSE]
