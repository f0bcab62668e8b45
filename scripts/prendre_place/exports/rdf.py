"""Graphs as Turtle and JSON-LD, in the same bytes at each build.

Each graph is written once: a whole set is made of what its parts were written as.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rdflib import Graph
from rdflib.plugins.serializers.jsonld import from_rdf

END_OF_PREFIXES = "\n\n"


def as_turtle(graph: Graph) -> str:
    """One graph; a blank line ends its prefixes."""
    return graph.serialize(format="turtle")


def joined_turtle(texts: Iterable[str]) -> str:
    """Several texts of `as_turtle` as one, each prefix declared once."""
    parts = [text.partition(END_OF_PREFIXES) for text in texts]
    prefixes = sorted({line for head, _, _ in parts for line in head.split("\n")})
    return "\n".join(prefixes) + END_OF_PREFIXES + "".join(body for _, _, body in parts)


def as_json_ld(graphs: Iterable[Graph], prefixes: Mapping[str, Any]) -> str:
    """Graphs without blank nodes as one document, its context within, subjects in order."""
    context = {prefix: str(namespace) for prefix, namespace in prefixes.items()}
    nodes = [node for graph in graphs for node in _nodes(graph, context)]
    document = {"@context": context, "@graph": sorted(nodes, key=lambda node: str(node["@id"]))}
    return json.dumps(document, ensure_ascii=False, sort_keys=True) + "\n"


def _nodes(graph: Graph, context: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    written = from_rdf(graph, context)  # type: ignore[no-untyped-call]
    for node in written.get("@graph", [written]):
        yield {key: _in_order(value) for key, value in node.items() if key != "@context"}


def _in_order(value: Any) -> Any:
    """rdflib gives the values of a property in no order."""
    if not isinstance(value, list):
        return value
    return sorted(value, key=lambda item: json.dumps(item, sort_keys=True))
