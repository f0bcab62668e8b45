"""Two states of the corpus beside each other: what differs for those who read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prendre_place.changes.kinds_of_change import (
    AddressGone,
    AddressMoved,
    Change,
    EntryAdded,
    EntryGone,
    EntryRevised,
    EntryWithdrawn,
    Page,
    PublishedTextChanged,
    RelationAdded,
    RelationRemoved,
    WorkNewlyCited,
    WorkNoLongerCited,
)
from prendre_place.corpus import Corpus
from prendre_place.model.entry import Entry
from prendre_place.pages.changes import readable
from prendre_place.pages.neighbours import OUTGOING, label_of
from prendre_place.permanence.texts import same_text
from prendre_place.word_changes import changed_fields

STATES = {"a-relire": "à relire", "publie": "publiée", "retire": "retirée"}


def find_changes(old: Corpus, new: Corpus) -> list[Change]:
    """Every change from `old` to `new`, kind after kind."""
    return [
        *_entries(old, new),
        *_addresses(old, new),
        *_published_texts(old, new),
        *_relations(old, new),
        *_works(old, new),
    ]


def _entries(old: Corpus, new: Corpus) -> Iterator[Change]:
    before = {new.renamed.get(entry_id, entry_id): e for entry_id, e in old.entries.items()}
    for entry_id, entry in new.entries.items():
        if entry_id not in before:
            yield EntryAdded(_page(entry, new))
        else:
            yield from _revised(before[entry_id], entry, new)
    for entry_id, entry in before.items():
        if entry_id not in new.entries:
            yield EntryGone(_page(entry, old))


def _revised(old: Entry, new: Entry, corpus: Corpus) -> Iterator[Change]:
    page = _page(new, corpus)
    if new.retrait and not old.retrait:
        successor = corpus.entries.get(new.retrait.remplace_par or "")
        shown = readable(corpus)(new.retrait.motif)
        yield EntryWithdrawn(page, shown, successor.title if successor else None)
        return
    fields = tuple(changed_fields(old, new, readable(corpus)))
    state, version = (STATES[old.statut], STATES[new.statut]), (old.version, new.version)
    if fields or state[0] != state[1] or version[0] != version[1]:
        yield EntryRevised(page, state, version, fields)


def _addresses(old: Corpus, new: Corpus) -> Iterator[Change]:
    known = set(old.redirections)
    yield from (AddressMoved(r.ancienne, r.nouvelle) for r in new.redirections if r not in known)
    of_entries = {old.address(entry_id) for entry_id in old.entries}  # told with their entry
    lost = _pages(old) - _pages(new) - of_entries
    yield from (AddressGone(address) for address in sorted(lost))


def _pages(corpus: Corpus) -> set[str]:
    """Addresses that the sources decide of, and those that lead on."""
    return {
        *(corpus.address(entry_id) for entry_id in corpus.entries),
        *(f"bibliographie/{key}/" for key in corpus.references),
        *(rule.ancienne for rule in corpus.redirections),
        *(
            corpus.version_address(entry, version.version)
            for entry in corpus.entries.values()
            for version in corpus.past_versions(entry)
        ),
    }


def _published_texts(old: Corpus, new: Corpus) -> Iterator[Change]:
    for entry_id, versions in old.versions.items():
        of_today = new.versions.get(new.renamed.get(entry_id, entry_id), {})
        for number, text in versions.items():
            kept = of_today.get(number)
            if entry_id in old.entries and not (kept and same_text(text, kept, new)):
                yield PublishedTextChanged(_page(old.entries[entry_id], old), number)


def _relations(old: Corpus, new: Corpus) -> Iterator[Change]:
    before, after = _related(old, new.renamed), _related(new, {})
    for relation in sorted(after.keys() - before.keys()):
        yield RelationAdded(*after[relation])
    for relation in sorted(before.keys() - after.keys()):
        yield RelationRemoved(*before[relation])


def _related(
    corpus: Corpus, renamed: Mapping[str, str]
) -> dict[tuple[str, str, str], tuple[str, str, str]]:
    """Relations by the ids of today of their ends, and how each is told."""
    return {
        (
            renamed.get(r.source.id, r.source.id),
            r.type,
            renamed.get(r.target.id, r.target.id),
        ): (r.source.title, label_of(OUTGOING, r.type, r.target), r.target.title)
        for r in corpus.relations
    }


def _works(old: Corpus, new: Corpus) -> Iterator[Change]:
    before, after = _citing(old, new.renamed), _citing(new, {})
    for key, now in sorted(after.items()):
        then = before.get(key, {})
        if added := tuple(now[i] for i in now if i not in then):
            yield WorkNewlyCited(new.references[key].short_name, added)
    for key, then in sorted(before.items()):
        now = after.get(key, {})
        if removed := tuple(then[i] for i in then if i not in now):
            yield WorkNoLongerCited(old.references[key].short_name, removed, not now)


def _citing(corpus: Corpus, renamed: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By citation key, the titles of the entries that cite it, by their id of today."""
    return {
        key: {renamed.get(use.entry.id, use.entry.id): use.entry.title for use in uses}
        for key, uses in corpus.uses.items()
    }


def _page(entry: Entry, corpus: Corpus) -> Page:
    return Page(entry.title, corpus.address(entry.id))
