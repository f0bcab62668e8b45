"""The bibliography: every reference in several orders, and the page of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from prendre_place.corpus import Use, sort_key
from prendre_place.exports.datasets import WORKS_BIBTEX
from prendre_place.exports.formats import REFERENCE as REFERENCE_FORMATS
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.reference import Reference
from prendre_place.pages.bibliography import BIBLIOGRAPHY_VIEWS, STATES, VIEWS, View
from prendre_place.pages.entry_pages import CITE
from prendre_place.pages.finishing import reference_path
from prendre_place.pages.glossary_lists import FILTER
from prendre_place.pages.grouping import by_letter, grouped
from prendre_place.pages.head import WORKS, bibliography_head, reference_head
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Planned, Writer


def bibliography_pages(writer: Writer) -> Iterator[Planned]:
    """The index, its views, and one page per reference."""
    yield "bibliographie/index.md", partial(_bibliography_index, writer)
    for view in VIEWS:
        yield view.path, partial(_view_page, writer, view)
    for reference in writer.corpus.references.values():
        yield reference_path(reference.cle), partial(_reference_page, writer, reference)


def _bibliography_index(writer: Writer) -> Page:
    references = sorted(writer.corpus.references.values(), key=lambda r: sort_key(r.label))
    return writer.page(
        "index-bibliography",
        "bibliographie/index.md",
        "Bibliographie",
        "Toutes les références de l’enquête et de ce site, avec leur état de vérification et "
        "les pages qui les citent.",
        scripts=(FILTER,),
        head=bibliography_head,
        exports=[(dataset.format.name, f"page:{dataset.path}") for dataset in WORKS],
        views=BIBLIOGRAPHY_VIEWS,
        states=STATES,
        letters=by_letter(references, lambda r: r.label),
        counts=Counter(reference.etat for reference in references),
        uses=writer.corpus.uses,
    )


def _view_page(writer: Writer, view: View) -> Page:
    """The same references by author, by year, by document, or those to verify."""
    return writer.page(
        "index-references",
        view.path,
        view.title,
        view.intro,
        heading=view.title,
        intro=view.intro,
        groups=view.groups(writer.corpus),
        remarks=view.remarks,
        views=BIBLIOGRAPHY_VIEWS,
        states=STATES,
        uses=writer.corpus.uses,
    )


def _reference_page(writer: Writer, reference: Reference) -> Page:
    """The page of one work, with every page that rests on it."""
    uses = writer.corpus.uses.get(reference.cle, ())
    count = len({use.entry.id for use in uses})
    pages = f"{count} page{'s' if count > 1 else ''}"
    return writer.page(
        "reference",
        reference_path(reference.cle),
        f"{reference.label} – {reference.cle}",
        f"Notice de {reference.label} ({reference.cle}) : état de vérification, et "
        f"{pages} du site qui s’y réfère{'nt' if count > 1 else ''}.",
        scripts=(CITE,),
        head=partial(reference_head, reference),
        reference=reference,
        exports=[
            (face.name, f"page:{reference.record(face.extension)}") for face in REFERENCE_FORMATS
        ],
        uses_by_section=_uses_by_section(uses),
        source_file=f"page:{WORKS_BIBTEX.path}",
    )


def _uses_by_section(
    uses: Iterable[Use],
) -> list[tuple[str, list[tuple[Entry, list[Use]]]]]:
    """Uses under the name of each kind, entries by title."""
    by_kind = grouped(uses, lambda use: use.entry.kind)
    sections = []
    for kind in KINDS.values():
        of_kind = by_kind.get(kind.folder, [])
        by_entry = grouped(of_kind, lambda use: use.entry.id)
        rows = [(members[0].entry, members) for members in by_entry.values()]
        if rows:
            sections.append((kind.plural, sorted(rows, key=lambda row: sort_key(row[0].title))))
    return sections
