from __future__ import annotations

from lxml import etree

from prendre_place.corpus import Corpus
from prendre_place.exports.sitemap import robots, sitemap

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def dates(text: str) -> dict[str | None, str | None]:
    root = etree.fromstring(text.encode())
    return {
        url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod")
        for url in root.findall(f"{SITEMAP}url")
    }


def test_dates_are_those_of_the_texts(invented: Corpus) -> None:
    pages = ["", "a-propos/", "glossaire/commun/", "glossaire/ancien-mot/"]
    assert dates(sitemap(invented, pages)) == {
        "https://val.invalid/savoir/": None,
        "https://val.invalid/savoir/a-propos/": None,
        "https://val.invalid/savoir/glossaire/commun/": "2026-01-15",
    }


def test_robots_may_read_all_and_find_the_map(invented: Corpus) -> None:
    assert robots(invented) == (
        "User-agent: *\nAllow: /\n\nSitemap: https://val.invalid/savoir/sitemap.xml\n"
    )
