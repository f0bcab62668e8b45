"""Acronyms that need no entry of their own: what they stand for, and where that is said."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from prendre_place.model.values import EntryId, Flag, Line, Model, SourcePlace


class Acronym(Model):
    """One acronym. `a_verifier` marks an expansion that no document of the corpus gives."""

    sigle: Line = Field(
        title="Sigle",
        description="Le sigle, tel qu’on le lit.",
        examples=["AMAP"],
    )
    developpement: Line = Field(
        title="Développement",
        description="Ce que le sigle veut dire.",
        examples=["association pour le maintien d’une agriculture paysanne"],
    )
    a_verifier: Flag = Field(
        default=False,
        title="À vérifier",
        description="Oui (« true ») si aucun document de l’enquête ne donne ce développement.",
        examples=[True],
    )
    source: SourcePlace = Field(
        title="Source",
        description="Où le sigle se lit.",
    )
    entree: EntryId | None = Field(
        default=None,
        title="Entrée",
        description="L’entrée qui parle de ce que le sigle désigne, s’il y en a une.",
        examples=["cigales"],
    )


class AcronymList(Model):
    """The file `sigles.yml`."""

    sigles: Annotated[tuple[Acronym, ...], Field(min_length=1)] = Field(
        title="Sigles",
        description="Les sigles qui n’ont pas leur propre entrée, par ordre alphabétique.",
    )
