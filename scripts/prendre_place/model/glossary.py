"""A glossary entry: one term, defined, compared, placed among its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    CitedProse,
    Edtf,
    EntryId,
    GlossaryId,
    Line,
    Model,
    Prose,
    SourcePlace,
)

Domain = Literal[
    "coopération",
    "territoire",
    "innovation sociale",
    "transition",
    "ESS et statuts",
    "emploi et insertion",
    "gouvernance et pouvoir",
    "action publique",
    "économie",
    "méthode",
]


class ComparedDefinition(Model):
    """One of several definitions of the same word, in the words of the site."""

    date: Edtf = Field(
        title="Date",
        description="Date de cette définition.",
        examples=["2014-07-31"],
    )
    origine: Line = Field(
        title="Origine",
        description="Qui la donne, dans quel texte.",
        examples=["Loi relative à l’économie sociale et solidaire, article 9"],
    )
    en_bref: Prose = Field(
        title="En bref",
        description="Ce que dit cette définition, avec les mots du site.",
        examples=["Des entreprises de l’économie sociale et solidaire s’associent à d’autres."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où se lit cette définition.",
    )


class Usage(Model):
    """What the word means in one register, where registers differ."""

    registre: Literal["courant", "savant", "militant", "juridique"] = Field(
        title="Registre",
        description="Où le mot est employé en ce sens.",
        examples=["courant"],
    )
    texte: Prose = Field(
        title="Texte",
        description="Ce que le mot veut dire dans ce registre.",
        examples=["On appelle aussi « PTCE » l’aide de l’État obtenue par appel à projets."],
    )


class Distinction(Model):
    """A neighbour that this term is mistaken for, and why it is another thing."""

    id: GlossaryId = Field(
        title="Entrée",
        description="Le terme avec lequel on confond celui-ci.",
        examples=["scic"],
    )
    pourquoi: Prose = Field(
        title="Pourquoi",
        description="Ce qui les sépare, en une ou deux phrases.",
        examples=["L’une est une société, l’autre un regroupement."],
    )


class Equivalent(Model):
    """An established name in another language (ISO 639-1 code)."""

    langue: Literal["en", "de", "es", "it", "la", "nl", "pt"] = Field(
        title="Langue",
        description="Code de la langue : en (anglais), de, es, it, la (latin), nl, pt.",
        examples=["en"],
    )
    terme: Line = Field(
        title="Terme",
        description="Le nom établi dans cette langue.",
        examples=["brownfield"],
    )


class GlossaryEntry(Entry):
    """A term of the glossary."""

    kind: ClassVar[str] = "glossary"

    terme: Line = Field(
        title="Terme",
        description="Le mot ou l’expression que l’entrée définit, tel qu’il s’affiche en titre.",
        examples=["Friche"],
    )
    sigle: Line | None = Field(
        default=None,
        title="Sigle",
        description="Le sigle du terme, s’il en a un.",
        examples=["PTCE"],
    )
    domaine: Domain = Field(
        title="Domaine",
        description="Le domaine du glossaire où ranger le terme.",
        examples=["territoire"],
    )
    definition: CitedProse = Field(
        title="Définition",
        description="La définition développée. Les liens vers d’autres entrées s’écrivent "
        "[[id]] ou [[id|mots affichés]].",
        examples=["Un lieu qui a perdu son usage [@lefebvrechombart2023dynamique, §2, 2.1]."],
    )
    definitions_comparees: tuple[ComparedDefinition, ...] = Field(
        default=(),
        title="Définitions comparées",
        description="Les définitions qui se succèdent ou s’opposent, par date : à remplir quand "
        "il y en a plusieurs.",
    )
    usages: tuple[Usage, ...] = Field(
        default=(),
        title="Usages",
        description="Ce que le mot veut dire selon qui parle, si cela diffère.",
    )
    distinguer_de: tuple[Distinction, ...] = Field(
        default=(),
        title="À ne pas confondre",
        description="Les termes voisins que l’on prend pour celui-ci.",
    )
    dans_l_enquete: CitedProse | None = Field(
        default=None,
        title="Dans l’enquête",
        description="Ce que les terrains en montrent.",
        examples=[
            "À Lens, le mot désigne un carreau de fosse [@lefebvrechombart2023dynamique, §2, 2.3]."
        ],
    )
    plus_large: tuple[GlossaryId, ...] = Field(
        default=(),
        title="Terme plus large",
        description="Les termes dont celui-ci est une sorte.",
        examples=[["territoire"]],
    )
    equivalents: tuple[Equivalent, ...] = Field(
        default=(),
        title="Équivalents",
        description="Les noms établis dans d’autres langues.",
    )
    auteurs_de_reference: tuple[Line, ...] = Field(
        default=(),
        title="Auteurs de référence",
        description="Les noms des personnes dont les travaux font référence sur ce terme.",
        examples=[["Jean-Louis Laville"]],
    )
    sans_lien: tuple[Line, ...] = Field(
        default=(),
        title="Sans lien",
        description="Les noms de l’entrée trop courants pour devenir un lien d’eux-mêmes, tels "
        "qu’ils sont dans « terme » ou « variantes ».",
        examples=[["travail"]],
    )

    @property
    def title(self) -> str:
        return self.terme

    @property
    def acronym(self) -> str | None:
        return self.sigle

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for broader in self.plus_large:
            yield "plus_large", broader
        for distinction in self.distinguer_de:
            yield "distinguer_de", distinction.id
