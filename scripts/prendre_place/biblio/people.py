"""Names of people: which are one person written two ways, and which way says more."""

from __future__ import annotations

import re
from itertools import zip_longest

from prendre_place.biblio.fields import folded
from prendre_place.model.reference import Name

Names = tuple[Name, ...]


def same_person(one: Name, other: Name) -> bool:
    """Same family name, and given names that may be each other's initials."""
    if folded(one.famille) != folded(other.famille):
        return False
    pairs = zip_longest(given_names(one), given_names(other), fillvalue="")
    return all(_agree(mine, theirs) for mine, theirs in pairs)


def completed(ours: Names, theirs: Names) -> Names:
    """`theirs`, save for each person of the same list that `ours` names more fully."""
    if len(ours) != len(theirs):
        return theirs
    pairs = list(zip(ours, theirs, strict=True))
    if not all(same_person(mine, other) for mine, other in pairs):
        return theirs
    return tuple(mine if _length(mine) > _length(other) else other for mine, other in pairs)


def given_names(name: Name) -> list[str]:
    """Given names and initials, folded, one by one."""
    return folded(re.sub(r"[.-]", " ", name.prenoms)).split()


def _agree(one: str, other: str) -> bool:
    if len(one) > 1 and len(other) > 1:
        return one == other
    return one.startswith(other) or other.startswith(one)


def _length(name: Name) -> int:
    """How many letters are known of the given names."""
    return sum(map(len, given_names(name)))
