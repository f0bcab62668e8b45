"""Files of the built site that are no page: style sheets, drawings, feeds, data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from prendre_place.checks.html_page import Address, css_addresses

# Data, where an address in full names what it leads to.
DATA = frozenset(
    {".atom", ".bib", ".cff", ".csv", ".json", ".jsonld", ".rdf", ".ris", ".ttl", ".txt", ".xml"}
)
READ = DATA | {".css", ".svg"}
# Where an anchor is a place of a page: feeds and site maps.
PLACES = frozenset({".atom", ".xml"})
REFERENCE = re.compile(r"""[\s:](?:href|src)\s*=\s*["']([^"']*)""")
# `"glossaire/ptce/#definition"`: the shape that the addresses of our pages have, from the root.
FROM_ROOT = re.compile(r'"((?:[a-z0-9][\w-]*/)+(?:#[\w-]+)?)"')


def addresses_of(site: Path, path: str, public: str) -> Iterator[Address]:
    """Every address of this site that the file at `path` holds; `public` is its root.

    Those of data written from the root of the site are given in full.
    """
    suffix = Path(path).suffix
    if suffix not in READ:
        return
    text = (site / path).read_text(encoding="utf-8", errors="replace")
    if suffix in (".css", ".svg"):
        yield from css_addresses(text)
    if suffix == ".svg":
        yield from (Address(written, fetched=True) for written in REFERENCE.findall(text))
    if suffix == ".json":
        yield from (Address(f"{public}{written}") for written in FROM_ROOT.findall(text))
    for written in re.findall(rf"{re.escape(public)}[\w./%#?=&~+-]*", text):
        yield Address(written.rstrip("."), names=suffix not in PLACES)
