"""Fields of the form from a schema: one widget for each kind of value.

Prose is typed as it is in the file: an editor that shows formatting would change
`[[id]]` and `[@cle, lieu]`.
https://sveltiacms.app/en/docs/fields, https://decapcms.org/docs/widgets/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prendre_place.form.choices import LISTS
from prendre_place.model.values import FORM, Prose
from prendre_place.schemas import Schema, in_file_order, object_parts

Widget = dict[str, Any]

# What says only that a value must be there, which the form says itself.
NOT_EMPTY = r"\S"
# Named by the program: an entry's id is the name of its file.
UNSHOWN = frozenset({"id"})
# However few they are, they are searched and not spread out.
RELATION = {"widget": "select", "dropdown_threshold": 0}
LIST = {"widget": "list", "label_singular": "élément"}
# What the line of a closed item shows, in order of preference.
NAMES = ("titre", "nom", "terme", "libelle", "sigle", "version", "cle", "date", "id", "texte")


def fields(schema: Schema, unshown: frozenset[str] = frozenset()) -> list[Widget]:
    """The fields of a group, in the order of the file."""
    properties, required = object_parts(schema)
    return [
        field(name, properties[name], name in required)
        for name in in_file_order(properties)
        if name not in unshown and _is_shown(properties[name])
    ]


def field(name: str, schema: Schema, required: bool = True) -> Widget:
    """One field: its label, its help, whether it must be filled, then its widget."""
    widget: Widget = {"name": name, "label": schema.get("title", name), "required": required}
    if hint := _hint(schema):
        widget["hint"] = hint
    return widget | dict(_widget(schema))


def _is_shown(schema: Schema) -> bool:
    """Points, pairs of numbers, are left to text editors; the form keeps them as they are."""
    items = schema.get("items", {})
    return isinstance(items, dict) and not isinstance(items.get("items"), list)


def _hint(schema: Schema) -> str:
    paragraphs = schema.get("description", "").split("\n\n")
    # What is chosen in a list is not typed: neither its form nor an example is told.
    parts = paragraphs[:1] if _is_chosen(schema) else [" ".join(paragraphs)]
    examples = [] if _is_chosen(schema) else schema.get("examples", [])
    if examples and isinstance(examples[0], str):
        parts.append(f"Exemple : {examples[0]}")
    return " ".join(filter(None, parts))


def _is_chosen(schema: Schema) -> bool:
    return "enum" in schema or schema.get(FORM) in LISTS


def _widget(schema: Schema) -> Iterator[tuple[str, Any]]:
    if choices := LISTS.get(schema.get(FORM, "")):
        yield from {**RELATION, "options": choices}.items()
    elif "enum" in schema:
        yield from {"widget": "select", "options": schema["enum"]}.items()
    elif schema.get("type") == "array":
        yield from _list(schema)
    elif "properties" in schema:
        yield from {"widget": "object", "collapsed": True, "fields": fields(schema)}.items()
    else:
        yield from _scalar(schema)


def _scalar(schema: Schema) -> Iterator[tuple[str, Any]]:
    if schema["type"] == "boolean":
        yield "widget", "boolean"
    elif schema["type"] in ("integer", "number"):
        yield from {"widget": "number", "value_type": _number(schema)}.items()
        yield from ((name[:3], schema[name]) for name in ("minimum", "maximum") if name in schema)
    else:
        is_prose = schema.get(FORM, "").startswith(Prose.form)
        yield "widget", "text" if is_prose else "string"
        if (pattern := schema.get("pattern", NOT_EMPTY)) != NOT_EMPTY:
            yield "pattern", [pattern, schema["patternErrorMessage"]]


def _number(schema: Schema) -> str:
    return "int" if schema["type"] == "integer" else "float"


def _list(schema: Schema) -> Iterator[tuple[str, Any]]:
    items = schema["items"]
    yield from (
        (name[:3], schema[limit])
        for name, limit in (("min", "minItems"), ("max", "maxItems"))
        if limit in schema
    )
    if choices := LISTS.get(items.get(FORM, "")):
        yield from {**RELATION, "multiple": True, "options": choices}.items()
    elif "enum" in items:
        yield from {"widget": "select", "multiple": True, "options": items["enum"]}.items()
    elif "properties" in items:
        inner = fields(items)
        yield from {**LIST, "fields": inner, "summary": _summary(inner)}.items()
        yield "collapsed", True
    else:
        word = "ligne" if items.get("type") == "array" else "élément"  # of a table, of a list
        item = {"name": "element", "label": word.capitalize(), "required": True}
        yield from {**LIST, "label_singular": word, "field": item | dict(_widget(items))}.items()


def _summary(inner: list[Widget]) -> str:
    names = [widget["name"] for widget in inner]
    shown = next((name for name in NAMES if name in names), names[0])
    return f"{{{{fields.{shown}}}}}"
