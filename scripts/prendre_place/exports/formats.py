"""The faces that a record has for machines, beside its page."""

from __future__ import annotations

from dataclasses import dataclass

from prendre_place.model.entry import Entry


@dataclass(frozen=True)
class Format:
    """One face: the end of its address, the name readers know it by, its media type."""

    extension: str
    name: str
    media_type: str


JSON = Format("json", "JSON", "application/json")
TURTLE = Format("ttl", "SKOS", "text/turtle")
BIBTEX = Format("bib", "BibTeX", "application/x-bibtex")
RIS = Format("ris", "RIS", "application/x-research-info-systems")
YAML = Format("yml", "YAML", "application/yaml")
CSL = Format("json", "CSL-JSON", "application/vnd.citationstyles.csl+json")
ZOTERO = Format("rdf", "Zotero RDF", "application/rdf+xml")

TO_CITE = (BIBTEX, RIS)
REFERENCE = (BIBTEX, RIS, CSL, ZOTERO)


def as_data(entry: Entry) -> tuple[Format, ...]:
    """The faces that hold all that the entry says."""
    return (JSON, TURTLE, YAML) if entry.kind == "glossary" else (JSON, YAML)


def faces(entry: Entry) -> tuple[Format, ...]:
    """Every face of an entry."""
    return *TO_CITE, *as_data(entry)
