"""What a relation may be given: entries by their title, references by their short name."""

from __future__ import annotations

from collections.abc import Iterable

from prendre_place.corpus import Corpus, sort_key
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.values import (
    CitationKey,
    EntryId,
    GlossaryId,
    OrganisationId,
    PreconisationId,
    TerrainId,
)

Choice = dict[str, str]

REFERENCES = "sources"
ENTRIES = "entrees"
# By the form of a value, the name of the list that offers it.
LISTS = {
    CitationKey.form: REFERENCES,
    EntryId.form: ENTRIES,
    **{
        kind.form: str(kind.kind)
        for kind in (GlossaryId, TerrainId, PreconisationId, OrganisationId)
    },
}


def choices(corpus: Corpus) -> dict[str, list[Choice]]:
    """By name, the lists that fields share: what is shown, and what is written."""
    kinds = {name: [e for e in corpus.current if e.kind == name] for name in LISTS.values()}
    return {
        **{name: _entries(found) for name, found in kinds.items()},
        ENTRIES: _entries(corpus.current, with_kind=True),
        REFERENCES: [
            {"label": reference.label, "value": reference.cle}
            for reference in sorted(
                corpus.references.values(), key=lambda r: (sort_key(r.label), r.cle)
            )
        ],
    }


def _entries(entries: Iterable[Entry], with_kind: bool = False) -> list[Choice]:
    return [
        {
            "label": f"{entry.title} ({KINDS[entry.kind].singular})" if with_kind else entry.title,
            "value": entry.id,
        }
        for entry in sorted(entries, key=lambda e: (sort_key(e.title), e.id))
    ]
