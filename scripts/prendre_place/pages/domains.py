"""The domains of the glossary: their terms as trees, and the map of how they are linked."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import get_args

from markupsafe import Markup

from prendre_place.corpus import Corpus, sort_key
from prendre_place.model.glossary import Domain, GlossaryEntry

WIDTH, HEIGHT = 640, 460
NEAREST = 3


@dataclass(frozen=True)
class DomainView:
    """One domain: its terms from broad to narrow with their depth, its nearest domains."""

    name: str
    tree: Sequence[tuple[int, GlossaryEntry]]
    nearest: Sequence[tuple[str, int]]

    @property
    def size(self) -> int:
        return len(self.tree)

    @property
    def anchor(self) -> str:
        return "domaine-" + sort_key(self.name).replace(" ", "-")


def domain_views(corpus: Corpus) -> list[DomainView]:
    """The domains that have terms, in the order of the model."""
    entries = corpus.listed(GlossaryEntry)
    links = domain_links(corpus)
    views = []
    for name in get_args(Domain):
        members = [entry for entry in entries if entry.domaine == name]
        around = Counter(
            {next(iter(pair - {name})): count for pair, count in links.items() if name in pair}
        )
        if members:
            ranked = sorted(around.items(), key=lambda pair: (-pair[1], sort_key(pair[0])))
            views.append(DomainView(name, list(_tree(members)), ranked[:NEAREST]))
    return views


def domain_links(corpus: Corpus) -> Mapping[frozenset[str], int]:
    """How many relations join the terms of each two domains."""
    links: Counter[frozenset[str]] = Counter()
    for relation in corpus.relations:
        source, target = relation.source, relation.target
        if isinstance(source, GlossaryEntry) and isinstance(target, GlossaryEntry):
            if "retire" in (source.statut, target.statut) or source.domaine == target.domaine:
                continue
            links[frozenset((source.domaine, target.domaine))] += 1
    return links


def _tree(members: Sequence[GlossaryEntry]) -> Iterator[tuple[int, GlossaryEntry]]:
    """Terms under the broader term of the same domain, each once, with its depth."""
    ids = {entry.id for entry in members}
    narrower: dict[str, list[GlossaryEntry]] = defaultdict(list)
    roots: list[GlossaryEntry] = []
    for entry in members:
        broader = next((b for b in entry.plus_large if b in ids), None)
        (narrower[broader] if broader else roots).append(entry)
    waiting = [(0, root) for root in reversed(roots)]
    while waiting:
        depth, entry = waiting.pop()
        yield depth, entry
        waiting += [(depth + 1, child) for child in reversed(narrower[entry.id])]


def domain_map(views: Sequence[DomainView], links: Mapping[frozenset[str], int]) -> Markup:
    """The map as SVG on one line: circles on an ellipse, lines between linked domains."""
    places = {view.name: _place(rank, len(views)) for rank, view in enumerate(views)}
    largest = max((view.size for view in views), default=1)
    busiest = max(links.values(), default=1)
    parts = [
        f'<svg class="carte" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" '
        'aria-labelledby="carte-titre"><title id="carte-titre">Carte des domaines du glossaire'
        "</title>"
    ]
    for pair, count in sorted(links.items(), key=lambda item: sorted(item[0])):
        (x1, y1), (x2, y2) = (places[name] for name in sorted(pair))
        width = 0.5 + 7 * count / busiest
        parts.append(
            f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" '
            f'stroke-width="{width:.1f}"/>'
        )
    for view in views:
        x, y = places[view.name]
        radius = 12 + 22 * math.sqrt(view.size / largest)
        label = y + radius + 15
        parts.append(
            f'<a href="#{view.anchor}"><circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"/>'
            f'<text x="{x:.0f}" y="{y + 5:.0f}" class="nombre">{view.size}</text>'
            f'<text x="{x:.0f}" y="{label:.0f}">{escape(view.name)}</text></a>'
        )
    return Markup("".join([*parts, "</svg>"]))


def _place(rank: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * rank / count - math.pi / 2
    return (
        WIDTH / 2 + (WIDTH / 2 - 90) * math.cos(angle),
        HEIGHT / 2 - 8 + (HEIGHT / 2 - 55) * math.sin(angle),
    )
