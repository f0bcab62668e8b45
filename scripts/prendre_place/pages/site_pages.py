"""Every generated page of the site, and the sources published beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from prendre_place.citations.page_citations import PageCitations
from prendre_place.corpus import Corpus
from prendre_place.exports.datasets import WORKS_BIBTEX
from prendre_place.kinds import version_file
from prendre_place.model.entry import Entry
from prendre_place.pages.bibliography_pages import bibliography_pages
from prendre_place.pages.correction import correction_page
from prendre_place.pages.entry_pages import entry_page
from prendre_place.pages.fields import fields_page
from prendre_place.pages.index_pages import index_pages
from prendre_place.pages.page import Neighbour, Page
from prendre_place.pages.sequence import Around, sequence
from prendre_place.pages.version_pages import version_pages
from prendre_place.pages.writer import Writer
from prendre_place.typography import french

BIBLIOGRAPHY_SOURCE = "bibliography.bib"


def site_pages(corpus: Corpus, cited: Mapping[str, PageCitations]) -> Iterator[Page]:
    """Pages of every entry, every index and every reference, and the fields explained.

    `cited` gives, by id, the citations of each entry's page.
    """
    writer = Writer(corpus, cited)
    around = sequence(corpus)
    for entry in corpus.entries.values():
        page = entry_page(writer, entry)
        near = around.get(entry.id, Around())
        yield replace(
            page,
            previous=_neighbour(near.previous, near.common, corpus),
            following=_neighbour(near.following, near.common, corpus),
        )
        yield from version_pages(writer, entry)
    yield from index_pages(writer)
    yield from bibliography_pages(writer)
    yield fields_page(writer)
    yield correction_page(writer)


def faces(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Source files published beside the pages: `(path on the site, path in the project)`."""
    for entry in corpus.entries.values():
        yield corpus.record(entry, "yml"), corpus.paths[entry.id]
        for version in corpus.past_versions(entry):
            address = corpus.version_address(entry, version.version)
            source = version_file(entry.kind, entry.id, version.version)
            yield f"{address.rstrip('/')}.yml", source
    yield WORKS_BIBTEX.path, BIBLIOGRAPHY_SOURCE


def _neighbour(entry: Entry | None, common: str, corpus: Corpus) -> Neighbour | None:
    if entry is None:
        return None
    return Neighbour(corpus.address(entry.id), french(entry.title), french(common))
