"""The domains of the glossary: their terms as trees, and how often domains are linked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from prendre_place.corpus import Corpus, domain_address, sort_key
from prendre_place.model.glossary import Domain, GlossaryEntry

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
        return domain_address(self.name).rpartition("#")[2]

    @property
    def path(self) -> str:
        """The Markdown file of its own page, where it has one."""
        return f"glossaire/domaines/{self.anchor.removeprefix('domaine-')}.md"


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
