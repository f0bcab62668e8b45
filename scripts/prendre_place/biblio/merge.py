"""What an export would change in the bibliography: a plan, which writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from prendre_place.biblio.fields import ORDER, OURS, same, value
from prendre_place.biblio.keys import new_key
from prendre_place.biblio.matching import Library, Match
from prendre_place.biblio.people import completed
from prendre_place.biblio.zotero import Exported
from prendre_place.load.bibtex_reader import PEOPLE
from prendre_place.model.reference import Reference

# Types that Zotero does not tell apart.
ALIKE = (
    {"misc", "online"},
    {"report", "techreport"},
    {"inbook", "incollection"},
    {"mastersthesis", "phdthesis", "thesis"},
    {"book", "booklet", "manual", "proceedings"},
)
# In the list of changes, the type of the entry itself: no field bears this name.
TYPE = "@"


@dataclass(frozen=True)
class Change:
    """A field to write; `old` is empty when the entry had no such field."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Merged:
    """An exported work that is one of our references.

    `kept` are our fields that the export lacks, `fuller` those where ours says more.
    """

    ours: Reference
    exported: Exported
    how: str
    changes: tuple[Change, ...]
    kept: tuple[str, ...]
    fuller: tuple[str, ...]


@dataclass(frozen=True)
class Added:
    """An exported work that is new, under the key it is given."""

    reference: Reference
    exported: Exported


@dataclass(frozen=True)
class Doubt:
    """An exported work that somebody must decide about; `match` is what it resembles."""

    exported: Exported
    match: Match | None
    free_key: str


@dataclass(frozen=True)
class Repeated:
    """A work that the export holds twice; the first counts."""

    exported: Exported
    first: Exported
    how: str


@dataclass
class Plan:
    """The outcome of a comparison, by kind of outcome."""

    added: list[Added] = field(default_factory=list)
    merged: list[Merged] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    repeated: list[Repeated] = field(default_factory=list)

    @property
    def changed(self) -> list[Merged]:
        """Our references that would change."""
        return [merged for merged in self.merged if merged.changes]


def plan_of(
    ours: Mapping[str, Reference], works: Iterable[Exported], decided: Mapping[str, str]
) -> Plan:
    """Compare an export with our references; `decided` gives our key of exported keys."""
    plan, library = Plan(), Library(ours.values())
    holders: dict[str, Exported] = {}
    for work in works:
        match = _found(work, library, decided)
        free_key = decided.get(work.key) or new_key(work.reference, library.by_key)
        if match and match.sure and match.reference.cle in holders:
            plan.repeated.append(Repeated(work, holders[match.reference.cle], match.how))
        elif match and match.sure:
            plan.merged.append(_merged(match, work))
            holders[match.reference.cle] = work
        elif match or not work.reference.title:
            plan.doubts.append(Doubt(work, match, free_key))
        else:
            added = _added(work, free_key)
            plan.added.append(added)
            library.add(added.reference)
            holders[free_key] = work
    return plan


def _found(work: Exported, library: Library, decided: Mapping[str, str]) -> Match | None:
    if work.key not in decided:
        return library.find(work.reference)
    ours = library.by_key.get(decided[work.key])
    return Match(ours, "à votre demande", True) if ours else None


def _added(work: Exported, key: str) -> Added:
    tags = work.reference.mots_cles
    words = tags if work.reference.etat in tags else (work.reference.etat, *tags)
    return Added(work.reference.model_copy(update={"cle": key, "mots_cles": words}), work)


def _merged(match: Match, work: Exported) -> Merged:
    ours, theirs = match.reference, work.reference
    changes: list[Change] = []
    fuller: list[str] = []
    for name in ORDER:
        if name in OURS:
            continue
        old, new = value(ours, name), value(theirs, name)
        if not new or same(name, old, new):
            continue
        if name in PEOPLE:
            people = completed(getattr(ours, PEOPLE[name]), getattr(theirs, PEOPLE[name]))
            new = value(theirs.model_copy(update={PEOPLE[name]: people}), name)
        if same(name, old, new):
            fuller.append(name)
        else:
            changes.append(Change(name, old, new))
    changes += [*_change_of_state(ours, changes), *_change_of_type(ours, theirs)]
    kept = [name for name in ORDER if value(ours, name) and not value(theirs, name)]
    return Merged(ours, work, match.how, tuple(changes), tuple(kept), tuple(fuller))


def _change_of_state(ours: Reference, changes: list[Change]) -> list[Change]:
    """A work known by its author and year alone is to be verified once it has a title."""
    if ours.etat != "auteur-annee" or not any(change.field == "title" for change in changes):
        return []
    old = value(ours, "keywords")
    return [Change("keywords", old, old.replace("auteur-annee", "a-verifier"))]


def _change_of_type(ours: Reference, theirs: Reference) -> list[Change]:
    alike = any({ours.type, theirs.type} <= group for group in ALIKE)
    if alike or ours.type == theirs.type or theirs.type == "misc":
        return []
    return [Change(TYPE, ours.type, theirs.type)]
