"""A field site. The same keys for all, so that they can be put side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure
from prendre_place.model.values import (
    AnchorId,
    CitedProse,
    Edtf,
    EntryId,
    GlossaryId,
    Line,
    Model,
    Prose,
    SourcePlace,
)

Logic = Literal["aide", "entraide", "militante", "multilaterale"]


class Area(Model):
    """Where the site is, and what marks this place."""

    communes: tuple[Line, ...] = ()
    intercommunalites: tuple[Line, ...] = ()
    departements: Annotated[tuple[Line, ...], Field(min_length=1)]
    texte: CitedProse


class Milestone(Model):
    """A dated event."""

    date: Edtf
    evenement: Prose
    source: SourcePlace


class Identity(Model):
    """Who carries the site, in which legal form, since when."""

    sigle: Line | None = None
    formes_juridiques: Annotated[tuple[Prose, ...], Field(min_length=1)]
    porteur: CitedProse
    dates: Annotated[tuple[Milestone, ...], Field(min_length=1)]


class Group(Model):
    """A group of people or organisations and the place it holds in the cooperation."""

    id: AnchorId
    nom: Line
    place: Prose
    description: Prose
    source: SourcePlace


class Location(Model):
    """A place that counts for the site."""

    nom: Line
    description: Prose
    source: SourcePlace


class Topic(Model):
    """A titled paragraph: a practice, a tension."""

    titre: Line
    texte: CitedProse


class ActionLogics(Model):
    """The four logics of action of Laville and Sainsaulieu, as the report reads them."""

    aide: CitedProse
    entraide: CitedProse
    militante: CitedProse
    multilaterale: CitedProse
    dominante: tuple[Logic, ...] = ()
    qui_le_dit: CitedProse


class Economy(Model):
    """Resources and work, read with Polanyi's three principles."""

    reciprocite: CitedProse
    marche: CitedProse
    redistribution: CitedProse
    emplois: CitedProse
    dynamique: CitedProse


class Emergence(Model):
    """The triptych from which the site arose."""

    patrimoine: CitedProse
    protection: CitedProse
    utopie: CitedProse


class Effects(Model):
    """What changed, for whom."""

    personnes: CitedProse
    partenariats: CitedProse
    politiques: CitedProse


class Terrain(Entry):
    """A field site of the enquiry."""

    kind: ClassVar[str] = "terrains"

    titre: Line
    territoire: Area
    identite: Identity
    chiffres: tuple[CheckedFigure, ...] = ()
    chronologie: tuple[Milestone, ...] = ()
    groupes: Annotated[tuple[Group, ...], Field(min_length=1)]
    lieux: tuple[Location, ...] = ()
    pratiques: tuple[Topic, ...] = ()
    gouvernance: CitedProse
    logiques: ActionLogics
    economie: Economy
    emergence: Emergence
    effets: Effects | None = None
    tensions: tuple[Topic, ...] = ()
    espace: CitedProse | None = None
    notions: tuple[GlossaryId, ...] = ()

    @property
    def title(self) -> str:
        return self.titre

    @property
    def acronym(self) -> str | None:
        return self.identite.sigle

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for notion in self.notions:
            yield "notions", notion
