"""One page of the built site, reduced to what the checks need."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

# Attributes that hold an address, by element; `srcset` and `style` hold several, on any.
ADDRESSES = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "audio": ("src",),
    "blockquote": ("cite",),
    "button": ("formaction",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "q": ("cite",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
# What a browser fetches by itself: none of it may come from elsewhere.
FETCHED = frozenset(ADDRESSES) - {"a", "area", "blockquote", "button", "form", "q"}
# `link` relations that are addresses to read, not files to fetch.
NOT_FETCHED_RELATIONS = {
    "canonical",
    "prev",
    "next",
    "alternate",
    "license",
    "cite-as",
    "unapi-server",
}
CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)(?:"([^"]*)"|'([^']*)'|([^)"'\s;]+))""")
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
COMPLETE = re.compile(r"https?://[^\s\"'<>\\]+")
PLACES = {"h2", "h3", "h4", "h5", "h6", "span"}


@dataclass(frozen=True)
class Address:
    """An address as written: whether a browser fetches it by itself, whether it leads there.

    An identifier (`names`) is of this site like the others, but its anchor names a thing
    and no place of a page.
    """

    written: str
    fetched: bool = False
    names: bool = False


@dataclass(frozen=True)
class HtmlPage:
    """What one page says of itself and where it leads.

    `places` are the anchors of its headings and of what has a mark of its own.
    """

    path: str
    language: str | None
    title: str | None
    description: str | None
    h1_count: int
    anchors: frozenset[str]
    places: frozenset[str]
    repeated_anchors: tuple[str, ...]
    addresses: tuple[Address, ...]


def read_page(site: Path, file: Path) -> HtmlPage:
    """Parse one file of the site."""
    tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    anchors: Counter[str] = Counter()
    places: set[str] = set()
    addresses: list[Address] = []
    h1_count = 0
    description = None
    for element in tree.iter(etree.Element):
        tag = str(element.tag)
        if identifier := element.get("id"):
            anchors[identifier] += 1
            if tag in PLACES:
                places.add(identifier)
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
        frozenset(places),
        tuple(name for name, count in anchors.items() if count > 1),
        tuple(addresses),
    )


def css_addresses(style: str) -> list[Address]:
    """What a style sheet makes a browser fetch."""
    if "url(" not in style and "@import" not in style:
        return []
    found = CSS_URL.findall(CSS_COMMENT.sub("", style))
    return [Address(next(filter(None, groups), ""), fetched=True) for groups in found]


def _addresses(element: html.HtmlElement, tag: str) -> list[Address]:
    found = []
    for attribute in ADDRESSES.get(tag, ()):
        if (written := element.get(attribute)) is not None:
            relations = set((element.get("rel") or "").split())
            fetched = tag in FETCHED and not (tag == "link" and relations & NOT_FETCHED_RELATIONS)
            found.append(Address(written, fetched))
    for candidates in (element.get("srcset"), element.get("imagesrcset")):
        for candidate in (candidates or "").split(","):
            if candidate.strip():
                found.append(Address(candidate.split()[0], fetched=True))
    if style := element.get("style"):
        found += css_addresses(style)
    if tag in ("meta", "script", "style"):
        found += _addresses_in_head(element, tag)
    return found


def _addresses_in_head(element: html.HtmlElement, tag: str) -> list[Address]:
    """Those of metadata, of a redirection, of data for machines and of a style sheet."""
    if tag == "style":
        return css_addresses(element.text or "")
    if tag == "script":
        is_data = element.get("type") == "application/ld+json"
        found = COMPLETE.findall(element.text or "") if is_data else []
        return [Address(written, names=True) for written in found]
    content = element.get("content") or ""
    if (element.get("http-equiv") or "").lower() == "refresh":
        return [Address(target) for target in REFRESH.findall(content)]
    return [Address(content)] if COMPLETE.fullmatch(content) else []
