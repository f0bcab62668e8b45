"""The enquiry itself: its question, its method, its workshops, its figures.

One model for each page, told apart by the name of their file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field, Strict

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
    Prose,
    SourcePlace,
    TerrainId,
)


class EnquiryPage(Entry):
    """What these pages share."""

    kind: ClassVar[str] = "enquete"

    titre: Line = Field(
        title="Titre",
        description="Titre de la page.",
        examples=["La méthode"],
    )

    @property
    def title(self) -> str:
        return self.titre


class Hypothesis(Model):
    """One of the four hypotheses, with the entries that bear on it."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom de l’hypothèse dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["hypothese-1"],
    )
    titre: Line = Field(
        title="Titre",
        description="L’hypothèse en quelques mots.",
        examples=["La coopération naît d’un manque"],
    )
    texte: CitedProse = Field(
        title="Texte",
        description="L’hypothèse.",
        examples=["La coopération naît d’un manque [@lefebvrechombart2023dynamique, §1, 1]."],
    )
    liees: tuple[EntryId, ...] = Field(
        default=(),
        title="Entrées liées",
        description="Les entrées qui éclairent cette hypothèse.",
        examples=[["emergence"]],
    )


class EnquiryOverview(EnquiryPage):
    """`/enquete/`: the question, the hypotheses, what limits the results, what follows."""

    probleme: CitedProse = Field(
        title="Problème",
        description="La question de l’enquête.",
    )
    hypotheses: Annotated[tuple[Hypothesis, ...], Field(min_length=1)] = Field(
        title="Hypothèses",
        description="Les hypothèses, une par élément.",
    )
    resultats: tuple[Section, ...] = Field(
        default=(),
        title="Résultats",
        description="Les résultats, en parties titrées.",
    )
    limites: Annotated[tuple[CitedProse, ...], Field(min_length=1)] = Field(
        title="Limites",
        description="Ce qui limite les résultats.",
    )
    prolongements: tuple[CitedProse, ...] = Field(
        default=(),
        title="Prolongements",
        description="Les recherches qui suivent.",
    )

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for hypothesis in self.hypotheses:
            for target in hypothesis.liees:
                yield "hypothese", target


class Instrument(Model):
    """An instrument of the enquiry, described and not reproduced."""

    id: AnchorId = Field(
        title="Nom permanent",
        description="Le nom de l’instrument dans les adresses : « page/#nom ». Il ne change plus.",
        examples=["grille-d-entretien"],
    )
    titre: Line = Field(
        title="Titre",
        description="Nom de l’instrument.",
        examples=["La grille d’entretien"],
    )
    texte: CitedProse = Field(
        title="Texte",
        description="À quoi il sert, décrit et non reproduit.",
    )
    parties: tuple[Prose, ...] = Field(
        default=(),
        title="Parties",
        description="Les parties de l’instrument, une par ligne.",
        examples=[["Le parcours de la personne"]],
    )


class SiteCount(Model):
    """How much of one material was gathered in one field site."""

    terrain: TerrainId = Field(
        title="Terrain",
        description="Le terrain.",
        examples=["toit-commun"],
    )
    nombre: Annotated[int, Strict()] = Field(
        ge=0,
        title="Nombre",
        description="Combien, dans ce terrain.",
        examples=[12],
    )


class Gathered(Model):
    """One material of the enquiry, counted in each field site."""

    materiau: Line = Field(
        title="Matériau",
        description="Ce qui a été recueilli.",
        examples=["Entretiens"],
    )
    par_terrain: Annotated[tuple[SiteCount, ...], Field(min_length=1)] = Field(
        title="Par terrain",
        description="Le compte dans chaque terrain.",
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où ce compte se lit.",
    )


class EnquiryMethod(EnquiryPage):
    """`/enquete/methode/`: how the enquiry was made."""

    demarche: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(
        title="Démarche",
        description="Comment l’enquête a été faite, en parties titrées.",
    )
    recueil: tuple[Gathered, ...] = Field(
        default=(),
        title="Recueil",
        description="Ce qui a été recueilli, compté par terrain.",
    )
    materiaux: Annotated[tuple[Figure, ...], Field(min_length=1)] = Field(
        title="Matériaux",
        description="Les matériaux réunis, en tableaux.",
    )
    instruments: Annotated[tuple[Instrument, ...], Field(min_length=1)] = Field(
        title="Instruments",
        description="Les instruments de l’enquête.",
    )
    calendrier: Annotated[tuple[Milestone, ...], Field(min_length=1)] = Field(
        title="Calendrier",
        description="Les dates de l’enquête.",
    )
    ethique: CitedProse = Field(
        title="Éthique",
        description="Comment les personnes sont protégées.",
    )


class Return(Model):
    """What came out of a workshop, and the entries that take it up (none if nothing does)."""

    constat: Prose = Field(
        title="Constat",
        description="Ce qui a été dit à l’atelier.",
        examples=["Les mots de l’enquête sont difficiles."],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )
    repris_par: tuple[EntryId, ...] = Field(
        default=(),
        title="Repris par",
        description="Les entrées qui y répondent : aucune si rien n’y répond encore.",
        examples=[["vulgariser"]],
    )


class EnquiryWorkshops(EnquiryPage):
    """`/enquete/ateliers/`: the two workshops of May 2023."""

    deroulement: CitedProse = Field(
        title="Déroulement",
        description="Comment les ateliers se sont passés.",
    )
    surprises: Annotated[tuple[Return, ...], Field(min_length=1)] = Field(
        title="Surprises",
        description="Ce qui a surpris.",
    )
    manques: Annotated[tuple[Return, ...], Field(min_length=1)] = Field(
        title="Manques",
        description="Ce qui manquait.",
    )
    confirmations: Annotated[tuple[Return, ...], Field(min_length=1)] = Field(
        title="Confirmations",
        description="Ce qui a été confirmé.",
    )
    suites: Annotated[tuple[Return, ...], Field(min_length=1)] = Field(
        title="Suites",
        description="Ce qui a été demandé pour la suite.",
    )

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for item in (*self.surprises, *self.manques, *self.confirmations, *self.suites):
            for target in item.repris_par:
                yield "repris_par", target


class FigureGroup(Model):
    """Figures about one subject."""

    titre: Line = Field(
        title="Titre",
        description="De quoi parlent ces chiffres.",
        examples=["La région"],
    )
    chiffres: Annotated[tuple[CheckedFigure, ...], Field(min_length=1)] = Field(
        title="Chiffres",
        description="Les chiffres de ce sujet.",
    )


class EnquiryFigures(EnquiryPage):
    """`/enquete/chiffres/`: figures of the enquiry and of its setting.

    Figures of one field site live in that site's file and are shown here too.
    """

    introduction: CitedProse = Field(
        title="Introduction",
        description="Ce que ces chiffres disent et ne disent pas.",
    )
    groupes: Annotated[tuple[FigureGroup, ...], Field(min_length=1)] = Field(
        title="Groupes",
        description="Les chiffres, rangés par sujet.",
    )
