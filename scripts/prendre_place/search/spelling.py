"""Acronyms and what they stand for, each found where only the other is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from prendre_place.search.words import stem, words

Words = tuple[str, ...]


class Acronyms:
    """The acronyms of the site, each with the shortest thing that it stands for."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """`pairs`: each acronym with what it stands for."""
        self._long: dict[str, str] = {}
        for acronym, long in sorted(pairs, key=lambda pair: len(pair[1])):
            self._long.setdefault(acronym, long)
        # As it is written: « AMI » is no « ami ».
        longest_first = sorted(map(re.escape, self._long), key=len, reverse=True)
        self._written = re.compile(rf"\b(?:{'|'.join(longest_first) or '(?!)'})\b")
        self._by_first: dict[str, list[tuple[Words, str]]] = defaultdict(list)
        for acronym, long in self._long.items():
            stems = tuple(map(stem, words(long)))
            self._by_first[stems[0]].append((stems, acronym))

    def respelt(self, text: str) -> Iterator[str]:
        """The text with an acronym spelt out, or a long form shortened, one at a time."""
        for written in self._written.finditer(text):
            yield f"{text[: written.start()]}{self._long[written[0]]}{text[written.end() :]}"
        found = words(text)
        for start, end, acronym in self._said(found):
            yield " ".join((*found[:start], acronym, *found[end:]))

    def others(self, text: str) -> set[str]:
        """What the text says in one way, said in the other."""
        written = {self._long[acronym] for acronym in self._written.findall(text)}
        return written | {acronym for *_, acronym in self._said(words(text))}

    def _said(self, found: list[str]) -> Iterator[tuple[int, int, str]]:
        """Where a long form starts and ends, and its acronym."""
        stems = tuple(map(stem, found))
        for start, first in enumerate(stems):
            for said, acronym in self._by_first.get(first, ()):
                end = start + len(said)
                if stems[start:end] == said:
                    yield start, end, acronym
