"""Every place that cites a reference, with its line."""

from __future__ import annotations

from prendre_place.load.sources import Sources
from prendre_place.problems import nearest
from prendre_place.writing.edits import EditRefusedError
from prendre_place.writing.occurrences import Occurrence, of_reference


def uses(sources: Sources, key: str) -> list[str]:
    """The reference, each of its uses and their count, a line each."""
    reference = sources.bibliography.references.get(key)
    places = sorted(of_reference(sources, key), key=lambda p: (p.source.path, p.start))
    if reference is None and not places:
        near = nearest(key, list(sources.bibliography.keys))
        hint = f" Vouliez-vous dire « {near} » ?" if near else ""
        raise EditRefusedError(f"Aucune source n’a la clé « {key} ».{hint}")
    head = [f"bibliography.bib:{reference.ligne} : {reference.label}"] if reference else []
    files = len({place.source.path for place in places})
    count = f"{len(places)} emploi{'s' if len(places) > 1 else ''}"
    within = f"{files} fichier{'s' if files > 1 else ''}"
    return [*head, *(_line(place) for place in places), f"{count} dans {within}."]


def _line(place: Occurrence) -> str:
    field = f" : {place.field}" if place.field else ""
    return f"{place.source.path}:{place.line}{field}"
