"""Which of our references an exported work is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from prendre_place.biblio.fields import first_family, folded, isbn13
from prendre_place.model.reference import Reference

# Share of letters in common from which two titles are taken for one, misprints apart…
NEAR = 0.9
# … and share of words up to which one identifier for two titles is taken for a mistake.
FAR = 0.5
IDENTIFIERS = {"doi": "même DOI", "eprint": "même identifiant d’archive", "isbn": "même ISBN"}


@dataclass(frozen=True)
class Match:
    """The reference found, what gave it away, and whether that is enough."""

    reference: Reference
    how: str
    sure: bool


class Library:
    """References, found by key, by identifier, by title."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self.by_key: dict[str, Reference] = {}
        self._by_identifier: dict[tuple[str, str], Reference] = {}
        self._by_family: dict[str, list[Reference]] = defaultdict(list)
        self._by_title: dict[str, list[Reference]] = defaultdict(list)
        for reference in references:
            self.add(reference)

    def add(self, reference: Reference) -> None:
        """Make one more reference known; the first holder of an identifier keeps it."""
        self.by_key[reference.cle] = reference
        for identifier in identifiers(reference):
            self._by_identifier.setdefault(identifier, reference)
        self._by_family[first_family(reference)].append(reference)
        self._by_title[folded(reference.title or "")].append(reference)

    def find(self, work: Reference) -> Match | None:
        """The reference that is this work, surely or perhaps."""
        if ours := self.by_key.get(work.cle):
            return _unless_titles_differ(work, ours, "même clé")
        for identifier in identifiers(work):
            if ours := self.holder(identifier):
                return _unless_titles_differ(work, ours, IDENTIFIERS[identifier[0]])
        found = [match for ours in self.near(work) if (match := resemblance(work, ours))]
        return max(found, key=lambda match: match.sure, default=None)

    def holder(self, identifier: tuple[str, str]) -> Reference | None:
        """The first reference that has the identifier."""
        return self._by_identifier.get(identifier)

    def near(self, work: Reference) -> Iterator[Reference]:
        """References of the same first author, or of the same title."""
        yield from self._by_family.get(first_family(work), [])
        yield from self._by_title.get(folded(work.title or ""), [])


def identifiers(reference: Reference) -> Iterator[tuple[str, str]]:
    """Identifiers of the work, in one writing. A chapter has not its book's ISBN."""
    fields = reference.champs
    if "doi" in fields:
        yield "doi", fields["doi"].lower()
    if "eprint" in fields:
        yield "eprint", re.sub(r"v\d+$", "", fields["eprint"].lower())
    if "isbn" in fields and reference.type == "book":
        yield "isbn", isbn13(fields["isbn"])


def resemblance(one: Reference, other: Reference) -> Match | None:
    """`other` when it may be the same work as `one`, by their titles, names and years."""
    same_year = one.year == other.year
    same_family = first_family(one) == first_family(other)
    if not (one.title or other.title):
        alike = same_year and _families(one) == _families(other)
        return Match(other, "mêmes auteurs, même année, aucun titre", True) if alike else None
    if not (one.title and other.title):
        how = "même premier auteur, même année"
        return Match(other, how, False) if same_year and same_family and one.year else None
    title = _same_title(folded(one.title), folded(other.title))
    if title is None or not (same_family or same_year):
        return None
    years = "même année" if same_year else f"années {other.year or '?'} et {one.year or '?'}"
    authors = "" if same_family else ", autre premier auteur"
    sure = title == "même titre" and same_year and same_family and _container(one, other)
    return Match(other, f"{title}, {years}{authors}", sure)


def _families(reference: Reference) -> list[str]:
    return [folded(name.famille) for name in reference.auteurs or reference.directeurs]


def _same_title(one: str, other: str) -> str | None:
    if one == other:
        return "même titre"
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return None
    short, long = sorted((one, other), key=len)
    if " " in short and long.startswith(f"{short} "):
        return "même début de titre"
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    near = matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR
    return "titre voisin" if near and matcher.ratio() >= NEAR else None


def _container(one: Reference, other: Reference) -> bool:
    """Whether the journal or the book that holds the works is the same, where both say it."""
    return all(
        folded(one.champs[name]) == folded(other.champs[name])
        for name in ("journal", "booktitle")
        if name in one.champs and name in other.champs
    )


def _unless_titles_differ(work: Reference, ours: Reference, how: str) -> Match:
    if not (work.title and ours.title):
        return Match(ours, how, True)
    one, other = folded(work.title), folded(ours.title)
    alike = _same_title(one, other) or _words_in_common(one, other) > FAR
    return Match(ours, how, True) if alike else Match(ours, f"{how}, mais autre titre", False)


def _words_in_common(one: str, other: str) -> float:
    """Of the title that has the fewer words, articles apart, the share that both have."""
    mine, theirs = ({word for word in title.split() if len(word) > 3} for title in (one, other))
    return len(mine & theirs) / (min(len(mine), len(theirs)) or 1)
