"""An address that has changed: where it led, where it leads now, since when and why."""

from __future__ import annotations

from pydantic import Field

from prendre_place.model.values import SITE_PATTERN, Edtf, Line, Model, TypedText


class SiteAddress(TypedText):
    """A page of the site, or a place in it: `glossaire/ptce/`, `glossaire/ptce/#definition`."""

    pattern = SITE_PATTERN

    @property
    def page(self) -> str:
        """The address without its anchor."""
        return self.partition("#")[0]

    @property
    def anchor(self) -> str:
        """What follows « # »; empty for a whole page."""
        return self.partition("#")[2]


class Redirection(Model):
    """One rule: who follows `ancienne` arrives at `nouvelle`."""

    ancienne: SiteAddress = Field(
        title="Ancienne adresse",
        description="L’adresse publiée qui a changé, depuis la racine du site.",
        examples=["glossaire/communs/"],
    )
    nouvelle: SiteAddress = Field(
        title="Nouvelle adresse",
        description="L’adresse où se trouve maintenant ce qui y était.",
        examples=["glossaire/commun/"],
    )
    date: Edtf = Field(title="Date", description="Date du changement.", examples=["2026-11-20"])
    motif: Line = Field(
        title="Motif",
        description="Pourquoi l’adresse a changé, en une phrase.",
        examples=["Le terme est maintenant au singulier."],
    )


class RedirectionList(Model):
    """The file `redirections.yml`."""

    redirections: tuple[Redirection, ...] = ()
