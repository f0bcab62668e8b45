"""A schematic map of the region: its outline, some towns, and where the field sites are.

Plate carrée projection: one degree of longitude is drawn `cos(50°)` times as long as one
of latitude, which keeps shapes at the latitude of the region. Accurate to a kilometre or
two, which is less than a pixel and more than the drawing claims.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from prendre_place.drawings import svg
from prendre_place.drawings.chips import GAP, Label, chip
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.model.region import Region, Town

PARALLEL = math.radians(50)
MARGIN = 6
# Where a name is written: towards which side of its dot, and what of it is held there.
SIDES = {
    "haut": (0, -1, "middle"),
    "bas": (0, 1, "middle"),
    "gauche": (-1, 0, "end"),
    "droite": (1, 0, "start"),
}


def region_map(region: Region, sites: Sequence[tuple[Label, Sequence[str]]]) -> Drawing:
    """The outline and, numbered, the sites in each of their communes.

    `sites` gives each site with the names of its communes; those that the map does not
    know are left out.
    """
    project = _Projection(region)
    towns = {town.nom: town for town in region.towns}
    numbers = _numbers(sites, towns)
    outline = "L".join(f"{x:.0f} {y:.0f}" for x, y in map(project.at, region.contour.points))
    parts: list[Element] = [svg.element("path", d=f"M{outline}Z", class_="contour")]
    for town in region.towns:
        parts += _town(town, project.at((town.lon, town.lat)), numbers.get(town.nom, ""))
    y = project.height + 2 * GAP
    for rank, (label, _) in enumerate(sites, 1):
        made = chip(Label(f"{rank}. {label.words}", label.address), 0, y, WIDTH)
        parts.append(made.drawn())
        y += made.height + GAP
    placed = "; ".join(f"{name} : {found}" for name, found in numbers.items())
    return Drawing(
        "carte-region",
        f"Les terrains en {region.nom}",
        f"Carte schématique de la région. Numéros des terrains par commune : {placed}.",
        y - GAP,
        parts,
    )


def _numbers(
    sites: Sequence[tuple[Label, Sequence[str]]], towns: Mapping[str, Town]
) -> dict[str, str]:
    """By town, the numbers of the sites that are there."""
    found: dict[str, list[str]] = {}
    for rank, (_, communes) in enumerate(sites, 1):
        for commune in communes:
            if commune in towns:
                found.setdefault(commune, []).append(str(rank))
    return {name: ", ".join(ranks) for name, ranks in found.items()}


def _town(town: Town, place: tuple[float, float], numbers: str) -> list[Element]:
    """A dot and a name, with the numbers of the sites that are there."""
    x, y = place
    radius = 6 if numbers else 3
    dx, dy, anchor = SIDES[town.etiquette]
    name = f"{town.nom} ({numbers})" if numbers else town.nom
    return [
        svg.disc(x, y, radius, "encre"),
        svg.text(
            x + dx * (radius + 4),
            y + 5 + dy * (radius + 10),
            [name],
            "fort cerne" if numbers else "discret cerne",
            anchor,
        ),
    ]


class _Projection:
    """From degrees (WGS 84) to units of the drawing."""

    def __init__(self, region: Region) -> None:
        longitudes = [point[0] for point in region.contour.points]
        latitudes = [point[1] for point in region.contour.points]
        self.west, self.north = min(longitudes), max(latitudes)
        east, south = max(longitudes), min(latitudes)
        self.unit = (WIDTH - 2 * MARGIN) / ((east - self.west) * math.cos(PARALLEL))
        self.height = (self.north - south) * self.unit + 2 * MARGIN

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Where a point (longitude, latitude) is drawn."""
        longitude, latitude = point
        return (
            MARGIN + (longitude - self.west) * math.cos(PARALLEL) * self.unit,
            MARGIN + (self.north - latitude) * self.unit,
        )
