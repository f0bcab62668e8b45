"""JSON Schemas of the records and of their sets, from the models themselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import models_json_schema

from prendre_place.corpus import Corpus
from prendre_place.exports.records import SCHEMAS, Record, RecordSet
from prendre_place.kinds import ENQUIRY_PAGES, KINDS
from prendre_place.model.entry import Entry

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """`(path, text)` of the schema of one record and of a whole set, for each kind."""
    for kind in KINDS.values():
        model = kind.model_for("")
        definitions = _definitions([model] if model else list(ENQUIRY_PAGES.values()))
        record = kind.singular[:1].upper() + kind.singular[1:]
        for root, name, title in (
            (Record, kind.section, record),
            (RecordSet, f"{kind.section}-ensemble", kind.plural),
        ):
            path = f"{SCHEMAS}/{name}.json"
            schema = {
                "$schema": DIALECT,
                "$id": corpus.publication.url(path),
                "title": title,
                "$ref": f"#/$defs/{root.__name__}",
                "$defs": definitions,
            }
            yield path, json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _definitions(contents: list[type[Entry]]) -> dict[str, Any]:
    """Definitions of a record that holds one of these models, and of all they are made of."""
    models = [(model, "validation") for model in (RecordSet, *contents)]
    _, found = models_json_schema(models)  # type: ignore[arg-type]  # a literal in a tuple
    definitions: dict[str, Any] = found["$defs"]
    for definition in definitions.values():  # a class's name and docstring are for developers
        definition.pop("title", None)
        definition.pop("description", None)
    held = definitions["Record"]["properties"]["contenu"]
    del held["$ref"], definitions["Entry"]
    held["anyOf"] = [{"$ref": f"#/$defs/{model.__name__}"} for model in contents]
    return definitions
