"""Everything that must be right before a site may be built and published."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prendre_place.checks.origin import Origins
from prendre_place.checks.privacy import check_texts
from prendre_place.citations.page_citations import cite_entries
from prendre_place.citations.reference_items import reference_items
from prendre_place.corpus import Corpus
from prendre_place.exports.site_files import site_files
from prendre_place.load.project import BIBLIOGRAPHY, WORKSHOP, Loaded, load
from prendre_place.pages.site_pages import site_pages
from prendre_place.permanence import check_permanence
from prendre_place.problems import Problem


def verified(root: Path) -> Loaded:
    """The project read, with every problem of its sources and of what was published before."""
    loaded = load(root)
    if loaded.corpus is None:
        return loaded
    taken_back = check_permanence(root, loaded.corpus)
    return Loaded(loaded.corpus, sorted({*loaded.problems, *taken_back}))


def privacy_of_what_is_made(root: Path, corpus: Corpus) -> list[Problem]:
    """People stay protected in every page and data file, before any of them is built."""
    return sorted(check_texts(_made(root, corpus), Origins(root, corpus), corpus))


def _made(root: Path, corpus: Corpus) -> Iterator[tuple[str, str]]:
    workshop = root / WORKSHOP
    for page in site_pages(corpus, cite_entries(corpus, workshop)):
        yield page.path, page.markdown
    yield from site_files(corpus, reference_items(root / BIBLIOGRAPHY, workshop))
