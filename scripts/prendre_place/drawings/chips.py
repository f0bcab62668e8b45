"""Names in boxes, set in rows: what most drawings are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from prendre_place.drawings import svg
from prendre_place.drawings.svg import WIDTH, Element
from prendre_place.drawings.text import LEADING, SIZE, room_of, wrapped

PADDING = 9
GAP = 8


@dataclass(frozen=True)
class Label:
    """A name, and the address that it leads to if it is a link."""

    words: str
    address: str | None = None
    class_: str = "forme"


@dataclass(frozen=True)
class Chip:
    """A label in its box, whose corner is at `x`, `y`."""

    label: Label
    lines: Sequence[str]
    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        return height_of(self.lines)

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def drawn(self) -> Element:
        """The box and its name, as a link where there is an address."""
        x, y = self.middle
        first = y - (len(self.lines) - 1) * LEADING / 2 + SIZE * 0.35
        parts = [
            svg.box(self.x, self.y, self.width, self.height, self.label.class_),
            svg.text(x, first, self.lines, anchor="middle"),
        ]
        if self.label.address is None:
            return svg.element("g", *parts)
        return svg.link(self.label.address, parts)


def height_of(lines: Sequence[str]) -> float:
    """The height of a box that holds these lines: never less than a finger needs."""
    return len(lines) * LEADING + 2 * PADDING - 4


def chip(label: Label, x: float, y: float, width: float) -> Chip:
    """A label in a box of this width."""
    return Chip(label, wrapped(label.words, width - 2 * PADDING), x, y, width)


def flowed(labels: Iterable[Label], left: float, top: float, right: float) -> list[Chip]:
    """Boxes one after the other, as wide as their names, in as many rows as it takes."""
    chips: list[Chip] = []
    x, y, row = left, top, 0.0
    for label in labels:
        lines = wrapped(label.words, right - left - 2 * PADDING)
        width = max(map(room_of, lines)) + 2 * PADDING
        if x > left and x + width > right:
            x, y, row = left, y + row + GAP, 0.0
        chips.append(Chip(label, lines, x, y, width))
        x, row = x + width + GAP, max(row, chips[-1].height)
    return chips


def centred(chips: Sequence[Chip]) -> list[Chip]:
    """The same boxes, each row in the middle of the drawing."""
    rows: dict[float, list[Chip]] = {}
    for made in chips:
        rows.setdefault(made.y, []).append(made)
    return [
        replace(made, x=made.x + (WIDTH - row[0].x - row[-1].x - row[-1].width) / 2)
        for row in rows.values()
        for made in row
    ]


def bottom_of(chips: Sequence[Chip]) -> float:
    """The lowest edge of some boxes."""
    return max(chip.y + chip.height for chip in chips)
