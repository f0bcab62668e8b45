"""What comes before and after each entry, by meaning rather than by alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prendre_place.corpus import Corpus
from prendre_place.kinds import ENQUIRY_PAGES
from prendre_place.model.concept import ConceptSheet
from prendre_place.model.entry import Entry
from prendre_place.model.organisation import Organisation
from prendre_place.model.preconisation import Preconisation
from prendre_place.model.questionnaire import Questionnaire
from prendre_place.model.terrain import Terrain
from prendre_place.pages.domains import domain_views
from prendre_place.pages.grouping import grouped

# From the closest: what is more precise, what is told apart, what is related.
CLOSENESS = ("plus_large", "distinguer_de", "liees")


@dataclass(frozen=True)
class Around:
    """What is before and after an entry, and what they have in common (a domain, a theme)."""

    previous: Entry | None = None
    following: Entry | None = None
    common: str = ""


def sequence(corpus: Corpus) -> dict[str, Around]:
    """The neighbours of every listed entry, by id."""
    around: dict[str, Around] = {}
    for common, series in _series(corpus):
        before, after = [None, *series], [*series[1:], None]
        for entry, previous, following in zip(series, before, after, strict=False):
            around[entry.id] = Around(previous, following, common)
    return around


def _series(corpus: Corpus) -> Iterator[tuple[str, Sequence[Entry]]]:
    for domain in domain_views(corpus):
        yield domain.name, _walk([entry for _, entry in domain.tree], corpus)
    advice = sorted(corpus.listed(Preconisation), key=lambda p: p.terrains)
    yield from grouped(advice, lambda p: p.themes[0]).items()
    yield from grouped(corpus.listed(Organisation), lambda o: o.type).items()
    yield "", corpus.listed(Terrain)
    yield "", corpus.listed(ConceptSheet)
    yield "", corpus.listed(Questionnaire)
    yield "", [corpus.entries[name] for name in ENQUIRY_PAGES if name in corpus.entries]


def _walk(members: Iterable[Entry], corpus: Corpus) -> list[Entry]:
    """Every member once, from neighbour to closest neighbour, starting with the broadest."""
    waiting = list(members)[::-1]
    allowed = {entry.id for entry in waiting}
    walked: dict[str, Entry] = {}
    while waiting:
        entry = waiting.pop()
        if entry.id in allowed and entry.id not in walked:
            walked[entry.id] = entry
            waiting += _closest(entry, corpus)[::-1]
    return list(walked.values())


def _closest(entry: Entry, corpus: Corpus) -> list[Entry]:
    """Neighbours of an entry, the closest first."""
    joined = [(r.type, r.source) for r in corpus.incoming(entry)]
    joined += [(r.type, r.target) for r in corpus.outgoing(entry) if r.type != "plus_large"]
    near = [(CLOSENESS.index(kind), other) for kind, other in joined if kind in CLOSENESS]
    return [other for _, other in sorted(near, key=lambda pair: pair[0])]
