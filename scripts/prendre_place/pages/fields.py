"""The page that explains every field of every source file, from the models."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.values import FORM, SourcePlace
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer
from prendre_place.schemas import Schema, in_file_order, object_parts, schema_of, source_kinds

PATH = "contribuer/champs.md"
MARKS = re.compile(r"\[\[?[^\[\]]+\]\]?")
SOURCE_PLACE = set(SourcePlace.model_fields)
TYPES = {
    "integer": "nombre entier",
    "number": "nombre à point",
    "boolean": "« true » (oui) ou « false » (non)",
}


@dataclass(frozen=True)
class FieldRow:
    """One field: its path in the file, what it holds, in which form."""

    name: str
    title: str
    what: str
    form: str
    required: bool
    example: str | None


@dataclass(frozen=True)
class FieldGroup:
    """The fields of one kind of file."""

    title: str
    anchor: str
    files: str
    rows: Sequence[FieldRow]


def fields_page(writer: Writer) -> Page:
    """`/contribuer/champs/`."""
    return writer.page(
        "champs",
        PATH,
        "Tous les champs – Contribuer",
        "Chaque champ de chaque fichier de Prendre place : ce qu’il contient, sous quelle forme, "
        "avec un exemple.",
        groups=list(field_groups()),
    )


def field_groups() -> Iterator[FieldGroup]:
    """What all entries share, then what each kind of file adds."""
    shared = list(Entry.model_fields)
    entry = schema_of(Entry)
    folders = "`, `".join(f"{folder}/" for folder in KINDS)
    yield FieldGroup("Toutes les entrées", "toutes", folders, list(_rows(entry)))
    for kind in source_kinds():
        rows = list(_rows(kind.schema))
        if issubclass(kind.model, Entry):
            rows = [row for row in rows if row.name.split(" › ")[0] not in shared]
        title = kind.title if "*" in kind.files else f"{kind.title} : {kind.files}"
        yield FieldGroup(title, kind.name, kind.files, rows)


def _rows(schema: Schema, within: str = "") -> Iterator[FieldRow]:
    properties, required = object_parts(schema)
    for name in in_file_order(properties):
        part = properties[name]
        yield FieldRow(
            f"{within}{name}",
            part["title"],
            _marks_as_code(str(part["description"]).split("\n\n")[0]),
            _marks_as_code(_form(part)),
            name in required,
            _example(part.get("examples", [None])[0]),
        )
        inner = part.get("items", part)
        if "properties" in inner and set(inner["properties"]) != SOURCE_PLACE:
            yield from _rows(inner, f"{within}{name} › ")


def _form(schema: Schema) -> str:
    if schema.get("type") == "array":
        least, most = schema.get("minItems"), schema.get("maxItems")
        count = f", de {least} à {most}" if least and most else ""
        items = schema["items"]
        if isinstance(items, list):
            return " et ".join(_form(item) for item in items)
        is_group = "properties" in items and set(items["properties"]) != SOURCE_PLACE
        return f"liste{count}" if is_group else f"liste{count} : {_form(items)}"
    if "properties" in schema:
        is_place = set(schema["properties"]) == SOURCE_PLACE
        return "« cle » et « lieu », comme dans « sources »" if is_place else "groupe de champs"
    if "enum" in schema:
        return "au choix : " + ", ".join(f"« {value} »" for value in schema["enum"])
    return str(schema.get(FORM) or TYPES[schema["type"]])


def _example(value: Any) -> str | None:
    if value is None:
        return None
    shown = value[0] if isinstance(value, list) else value
    return shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False)


def _marks_as_code(text: str) -> str:
    """Our two marks as they are typed, and not as a link or a citation of this page."""
    return MARKS.sub(lambda match: f"`{match.group()}`", text)
