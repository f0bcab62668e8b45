"""What every entry holds, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from prendre_place.model.values import Asked, Count, Edtf, EntryId, Line, Model, Prose, Source

Statut = Literal["brouillon", "a-relire", "publie", "retire"]
# Fields of an entry that are no part of what it says: its record, and how it is found.
RECORD = frozenset({"id", "statut", "version", "historique", "retrait"})
FOUND_BY = frozenset({"variantes", "mots_de_recherche", "demandes"})
PLAIN_LINE_WORDS = (15, 45)
PLAIN_LINE_PATTERN = rf"^\s*(\S+\s+){{{PLAIN_LINE_WORDS[0] - 1},{PLAIN_LINE_WORDS[1] - 1}}}\S+\s*$"


class Version(Model):
    """One published state of an entry."""

    version: Count = Field(
        title="Version",
        description="Numéro de la version : 1, puis 2…",
        examples=[1],
    )
    date: Edtf = Field(
        title="Date",
        description="Date de cette version.",
        examples=["2026-11-20"],
    )
    note: Prose = Field(
        title="Note",
        description="Ce qui a changé pour qui lit la page, en une phrase.",
        examples=["Première rédaction."],
    )


class Withdrawal(Model):
    """Why an entry is no longer listed, and what replaces it."""

    date: Edtf = Field(
        title="Date",
        description="Date du retrait.",
        examples=["2026-11-20"],
    )
    motif: Prose = Field(
        title="Motif",
        description="Pourquoi l’entrée est retirée, en une phrase.",
        examples=["Le mot prêtait à confusion."],
    )
    remplace_par: EntryId | None = Field(
        default=None,
        title="Remplacée par",
        description="L’entrée qui la remplace, s’il y en a une.",
        examples=["communs"],
    )


class Entry(Model):
    """A page of knowledge. Field names are the researchers' vocabulary, in French."""

    kind: ClassVar[str]

    id: EntryId = Field(
        title="Nom permanent",
        description="Le nom de l’entrée dans les adresses, égal au nom du fichier sans « .yml » : "
        "des minuscules sans accent, des chiffres et des traits d’union. Il ne change plus.",
        examples=["friche"],
    )
    en_clair: Prose = Field(
        title="En clair",
        description="La première ligne que tout le monde lit : de 15 à 45 mots, sans sigle, "
        "sans nom d’auteur et sans mot savant.",
        examples=[
            "Un terrain ou un bâtiment que plus personne n’utilise, et qui attend qu’on "
            "lui trouve un nouvel emploi."
        ],
        json_schema_extra={"pattern": PLAIN_LINE_PATTERN},
    )
    variantes: tuple[Line, ...] = Field(
        default=(),
        title="Variantes",
        description="Les autres noms de cette entrée : sigle, pluriel, ancien nom, nom étranger. "
        "La page les montre, et d’autres textes y mènent.",
        examples=[["friches industrielles"]],
    )
    mots_de_recherche: tuple[Line, ...] = Field(
        default=(),
        title="Mots de recherche",
        description="Les mots par lesquels on cherchera cette entrée sans qu’ils la nomment : une "
        "cause, un effet, un mot courant, un cas. La page ne les montre pas.",
        examples=[["usine abandonnée"]],
    )
    demandes: Asked = ()
    statut: Statut = Field(
        title="Statut",
        description="Où en est l’entrée : « brouillon » (hors du site), « a-relire » (en "
        "ligne, marquée comme non relue), « publie » (relue et validée par la ChairESS, qui "
        "seule le met), « retire » (reste à son adresse, hors des listes).",
        examples=["a-relire"],
    )
    version: Count = Field(
        title="Version",
        description="Numéro de la version en cours. Elle a sa ligne dans « historique ».",
        examples=[1],
    )
    historique: tuple[Version, ...] = Field(
        min_length=1,
        title="Historique",
        description="Une ligne par version publiée : son numéro, sa date, ce qui a changé.",
    )
    retrait: Withdrawal | None = Field(
        default=None,
        title="Retrait",
        description="Seulement avec « statut: retire » : quand et pourquoi l’entrée est retirée.",
    )
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(
        title="Sources",
        description="Les sources de l’entrée : un document, un lieu, et ce que la source appuie.",
    )
    liees: tuple[EntryId, ...] = Field(
        default=(),
        title="Entrées liées",
        description="D’autres entrées, de tous genres, à lire avec celle-ci. Une "
        "relation s’écrit d’un seul côté : l’autre sens est déduit.",
        examples=[["bassin-minier"]],
    )

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
