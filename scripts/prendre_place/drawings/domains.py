"""The map of the domains of the glossary, and of how often their terms are linked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from prendre_place.drawings import svg
from prendre_place.drawings.chips import Label
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.drawings.text import LEADING, wrapped

SMALLEST, LARGEST = 14, 30
STEP = 76
COLUMNS = (80, WIDTH - 80)
THICKEST = 7


def domain_map(
    domains: Sequence[tuple[Label, int]], links: Mapping[frozenset[str], int]
) -> Drawing:
    """Discs for domains with their number of terms, in two columns, and lines for links.

    `links` counts relations between the names of two domains.
    """
    places = {label.words: _place(rank) for rank, (label, _) in enumerate(domains)}
    busiest = max(links.values(), default=1)
    parts: list[Element] = []
    for pair, count in sorted(links.items(), key=lambda item: sorted(item[0])):
        start, end = (places[name] for name in sorted(pair))
        parts.append(_edge(start, end, THICKEST * count / busiest))
    most = max((size for _, size in domains), default=1)
    parts += [_domain(label, size, size / most, places[label.words]) for label, size in domains]
    return Drawing(
        "carte",
        "Carte des domaines du glossaire",
        f"{len(domains)} domaines, d’autant plus grands qu’ils ont de termes, reliés par des "
        "traits d’autant plus épais que leurs termes sont liés souvent. Le tableau donne les "
        "mêmes nombres.",
        _place(len(domains) - 1)[1] + LARGEST + 3 * LEADING if domains else LEADING,
        parts,
    )


def _place(rank: int) -> tuple[float, float]:
    """Left, then right and lower: names have the height of two steps."""
    return COLUMNS[rank % 2], LARGEST + 2 + rank * STEP


def _edge(start: tuple[float, float], end: tuple[float, float], width: float) -> Element:
    """A curve that bends towards the middle, away from the discs between its ends."""
    (x1, y1), (x2, y2) = start, end
    bend = WIDTH / 2 if x1 == x2 else (x1 + x2) / 2
    return svg.element(
        "path",
        d=f"M{x1:.0f} {y1:.0f}Q{bend:.0f} {(y1 + y2) / 2:.0f} {x2:.0f} {y2:.0f}",
        class_="arc",
        stroke_width=0.5 + width,
    )


def _domain(label: Label, size: int, share: float, place: tuple[float, float]) -> Element:
    x, y = place
    radius = SMALLEST + (LARGEST - SMALLEST) * math.sqrt(share)
    name = wrapped(label.words, 2 * COLUMNS[0] - 10)
    parts = [
        svg.disc(x, y, radius),
        svg.text(x, y + 5, [str(size)], "fort", "middle"),
        svg.text(x, y + radius + 15, name, "cerne", "middle"),
    ]
    return svg.link(label.address or "", parts)
