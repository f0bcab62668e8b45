"""The map of the region: points with their source, nothing that draws them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from prendre_place.model.values import Line, Model, WebAddress

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Point = tuple[Longitude, Latitude]


class MapSource(Model):
    """Where coordinates come from, and the licence under which they are given."""

    nom: Line
    adresse: WebAddress
    licence: Line


class Outline(Model):
    """A closed line of points in degrees (WGS 84), longitude first."""

    source: MapSource
    points: Annotated[tuple[Point, ...], Field(min_length=3)]


class Town(Model):
    """A town, and the side of its dot on which its name is written."""

    nom: Line
    lon: Longitude
    lat: Latitude
    etiquette: Literal["haut", "bas", "gauche", "droite"] = "haut"


class Gazetteer(Model):
    """Towns whose coordinates come from one source."""

    source: MapSource
    villes: Annotated[tuple[Town, ...], Field(min_length=1)]


class Region(Model):
    """The file `carte.yml`."""

    nom: Line
    contour: Outline
    reperes: tuple[Gazetteer, ...]

    @property
    def towns(self) -> tuple[Town, ...]:
        """Every town of every source."""
        return tuple(town for gazetteer in self.reperes for town in gazetteer.villes)
