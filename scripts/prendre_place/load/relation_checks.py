"""Relations between entries, all together: none twice, no hierarchy that turns in circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prendre_place.load.yaml_reader import Document
from prendre_place.model.entry import Entry
from prendre_place.problems import Problem


def check_relations(
    documents: Mapping[str, Document], entries: Mapping[str, Entry]
) -> Iterator[Problem]:
    """Relations declared twice, and cycles of broader terms."""
    declared: dict[frozenset[str], tuple[str, str]] = {}
    for entry in entries.values():
        for relation, target in entry.relations():
            if relation not in ("liees", "plus_large", "distinguer_de"):
                continue
            pair = frozenset((entry.id, target))
            first = declared.setdefault(pair, (relation, entry.id))
            if first != (relation, entry.id) and "liees" in (relation, first[0]):
                yield _declared_twice(documents, entry.id, relation, target, first)
    yield from _broader_cycles(documents, entries)


def _declared_twice(
    documents: Mapping[str, Document],
    entry_id: str,
    relation: str,
    target: str,
    first: tuple[str, str],
) -> Problem:
    if relation != "liees":
        relation, (_, entry_id), target = "liees", first, entry_id
        first = ("plus_large ou distinguer_de", target)
    document = documents[entry_id]
    return Problem(
        document.path,
        *document.position_of_text((relation,), target),
        "relation-en-double",
        f"« {target} » : cette relation existe déjà dans « {first[1]} » ({first[0]})",
        field=relation,
        expected="une relation écrite d’un seul côté, l’autre sens est déduit",
        severity="avertissement",
    )


def _broader_cycles(
    documents: Mapping[str, Document], entries: Mapping[str, Entry]
) -> Iterator[Problem]:
    broader: dict[str, list[str]] = {
        entry.id: [
            target
            for relation, target in entry.relations()
            if relation == "plus_large" and target != entry.id
        ]
        for entry in entries.values()
    }
    done: set[str] = set()
    for start in broader:
        cycle = _cycle_from(start, broader, done)
        if cycle:
            document = documents[start]
            yield Problem(
                document.path,
                *document.position(("plus_large",)),
                "hierarchie-en-boucle",
                "boucle de termes plus larges : " + " → ".join(cycle),
                field="plus_large",
                expected="une hiérarchie sans retour au point de départ",
            )


def _cycle_from(start: str, broader: Mapping[str, list[str]], done: set[str]) -> list[str] | None:
    """A path of broader terms that comes back to `start`, once for each cycle."""
    stack = [(start, [start])]
    visited: set[str] = set()
    while stack:
        current, path = stack.pop()
        for parent in broader.get(current, []):
            if parent == start and not done & set(path):
                done.update(path)
                return [*path, start]
            if parent not in visited:
                visited.add(parent)
                stack.append((parent, [*path, parent]))
    return None
