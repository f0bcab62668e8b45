"""An entry as JSON: all that it says, its relations in both directions, how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny

from prendre_place.citations.items import page_item
from prendre_place.corpus import Corpus
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.preconisation import Preconisation, Solidity

SCHEMAS = "donnees/schemas"


class _Written(BaseModel):
    """Base of what is written: in this order, with these names."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)


class Link(_Written):
    """One relation with another entry."""

    relation: str = Field(description="Nom de la relation : « plus_large », « liees »…")
    sens: Literal["vers", "depuis"] = Field(
        description="« vers » : cette entrée la déclare ; « depuis » : l’autre entrée la déclare."
    )
    id: str = Field(description="Id de l’autre entrée.")
    genre: str = Field(description="Genre de l’autre entrée.")
    titre: str = Field(description="Titre de l’autre entrée.")
    adresse: str = Field(description="Adresse permanente de l’autre entrée.")


class Licence(_Written):
    """Terms of reuse."""

    nom: str = Field(description="Nom de la licence.")
    sigle: str = Field(description="Identifiant SPDX de la licence.")
    adresse: str = Field(description="Adresse du texte de la licence.")


class Record(_Written):
    """One entry; `contenu` holds the fields of its source file."""

    schema_address: str = Field(alias="$schema", description="Adresse du schéma de ce fichier.")
    adresse: str = Field(description="Adresse permanente de la page.")
    genre: str = Field(description="Genre de l’entrée, première partie de son adresse.")
    titre: str = Field(description="Titre de la page.")
    modifie_le: str = Field(description="Date de la version en cours (EDTF).")
    editeur: str = Field(description="Qui publie.")
    licence: Licence = Field(description="Conditions de reprise.")
    contenu: SerializeAsAny[Entry] = Field(
        description="Les champs du fichier source. Les textes sont en Markdown : "
        "« [[id]] » mène à une entrée, « [@cle, lieu] » cite une source."
    )
    solidite: Solidity | None = Field(
        default=None,
        description="Solidité calculée d’une préconisation, d’après la variété de ses appuis.",
    )
    relations: tuple[Link, ...] = Field(description="Relations, dans les deux sens.")
    csl: dict[str, Any] = Field(description="La page comme œuvre à citer, en CSL-JSON.")


class RecordSet(_Written):
    """Every entry of one kind."""

    schema_address: str = Field(alias="$schema", description="Adresse du schéma de ce fichier.")
    titre: str = Field(description="Nom de l’ensemble.")
    adresse: str = Field(description="Adresse permanente de la page de l’ensemble.")
    modifie_le: str = Field(description="Date de la version la plus récente (EDTF).")
    editeur: str = Field(description="Qui publie.")
    licence: Licence = Field(description="Conditions de reprise.")
    entrees: tuple[Record, ...] = Field(description="Les entrées, par id.")


def record(entry: Entry, corpus: Corpus) -> Record:
    """The record of one entry."""
    publication = corpus.publication
    section = KINDS[entry.kind].section
    return Record.model_construct(
        schema_address=publication.url(f"{SCHEMAS}/{section}.json"),
        adresse=publication.url(corpus.address(entry.id)),
        genre=section,
        titre=entry.title,
        modifie_le=entry.published_on,
        editeur=publication.editeur,
        licence=_licence(corpus),
        contenu=entry,
        solidite=entry.solidity if isinstance(entry, Preconisation) else None,
        relations=tuple(_links(entry, corpus)),
        csl=page_item(entry, corpus),
    )


def record_set(kind: str, records: tuple[Record, ...], corpus: Corpus) -> RecordSet:
    """The set of the records of a kind, given by its folder."""
    section = KINDS[kind].section
    return RecordSet.model_construct(
        schema_address=corpus.publication.url(f"{SCHEMAS}/{section}-ensemble.json"),
        titre=f"{KINDS[kind].plural} – {corpus.publication.titre}",
        # A kind without entries may have no page of its own.
        adresse=corpus.publication.url(f"{section}/" if records else "donnees/"),
        modifie_le=max((r.modifie_le for r in records), default=""),
        editeur=corpus.publication.editeur,
        licence=_licence(corpus),
        entrees=records,
    )


def as_json(written: Record | RecordSet) -> str:
    """Its text; what an entry leaves out is left out."""
    indent = 2 if isinstance(written, Record) else None
    return written.model_dump_json(indent=indent, exclude_none=True) + "\n"


def _licence(corpus: Corpus) -> Licence:
    return Licence.model_validate(corpus.publication.licence.model_dump())


def _links(entry: Entry, corpus: Corpus) -> Iterator[Link]:
    for relation in corpus.outgoing(entry):
        yield _link(relation.type, "vers", relation.target, corpus)
    for relation in corpus.incoming(entry):
        yield _link(relation.type, "depuis", relation.source, corpus)
    for other in corpus.mentions.get(entry.id, ()):
        yield _link("mention", "depuis", other, corpus)


def _link(relation: str, way: Literal["vers", "depuis"], other: Entry, corpus: Corpus) -> Link:
    return Link(
        relation=relation,
        sens=way,
        id=other.id,
        genre=KINDS[other.kind].section,
        titre=other.title,
        adresse=corpus.publication.url(corpus.address(other.id)),
    )
