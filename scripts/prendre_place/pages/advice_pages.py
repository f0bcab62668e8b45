"""The browser of préconisations, and the page that prints those one has chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import get_args

from prendre_place.model.preconisation import (
    Addressee,
    Effort,
    Horizon,
    Preconisation,
    Solidity,
    Theme,
)
from prendre_place.model.questionnaire import Questionnaire
from prendre_place.model.terrain import Terrain
from prendre_place.pages.anchors import slug
from prendre_place.pages.head import list_head
from prendre_place.pages.labels import EVIDENCE, NATURES
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its name in addresses, its words, how many cards have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One question that cards answer, with the answers that at least one gives."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Card:
    """One préconisation in the list: its terrains, and its values of each facet."""

    entry: Preconisation
    terrains: tuple[Terrain, ...]
    values: Mapping[str, tuple[str, ...]]


def browser_page(writer: Writer) -> Page:
    """The list with its filters."""
    terrains = writer.corpus.listed(Terrain)
    questions = _questions(terrains)
    cards = [_card(entry, terrains, questions) for entry in writer.corpus.listed(Preconisation)]
    return writer.page(
        "index-preconisations",
        "preconisations/index.md",
        "Préconisations",
        "Des conseils pour coopérer sur un territoire, avec ce qui a été observé, pour qui, "
        "comment faire et sur quoi ils reposent.",
        scripts=("assets/facettes.js",),
        wide=True,
        head=partial(list_head, [card.entry for card in cards]),
        cards=cards,
        groups=_groups(cards, terrains),
        facets=[facet for question in questions if (facet := question.facet(cards)).choices],
        natures=NATURES,
        questionnaires=writer.corpus.listed(Questionnaire),
    )


def selection_page(writer: Writer) -> Page:
    """The cards that a reader has chosen, to be printed."""
    return writer.page(
        "selection",
        "preconisations/selection.md",
        "Ma sélection de préconisations",
        "Les préconisations que l’on a choisies, réunies pour être imprimées ou enregistrées "
        "en un seul document.",
        scripts=("assets/selection.js",),
        wide=True,
    )


@dataclass(frozen=True)
class _Question:
    """A facet before its cards are known: how a card answers, and the words of each answer."""

    name: str
    label: str
    answers: Callable[[Preconisation], Iterable[str]]
    words: Mapping[str, str]

    def facet(self, cards: Sequence[Card]) -> Facet:
        counts = Counter(value for card in cards for value in card.values[self.name])
        choices = (Choice(slug(a), words, counts[slug(a)]) for a, words in self.words.items())
        return Facet(self.name, self.label, tuple(choice for choice in choices if choice.count))


def _questions(terrains: Iterable[Terrain]) -> list[_Question]:
    titles: dict[str, str] = {terrain.id: terrain.title for terrain in terrains}
    efforts = get_args(Effort.model_fields["niveau"].annotation)
    horizons = get_args(Horizon.model_fields["niveau"].annotation)
    return [
        _Question("qui", "Qui agit", lambda p: p.destinataires, _same(get_args(Addressee))),
        _Question("theme", "Thème", lambda p: p.themes, _same(get_args(Theme))),
        _Question("terrain", "Terrain", lambda p: p.terrains, titles),
        _Question("nature", "Nature", lambda p: [p.nature], NATURES),
        _Question("solidite", "Solidité", lambda p: [p.solidity], _same(get_args(Solidity))),
        _Question("appui", "Appuis", lambda p: p.evidence, EVIDENCE),
        _Question("horizon", "Horizon", lambda p: _level(p.horizon), _same(horizons)),
        _Question("effort", "Effort", lambda p: _level(p.effort), _same(efforts)),
    ]


def _same(values: Iterable[str]) -> dict[str, str]:
    return {value: value for value in values}


def _level(estimate: Effort | Horizon | None) -> list[str]:
    return [estimate.niveau] if estimate else []


def _card(entry: Preconisation, terrains: Iterable[Terrain], questions: list[_Question]) -> Card:
    return Card(
        entry,
        tuple(terrain for terrain in terrains if terrain.id in entry.terrains),
        {q.name: tuple(slug(answer) for answer in q.answers(entry)) for q in questions},
    )


def _groups(cards: Iterable[Card], terrains: Iterable[Terrain]) -> list[tuple[str, list[Card]]]:
    """Cards under the terrain that they are about; those of several, or of none, last."""
    groups = {t.title: [c for c in cards if c.entry.terrains == (t.id,)] for t in terrains}
    groups["Plusieurs terrains, et la recherche"] = [c for c in cards if len(c.terrains) != 1]
    return [(label, members) for label, members in groups.items() if members]
