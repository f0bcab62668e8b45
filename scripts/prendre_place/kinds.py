"""The kinds of entry: one folder, one model, one place on the site each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prendre_place.model.comparison import ComparisonCases
from prendre_place.model.concept import ConceptSheet
from prendre_place.model.enquiry import (
    EnquiryFigures,
    EnquiryMethod,
    EnquiryOverview,
    EnquiryWorkshops,
)
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation
from prendre_place.model.preconisation import Preconisation
from prendre_place.model.questionnaire import Questionnaire
from prendre_place.model.terrain import Terrain

VERSIONS = "versions"
"""The folder of published texts, beside those that are being written."""

ENQUIRY_PAGES: dict[str, type[Entry]] = {
    "enquete": EnquiryOverview,
    "methode": EnquiryMethod,
    "ateliers": EnquiryWorkshops,
    "chiffres": EnquiryFigures,
    "poles-temoins": ComparisonCases,
}


@dataclass(frozen=True)
class Kind:
    """How one kind of entry is named, on disk, on the site and in messages.

    `section` is the first part of its permanent addresses. `model_for` gives
    the model of a file from its id, or None when no such file is expected.
    `word` is what writers call it on the command line, None when none can be added.
    """

    folder: str
    section: str
    singular: str
    plural: str
    model_for: Callable[[str], type[Entry] | None]
    reserved: frozenset[str] = frozenset()
    word: str | None = None


def _always(model: type[Entry]) -> Callable[[str], type[Entry] | None]:
    return lambda _: model


KINDS: dict[str, Kind] = {
    kind.folder: kind
    for kind in (
        Kind(
            "glossary",
            "glossaire",
            "entrée du glossaire",
            "Glossaire",
            _always(GlossaryEntry),
            frozenset({"domaines", "lettres", "sigles"}),
            word="terme",
        ),
        Kind(
            "concepts", "notions", "fiche notion", "Notions", _always(ConceptSheet), word="notion"
        ),
        Kind(
            "terrains",
            "terrains",
            "terrain",
            "Terrains",
            _always(Terrain),
            frozenset({"comparer"}),
            word="terrain",
        ),
        Kind(
            "preconisations",
            "preconisations",
            "préconisation",
            "Préconisations",
            _always(Preconisation),
            frozenset({"selection"}),
            word="preconisation",
        ),
        Kind(
            "organisations",
            "organisations",
            "organisation",
            "Organisations",
            _always(Organisation),
            word="organisation",
        ),
        Kind(
            "enquete",
            "enquete",
            "page de l’enquête",
            "L’enquête",
            ENQUIRY_PAGES.get,
            frozenset({"journal"}),
        ),
        Kind("situer", "se-situer", "questionnaire", "Se situer", _always(Questionnaire)),
    )
}


def address(folder: str, entry_id: str) -> str:
    """Path of an entry's page from the root of the site, as it will be cited."""
    section = KINDS[folder].section
    return f"{section}/" if entry_id == section else f"{section}/{entry_id}/"


def version_file(folder: str, entry_id: str, version: int) -> str:
    """Path, in the project, of what the file of an entry was when it was published."""
    return f"{VERSIONS}/{folder}/{entry_id}/v{version}.yml"
