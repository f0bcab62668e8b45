"""Every generated page of the site, and the sources published beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from prendre_place.citations.page_citations import PageCitations
from prendre_place.corpus import Corpus
from prendre_place.exports.datasets import WORKS_BIBTEX
from prendre_place.kinds import version_file
from prendre_place.model.entry import Entry
from prendre_place.pages import correction, fields
from prendre_place.pages.bibliography_pages import bibliography_pages
from prendre_place.pages.entry_pages import entry_page
from prendre_place.pages.finishing import entry_path
from prendre_place.pages.index_pages import index_pages
from prendre_place.pages.page import Neighbour, Page
from prendre_place.pages.sequence import Around, sequence
from prendre_place.pages.version_pages import version_pages
from prendre_place.pages.writer import Planned, Writer
from prendre_place.typography import french

BIBLIOGRAPHY_SOURCE = "bibliography.bib"


def site_pages(corpus: Corpus, cited: Mapping[str, PageCitations]) -> Iterator[Page]:
    """Every generated page, in the order of `planned_pages`."""
    for _, make in planned_pages(corpus, cited):
        yield make()


def planned_pages(corpus: Corpus, cited: Mapping[str, PageCitations]) -> Iterator[Planned]:
    """Pages of every entry, every index and every reference, and the fields explained.

    `cited` gives, by id, the citations of each entry's page. Each is made on its own, so
    that a preview makes only those that are looked at.
    """
    writer = Writer(corpus, cited)
    around = cache(partial(sequence, corpus))
    for entry in corpus.entries.values():
        yield entry_path(entry.id, corpus), partial(_in_sequence, writer, entry, around)
        yield from version_pages(writer, entry)
    yield from index_pages(writer)
    yield from bibliography_pages(writer)
    yield fields.PATH, partial(fields.fields_page, writer)
    yield correction.PATH, partial(correction.correction_page, writer)


def faces(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Source files published beside the pages: `(path on the site, path in the project)`."""
    for entry in corpus.entries.values():
        yield corpus.record(entry, "yml"), corpus.paths[entry.id]
        for version in corpus.past_versions(entry):
            address = corpus.version_address(entry, version.version)
            source = version_file(entry.kind, entry.id, version.version)
            yield f"{address.rstrip('/')}.yml", source
    yield WORKS_BIBTEX.path, BIBLIOGRAPHY_SOURCE


def _in_sequence(writer: Writer, entry: Entry, around: Callable[[], dict[str, Around]]) -> Page:
    """The page of an entry, with those that come before and after it."""
    near = around().get(entry.id, Around())
    return replace(
        entry_page(writer, entry),
        previous=_neighbour(near.previous, near.common, writer.corpus),
        following=_neighbour(near.following, near.common, writer.corpus),
    )


def _neighbour(entry: Entry | None, common: str, corpus: Corpus) -> Neighbour | None:
    if entry is None:
        return None
    return Neighbour(corpus.address(entry.id), french(entry.title), french(common))
