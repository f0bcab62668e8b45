"""What is compared between the field sites: the weight of resources, the material gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prendre_place.drawings import svg
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.drawings.text import LEADING, wrapped

RADIUS = 13
MARK, ROW = 15, 22
PER_LINE = 10


def resources(
    sites: Sequence[str], rows: Mapping[str, Sequence[str | None]], words: Mapping[str, str]
) -> Drawing:
    """The weight of each resource in each site, as a sign and a word; never a quantity.

    `rows` gives, by resource, one weight per site (None where no source states it), and
    `words` the word shown for each weight, from none to the heaviest.
    """
    column = WIDTH / len(sites)
    middles = [column * (rank + 0.5) for rank in range(len(sites))]
    parts: list[Element] = []
    names = [wrapped(site, column - 10) for site in sites]
    for x, lines in zip(middles, names, strict=True):
        parts.append(svg.text(x, 14, lines, "fort", "middle"))
    y = max(map(len, names)) * LEADING + 12
    for resource, weights in rows.items():
        parts.append(svg.line(0, y, WIDTH, y, "axe"))
        parts.append(svg.text(0, y + 20, [resource], "relation-groupe"))
        for x, weight in zip(middles, weights, strict=True):
            parts += _weight(x, y + 46, weight, words)
        y += 96
    return Drawing(
        "ressources-dessin",
        "Poids des ressources dans chaque terrain",
        "Pour chaque ressource et chaque terrain, un disque vide, cerné, à moitié plein ou plein, "
        "et le mot qui le dit. Le tableau donne les mêmes mots avec leur source.",
        y - 4,
        parts,
    )


def _weight(x: float, y: float, weight: str | None, words: Mapping[str, str]) -> list[Element]:
    if weight is None:
        return [svg.text(x, y + 5, ["non dit"], "discret", "middle")]
    parts = [svg.disc(x, y, RADIUS, "forme absente" if weight == "aucune" else "forme")]
    if weight == "presente":
        parts.append(svg.disc(x, y, 5, "encre"))
    elif weight == "decisive":
        parts.append(svg.disc(x, y, RADIUS - 3, "encre"))
    elif weight == "en-debat":
        half = RADIUS - 3
        d = f"M{x:.1f} {y - half:.1f}a{half} {half} 0 0 1 0 {2 * half}z"
        parts.append(svg.element("path", d=d, class_="encre"))
    return [*parts, svg.text(x, y + RADIUS + 18, [words[weight]], anchor="middle")]


def materials(rows: Mapping[str, Sequence[tuple[str, int]]]) -> Drawing:
    """What was gathered: one square for each interview, meeting or document.

    `rows` gives, by material, the name of each site and its number.
    """
    parts: list[Element] = []
    y = 0.0
    for material, counts in rows.items():
        parts.append(svg.text(0, y + 16, [material], "relation-groupe"))
        y += 26
        for site, count in counts:
            y = _squares(site, count, y, parts)
        y += 10
    return Drawing(
        "materiaux-dessin",
        "Ce que l’enquête a recueilli dans chaque terrain",
        "Un carré vaut un entretien, une réunion ou un document. Le tableau donne les mêmes "
        "nombres avec leur source.",
        y - 8,
        parts,
    )


def _squares(site: str, count: int, top: float, parts: list[Element]) -> float:
    left = WIDTH - PER_LINE * (MARK + 2) - 26
    lines = wrapped(site, left - 8)
    parts.append(svg.text(0, top + 14, lines))
    for rank in range(count):
        x, y = left + rank % PER_LINE * (MARK + 2), top + 2 + rank // PER_LINE * (MARK + 2)
        parts.append(svg.element("rect", x=x, y=y, width=MARK, height=MARK, class_="encre"))
    parts.append(svg.text(WIDTH, top + 14, [str(count)], "fort", "end"))
    marks = -(-count // PER_LINE)
    return top + max(ROW, len(lines) * LEADING + 4, marks * (MARK + 2) + 6)
