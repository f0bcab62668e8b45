"""The columns of each table of the open data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from prendre_place import places
from prendre_place.corpus import Corpus
from prendre_place.exports.table import Column
from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure, FigureValue
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation
from prendre_place.model.preconisation import Preconisation


@dataclass(frozen=True)
class FigureRow:
    """One value of a figure, and the entry that holds the figure."""

    holder: Entry
    figure: CheckedFigure
    value: FigureValue


def _address(entry: Entry, corpus: Corpus) -> str:
    return corpus.publication.url(corpus.address(entry.id))


NAMES: tuple[Column[Any], ...] = (
    Column("id", "Id de l’entrée, permanent", lambda e, _: e.id),
    Column("titre", "Titre de la page", lambda e, _: e.title),
    Column("variantes", "Autres noms", lambda e, _: e.variantes),
    Column("en_clair", "En langage clair", lambda e, _: e.en_clair),
)
ACRONYM: Column[Any] = Column("sigle", "Sigle", lambda e, _: e.acronym)
RECORD: tuple[Column[Any], ...] = (
    Column("liees", "Ids des entrées liées", lambda e, _: e.liees),
    Column(
        "sources",
        "Clés des sources dans la bibliographie",
        lambda e, _: dict.fromkeys(source.cle for source in e.sources),
    ),
    Column("statut", "État de relecture : « a-relire » ou « publie »", lambda e, _: e.statut),
    Column("version", "Numéro de la version", lambda e, _: e.version, "integer"),
    Column("date", "Date de la version (EDTF)", lambda e, _: e.published_on),
    Column("adresse", "Adresse permanente", _address),
)
GLOSSARY: tuple[Column[GlossaryEntry], ...] = (
    *NAMES,
    ACRONYM,
    Column("domaine", "Domaine", lambda e, _: e.domaine),
    Column("definition", "Définition, avec ses sources", lambda e, _: e.definition),
    Column("dans_l_enquete", "Ce que montrent les terrains", lambda e, _: e.dans_l_enquete),
    Column("plus_large", "Ids des termes plus larges", lambda e, _: e.plus_large),
    Column(
        "distinguer_de",
        "Ids des termes à ne pas confondre",
        lambda e, _: (other.id for other in e.distinguer_de),
    ),
    *RECORD,
)
PRECONISATIONS: tuple[Column[Preconisation], ...] = (
    *NAMES,
    Column(
        "nature", "« enoncee » dans le rapport, « deduite » par le projet", lambda e, _: e.nature
    ),
    Column("enonce_le", "Date de l’énoncé (EDTF)", lambda e, _: e.date),
    Column("constat", "Ce qui a été observé", lambda e, _: e.constat),
    Column("action", "Ce qu’il faut faire", lambda e, _: e.action),
    Column("comment", "Comment faire, étape par étape", lambda e, _: e.comment),
    Column("destinataires", "Pour qui", lambda e, _: e.destinataires),
    Column("themes", "Thèmes", lambda e, _: e.themes),
    Column("terrains", "Ids des terrains concernés", lambda e, _: e.terrains),
    Column("notions", "Ids des notions en jeu", lambda e, _: e.notions),
    Column("appuis", "Sortes d’appuis", lambda e, _: e.evidence),
    Column("solidite", "Solidité, calculée d’après les appuis", lambda e, _: e.solidity),
    Column(
        "effort",
        "Effort, si une source le donne",
        lambda e, _: e.effort.niveau if e.effort else None,
    ),
    Column(
        "horizon",
        "Horizon, si une source le donne",
        lambda e, _: e.horizon.niveau if e.horizon else None,
    ),
    Column("vigilance", "Points de vigilance", lambda e, _: e.vigilance),
    Column("ce_qu_on_ne_sait_pas", "Ce qu’on ne sait pas", lambda e, _: e.ce_qu_on_ne_sait_pas),
    *RECORD,
)
ORGANISATIONS: tuple[Column[Organisation], ...] = (
    *NAMES,
    ACRONYM,
    Column("type", "Type d’organisation", lambda e, _: e.type),
    Column("territoire", "Territoire", lambda e, _: e.territoire),
    Column("presentation", "Présentation", lambda e, _: e.presentation),
    Column(
        "terrains",
        "Ids des terrains où elle intervient",
        lambda e, _: (role.terrain for role in e.roles),
    ),
    Column(
        "roles",
        "Son rôle dans chacun de ces terrains",
        lambda e, _: (role.role for role in e.roles),
    ),
    Column("site", "Site de l’organisation", lambda e, _: str(e.site) if e.site else None),
    *RECORD,
)
FIGURES: tuple[Column[FigureRow], ...] = (
    Column("entree", "Id de l’entrée qui porte le chiffre", lambda r, _: r.holder.id),
    Column("chiffre", "Id du chiffre dans cette entrée", lambda r, _: r.figure.id),
    Column("libelle", "Ce qui est compté", lambda r, _: r.figure.libelle),
    Column("valeur", "L’une des valeurs connues", lambda r, _: r.value.valeur),
    Column("unite", "Unité", lambda r, _: r.value.unite),
    Column("date", "Date de la valeur (EDTF)", lambda r, _: r.value.date),
    Column(
        "retenue",
        "« oui » pour la valeur que le site emploie",
        lambda r, _: r.figure.used == r.value,
        "boolean",
    ),
    Column(
        "desaccord",
        "« oui » quand les sources ne donnent pas la même valeur",
        lambda r, _: r.figure.disagrees,
        "boolean",
    ),
    Column(
        "remarque",
        "Pourquoi cette valeur, ou ce qui reste incertain",
        lambda r, _: r.figure.remarque,
    ),
    Column("source", "Clé de la source dans la bibliographie", lambda r, _: r.value.source.cle),
    Column("lieu", "Lieu dans la source", lambda r, _: places.readable(r.value.source.lieu)),
    Column("adresse", "Adresse permanente de l’entrée", lambda r, c: _address(r.holder, c)),
)


def figure_rows(corpus: Corpus) -> Iterator[FigureRow]:
    """Every value of every figure that lists may show."""
    for holder, figure in corpus.figures:
        if holder.statut != "retire":
            yield from (FigureRow(holder, figure, value) for value in figure.valeurs)
