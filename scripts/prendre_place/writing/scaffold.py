"""A new file of any kind, with the model's own help as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from prendre_place.kinds import Kind
from prendre_place.load.yaml_core import value_of
from prendre_place.model.values import FORM, Prose
from prendre_place.schemas import Schema, in_file_order, object_parts, schema_of

NOT_OF_A_NEW_ENTRY = "retrait"
PLAIN = re.compile(r"[^\W\d_][^:#\[\]{}\"\n]*|\d{4}-\d\d-\d\d|[1-9]\d*")
WIDTH = 92
HELP = (
    "Les lignes qui commencent par « # » sont des aides : elles peuvent être effacées.",
    "Un champ facultatif s’emploie en ôtant « # » devant lui. Un long texte s’écrit sous",
    "« >- », décalé de deux espaces. Ce qui reste à remplir : make verifier",
)


def scaffold(kind: Kind, entry_id: str, title: str, today: str) -> str:
    """The text of a new file: what is known is filled in, what is required stands empty.

    `today` is the date of its first version, `AAAA-MM-JJ`.
    """
    model = kind.model_for(entry_id)
    assert model is not None
    properties, required = object_parts(schema_of(model))
    name = next(n for n in ("terme", "titre", "nom") if n in properties)
    known: Mapping[str, Any] = {
        "id": entry_id,
        name: title,
        "statut": "brouillon",
        "version": 1,
        "historique": {"version": 1, "date": today, "note": "Première rédaction."},
    }
    lines = [f"# {kind.singular[:1].upper()}{kind.singular[1:]}", *(f"# {line}" for line in HELP)]
    for field in in_file_order(properties):
        if field == NOT_OF_A_NEW_ENTRY:
            continue
        lines.append("")
        lines += _field(field, properties[field], field in required, known.get(field), "")
    return "\n".join(lines) + "\n"


def _field(name: str, schema: Schema, required: bool, known: Any, indent: str) -> Iterator[str]:
    """The help and the lines of one field; a field that may be absent is a comment."""
    yield from (f"{indent}# {line}" for line in _help(name, schema, required))
    lines = list(_value(name, schema, known, not required))
    prefix = indent if required else f"{indent}# "
    yield from (f"{prefix}{line}" for line in lines)


def _help(name: str, schema: Schema, required: bool) -> Iterator[str]:
    what, *form = str(schema["description"]).split("\n\n")
    text = f"{schema['title']}{'' if required else ' (facultatif)'} : {what}"
    item = schema.get("items", schema)
    if any(f"« {value} »" not in what for value in item.get("enum", ())):
        form = ["Au choix : " + ", ".join(item["enum"]) + "."]
    elif item is not schema and "description" in item:
        form = [f"Pour chacun : {item['description']}"]
    if any(part.startswith("Id d") or ": Id d" in part for part in form):
        # What an id is has just been said of the entry's own.
        form = [] if name == "id" else [f"{form[0][:-1]} : le nom de son fichier, sans « .yml »."]
    for part in (text, *form):
        yield from wrap(part, WIDTH, break_long_words=False, break_on_hyphens=False)


def _value(name: str, schema: Schema, known: Any, example: bool) -> Iterator[str]:
    """Lines of a field: `known` fills it, or an example where the field is a comment."""
    if schema.get("type") == "array":
        yield f"{name}:"
        yield from _item(schema, known, example)
    elif "properties" in schema:
        yield f"{name}:"
        yield from (f"  {line}" for line in _group(schema, known, example))
    elif known is None and not example and schema.get(FORM, "").startswith(Prose.form):
        yield f"{name}: >-"
    else:
        yield f"{name}: {_written(known, schema, example)}".rstrip()


def _item(schema: Schema, known: Any, example: bool) -> Iterator[str]:
    items = schema["items"]
    if "properties" in items:
        first, *rest = _group(items, known, example)
        # Help goes above the dash, so that the dash stays on a line with a field.
        lines = [first, *rest]
        start = next(i for i, line in enumerate(lines) if not line.startswith("#"))
        yield from (f"  {line}" for line in lines[:start])
        yield f"  - {lines[start]}"
        yield from (f"    {line}" for line in lines[start + 1 :])
    elif example:
        shown = (schema.get("examples") or [[None]])[0]
        yield from (f"  - {_written(item, items, example)}" for item in shown)
    else:
        yield from ["  -"] * schema.get("minItems", 1)


def _group(schema: Schema, known: Any, example: bool) -> list[str]:
    properties, required = object_parts(schema)
    lines: list[str] = []
    for name, part in properties.items():
        value = known.get(name) if isinstance(known, dict) else None
        if example:  # within a comment, help would be a comment of a comment
            lines += _value(name, part, value, example) if name in required else []
        else:
            lines += _field(name, part, name in required, value, "")
    return lines


def _written(value: Any, schema: Schema, example: bool) -> str:
    if value is None:
        value = (schema.get("examples") or [None])[0] if example else None
    if value is None:
        return ""
    if isinstance(value, str) and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)  # JSON is YAML


def _is_plain(text: str) -> bool:
    return bool(PLAIN.fullmatch(text)) and value_of(text) == text
