"""One page of the built site, reduced to what the checks need."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

# Attributes that hold an address, by element; `srcset` holds several.
ADDRESSES = {
    "a": "href",
    "area": "href",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "object": "data",
    "script": "src",
    "source": "src",
    "track": "src",
    "video": "src",
}
# What a browser fetches by itself: none of it may come from elsewhere.
FETCHED = frozenset(ADDRESSES) - {"a", "area"}
# `link` relations that are addresses to read, not files to fetch.
NOT_FETCHED_RELATIONS = {"canonical", "prev", "next", "alternate", "license", "cite-as"}


@dataclass(frozen=True)
class Address:
    """An address in a page: as written, and whether a browser fetches it by itself."""

    written: str
    tag: str
    fetched: bool


@dataclass(frozen=True)
class HtmlPage:
    """What one page says of itself and where it leads."""

    path: str
    language: str | None
    title: str | None
    description: str | None
    h1_count: int
    anchors: frozenset[str]
    repeated_anchors: tuple[str, ...]
    addresses: tuple[Address, ...]


def read_page(site: Path, file: Path) -> HtmlPage:
    """Parse one file of the site."""
    tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    anchors: Counter[str] = Counter()
    addresses: list[Address] = []
    h1_count = 0
    description = None
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if identifier := element.get("id"):
            anchors[identifier] += 1
        if tag == "a" and (name := element.get("name")):
            anchors[name] += 0 if name in anchors else 1
        if tag == "h1":
            h1_count += 1
        elif tag == "meta" and element.get("name") == "description":
            description = element.get("content")
        addresses += _addresses(element, tag)
    title = tree.findtext("head/title")
    return HtmlPage(
        file.relative_to(site).as_posix(),
        tree.get("lang"),
        title.strip() if title else None,
        description,
        h1_count,
        frozenset(anchors),
        tuple(name for name, count in anchors.items() if count > 1),
        tuple(addresses),
    )


def _addresses(element: html.HtmlElement, tag: str) -> list[Address]:
    found = []
    attribute = ADDRESSES.get(tag)
    if attribute and (written := element.get(attribute)) is not None:
        relations = set((element.get("rel") or "").split())
        fetched = tag in FETCHED and not (tag == "link" and relations & NOT_FETCHED_RELATIONS)
        found.append(Address(written, tag, fetched))
    for candidate in (element.get("srcset") or "").split(","):
        if candidate.strip():
            found.append(Address(candidate.split()[0], tag, True))
    return found
