"""The enquiry itself: its question, its method, its workshops, its figures.

One model for each page, told apart by the name of their file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prendre_place.model.concept import Figure, Section
from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure
from prendre_place.model.terrain import Milestone
from prendre_place.model.values import (
    AnchorId,
    CitedProse,
    EntryId,
    Line,
    Model,
    OrganisationId,
    Prose,
    SourcePlace,
    TerrainId,
)


class EnquiryPage(Entry):
    """What these pages share."""

    kind: ClassVar[str] = "enquete"

    titre: Line

    @property
    def title(self) -> str:
        return self.titre


class Hypothesis(Model):
    """One of the four hypotheses, with the entries that bear on it."""

    id: AnchorId
    titre: Line
    texte: CitedProse
    liees: tuple[EntryId, ...] = ()


class EnquiryOverview(EnquiryPage):
    """`/enquete/`: the question, the hypotheses, what limits the results, what follows."""

    probleme: CitedProse
    hypotheses: Annotated[tuple[Hypothesis, ...], Field(min_length=1)]
    resultats: tuple[Section, ...] = ()
    limites: Annotated[tuple[CitedProse, ...], Field(min_length=1)]
    prolongements: tuple[CitedProse, ...] = ()

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for hypothesis in self.hypotheses:
            for target in hypothesis.liees:
                yield "hypothese", target


class Instrument(Model):
    """An instrument of the enquiry, described and not reproduced."""

    id: AnchorId
    titre: Line
    texte: CitedProse
    parties: tuple[Prose, ...] = ()


class SiteCount(Model):
    """How much of one material was gathered in one field site."""

    terrain: TerrainId
    nombre: int = Field(ge=0)


class Gathered(Model):
    """One material of the enquiry, counted in each field site."""

    materiau: Line
    par_terrain: Annotated[tuple[SiteCount, ...], Field(min_length=1)]
    source: SourcePlace


class EnquiryMethod(EnquiryPage):
    """`/enquete/methode/`: how the enquiry was made."""

    demarche: Annotated[tuple[Section, ...], Field(min_length=1)]
    recueil: tuple[Gathered, ...] = ()
    materiaux: Annotated[tuple[Figure, ...], Field(min_length=1)]
    instruments: Annotated[tuple[Instrument, ...], Field(min_length=1)]
    calendrier: Annotated[tuple[Milestone, ...], Field(min_length=1)]
    ethique: CitedProse


class Return(Model):
    """What came out of a workshop, and the entries that take it up (none if nothing does)."""

    constat: Prose
    source: SourcePlace
    repris_par: tuple[EntryId, ...] = ()


class EnquiryWorkshops(EnquiryPage):
    """`/enquete/ateliers/`: the two workshops of May 2023."""

    deroulement: CitedProse
    surprises: Annotated[tuple[Return, ...], Field(min_length=1)]
    manques: Annotated[tuple[Return, ...], Field(min_length=1)]
    confirmations: Annotated[tuple[Return, ...], Field(min_length=1)]
    suites: Annotated[tuple[Return, ...], Field(min_length=1)]

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for item in (*self.surprises, *self.manques, *self.confirmations, *self.suites):
            for target in item.repris_par:
                yield "repris_par", target


class FigureGroup(Model):
    """Figures about one subject."""

    titre: Line
    chiffres: Annotated[tuple[CheckedFigure, ...], Field(min_length=1)]


class EnquiryFigures(EnquiryPage):
    """`/enquete/chiffres/`: figures of the enquiry and of its setting.

    Figures of one field site live in that site's file and are shown here too.
    """

    introduction: CitedProse
    groupes: Annotated[tuple[FigureGroup, ...], Field(min_length=1)]


class ComparedCase(Model):
    """A pole that another study describes: only what it says of this very pole."""

    organisation: OrganisationId
    theme: Line
    territoire: Line
    region: Line
    groupement_d_employeurs: Literal["oui", "non nommé"]
    laureat: Literal["oui", "non"]
    apport: Prose
    sources: Annotated[tuple[SourcePlace, ...], Field(min_length=1)]


class Trait(Model):
    """What is said of all the poles together, and of none by its name."""

    titre: Line
    texte: CitedProse


class ComparisonCases(EnquiryPage):
    """`/enquete/poles-temoins/`: shorter cases, to compare the field sites with."""

    introduction: CitedProse
    cas: Annotated[tuple[ComparedCase, ...], Field(min_length=1)]
    ensemble: Annotated[tuple[Trait, ...], Field(min_length=1)]
    periscope: Annotated[tuple[Section, ...], Field(min_length=1)]
    rapprochements: CitedProse

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for case in self.cas:
            yield "cas", case.organisation
