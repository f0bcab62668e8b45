"""The notions around a notion: boxes on both sides of a trunk, one group per relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prendre_place.drawings import svg
from prendre_place.drawings.chips import GAP, Chip, Label, chip
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.drawings.text import LEADING

TRUNK = WIDTH / 2
SIDE = (WIDTH - 24) / 2
CENTRE = 250
HEADING = LEADING + 10
AFTER = 12


@dataclass(frozen=True)
class Branch:
    """The notions that stand in one relation to the one in the middle."""

    relation: str
    notions: Sequence[Label]
    stroke: str


def neighbourhood(
    name: str, total: int, above: Sequence[Branch], below: Sequence[Branch]
) -> Drawing:
    """The map around the notion `name`: broader ones above it, all others below.

    `total` is the number of its neighbours, of which those drawn may be a part.
    """
    parts: list[Element] = []
    y = 0.0
    for branch in above:
        y = _branch(branch, y, parts)
    middle = chip(Label(name, class_="forme pleine"), (WIDTH - CENTRE) / 2, y, CENTRE)
    parts.append(middle.drawn())
    y += middle.height
    for branch in below:
        y = _branch(branch, y, parts)
    if below:
        y -= AFTER
    count = sum(len(branch.notions) for branch in (*above, *below))
    return Drawing(
        "voisinage",
        f"Carte des notions voisines : {name}",
        f"{count if count == total else f'{count} des {total}'} notions liées : les plus larges "
        "au-dessus, les autres au-dessous. La liste des pages liées les donne toutes.",
        y,
        parts,
    )


def _branch(branch: Branch, top: float, parts: list[Element]) -> float:
    """Draw one group from `top` down; gives the height at which the next one starts."""
    chips: list[Chip] = []
    bottoms = [top + HEADING, top + HEADING]
    for notion in branch.notions:
        side = 0 if bottoms[0] <= bottoms[1] else 1
        made = chip(notion, side * (WIDTH - SIDE), bottoms[side], SIDE)
        bottoms[side] += made.height + GAP
        chips.append(made)
    end = max(bottoms) - GAP
    lowest = max(made.middle[1] for made in chips)
    stem = f"M{TRUNK:.0f} {top + AFTER:.1f}V{end + AFTER if top == 0 else lowest:.1f}"
    for made in chips:
        edge = SIDE if made.x == 0 else WIDTH - SIDE
        stem += f"M{TRUNK:.0f} {made.middle[1]:.1f}H{edge:.0f}"
    parts.append(svg.element("path", d=stem, class_=branch.stroke))
    parts.append(svg.text(TRUNK, top + LEADING, [branch.relation], "relation", "middle"))
    parts += [made.drawn() for made in chips]
    return end + AFTER
