"""A préconisation: what was found, what to do, and how solid the advice is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    CitedProse,
    Edtf,
    EntryId,
    Line,
    Model,
    Prose,
    SourcePlace,
    TerrainId,
)

Evidence = Literal["entretien", "observation", "atelier", "document", "litterature"]
Solidity = Literal["fragile", "étayée", "solide"]
Addressee = Literal[
    "structures porteuses",
    "associations et structures de l'ESS",
    "structures d'insertion",
    "entreprises",
    "collectivités locales",
    "État et opérateurs",
    "réseaux et accompagnement",
    "recherche et universités",
    "habitants et publics concernés",
]
Theme = Literal[
    "gouvernance",
    "participation",
    "action publique",
    "ancrage",
    "modèle économique",
    "organisation du travail",
    "finalité",
    "recherche-action",
]


class Support(Model):
    """One piece of evidence, by type, with the place where it can be read."""

    type: Evidence
    constat: Prose
    source: SourcePlace


class Estimate(Model):
    """A level given by a source, never by the project alone."""

    niveau: Line
    source: SourcePlace


class Effort(Estimate):
    niveau: Literal["faible", "moyen", "élevé"]


class Horizon(Estimate):
    niveau: Literal["immédiat", "moyen terme", "long terme"]


class Preconisation(Entry):
    """An advice card."""

    kind: ClassVar[str] = "preconisations"

    titre: Line
    nature: Literal["enoncee", "deduite"]
    date: Edtf
    constat: CitedProse
    action: Prose
    comment: Annotated[tuple[Prose, ...], Field(min_length=1)]
    destinataires: Annotated[tuple[Addressee, ...], Field(min_length=1)]
    acteurs_cites: tuple[Line, ...] = ()
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)]
    terrains: tuple[TerrainId, ...] = ()
    notions: Annotated[tuple[EntryId, ...], Field(min_length=1)]
    appuis: Annotated[tuple[Support, ...], Field(min_length=1)]
    effort: Effort | None = None
    horizon: Horizon | None = None
    vigilance: tuple[Prose, ...] = ()
    ce_qu_on_ne_sait_pas: Prose

    @property
    def title(self) -> str:
        return self.titre

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Types of evidence, each once, in the order of the card."""
        return tuple(dict.fromkeys(support.type for support in self.appuis))

    @property
    def solidity(self) -> Solidity:
        """How varied the evidence is: one type, two types, three or more.

        The rule is the project's own and is printed on each card: advice that
        rests on several kinds of material is less likely to owe to one of them.
        """
        return ("fragile", "étayée", "solide")[min(len(self.evidence), 3) - 1]

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for terrain in self.terrains:
            yield "terrains", terrain
        for notion in self.notions:
            yield "notions", notion
