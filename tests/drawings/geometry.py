"""Where the texts and the boxes of a drawing are, in its own units."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from lxml import etree

from prendre_place.drawings.svg import Drawing, figure
from prendre_place.drawings.text import room_of

ASCENT, DESCENT = 10, 3


class Area(NamedTuple):
    """A rectangle and what it holds."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def parsed(drawing: Drawing) -> etree._Element:
    """The `svg` element of a drawing as a browser would read it."""
    root = etree.fromstring(str(figure(drawing))).find("svg")
    assert root is not None
    return root


def texts(root: etree._Element) -> list[Area]:
    """Every line of text, with the widest room that it may take."""
    return [area for text in root.iter("text") for area in _lines(text)]


def _lines(text: etree._Element) -> Iterator[Area]:
    anchor = text.get("text-anchor", "start")
    for line in text.findall("tspan") or [text]:
        words = (line.text or "").strip()
        x, y, room = float(line.get("x", 0)), float(line.get("y", 0)), room_of(words)
        left = {"start": x, "middle": x - room / 2, "end": x - room}[anchor]
        yield Area(words, left, y - ASCENT, left + room, y + DESCENT)


def boxes(root: etree._Element) -> list[Area]:
    """Every rectangle."""
    return [
        Area("", x, y, x + width, y + height)
        for rect in root.iter("rect")
        for x, y, width, height in [[float(rect.get(n, 0)) for n in ("x", "y", "width", "height")]]
    ]


def overlaps(root: etree._Element) -> list[tuple[str, str]]:
    """Pairs of lines of text that one could not read."""
    return [(a.words, b.words) for a, b in combinations(texts(root), 2) if a.meets(b)]


def outside(root: etree._Element) -> list[Area]:
    """What is cut at the edge of the drawing."""
    left, top, width, height = map(float, (root.get("viewBox") or "").split())
    return [
        area
        for area in (*texts(root), *boxes(root))
        if area.left < left
        or area.top < top
        or area.right > left + width
        or area.bottom > top + height
    ]
