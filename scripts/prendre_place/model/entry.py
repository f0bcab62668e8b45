"""What every entry holds, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from prendre_place.model.values import Edtf, EntryId, Line, Model, Prose, Source

Statut = Literal["brouillon", "a-relire", "publie", "retire"]
PLAIN_LINE_WORDS = (15, 45)


class Version(Model):
    """One published state of an entry."""

    version: int = Field(ge=1)
    date: Edtf
    note: Prose


class Withdrawal(Model):
    """Why an entry is no longer listed, and what replaces it."""

    date: Edtf
    motif: Prose
    remplace_par: EntryId | None = None


class Entry(Model):
    """A page of knowledge. Field names are the researchers' vocabulary, in French."""

    kind: ClassVar[str]

    id: EntryId
    en_clair: Prose
    variantes: tuple[Line, ...] = ()
    statut: Statut
    version: int = Field(ge=1)
    historique: tuple[Version, ...] = Field(min_length=1)
    retrait: Withdrawal | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    liees: tuple[EntryId, ...] = ()

    @property
    def title(self) -> str:
        """The name shown; the field that holds it depends on the kind."""
        raise NotImplementedError

    @property
    def acronym(self) -> str | None:
        """The acronym shown beside the title, for the kinds that have one."""
        return None

    @property
    def published_on(self) -> str:
        """Date of the current version."""
        return next(v.date for v in self.historique if v.version == self.version)

    def dates(self) -> Iterator[Edtf]:
        """When the entry changed: its versions, and its withdrawal."""
        yield from (version.date for version in self.historique)
        if self.retrait:
            yield self.retrait.date

    def relations(self) -> Iterator[tuple[str, EntryId]]:
        """Typed relations declared here, as `(relation type, target id)`."""
        for target in self.liees:
            yield "liees", target
        if self.retrait and self.retrait.remplace_par:
            yield "remplace_par", self.retrait.remplace_par

    @field_validator("en_clair")
    @classmethod
    def _plain_line_has_a_readable_length(cls, value: Prose) -> Prose:
        least, most = PLAIN_LINE_WORDS
        if not least <= (count := len(value.split())) <= most:
            raise PydanticCustomError(
                "plain_line_length",
                "plain line of {count} words",
                {"count": count, "least": least, "most": most},
            )
        return value

    @model_validator(mode="after")
    def _current_version_is_in_the_history(self) -> Entry:
        if self.version not in {v.version for v in self.historique}:
            raise PydanticCustomError(
                "version_without_history",
                "version {version} is not in the history",
                {"version": self.version},
            )
        return self

    @model_validator(mode="after")
    def _withdrawn_says_why(self) -> Entry:
        if (self.statut == "retire") != (self.retrait is not None):
            raise PydanticCustomError("withdrawal_mismatch", "status and withdrawal disagree")
        return self
