"""Shorter cases that another study describes, to compare the field sites with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from prendre_place.model.concept import Section
from prendre_place.model.enquiry import EnquiryPage
from prendre_place.model.values import (
    CitedProse,
    EntryId,
    Line,
    Model,
    OrganisationId,
    Prose,
    SourcePlace,
)


class ComparedCase(Model):
    """A pole that another study describes: only what it says of this very pole."""

    organisation: OrganisationId = Field(
        title="Organisation",
        description="L’organisation qui est ce pôle.",
        examples=["pole-sud-archer"],
    )
    theme: Line = Field(
        title="Thème",
        description="De quoi s’occupe le pôle.",
        examples=["Services : développement local"],
    )
    territoire: Line = Field(
        title="Territoire",
        description="La sorte de territoire, comme la source la nomme.",
        examples=["désindustrialisé"],
    )
    region: Line = Field(
        title="Région",
        description="Sa région, telle que la source la nomme.",
        examples=["Aquitaine"],
    )
    groupement_d_employeurs: Literal["oui", "non nommé"] = Field(
        title="Groupement d’employeurs",
        description="« oui » si l’étude en nomme un pour ce pôle, « non nommé » sinon.",
        examples=["oui"],
    )
    laureat: Literal["oui", "non"] = Field(
        title="Lauréat",
        description="« oui » si le pôle a été lauréat de l’appel à projets, « non » sinon.",
        examples=["oui"],
    )
    apport: Prose = Field(
        title="Apport",
        description="Ce que l’étude dit de ce pôle, et de lui seul.",
        examples=["Un lieu partagé par huit structures."],
    )
    sources: Annotated[tuple[SourcePlace, ...], Field(min_length=1)] = Field(
        title="Sources",
        description="Où cela se lit.",
    )


class Trait(Model):
    """What is said of all the poles together, and of none by its name."""

    titre: Line = Field(
        title="Titre",
        description="De quoi il s’agit, en quelques mots.",
        examples=["Les emplois"],
    )
    texte: CitedProse = Field(
        title="Texte",
        description="Ce qui est dit de tous les pôles ensemble.",
        examples=["La plupart mutualisent des locaux [@podlewski2014intelligence, II.1]."],
    )


class ComparisonCases(EnquiryPage):
    """`/enquete/poles-temoins/`: shorter cases, to compare the field sites with."""

    introduction: CitedProse = Field(
        title="Introduction",
        description="Ce que ces cas permettent de comparer, et ce qu’ils ne permettent pas.",
    )
    cas: Annotated[tuple[ComparedCase, ...], Field(min_length=1)] = Field(
        title="Cas",
        description="Les pôles décrits, un par élément.",
    )
    ensemble: Annotated[tuple[Trait, ...], Field(min_length=1)] = Field(
        title="Ensemble",
        description="Ce qui est dit de tous les pôles, et d’aucun par son nom.",
    )
    periscope: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(
        title="Le Périscope",
        description="Le cas du Périscope, en parties titrées.",
    )
    rapprochements: CitedProse = Field(
        title="Rapprochements",
        description="Ce qui rapproche ces cas des terrains de l’enquête.",
    )

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for case in self.cas:
            yield "cas", case.organisation
