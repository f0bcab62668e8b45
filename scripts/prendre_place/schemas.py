"""JSON Schemas of every source file, from the models: draft 07, which VS Code's YAML reads.

References are inlined and each rule carries its own message, in French: the
language server words what a schema leaves without message, partly in English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from prendre_place.kinds import ENQUIRY_PAGES, KINDS
from prendre_place.model.acronym import AcronymList
from prendre_place.model.entry import PLAIN_LINE_PATTERN, PLAIN_LINE_WORDS
from prendre_place.model.foreign_words import ForeignWords
from prendre_place.model.publication import Publication
from prendre_place.model.region import Region
from prendre_place.model.values import FORM, MEANINGS, PLAIN_TEXT, Place, Prose

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FIRST = (
    "id",
    "terme",
    "titre",
    "nom",
    "sigle",
    "domaine",
    "type",
    "en_clair",
    "variantes",
    "mots_de_recherche",
    "demandes",
    "statut",
    "version",
    "historique",
)
LAST = ("sources", "liees", "retrait")
# Forms that need no line of help: the description says enough.
EVIDENT = (PLAIN_TEXT, Prose.form, Place.form)
PATTERN_MEANINGS = {
    **MEANINGS,
    PLAIN_LINE_PATTERN: "de {} à {} mots".format(*PLAIN_LINE_WORDS),
    r"\S": "une valeur, ou pas de champ du tout",
}
TYPE_MESSAGES = {
    "string": "Attendu : un texte. Un nombre, ou un mot comme « true » et « null », s’écrit alors "
    "entre guillemets ; un champ vide s’enlève.",
    "integer": "Attendu : un nombre entier, sans guillemets.",
    "number": "Attendu : un nombre à point, comme 50.36, sans guillemets.",
    "boolean": "Attendu : « true » (oui) ou « false » (non), sans guillemets.",
    "array": "Attendu : une liste, un élément par ligne, précédé d’un tiret.",
    "object": "Attendu : un groupe de champs, décalés sous celui-ci.",
}


@dataclass(frozen=True)
class SourceKind:
    """A kind of source file: its schema's name, the files it rules, its model."""

    name: str
    files: str
    title: str
    model: type[BaseModel]

    @property
    def schema(self) -> Schema:
        """The whole schema, ready to be written as JSON."""
        return {"$schema": DRAFT, "title": self.title, **schema_of(self.model)}


def source_kinds() -> list[SourceKind]:
    """Every kind of YAML source of the project."""
    kinds = []
    for folder, kind in KINDS.items():
        title = kind.singular[:1].upper() + kind.singular[1:]
        if model := kind.model_for(""):
            kinds.append(SourceKind(folder, f"{folder}/*.yml", title, model))
    for name, page in ENQUIRY_PAGES.items():
        title = KINDS["enquete"].singular.capitalize()
        kinds.append(SourceKind(f"enquete-{name}", f"enquete/{name}.yml", title, page))
    kinds.append(SourceKind("sigles", "sigles.yml", "Sigles", AcronymList))
    kinds.append(SourceKind("mots-etrangers", "mots-etrangers.yml", "Mots étrangers", ForeignWords))
    kinds.append(SourceKind("carte", "carte.yml", "Carte", Region))
    kinds.append(SourceKind("publication", "publication.yml", "Publication", Publication))
    return kinds


def schema_of(model: type[BaseModel]) -> Schema:
    """The schema of a model, self-contained, with French messages."""
    raw = model.model_json_schema()
    definitions = raw.pop("$defs", {})
    return _ruled(raw, definitions, root=True)


def object_parts(schema: Schema) -> tuple[dict[str, Schema], list[str]]:
    """The fields of a schema that `schema_of` made, and those that must be there."""
    required = [rule["required"][0] for rule in schema["allOf"] if "required" in rule]
    return schema["properties"], required


def in_file_order(names: Iterable[str]) -> list[str]:
    """Fields as a file gives them: the name first, the sources and relations last."""
    order = {name: rank for rank, name in enumerate((*FIRST, "", *LAST))}
    return sorted(names, key=lambda name: order.get(name, order[""]))


