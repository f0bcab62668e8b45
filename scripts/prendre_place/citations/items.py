"""Pages of the site as works that others cite: CSL items."""

from __future__ import annotations

from typing import Any

from prendre_place.corpus import Corpus
from prendre_place.model.entry import Entry
from prendre_place.typography import french

Item = dict[str, Any]
"""One item of CSL-JSON (https://docs.citationstyles.org, appendix « Variables »)."""

TYPES = {"glossary": "entry-dictionary", "preconisations": "report"}
GENRES = {
    "concepts": "Fiche notion",
    "terrains": "Terrain",
    "preconisations": "Préconisation",
    "organisations": "Organisation",
    "enquete": "Page de l’enquête",
    "situer": "Questionnaire",
}


def page_item(entry: Entry, corpus: Corpus) -> Item:
    """The page of an entry, in its current version, as a work of its publisher.

    Its texts have the spaces of French, which no citation style adds to a title.
    """
    publication = corpus.publication
    kind = TYPES.get(entry.kind, "webpage")
    day = entry.published_on.split("/")[-1]  # what took time is dated of its end
    item: Item = {
        "id": entry.id,
        "type": kind,
        "title": french(full_title(entry)),
        "author": [{"literal": publication.editeur}],
        "publisher": publication.editeur,
        "collection-title" if kind == "report" else "container-title": publication.titre,
        "version": str(entry.version),
        "issued": {"date-parts": [[int(part) for part in day.split("-")]]},
        "URL": publication.url(corpus.address(entry.id)),
        "language": "fr-FR",
        "abstract": french(entry.en_clair),
    }
    if genre := GENRES.get(entry.kind):
        item["genre"] = genre
    return item


def version_item(version: Entry, entry: Entry, corpus: Corpus) -> Item:
    """A past version of an entry, at its own address; its title is the one that it bore."""
    return {
        **page_item(version.model_copy(update={"id": entry.id}), corpus),
        "id": version_id(entry, version.version),
        "URL": corpus.publication.url(corpus.version_address(entry, version.version)),
    }


def version_id(entry: Entry, version: int) -> str:
    """The name of a version among works; no entry has it, as ids hold no full stop."""
    return f"{entry.id}.v{version}"


def full_title(entry: Entry) -> str:
    """The title with its acronym, as the head of the page shows it."""
    if entry.acronym and entry.acronym != entry.title:
        return f"{entry.title} ({entry.acronym})"
    return entry.title


def full_name(name: dict[str, str]) -> str:
    """« Di Méo, Guy », or the name of an institution."""
    return name.get("literal") or ", ".join(
        part for part in (name["family"], name.get("given")) if part
    )
