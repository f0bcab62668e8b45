"""What a page written by hand says of itself, between two lines of dashes at its top."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from prendre_place.model.values import Asked, Line, Model


class FrontMatter(Model):
    """The front matter of a page of `docs/`; the names are MkDocs' and Material's own."""

    title: Line = Field(
        title="Titre",
        description="Le titre de la page, celui des moteurs de recherche et des onglets.",
        examples=["À propos"],
    )
    description: Line = Field(
        title="Description",
        description="Ce que l’on trouve dans la page, en une phrase.",
        examples=["Qui publie le site et d’où viennent ses textes."],
    )
    hide: tuple[Literal["navigation", "toc"], ...] = Field(
        default=(),
        title="Sans",
        description="Les colonnes que la page n’a pas.",
        examples=[["toc"]],
    )
    demandes: Asked = ()
