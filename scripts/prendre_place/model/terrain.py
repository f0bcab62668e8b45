"""A field site. The same keys for all, so that they can be put side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure
from prendre_place.model.readings import ActionLogics, Economy, Effects, Emergence
from prendre_place.model.space import SpatialForm
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


class Area(Model):
    """Where the site is, and what marks this place."""

    communes: tuple[Line, ...] = Field(
        default=(),
        title="Communes",
        description="Les communes du terrain.",
        examples=[["Lens"]],
    )
    intercommunalites: tuple[Line, ...] = Field(
        default=(),
        title="Intercommunalités",
        description="Les communautés de communes ou d’agglomération.",
        examples=[["Communauté d’agglomération de Lens-Liévin (CALL)"]],
    )
    departements: Annotated[tuple[Line, ...], Field(min_length=1)] = Field(
        title="Départements",
        description="Les départements.",
        examples=[["Pas-de-Calais"]],
    )
    texte: CitedProse = Field(
        title="Texte",
        description="Ce qui marque ce territoire.",
        examples=[
            "Le Toit Commun se trouve au centre de Lens [@lefebvrechombart2023dynamique, §2, 2.3]."
        ],
    )


class Milestone(Model):
    """A dated event; `repere` says it in a few words, for drawings."""

    date: Edtf = Field(
        title="Date",
        description="Quand : 2021, 2021-10, 2021-10-07 ou 2021/2023.",
        examples=["2021-10-07"],
    )
    repere: Line | None = Field(
        default=None,
        title="Repère",
        description="L’événement en quelques mots, pour les dessins.",
        examples=["Ouverture du lieu"],
    )
    evenement: Prose = Field(
        title="Événement",
        description="Ce qui s’est passé, en une phrase.",
        examples=["Ouverture du lieu."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class Identity(Model):
    """Who carries the site, in which legal form, since when."""

    sigle: Line | None = Field(
        default=None,
        title="Sigle",
        description="Le sigle du terrain, s’il en a un.",
        examples=["TZCLD"],
    )
    formes_juridiques: Annotated[tuple[Prose, ...], Field(min_length=1)] = Field(
        title="Formes juridiques",
        description="Les formes juridiques, une par ligne.",
        examples=[["Société coopérative d’intérêt collectif"]],
    )
    porteur: CitedProse = Field(
        title="Porteur",
        description="Qui porte le projet.",
        examples=["Une association de centres sociaux [@lefebvrechombart2023dynamique, §2, 2.4]."],
    )
    dates: Annotated[tuple[Milestone, ...], Field(min_length=1)] = Field(
        title="Dates",
        description="Les dates qui comptent : création, label, ouverture.",
    )


class Group(Model):
    """A group of people or organisations and the place it holds in the cooperation."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom du groupe dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["benevoles"],
    )
    nom: Line = Field(
        title="Nom",
        description="Le nom du groupe : jamais celui d’une personne.",
        examples=["Les bénévoles"],
    )
    place: Prose = Field(
        title="Place",
        description="La place que le groupe tient dans la coopération.",
        examples=["au centre"],
    )
    description: Prose = Field(
        title="Description",
        description="Qui le compose et ce qu’il fait.",
        examples=["Ils et elles ouvrent le lieu chaque jour."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class Location(Model):
    """A place that counts for the site."""

    nom: Line = Field(
        title="Nom",
        description="Le nom du lieu.",
        examples=["La maison commune"],
    )
    description: Prose = Field(
        title="Description",
        description="Ce que l’on y fait.",
        examples=["On y mange, on y loue un bureau."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class Topic(Model):
    """A titled paragraph: a practice, a tension."""

    titre: Line = Field(
        title="Titre",
        description="De quoi il s’agit, en quelques mots.",
        examples=["Les déjeuners du vendredi"],
    )
    texte: CitedProse = Field(
        title="Texte",
        description="Ce qui a été observé.",
        examples=["Chacun y vient [@lefebvrechombart2023dynamique, §3, 2.2.2]."],
    )


class Terrain(Entry):
    """A field site of the enquiry."""

    kind: ClassVar[str] = "terrains"

    titre: Line = Field(
        title="Titre",
        description="Le nom du terrain.",
        examples=["Le Toit Commun"],
    )
    territoire: Area = Field(
        title="Territoire",
        description="Où est le terrain, et ce qui marque ce lieu.",
    )
    identite: Identity = Field(
        title="Identité",
        description="Qui porte le terrain, sous quelle forme juridique, depuis quand.",
    )
    chiffres: tuple[CheckedFigure, ...] = Field(
        default=(),
        title="Chiffres",
        description="Les chiffres du terrain, chacun avec toutes ses valeurs connues et leurs "
        "sources.",
    )
    chronologie: tuple[Milestone, ...] = Field(
        default=(),
        title="Chronologie",
        description="Les événements, du plus ancien au plus récent.",
    )
    groupes: Annotated[tuple[Group, ...], Field(min_length=1)] = Field(
        title="Groupes",
        description="Les groupes de personnes ou d’organisations, et la place de chacun.",
    )
    lieux: tuple[Location, ...] = Field(
        default=(),
        title="Lieux",
        description="Les lieux qui comptent pour le terrain.",
    )
    pratiques: tuple[Topic, ...] = Field(
        default=(),
        title="Pratiques",
        description="Ce qui se fait, une pratique par élément.",
    )
    gouvernance: CitedProse = Field(
        title="Gouvernance",
        description="Qui décide de quoi.",
        examples=["Une assemblée par an [@lefebvrechombart2023dynamique, §3, 1.2]."],
    )
    logiques: ActionLogics = Field(
        title="Logiques d’action",
        description="Les quatre logiques de Laville et Sainsaulieu, telles que le rapport les lit.",
    )
    economie: Economy = Field(
        title="Économie",
        description="Les ressources, selon les trois principes de Polanyi, et le travail.",
    )
    emergence: Emergence = Field(
        title="Émergence",
        description="Les trois pôles d’où le projet est né.",
    )
    effets: Effects | None = Field(
        default=None,
        title="Effets",
        description="Ce qui a changé, pour qui.",
    )
    tensions: tuple[Topic, ...] = Field(
        default=(),
        title="Tensions",
        description="Ce qui tire en sens contraires, une tension par élément.",
    )
    espace: CitedProse | None = Field(
        default=None,
        title="Espace",
        description="La forme que prend le terrain dans l’espace.",
        examples=["Un archipel de lieux [@lefebvrechombart2023dynamique, §3, 2]."],
    )
    forme: SpatialForm | None = Field(
        default=None,
        title="Forme dans l’espace",
        description="La forme que le rapport lit dans ce terrain, partie par partie : le dessin "
        "en est tiré.",
    )
    notions: tuple[GlossaryId, ...] = Field(
        default=(),
        title="Termes éclairés",
        description="Les termes du glossaire que ce terrain éclaire.",
        examples=[["ptce"]],
    )

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
