"""Lists under headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from prendre_place.corpus import sort_key

T = TypeVar("T")
NO_LETTER = re.compile(r"[^a-z0-9]+")
LONGEST_PREFIX = 12


def by_letter(items: Iterable[T], title: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Items under the first letter of their title, without its accent."""
    letters = grouped(items, lambda item: sort_key(title(item))[:1].upper())
    return sorted(letters.items())


def by_prefix(
    items: Iterable[T], title: Callable[[T], str], most: int, length: int = 1
) -> list[tuple[str, list[T]]]:
    """Items under the first letters of their title, as few as leave `most` items in a group.

    A prefix holds small letters, digits and hyphens, and may stand in an address.
    """
    found: list[tuple[str, list[T]]] = []
    for prefix, members in grouped(items, lambda item: _letters(title(item), length)).items():
        longer = max(len(_letters(title(item), LONGEST_PREFIX)) for item in members) > length
        if len(members) > most and longer:
            found += by_prefix(members, title, most, length + 1)
        else:
            found.append((prefix, members))
    return sorted(found, key=lambda group: group[0])


def _letters(title: str, length: int) -> str:
    return NO_LETTER.sub("-", sort_key(title))[:length].strip("-") or "-"


def grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Items under their key, keys in the order met."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)
