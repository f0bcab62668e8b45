"""A relation between two entries, declared once: the other direction is derived."""

from __future__ import annotations

import yaml

from prendre_place.load.shape import leaves
from prendre_place.load.sources import Sources, model_of
from prendre_place.load.validation import field_name
from prendre_place.load.yaml_reader import Document
from prendre_place.model.values import EntryId
from prendre_place.writing.edits import Edit, EditRefusedError, apply
from prendre_place.writing.rename import kind_of

FIELD = "liees"


def relate(sources: Sources, first: str, second: str) -> str:
    """Add `second` to the related entries of `first`; what was done, in French.

    Raises `EditRefusedError` when an id is unknown or when both are the same.
    """
    for entry_id in (first, second):
        kind_of(sources, entry_id)
    if first == second:
        raise EditRefusedError("Une entrée ne se relie pas à elle-même.")
    if where := _declared(sources, first, second) or _declared(sources, second, first):
        return f"Déjà reliées : {where}. Rien n’a été changé."
    document = sources.entries[first]
    edit = _addition(document, second)
    apply(sources.root, [edit])
    line = document.source.text.count("\n", 0, edit.start) + 1
    line += edit.new.rstrip("\n").count("\n")
    return f"{document.path}:{line} : « {second} » ajouté à « {FIELD} »."


def _declared(sources: Sources, holder: str, target: str) -> str | None:
    """Where `holder` declares a relation to `target`, whatever the field."""
    document = sources.entries[holder]
    model = model_of(document)
    for leaf in leaves(model, document.data) if model else ():
        if issubclass(leaf.type, EntryId) and leaf.text == target and leaf.location != ("id",):
            line, _ = document.position(leaf.location)
            return f"{document.path}:{line}, champ « {field_name(leaf.location)} »"
    return None


def _addition(document: Document, target: str) -> Edit:
    text = document.source.text
    node = document.node((FIELD,))
    if node is None:
        start = "" if text.endswith("\n") else "\n"
        return Edit(document.source, len(text), "", f"{start}{FIELD}:\n  - {target}\n")
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        raise EditRefusedError(
            f"{document.path} : le champ « {FIELD} » est vide ou n’est pas une liste ; "
            "corrigez-le d’abord."
        )
    last = node.value[-1]
    if node.flow_style:
        return Edit(document.source, last.end_mark.index, "", f", {target}")
    end = text.find("\n", last.end_mark.index)
    end = len(text) if end < 0 else end
    return Edit(document.source, end, "", f"\n{' ' * node.start_mark.column}- {target}")
