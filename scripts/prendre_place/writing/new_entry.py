"""A new entry: where its file goes, what it holds, what it might repeat."""

from __future__ import annotations

from dataclasses import dataclass

from prendre_place.kinds import KINDS, Kind
from prendre_place.load.sources import Sources
from prendre_place.writing.names import near_names, proposed_id
from prendre_place.writing.rename import check_new_id
from prendre_place.writing.scaffold import scaffold

KIND_WORDS = {kind.word: kind for kind in KINDS.values() if kind.word}


@dataclass(frozen=True)
class NewEntry:
    """A file that was written, and the entries whose names resemble its own."""

    path: str
    near: list[str]


def new_entry(
    sources: Sources, kind: Kind, title: str, entry_id: str | None, today: str
) -> NewEntry:
    """Write a commented file for a new entry; raises `EditRefusedError` on a taken id.

    `today` is `AAAA-MM-JJ`. Without `entry_id`, one is made from the title.
    """
    chosen = entry_id or proposed_id(sources, kind, title)
    check_new_id(sources, kind, chosen)
    path = f"{kind.folder}/{chosen}.yml"
    file = sources.root / path
    file.parent.mkdir(exist_ok=True)
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(scaffold(kind, chosen, title, today))
    return NewEntry(path, near_names(sources, title))
