"""Lists under headings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from prendre_place.corpus import sort_key

T = TypeVar("T")


def by_letter(items: Iterable[T], title: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Items under the first letter of their title, without its accent."""
    letters = grouped(items, lambda item: sort_key(title(item))[:1].upper())
    return sorted(letters.items())


def grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """Items under their key, keys in the order met."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)
