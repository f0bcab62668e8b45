"""What a browser asks for to show a page for the first time, and what it weighs."""

from __future__ import annotations

import gzip
import posixpath
from pathlib import Path
from typing import Any

from lxml import html

FETCHED = "//link[@rel='stylesheet' or @rel='preload' or @rel='icon']/@href | //@src"
# Compressed already: a server sends them as they are.
COMPRESSED = (".woff2", ".png")


def first_view(site: Path, page: str) -> dict[str, int]:
    """Bytes sent, compressed, for the page at `page` of a built site and what it fetches."""
    tree = html.document_fromstring((site / page).read_bytes())
    folder = posixpath.dirname(page)
    addresses: Any = tree.xpath(FETCHED)
    fetched = [posixpath.normpath(posixpath.join(folder, address)) for address in addresses]
    return {name: _sent(site / name) for name in dict.fromkeys([page, *fetched])}


def _sent(file: Path) -> int:
    content = file.read_bytes()
    return len(content if file.suffix in COMPRESSED else gzip.compress(content, mtime=0))
