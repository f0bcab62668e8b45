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

    type: Evidence = Field(
        title="Type",
        description="De quel matériau vient cet appui. La solidité de la préconisation est "
        "calculée d’après leur variété.",
        examples=["entretien"],
    )
    constat: Prose = Field(
        title="Constat",
        description="Ce que ce matériau montre.",
        examples=["Les nouveaux venus ne connaissent pas la charte."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class Estimate(Model):
    """A level given by a source, never by the project alone."""

    niveau: Line = Field(
        title="Niveau",
        description="Le niveau que donne la source.",
    )
    source: SourcePlace = Field(
        title="Source",
        description="La source qui le dit : une estimation ne vient jamais du site seul.",
    )


class Effort(Estimate):
    niveau: Literal["faible", "moyen", "élevé"] = Field(
        title="Niveau",
        description="L’effort que demande l’action, selon la source.",
        examples=["moyen"],
    )


class Horizon(Estimate):
    niveau: Literal["immédiat", "moyen terme", "long terme"] = Field(
        title="Niveau",
        description="Le délai avant un effet, selon la source.",
        examples=["moyen terme"],
    )


class Preconisation(Entry):
    """An advice card."""

    kind: ClassVar[str] = "preconisations"

    titre: Line = Field(
        title="Titre",
        description="L’action en quelques mots, commencée par un verbe.",
        examples=["Accueillir et former les nouveaux membres"],
    )
    nature: Literal["enoncee", "deduite"] = Field(
        title="Nature",
        description="« enoncee » si un document de l’enquête la donne, « deduite » si le projet "
        "la tire d’un constat.",
        examples=["deduite"],
    )
    date: Edtf = Field(
        title="Date",
        description="Date de l’énoncé, ou du constat dont elle est tirée.",
        examples=["2023"],
    )
    constat: CitedProse = Field(
        title="Constat",
        description="Ce qui a été observé.",
        examples=[
            "Les nouveaux venus ne savent pas qui décide "
            "[@lefebvrechombart2023dynamique, §3, 1.1.2]."
        ],
    )
    action: Prose = Field(
        title="Action",
        description="Ce qu’il faut faire, en une phrase commencée par un verbe à l’infinitif.",
        examples=[
            "Organiser pour chaque nouveau membre un accueil qui lui transmette le "
            "projet et les règles."
        ],
    )
    comment: Annotated[tuple[Prose, ...], Field(min_length=1)] = Field(
        title="Comment",
        description="Les étapes, une par ligne.",
        examples=[["Remettre à l’arrivée une page unique."]],
    )
    destinataires: Annotated[tuple[Addressee, ...], Field(min_length=1)] = Field(
        title="Destinataires",
        description="Qui peut agir.",
        examples=[["structures porteuses"]],
    )
    acteurs_cites: tuple[Line, ...] = Field(
        default=(),
        title="Acteurs cités",
        description="Les noms des organisations que la source nomme.",
        examples=[["Le Toit Commun"]],
    )
    themes: Annotated[tuple[Theme, ...], Field(min_length=1)] = Field(
        title="Thèmes",
        description="De quoi il est question.",
        examples=[["participation"]],
    )
    terrains: tuple[TerrainId, ...] = Field(
        default=(),
        title="Terrains",
        description="Les terrains dont elle vient.",
        examples=[["toit-commun"]],
    )
    notions: Annotated[tuple[EntryId, ...], Field(min_length=1)] = Field(
        title="Notions",
        description="Les termes et les notions qu’il faut comprendre pour agir.",
        examples=[["ouverture-et-fermeture"]],
    )
    appuis: Annotated[tuple[Support, ...], Field(min_length=1)] = Field(
        title="Appuis",
        description="Ce sur quoi elle repose, un matériau par élément.",
    )
    effort: Effort | None = Field(
        default=None,
        title="Effort",
        description="L’effort demandé, seulement si une source le dit.",
    )
    horizon: Horizon | None = Field(
        default=None,
        title="Horizon",
        description="Le délai, seulement si une source le dit.",
    )
    vigilance: tuple[Prose, ...] = Field(
        default=(),
        title="Vigilance",
        description="Ce qui peut mal tourner, un point par ligne.",
        examples=[["L’accueil doit remplacer une réunion, non s’y ajouter."]],
    )
    ce_qu_on_ne_sait_pas: Prose = Field(
        title="Ce qu’on ne sait pas",
        description="Ce que l’enquête n’a pas montré.",
        examples=["Aucun accueil n’a été observé."],
    )

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
