"""Snippets of VS Code: an entry of each kind, and every reference under its short name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from prendre_place.corpus import sort_key
from prendre_place.kinds import KINDS, Kind
from prendre_place.model.reference import Reference
from prendre_place.model.values import FORM, Prose
from prendre_place.schemas import Schema, in_file_order, object_parts, schema_of

Snippets = dict[str, dict[str, Any]]
Known = Mapping[str, str]

TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
# What a new file holds already, by field; « historique » has its own.
KNOWN = {"id": "$TM_FILENAME_BASE", "statut": "brouillon", "version": "1"}
FIRST_VERSION = {"version": "1", "date": TODAY, "note": "Première rédaction."}


def kind_snippets() -> Snippets:
    """One snippet a kind: what an entry must hold, in the order of the file."""
    return {
        f"Nouveau fichier : {kind.singular}": {
            "scope": "yaml",
            "include": [f"**/{kind.folder}/*.yml"],
            "prefix": f"nouveau : {kind.word}",
            "description": f"Les champs obligatoires : {kind.singular}",
            "body": _Body().of(kind),
        }
        for kind in KINDS.values()
        if kind.word
    }


def citation_snippets(references: Iterable[Reference]) -> Snippets:
    """Each reference twice: its key alone, and a citation to be given a place."""
    found: Snippets = {}
    for reference in sorted(references, key=lambda r: (sort_key(r.label), r.cle)):
        for prefix, body, what in (
            (reference.label, reference.cle, "la clé"),
            (f"@{reference.label}", f"[@{reference.cle}, ${{1:lieu}}]", "une citation"),
        ):
            found[f"{reference.cle} : {what}"] = {
                "scope": "yaml,markdown",
                "prefix": prefix,
                "description": reference.cle,
                "body": body,
            }
    return found


class _Body:
    """Lines of a snippet, their stops numbered as they come."""

    def __init__(self) -> None:
        self.stops = 0

    def of(self, kind: Kind) -> list[str]:
        """The required fields of a kind."""
        model = kind.model_for("")
        assert model is not None
        return [*self._group(schema_of(model), KNOWN), "$0"]

    def _group(self, schema: Schema, known: Known) -> Iterator[str]:
        properties, required = object_parts(schema)
        for name in in_file_order(required):
            yield from self._field(name, properties[name], known)

    def _field(self, name: str, schema: Schema, known: Known) -> Iterator[str]:
        within = FIRST_VERSION if name == "historique" else {}
        if schema.get("type") == "array":
            yield f"{name}:"
            yield from self._item(schema["items"], within)
        elif "properties" in schema:
            yield f"{name}:"
            yield from (f"  {line}" for line in self._group(schema, within))
        elif name not in known and schema.get(FORM, "").startswith(Prose.form):
            yield f"{name}: >-"
            yield f"  {self._value(name, schema, known)}"
        else:
            yield f"{name}: {self._value(name, schema, known)}"

    def _item(self, items: Schema, known: Known) -> Iterator[str]:
        if "properties" in items:
            first, *rest = self._group(items, known)
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
        else:
            yield f"  - {self._value('', items, known)}"

    def _value(self, name: str, schema: Schema, known: Known) -> str:
        if name in known:
            return known[name]
        self.stops += 1
        if "enum" in schema:
            return f"${{{self.stops}|{','.join(schema['enum'])}|}}"
        return f"${{{self.stops}:{schema['title']}}}" if "title" in schema else f"${self.stops}"
