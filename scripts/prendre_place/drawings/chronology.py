"""A chronology: dates one under the other, and the years that they stretch beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from prendre_place.drawings import svg
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.drawings.text import LEADING, wrapped

AXIS, LABELS = 52, 104
LANE, LANES = 9, 4
GAP = 10
TICKS = 17
SHORTEST = 7


@dataclass(frozen=True)
class Event:
    """An event: its date in EDTF, that date in words, and a few words on it."""

    edtf: str
    when: str
    words: str

    @property
    def span(self) -> tuple[float, float]:
        """The period that the date names, in years: `2022-07` is (2022.5, 2022.6)."""
        first, _, last = self.edtf.partition("/")
        return _start(first), _end(last or first)

    @property
    def lines(self) -> list[str]:
        return [self.when, *wrapped(self.words, WIDTH - LABELS)]

    @property
    def height(self) -> float:
        return len(self.lines) * LEADING


def chronology(subject: str, events: Sequence[Event]) -> Drawing:
    """The events of one subject, from the first to the last."""
    ordered = sorted(events, key=lambda event: event.span)
    tops = [0.0]
    for event in ordered:
        tops.append(tops[-1] + event.height + GAP)
    height = tops.pop()
    axis = _Axis(ordered, tops, height)
    parts = axis.drawn()
    for event, top, lane in zip(ordered, tops, _lanes(ordered), strict=True):
        parts += _event(event, top, AXIS + LANE * (lane + 1), axis)
    first, last = ordered[0].when, ordered[-1].when
    return Drawing(
        "chronologie-dessin",
        f"Chronologie : {subject}",
        f"{len(ordered)} dates, de {first} à {last}, le long d’un axe qui s’étire là où elles sont "
        "serrées. Un trait épais couvre la période que la date désigne. Le tableau donne les "
        "mêmes dates.",
        height,
        parts,
    )


class _Axis:
    """From years to heights: each date is where its words are, years are set between."""

    def __init__(self, events: Sequence[Event], tops: Sequence[float], height: float) -> None:
        heights: dict[float, float] = {}
        for event, top in zip(events, tops, strict=True):
            heights.setdefault(event.span[0], _middle(top))
        last = max(event.span[1] for event in events)
        heights[max(last, max(heights) + 0.01)] = height
        self.knots = sorted(heights.items())

    def at(self, year: float) -> float:
        """The height of a year, between the dates before and after it."""
        for (a, low), (b, high) in pairwise(self.knots):
            if year <= b:
                return low + (high - low) * max(year - a, 0) / (b - a)
        return self.knots[-1][1]

    def drawn(self) -> list[Element]:
        """The axis, and the years in which something begins, where there is room."""
        (first, top), (_, bottom) = self.knots[0], self.knots[-1]
        parts = [svg.line(AXIS, top, AXIS, bottom, "axe")]
        free = top - TICKS
        for year in sorted({int(start) for start, _ in self.knots[:-1]}):
            y = self.at(max(year, first))
            if y - free >= TICKS:
                parts.append(svg.line(AXIS - 6, y, AXIS, y, "axe"))
                parts.append(svg.text(AXIS - 10, y + 5, [str(year)], "discret", "end"))
                free = y
        return parts


def _event(event: Event, top: float, x: float, axis: _Axis) -> list[Element]:
    start = _middle(top)
    end = max(axis.at(event.span[1]), start + SHORTEST)
    return [
        svg.line(x, start, LABELS - 6, start, "fil"),
        svg.line(x, start - 1, x, end, "periode"),
        svg.text(LABELS, top + 14, event.lines[:1], "fort"),
        svg.text(LABELS, top + 14 + LEADING, event.lines[1:]),
    ]


def _middle(top: float) -> float:
    """The height of the middle of a first line of text."""
    return top + LEADING / 2


def _lanes(events: Sequence[Event]) -> list[int]:
    """A lane for each event, so that periods that overlap stand side by side."""
    ends = [0.0] * LANES
    lanes = []
    for event in events:
        start, end = event.span
        lane = next((rank for rank, busy in enumerate(ends) if busy <= start), LANES - 1)
        ends[lane] = max(ends[lane], end)
        lanes.append(lane)
    return lanes


def _start(edtf: str) -> float:
    year, month, day = [*map(int, edtf.split("-")), 1, 1][:3]
    return _in_years(date(year, month, day))


def _end(edtf: str) -> float:
    parts = [*map(int, edtf.split("-"))]
    if len(parts) == 1:
        return float(parts[0] + 1)
    if len(parts) == 2:
        year, month = parts
        return _in_years(date(year + month // 12, month % 12 + 1, 1))
    return _in_years(date(*parts) + timedelta(days=1))


def _in_years(day: date) -> float:
    start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
    return day.year + (day - start) / (end - start)
