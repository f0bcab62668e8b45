"""What a browser asks for to show a page for the first time, and what it weighs."""

from __future__ import annotations

import gzip
import posixpath
from pathlib import Path
from typing import Any

from lxml import html

from prendre_place.search.parts import FOLDER as INDEX

FETCHED = "//link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href | //@src"
# Compressed already: a server sends them as they are.
COMPRESSED = (".woff2", ".png")
WORDS = 3


def first_view(site: Path, page: str) -> dict[str, int]:
    """Bytes sent, compressed, for the page at `page` of a built site and what it fetches."""
    tree = html.document_fromstring((site / page).read_bytes())
    folder = posixpath.dirname(page)
    addresses: Any = tree.xpath(FETCHED)
    fetched = [posixpath.normpath(posixpath.join(folder, address)) for address in addresses]
    return {name: _sent(site / name) for name in dict.fromkeys([page, *fetched])}


def elements(site: Path, page: str) -> int:
    """Elements of the page at `page`; those of a drawing count for one, as EcoIndex has it."""
    tree = html.document_fromstring((site / page).read_bytes())
    counted: Any = tree.xpath("count(//*[not(ancestor::svg)])")
    return int(counted)


def search_weight(site: Path) -> int:
    """Most bytes sent, compressed, for a search of three words: its words, terms and results."""
    index = site / INDEX
    terms = sorted(map(_sent, index.glob("*/termes-*.json")))[-WORDS:]
    cards = sorted(map(_sent, index.glob("*/fiches-*.json")))[-WORDS:]
    return _sent(index / "mots.json") + sum(terms) + sum(cards)


def _sent(file: Path) -> int:
    content = file.read_bytes()
    return len(content if file.suffix in COMPRESSED else gzip.compress(content, mtime=0))
