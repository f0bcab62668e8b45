"""The map of the region: points with their source, nothing that draws them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from prendre_place.model.values import Line, Model, WebAddress

Longitude = Annotated[float, Strict(), Field(ge=-180, le=180)]
Latitude = Annotated[float, Strict(), Field(ge=-90, le=90)]
Point = tuple[Longitude, Latitude]


class MapSource(Model):
    """Where coordinates come from, and the licence under which they are given."""

    nom: Line = Field(
        title="Nom",
        description="D’où viennent les coordonnées.",
        examples=["OpenStreetMap"],
    )
    adresse: WebAddress = Field(
        title="Adresse",
        description="L’adresse de cette source.",
        examples=["https://www.openstreetmap.org"],
    )
    licence: Line = Field(
        title="Licence",
        description="La licence sous laquelle elles sont données.",
        examples=["ODbL 1.0"],
    )


class Outline(Model):
    """A closed line of points in degrees (WGS 84), longitude first."""

    source: MapSource = Field(
        title="Source",
        description="D’où vient le contour.",
    )
    points: Annotated[tuple[Point, ...], Field(min_length=3)] = Field(
        title="Points",
        description="Les points du contour, en degrés (WGS 84) : longitude, puis latitude.",
        examples=[[[2.83, 50.43], [3.5, 50.36], [2.3, 49.89]]],
    )


class Town(Model):
    """A town, and the side of its dot on which its name is written."""

    nom: Line = Field(
        title="Nom",
        description="Le nom de la ville.",
        examples=["Lens"],
    )
    lon: Longitude = Field(
        title="Longitude",
        description="En degrés (WGS 84).",
        examples=[2.83],
    )
    lat: Latitude = Field(
        title="Latitude",
        description="En degrés (WGS 84).",
        examples=[50.43],
    )
    etiquette: Literal["haut", "bas", "gauche", "droite"] = Field(
        default="haut",
        title="Étiquette",
        description="Le côté du point où le nom s’écrit.",
        examples=["haut"],
    )


class Gazetteer(Model):
    """Towns whose coordinates come from one source."""

    source: MapSource = Field(
        title="Source",
        description="D’où viennent les coordonnées de ces villes.",
    )
    villes: Annotated[tuple[Town, ...], Field(min_length=1)] = Field(
        title="Villes",
        description="Les villes, une par élément.",
    )


class Region(Model):
    """The file `carte.yml`."""

    nom: Line = Field(
        title="Nom",
        description="Le nom de la région.",
        examples=["Hauts-de-France"],
    )
    contour: Outline = Field(
        title="Contour",
        description="Le contour de la région.",
    )
    reperes: tuple[Gazetteer, ...] = Field(
        title="Repères",
        description="Les villes de la carte, rangées par source.",
    )

    @property
    def towns(self) -> tuple[Town, ...]:
        """Every town of every source."""
        return tuple(town for gazetteer in self.reperes for town in gazetteer.villes)
