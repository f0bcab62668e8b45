"""EcoIndex, the class of a page by what its reader's machine has to do.

Method and scales: Collectif Conception numérique responsable, https://www.ecoindex.fr/
(https://github.com/cnumr/EcoIndex). A page is placed among half a million others by its
elements, its requests and its weight, which count for 3, 2 and 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

ELEMENTS = (
    *(0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459),
    *(1801, 2479, 594601),
)
REQUESTS = (
    *(0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920),
)
KILOBYTES = (
    *(0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27),
    *(1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26),
)
GRADES = ((80, "A"), (70, "B"), (55, "C"), (40, "D"), (25, "E"), (10, "F"))


@dataclass(frozen=True)
class EcoIndex:
    """From 0 to 100, the best, and from A, the best, to G."""

    score: int
    grade: str


def ecoindex(elements: int, requests: int, kilobytes: float) -> EcoIndex:
    """The class of a page; elements inside drawings are not counted."""
    ranks = 3 * _rank(elements, ELEMENTS) + 2 * _rank(requests, REQUESTS)
    score = 100 - 5 * (ranks + _rank(kilobytes, KILOBYTES)) / 6
    grade = next((grade for least, grade in GRADES if score > least), "G")
    return EcoIndex(round(score), grade)


def _rank(value: float, scale: Sequence[float]) -> float:
    """Where a value stands between the twentieths of all pages."""
    at = bisect_right(scale, value)
    if at == len(scale):
        return len(scale) - 1
    return at - 1 + (value - scale[at - 1]) / (scale[at] - scale[at - 1])