def _ruled(schema: Schema, definitions: dict[str, Schema], root: bool = False) -> Schema:
    """The schema with references inlined, nothing optional but absent, messages added."""
    schema = _inlined(schema, definitions)
    shown = {k: schema[k] for k in ("title", "description", "examples", FORM) if k in schema}
    if root:  # pydantic takes them from the class, in English
        shown = {}
    if shown.get(FORM) not in (None, *EVIDENT):
        form = f"{shown[FORM][:1].upper()}{shown[FORM][1:]}."
        shown["description"] = "\n\n".join(filter(None, [shown.get("description"), form]))
    rule = _RULES.get(_type(schema), _scalar)(schema, definitions)
    return {**shown, **rule}


def _inlined(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    if "$ref" in schema:
        target = definitions[schema["$ref"].rsplit("/", 1)[-1]]
        # What the class says of itself is English; a field's title is left out by pydantic
        # when it is the name of the class.
        own = () if "description" in schema else ("title",)
        named = {k: v for k, v in target.items() if k not in ("description", *own)}
        return {**_inlined(named, definitions), **_without(schema, "$ref")}
    if "anyOf" in schema:  # a value or None: a field left out, never an empty one
        (wanted,) = [part for part in schema["anyOf"] if part.get("type") != "null"]
        return {**_inlined(wanted, definitions), **_without(schema, "anyOf")}
    return schema


def _without(schema: Schema, key: str) -> Schema:
    return {k: v for k, v in schema.items() if k != key}


def _type(schema: Schema) -> str:
    found = schema.get("type", "string")
    return found if isinstance(found, str) else "scalar"


def _object(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    fields = in_file_order(schema["properties"])
    properties = {name: _ruled(schema["properties"][name], definitions) for name in fields}
    required = [
        {
            "required": [name],
            "errorMessage": f"Champ obligatoire absent : « {name} ». "
            f"{schema['properties'][name]['description']}",
        }
        for name in fields
        if name in schema.get("required", [])
    ]
    names = ", ".join(properties)
    return {
        "properties": properties,
        "additionalProperties": False,
        "errorMessage": f"Champ inconnu ici. Attendu : {names}.",
        "allOf": [{"type": "object", "errorMessage": TYPE_MESSAGES["object"]}, *required],
    }


def _array(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    if "prefixItems" in schema:  # draft 07 gives each item of a pair its rule in a list
        items: Any = [_ruled(item, definitions) for item in schema["prefixItems"]]
    else:
        items = _ruled(schema["items"], definitions)
    if "properties" in items:
        title = schema.get("title", "Élément")
        body = _skeleton(schema["items"], definitions, iter(range(1, 100)))
        items["defaultSnippets"] = [{"label": f"{title} : un élément", "body": body}]
    limits: Schema = {k: schema[k] for k in ("minItems", "maxItems") if k in schema}
    return {"type": "array", "errorMessage": TYPE_MESSAGES["array"], **limits, "items": items}


def _skeleton(schema: Schema, definitions: dict[str, Schema], stops: Any) -> Any:
    """The required fields of an item, each a stop of the snippet."""
    schema = _inlined(schema, definitions)
    if _type(schema) == "object":
        needed = schema.get("required", [])
        return {name: _skeleton(schema["properties"][name], definitions, stops) for name in needed}
    if _type(schema) == "array":
        return [_skeleton(schema["items"], definitions, stops)]
    return f"${next(stops)}"


def _scalar(schema: Schema, definitions: dict[str, Schema]) -> Schema:
    if "enum" in schema:
        listed = ", ".join(f"« {value} »" for value in schema["enum"])
        return {"enum": schema["enum"], "errorMessage": f"Hors de la liste. Attendu : {listed}."}
    found = schema["type"]
    rule: Schema = {
        "type": found,
        "errorMessage": TYPE_MESSAGES[found if isinstance(found, str) else found[0]],
    }
    if found != "string" and "minimum" in schema:
        rule |= {k: schema[k] for k in ("minimum", "maximum") if k in schema}
    if "string" in found:
        pattern = schema.get("pattern", r"\S")
        rule |= {
            "pattern": pattern,
            "patternErrorMessage": f"Attendu : {PATTERN_MEANINGS[pattern]}.",
        }
    return rule


_RULES = {"object": _object, "array": _array}
