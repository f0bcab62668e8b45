"""A glossary entry: one term, defined, compared, placed among its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    CitedProse,
    Edtf,
    EntryId,
    GlossaryId,
    Line,
    Model,
    Prose,
    SourcePlace,
)

Domain = Literal[
    "coopération",
    "territoire",
    "innovation sociale",
    "transition",
    "ESS et statuts",
    "emploi et insertion",
    "gouvernance et pouvoir",
    "action publique",
    "économie",
    "méthode",
]


class ComparedDefinition(Model):
    """One of several definitions of the same word, in the words of the site."""

    date: Edtf
    origine: Line
    en_bref: Prose
    source: SourcePlace


class Usage(Model):
    """What the word means in one register, where registers differ."""

    registre: Literal["courant", "savant", "militant", "juridique"]
    texte: Prose


class Distinction(Model):
    """A neighbour that this term is mistaken for, and why it is another thing."""

    id: GlossaryId
    pourquoi: Prose


class Equivalent(Model):
    """An established name in another language (ISO 639-1 code)."""

    langue: Literal["en", "de", "es", "it", "la", "nl", "pt"]
    terme: Line


class GlossaryEntry(Entry):
    """A term of the glossary."""

    kind: ClassVar[str] = "glossary"

    terme: Line
    sigle: Line | None = None
    domaine: Domain
    definition: CitedProse
    definitions_comparees: tuple[ComparedDefinition, ...] = ()
    usages: tuple[Usage, ...] = ()
    distinguer_de: tuple[Distinction, ...] = ()
    dans_l_enquete: CitedProse | None = None
    plus_large: tuple[GlossaryId, ...] = ()
    equivalents: tuple[Equivalent, ...] = ()
    auteurs_de_reference: tuple[Line, ...] = ()
    sans_lien: tuple[Line, ...] = ()

    @property
    def title(self) -> str:
        return self.terme

    @property
    def acronym(self) -> str | None:
        return self.sigle

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        yield from super().relations()
        for broader in self.plus_large:
            yield "plus_large", broader
        for distinction in self.distinguer_de:
            yield "distinguer_de", distinction.id
