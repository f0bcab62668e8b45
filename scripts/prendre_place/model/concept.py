"""A concept sheet: one of the questions of the enquiry, in sections."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    AnchorId,
    CitationKey,
    CitedProse,
    Line,
    Model,
    Prose,
    SourcePlace,
)


class Section(Model):
    """A titled part of a sheet; its id is the anchor that others link to."""

    id: AnchorId
    titre: Line
    texte: CitedProse


class Figure(Model):
    """A figure given as a table: one list of cells for each row."""

    id: AnchorId
    titre: Line
    description: Prose
    colonnes: Annotated[tuple[Line, ...], Field(min_length=1)]
    lignes: Annotated[tuple[tuple[Prose, ...], ...], Field(min_length=1)]
    source: SourcePlace

    @model_validator(mode="after")
    def _rows_are_as_long_as_the_header(self) -> Figure:
        for number, row in enumerate(self.lignes, 1):
            if len(row) != len(self.colonnes):
                raise PydanticCustomError(
                    "row_length",
                    "row {number} has {found} cells",
                    {"number": number, "found": len(row), "expected": len(self.colonnes)},
                )
        return self


class ConceptSheet(Entry):
    """A concept sheet."""

    kind: ClassVar[str] = "concepts"

    titre: Line
    question: Prose
    essentiel: Annotated[tuple[CitedProse, ...], Field(min_length=3, max_length=6)]
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    figures: tuple[Figure, ...] = ()
    a_discuter: tuple[Prose, ...] = ()
    pour_aller_plus_loin: tuple[CitationKey, ...] = ()

    @property
    def title(self) -> str:
        return self.titre
