"""Acronyms that need no entry of their own: what they stand for, and where that is said."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from prendre_place.model.values import EntryId, Line, Model, SourcePlace


class Acronym(Model):
    """One acronym. `a_verifier` marks an expansion that no document of the corpus gives."""

    sigle: Line
    developpement: Line
    a_verifier: bool = False
    source: SourcePlace
    entree: EntryId | None = None


class AcronymList(Model):
    """The file `sigles.yml`."""

    sigles: Annotated[tuple[Acronym, ...], Field(min_length=1)]
