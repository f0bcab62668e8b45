"""The three forms of space that the report reads in the field sites, drawn as diagrams."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from prendre_place.drawings import svg
from prendre_place.drawings.chips import GAP, Chip, Label, bottom_of, centred, chip, flowed
from prendre_place.drawings.svg import WIDTH, Drawing, Element
from prendre_place.drawings.text import LEADING, wrapped
from prendre_place.model.space import ElementRole, SpatialElement, SpatialForm

HALF = (WIDTH - 14) / 2
INSET = 9
TITLES = {
    "archipel": "Un archipel",
    "lieu-ressource": "Un lieu-ressource",
    "multiscalaire": "Plusieurs échelles à la fois",
}


def space(name: str, terrain: str, form: SpatialForm) -> Drawing:
    """The form of space of one field site; `name` begins the anchors of the drawing."""
    by_role = {role: [e for e in form.elements if e.role == role] for role in get_args(ElementRole)}
    draw = {"archipel": _archipelago, "lieu-ressource": _place, "multiscalaire": _scales}
    parts, height = draw[form.type](by_role)
    names = " ; ".join(_words(element).replace("\n", " : ") for element in form.elements)
    return Drawing(name, f"{TITLES[form.type]} : {terrain}", f"Schéma : {names}.", height, parts)


Elements = dict[str, list[SpatialElement]]


def _words(element: SpatialElement) -> str:
    return f"{element.nom}\n{element.precision}" if element.precision else element.nom


def _archipelago(elements: Elements) -> tuple[list[Element], float]:
    """Islands above and below the meetings where they cross; what is missing, in dashes."""
    islands = elements["ilot"]
    half = (len(islands) + 1) // 2
    above = _pairs(islands[:half], 0, "ile")
    passages = centred(flowed(_labels(elements["passage"]), 20, bottom_of(above) + 44, WIDTH - 20))
    below = _pairs(islands[half:], bottom_of(passages) + 44, "ile")
    absent = _pairs(elements["manque"], bottom_of(below or passages) + 24, "ile absente")
    parts = [
        svg.line(*island.middle, *passage.middle, "fil")
        for island in (*above, *below)
        for passage in passages
    ]
    chips = [*above, *passages, *below, *absent]
    return parts + [made.drawn() for made in chips], bottom_of(chips)


def _place(elements: Elements) -> tuple[list[Element], float]:
    """A house that holds functions, and the network around it, as a star."""
    network = elements["reseau"]
    half = (len(network) + 1) // 2
    above = _pairs(network[:half], 0, "forme")
    roof = bottom_of(above) + 26
    name = " et ".join(element.nom for element in elements["lieu"])
    top = roof + 54
    lines = wrapped(name, WIDTH - 120)
    labels = _labels(elements["fonction"], "forme claire")
    functions = centred(flowed(labels, 42, top + len(lines) * LEADING + 8, WIDTH - 42))
    floor = bottom_of(functions) + 14
    below = _pairs(network[half:], floor + 30, "forme")
    heart = (WIDTH / 2, (top + floor) / 2)
    eaves = f"L{WIDTH - 14} {top:.1f}H{WIDTH - 28}V{floor:.1f}H28V{top:.1f}H14Z"
    house = f"M{WIDTH / 2:.0f} {roof:.1f}{eaves}"
    parts = [svg.line(*made.middle, *heart, "fil") for made in (*above, *below)]
    parts.append(svg.element("path", d=house, class_="forme pleine"))
    parts.append(svg.text(WIDTH / 2, top + 8, lines, "fort", "middle"))
    chips = [*above, *functions, *below]
    return parts + [made.drawn() for made in chips], max(floor, bottom_of(chips))


def _scales(elements: Elements) -> tuple[list[Element], float]:
    """Scales inside one another, the farthest outside, and what relations are like."""
    scales = elements["echelle"][::-1]
    parts: list[Element] = []
    y = 0.0
    frames = []
    for rank, scale in enumerate(scales):
        left = rank * INSET
        lines = wrapped(_words(scale), WIDTH - 2 * left - 16)
        frames.append((left, y))
        parts.append(svg.text(WIDTH / 2, y + 18, lines, anchor="middle"))
        y += len(lines) * LEADING + 10
    bottom = y + len(frames) * INSET
    boxes = [
        svg.box(left, top, WIDTH - 2 * left, bottom - left - top, "forme etage")
        for left, top in frames
    ]
    relations = _pairs(elements["relation"], bottom + 14, "forme claire")
    return (
        [*boxes, *parts, *(made.drawn() for made in relations)],
        bottom_of(relations) if relations else bottom,
    )


def _labels(elements: Sequence[SpatialElement], class_: str = "forme") -> list[Label]:
    return [Label(_words(element), class_=class_) for element in elements]


def _pairs(elements: Sequence[SpatialElement], top: float, class_: str) -> list[Chip]:
    """Boxes in two columns; the last of an odd number stands in the middle."""
    chips: list[Chip] = []
    y = top
    for rank, label in enumerate(_labels(elements, class_)):
        alone = rank == len(elements) - 1 and rank % 2 == 0
        x = (WIDTH - HALF) / 2 if alone else (rank % 2) * (WIDTH - HALF)
        chips.append(chip(label, x, y, HALF))
        if rank % 2:
            y = bottom_of(chips) + GAP
    return chips
