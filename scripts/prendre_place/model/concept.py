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

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom de la partie dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["formes-de-cooperation"],
    )
    titre: Line = Field(
        title="Titre",
        description="Titre de la partie.",
        examples=["Les formes de coopération"],
    )
    texte: CitedProse = Field(
        title="Texte",
        description="Texte de la partie.",
        examples=["Coopérer n’est pas collaborer [@lefebvrechombart2023dynamique, §1, 2]."],
    )


class Figure(Model):
    """A figure given as a table: one list of cells for each row."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom de la figure dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["deux-soutenabilites"],
    )
    titre: Line = Field(
        title="Titre",
        description="Titre de la figure.",
        examples=["Soutenabilité faible et forte"],
    )
    description: Prose = Field(
        title="Description",
        description="Ce que la figure montre, pour qui ne la voit pas.",
        examples=["Deux façons de penser le capital naturel."],
    )
    colonnes: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        title="Colonnes",
        description="Les titres des colonnes.",
        examples=[["Faible", "Forte"]],
    )
    lignes: Annotated[tuple[tuple[Prose, ...], ...], Field(min_length=1)] = Field(
        title="Lignes",
        description="Une liste de cases par ligne, autant que de colonnes.",
        examples=[[["remplaçable", "irremplaçable"]]],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où la figure se lit.",
    )

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

    titre: Line = Field(
        title="Titre",
        description="Titre de la fiche.",
        examples=["Innovation sociale"],
    )
    question: Prose = Field(
        title="Question",
        description="La question à laquelle la fiche répond.",
        examples=["Qu’est-ce qui fait d’une nouveauté une innovation sociale ?"],
    )
    essentiel: Annotated[tuple[CitedProse, ...], Field(min_length=3, max_length=6)] = Field(
        title="L’essentiel",
        description="De 3 à 6 phrases à retenir.",
    )
    sections: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(
        title="Parties",
        description="Les parties de la fiche, chacune avec son nom permanent, son titre et son "
        "texte.",
    )
    figures: tuple[Figure, ...] = Field(
        default=(),
        title="Figures",
        description="Des tableaux qui redisent une figure d’une source.",
    )
    a_discuter: tuple[Prose, ...] = Field(
        default=(),
        title="À discuter",
        description="Des questions pour un groupe.",
        examples=[["Qui décide chez nous de ce qui est une innovation ?"]],
    )
    pour_aller_plus_loin: tuple[CitationKey, ...] = Field(
        default=(),
        title="Pour aller plus loin",
        description="Les sources à lire.",
        examples=[["fraisse2017mieux"]],
    )

    @property
    def title(self) -> str:
        return self.titre
