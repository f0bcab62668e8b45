"""The journal of changes: what was added, revised or withdrawn, latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from prendre_place.corpus import Corpus, sort_key
from prendre_place.kinds import KINDS, Kind
from prendre_place.model.entry import Entry, Version, Withdrawal
from prendre_place.pages.grouping import grouped
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer

JOURNAL = "enquete/journal.md"
# Beyond it the list is that of the kind's own index.
MOST_NAMED = 30


@dataclass
class OfKind:
    """What changed one day among the entries of one kind."""

    kind: Kind
    added: list[Entry] = field(default_factory=list)
    revised: list[tuple[Entry, Version]] = field(default_factory=list)
    withdrawn: list[tuple[Entry, Withdrawal]] = field(default_factory=list)


def journal_page(writer: Writer) -> Page:
    """`/enquete/journal/`, from the history of every entry."""
    return writer.page(
        "journal",
        JOURNAL,
        "Journal des changements",
        "Ce qui a été ajouté, revu ou retiré sur le site, jour après jour, du plus récent au "
        "plus ancien.",
        days=_days(writer.corpus),
        most_named=MOST_NAMED,
    )


def _days(corpus: Corpus) -> list[tuple[str, list[OfKind]]]:
    entries = sorted(corpus.entries.values(), key=lambda e: sort_key(e.title))
    by_date = grouped(
        ((date, entry) for entry in entries for date in dict.fromkeys(entry.dates())),
        lambda pair: pair[0],
    )
    return [
        (date, list(_by_kind(date, [entry for _, entry in by_date[date]])))
        for date in sorted(by_date, reverse=True)
    ]


def _by_kind(date: str, entries: list[Entry]) -> Iterator[OfKind]:
    by_kind = grouped(entries, lambda entry: entry.kind)
    for folder, kind in KINDS.items():
        if folder in by_kind:
            yield _changes(date, kind, by_kind[folder])


def _changes(date: str, kind: Kind, entries: list[Entry]) -> OfKind:
    changes = OfKind(kind)
    for entry in entries:
        for version in entry.historique:
            if version.date == date and version.version == 1:
                changes.added.append(entry)
            elif version.date == date:
                changes.revised.append((entry, version))
        if entry.retrait and entry.retrait.date == date:
            changes.withdrawn.append((entry, entry.retrait))
    return changes
