"""What changed between two versions of an entry, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from pydantic import BaseModel

from prendre_place.corpus import values_in
from prendre_place.model.entry import FOUND_BY, RECORD, Entry

# What says something of the text, and is no part of it.
NOT_TEXT = RECORD | FOUND_BY | {"liees", "sans_lien"}
WORD = re.compile(r"[^ \t\n]+")  # a no-break space is inside a word
LEAST_KEPT = 3  # words that stay together, to be told apart from two changes
CONTEXT = 8  # words shown on each side of a change
SKIPPED = "[…]"


@dataclass(frozen=True)
class Piece:
    """Words that stand in both versions, in the old one alone or in the new one alone."""

    state: Literal["kept", "removed", "added"]
    text: str


@dataclass(frozen=True)
class FieldChange:
    """The words of one field, from the old version to the new one."""

    name: str
    pieces: tuple[Piece, ...]


def changed_fields(
    old: Entry, new: Entry, readable: Callable[[object], str]
) -> Iterator[FieldChange]:
    """Fields whose words differ; `readable` gives a value as it is to be read."""
    names = [name for name in type(new).model_fields if name not in NOT_TEXT]
    for name in sorted(names, key=lambda name: name == "sources"):  # last, as on the page
        field = type(new).model_fields[name]
        before, after = _words(old, name, readable), _words(new, name, readable)
        if before != after:
            title = field.title or name.replace("_", " ").capitalize()
            yield FieldChange(title, tuple(_shortened(_compared(before, after))))


def _words(entry: Entry, name: str, readable: Callable[[object], str]) -> list[str]:
    values = values_in(getattr(entry, name))
    shown = (readable(value) for value in values if not isinstance(value, BaseModel))
    return [word for text in shown for word in WORD.findall(text)]


def _compared(before: list[str], after: list[str]) -> Iterator[Piece]:
    """Pieces in order; a word or two left between two changes is part of them."""
    removed: list[str] = []
    added: list[str] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        is_between = i > 0 and j < len(before)
        if tag != "equal" or ((removed or added) and is_between and j - i < LEAST_KEPT):
            removed += before[i:j]
            added += after[k:m]
            continue
        yield from _changed(removed, added)
        removed, added = [], []
        yield Piece("kept", " ".join(before[i:j]))
    yield from _changed(removed, added)


def _changed(removed: list[str], added: list[str]) -> Iterator[Piece]:
    if removed:
        yield Piece("removed", " ".join(removed))
    if added:
        yield Piece("added", " ".join(added))


def _shortened(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Long runs of kept words cut to what surrounds the changes."""
    listed = list(pieces)
    for rank, piece in enumerate(listed):
        words = WORD.findall(piece.text)
        before = CONTEXT if rank else 0
        after = CONTEXT if rank < len(listed) - 1 else 0
        if piece.state != "kept" or len(words) <= before + after + 1:
            yield piece
            continue
        shown = [*words[:before], SKIPPED, *words[len(words) - after :]]
        yield Piece("kept", " ".join(shown))
