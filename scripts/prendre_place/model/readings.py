"""How the enquiry reads a field site: logics of action, resources, emergence, effects."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from prendre_place.model.values import CitedProse, Model, SourcePlace

Logic = Literal["aide", "entraide", "militante", "multilaterale"]
Resource = Literal["reciprocite", "marche", "redistribution"]
# As far as sources go: none, there, said to be the main one or crucial, refused and asked for.
Weight = Literal["aucune", "presente", "decisive", "en-debat"]


class ActionLogics(Model):
    """The four logics of action of Laville and Sainsaulieu, as the report reads them."""

    aide: CitedProse = Field(
        title="Aide",
        description="Ce qui relève de l’aide.",
    )
    entraide: CitedProse = Field(
        title="Entraide",
        description="Ce qui relève de l’entraide.",
    )
    militante: CitedProse = Field(
        title="Logique militante",
        description="Ce qui relève de l’engagement militant.",
    )
    multilaterale: CitedProse = Field(
        title="Logique multilatérale",
        description="Ce qui relève des accords entre plusieurs parties.",
    )
    dominante: tuple[Logic, ...] = Field(
        default=(),
        title="Dominante",
        description="La logique qui domine, ou plusieurs si la source en voit plusieurs.",
        examples=[["entraide"]],
    )
    qui_le_dit: CitedProse = Field(
        title="Qui le dit",
        description="Qui juge ainsi.",
        examples=["Le rapport [@lefebvrechombart2023dynamique, §3, 1.2]."],
    )


class ResourceWeight(Model):
    """What a source states of the weight of one resource."""

    ressource: Resource = Field(
        title="Ressource",
        description="De quelle ressource il s’agit.",
        examples=["reciprocite"],
    )
    poids: Weight = Field(
        title="Poids",
        description="« aucune », « presente », « decisive » si la source la dit principale ou "
        "cruciale, « en-debat » si elle est refusée et demandée.",
        examples=["presente"],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où cela se lit.",
    )


class Economy(Model):
    """Resources and work, read with Polanyi's three principles."""

    poids: tuple[ResourceWeight, ...] = Field(
        default=(),
        title="Poids des ressources",
        description="Ce qu’une source dit du poids de chaque ressource.",
    )
    reciprocite: CitedProse = Field(
        title="Réciprocité",
        description="Le don, le bénévolat, l’échange de services.",
    )
    marche: CitedProse = Field(
        title="Marché",
        description="Les ventes et les prestations.",
    )
    redistribution: CitedProse = Field(
        title="Redistribution",
        description="Les financements publics et privés.",
    )
    emplois: CitedProse = Field(
        title="Emplois",
        description="Les emplois.",
    )
    dynamique: CitedProse = Field(
        title="Dynamique",
        description="Comment les ressources évoluent.",
    )


class Emergence(Model):
    """The triptych from which the site arose."""

    patrimoine: CitedProse = Field(
        title="Patrimoine et affinités",
        description="Ce qui était déjà là : histoire, liens, lieux.",
    )
    protection: CitedProse = Field(
        title="Protection et difficultés",
        description="La difficulté à laquelle il fallait répondre.",
    )
    utopie: CitedProse = Field(
        title="Utopie et finalité",
        description="Ce que l’on voulait changer.",
    )


class Effects(Model):
    """What changed, for whom."""

    personnes: CitedProse = Field(
        title="Personnes et organisations",
        description="Ce qui a changé pour elles.",
    )
    partenariats: CitedProse = Field(
        title="Partenariats",
        description="Ce qui a changé entre partenaires.",
    )
    politiques: CitedProse = Field(
        title="Politiques publiques",
        description="Ce qui a changé dans l’action publique.",
    )
