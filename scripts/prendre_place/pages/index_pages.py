"""The lists that lead to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from prendre_place.corpus import Corpus, sort_key
from prendre_place.model.comparison import ComparisonCases
from prendre_place.model.concept import ConceptSheet
from prendre_place.model.organisation import Organisation
from prendre_place.model.terrain import Terrain
from prendre_place.pages.acronyms import acronym_rows
from prendre_place.pages.advice_pages import browser_page, selection_page
from prendre_place.pages.comparison import COMPARISON, comparison_page
from prendre_place.pages.finishing import entry_path
from prendre_place.pages.glossary_lists import FILTER, glossary_lists
from prendre_place.pages.grouping import grouped
from prendre_place.pages.head import list_head
from prendre_place.pages.illustrations import region_of
from prendre_place.pages.journal import JOURNAL, journal_page
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Planned, Writer


def index_pages(writer: Writer) -> Iterator[Planned]:
    """One index per kind."""
    yield from glossary_lists(writer)
    for path, make in INDEXES.items():
        if path != COMPARISON or len(writer.corpus.listed(Terrain)) > 1:
            yield path, partial(make, writer)


def _beside_terrains(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Pages that compare the field sites: with one another, with other cases."""
    if len(corpus.listed(Terrain)) > 1:
        yield "Mettre les terrains côte à côte", COMPARISON
    for cases in corpus.listed(ComparisonCases):
        yield f"Les comparer à d’autres : {cases.title}", entry_path(cases.id, corpus)


def _acronym_index(writer: Writer) -> Page:
    return writer.page(
        "index-acronyms",
        "glossaire/sigles.md",
        "Sigles",
        "Les sigles et abréviations des coopérations territoriales et de l’économie sociale et "
        "solidaire, avec ce qu’ils veulent dire.",
        scripts=(FILTER,),
        acronyms=acronym_rows(writer.corpus),
    )


def _concept_index(writer: Writer) -> Page:
    entries = writer.corpus.listed(ConceptSheet)
    intro = (
        "Les notions de l’enquête, chacune avec sa question, l’essentiel, les définitions "
        "qui se discutent et ce que les terrains montrent."
    )
    return writer.page(
        "index-list",
        "notions/index.md",
        "Notions",
        intro,
        head=partial(list_head, entries),
        heading="Notions",
        intro=intro,
        entries=entries,
    )


def _terrain_index(writer: Writer) -> Page:
    corpus = writer.corpus
    intro = (
        "Des coopérations territoriales des Hauts-de-France, enquêtées en 2022 et 2023, "
        "décrites avec les mêmes rubriques pour pouvoir être mises côte à côte."
    )
    return writer.page(
        "index-terrains",
        "terrains/index.md",
        "Terrains",
        intro,
        intro=intro,
        entries=corpus.listed(Terrain),
        beside=tuple(_beside_terrains(corpus)),
        map=region_of(corpus),
        region=corpus.region,
    )


def _organisation_index(writer: Writer) -> Page:
    entries = writer.corpus.listed(Organisation)
    return writer.page(
        "index-organisations",
        "organisations/index.md",
        "Organisations",
        "Les organisations nommées dans l’enquête et leur rôle dans chaque terrain.",
        scripts=(FILTER,),
        head=partial(list_head, entries),
        entries=entries,
        by_type=sorted(grouped(entries, lambda e: e.type).items(), key=_first_key),
    )


def _first_key(pair: tuple[str, Any]) -> str:
    return sort_key(pair[0])


def _search_page(writer: Writer) -> Page:
    return writer.page(
        "recherche",
        "recherche/index.md",
        "Recherche",
        "Chercher un terme, un sigle, un conseil, une organisation, un auteur ou une autrice dans "
        "tout le site.",
    )


INDEXES: dict[str, Callable[[Writer], Page]] = {
    "glossaire/sigles.md": _acronym_index,
    "notions/index.md": _concept_index,
    "terrains/index.md": _terrain_index,
    COMPARISON: comparison_page,
    "preconisations/index.md": browser_page,
    "preconisations/selection.md": selection_page,
    "organisations/index.md": _organisation_index,
    "recherche/index.md": _search_page,
    JOURNAL: journal_page,
}
