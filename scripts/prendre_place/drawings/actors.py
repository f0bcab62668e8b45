"""Who is connected to whom around a field site: organisations, under what they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from prendre_place.drawings import svg
from prendre_place.drawings.chips import GAP, Label, bottom_of, chip, flowed
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.drawings.text import LEADING, wrapped

TRUNK, BRANCH, LEFT = 10, 22, 34


def actors(terrain: str, groups: Mapping[str, Sequence[Label]]) -> Drawing:
    """The organisations around a field site, by type."""
    hub = chip(Label(terrain, class_="forme pleine"), 0, 0, WIDTH)
    parts: list[Element] = [hub.drawn()]
    trunk = f"M{TRUNK} {hub.height:.1f}"
    y = hub.height + GAP
    for group, members in groups.items():
        heading = wrapped(group, WIDTH - LEFT)
        middle = y + LEADING / 2
        trunk += f"V{middle:.1f}H{BRANCH + 6}M{TRUNK} {middle:.1f}"
        parts.append(svg.text(LEFT, y + 14, heading, "relation-groupe"))
        chips = flowed(members, LEFT, y + len(heading) * LEADING + 4, WIDTH)
        parts += [made.drawn() for made in chips]
        y = bottom_of(chips) + 2 * GAP
    parts.insert(0, svg.element("path", d=trunk, class_="lien"))
    count = sum(map(len, groups.values()))
    return Drawing(
        "acteurs",
        f"Organisations autour de : {terrain}",
        f"{count} organisations reliées au terrain, rangées par type. La liste qui suit donne le "
        "rôle de chacune et sa source.",
        y - GAP,
        parts,
    )
