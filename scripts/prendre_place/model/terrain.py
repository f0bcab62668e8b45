"""A field site. The same keys for all, so that they can be put side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

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
Resource = Literal["reciprocite", "marche", "redistribution"]
# As far as sources go: none, there, said to be the main one or crucial, refused and asked for.
Weight = Literal["aucune", "presente", "decisive", "en-debat"]
FormType = Literal["archipel", "lieu-ressource", "multiscalaire"]
ElementRole = Literal[
    "ilot", "passage", "manque", "lieu", "fonction", "reseau", "echelle", "relation"
]
# What each form is made of: what it cannot do without, and what it may also show.
FORM_ROLES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "archipel": (frozenset({"ilot", "passage"}), frozenset({"manque"})),
    "lieu-ressource": (frozenset({"lieu", "fonction", "reseau"}), frozenset()),
    "multiscalaire": (frozenset({"echelle"}), frozenset({"relation"})),
}


class Area(Model):
    """Where the site is, and what marks this place."""

    communes: tuple[Line, ...] = ()
    intercommunalites: tuple[Line, ...] = ()
    departements: Annotated[tuple[Line, ...], Field(min_length=1)]
    texte: CitedProse


class Milestone(Model):
    """A dated event; `repere` says it in a few words, for drawings."""

    date: Edtf
    repere: Line | None = None
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


class ResourceWeight(Model):
    """What a source states of the weight of one resource."""

    ressource: Resource
    poids: Weight
    source: SourcePlace


class Economy(Model):
    """Resources and work, read with Polanyi's three principles."""

    poids: tuple[ResourceWeight, ...] = ()
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


class SpatialElement(Model):
    """One part of a form of space; scales come from the nearest to the farthest."""

    role: ElementRole
    nom: Line
    precision: Line | None = None
    source: SourcePlace


class SpatialForm(Model):
    """The form of space that the report reads in the site, part by part."""

    type: FormType
    elements: Annotated[tuple[SpatialElement, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _parts_are_those_of_the_form(self) -> SpatialForm:
        needed, possible = FORM_ROLES[self.type]
        found = {element.role for element in self.elements}
        if not needed <= found <= needed | possible:
            raise PydanticCustomError(
                "form_roles",
                "roles that do not make a {type}",
                {
                    "type": self.type,
                    "found": sorted(found),
                    "needed": sorted(needed),
                    "possible": sorted(possible),
                },
            )
        return self


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
    forme: SpatialForm | None = None
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
