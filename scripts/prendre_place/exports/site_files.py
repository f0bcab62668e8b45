"""Every file for machines, by its path on the site."""

from __future__ import annotations

from collections.abc import Iterator

from prendre_place.citations.items import page_item
from prendre_place.corpus import Corpus
from prendre_place.exports.bibtex import as_bibtex
from prendre_place.exports.ris import as_ris


def site_files(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """`(path, text)` of each file, records of entries first."""
    for entry in corpus.entries.values():
        item = page_item(entry, corpus)
        yield corpus.record(entry, "bib"), as_bibtex(item)
        yield corpus.record(entry, "ris"), as_ris(item)
