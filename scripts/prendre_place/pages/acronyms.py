"""Every acronym of the site in one list: those of entries, and those without an entry."""

from __future__ import annotations

from dataclasses import dataclass, replace

from prendre_place.corpus import Corpus, sort_key
from prendre_place.model.entry import Entry
from prendre_place.model.values import SourcePlace
from prendre_place.pages.anchors import Anchors


@dataclass(frozen=True)
class AcronymRow:
    """One acronym: the entry that explains it, or what it stands for and its source."""

    sigle: str
    anchor: str
    developpement: str
    entry: Entry | None = None
    source: SourcePlace | None = None
    a_verifier: bool = False


def acronym_rows(corpus: Corpus) -> list[AcronymRow]:
    """Rows in alphabetical order, each anchor once."""
    rows = [
        AcronymRow(entry.acronym, "", entry.title, entry)
        for entry in corpus.current
        if entry.acronym
    ]
    current = {entry.id: entry for entry in corpus.current}
    rows += [
        AcronymRow(
            a.sigle,
            "",
            a.developpement,
            current.get(a.entree) if a.entree else None,
            a.source,
            a.a_verifier,
        )
        for a in corpus.acronyms
    ]
    rows.sort(key=lambda row: (sort_key(row.sigle), sort_key(row.developpement)))
    anchors = Anchors("sigle")
    return [replace(row, anchor=anchors.of(row.sigle)) for row in rows]
