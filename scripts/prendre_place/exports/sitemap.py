"""What search engines read first: the map of the site, and where it is.

MkDocs' own map bears the day of the build; ours bears the dates of the texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml.builder import ElementMaker

from prendre_place.corpus import Corpus
from prendre_place.exports.feed import written

PATH = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MAP = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def sitemap(corpus: Corpus, addresses: Iterable[str]) -> str:
    """The pages at `addresses` (from the root of the site) but those of withdrawn entries."""
    dates = {corpus.address(entry.id): entry for entry in corpus.entries.values()}
    root = MAP.urlset()
    for address in sorted(addresses):
        entry = dates.get(address)
        if entry is None:
            root.append(MAP.url(MAP.loc(corpus.publication.url(address))))
        elif entry.statut != "retire":
            # A sitemap knows years, months and days, as EDTF writes them, but no interval.
            date = entry.published_on.split("/")[-1]
            location = MAP.loc(corpus.publication.url(address))
            root.append(MAP.url(location, MAP.lastmod(date)))
    return written(root)


def robots(corpus: Corpus) -> str:
    """Everything may be read; read at the root of a domain only, as its standard says."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {corpus.publication.url(PATH)}\n"
