"""The names by which a text means an entry or an acronym, and where it does.

Names are compared word by word: « Coopération territoriale » is found in
« coopérations territoriales », and never cut out of a longer name nor of a word
with a hyphen. Acronyms and names of organisations are found as they are written,
other names whatever their case and number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from prendre_place.model.acronym import Acronym
from prendre_place.model.concept import ConceptSheet
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry

WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name.
BETWEEN = re.compile(r"[ \t\u00a0\u202f]*\n?[ \t]*|[-\u2011’']")
HYPHENS = ("-", "\u2011")
# A name with a bracket, a bar or a comma is made for lists, not for sentences.
READABLE = re.compile(r"[\w\s’'-]+")
ACRONYM = re.compile(r"(?:.*[A-ZÀ-Þ]){2}")
SHORT = 4  # letters; shorter words, « de », « les », neither agree nor tell two names apart

Words = tuple[frozenset[str], ...]  # for each word of a name, the ways to write it


@dataclass(frozen=True)
class Name:
    """A name, and what it leads to: the entry `entry`, or `acronym` of `sigles.yml`.

    A name that leads nowhere is there not to be cut; `bearers` are the ids of the
    entries that bear it.
    """

    words: Words
    entry: str | None
    acronym: str | None = None
    bearers: set[str] = field(default_factory=set, compare=False)


@dataclass(frozen=True)
class Mention:
    """A name found in a text, from `start` to `end`."""

    name: Name
    start: int
    end: int


class Vocabulary:
    """The names of entries and acronyms, ready to be found in texts."""

    def __init__(self, entries: Iterable[Entry], acronyms: Iterable[Acronym]) -> None:
        self._names: dict[Words, Name] = {}
        shown = [entry for entry in entries if entry.statut not in ("brouillon", "retire")]
        terms = [entry for entry in shown if isinstance(entry, GlossaryEntry)]
        others = [entry for entry in shown if not isinstance(entry, GlossaryEntry)]
        # The first to claim a name has it.
        for term in terms:
            self._add_term(term, (term.terme, term.sigle or ""))
        for entry in others:
            words = _inflected if isinstance(entry, ConceptSheet) else _as_written
            self._add(words(entry.title), None, bearer=entry.id)
        for term in terms:
            self._add_term(term, (name for name in term.variantes if says_the_same(name, term)))
        for entry in others:
            self._add(_as_written(entry.acronym or ""), entry.id, bearer=entry.id)
        for acronym in acronyms:
            self._add(_as_written(acronym.sigle), acronym.entree, acronym.sigle)
        self._by_first_word = _by_first_word(self._names.values())

    def _add_term(self, term: GlossaryEntry, names: Iterable[str]) -> None:
        for name in names:
            target = None if name in term.sans_lien else term.id
            self._add(_inflected(name), target, bearer=term.id)

    def _add(
        self, words: Words, entry: str | None, acronym: str | None = None, bearer: str | None = None
    ) -> None:
        if words:
            name = self._names.setdefault(words, Name(words, entry, acronym))
            name.bearers.update([bearer] if bearer else [])

    def mentions(self, text: str) -> Iterator[Mention]:
        """Names in a text, from left to right, the longest where several begin."""
        found = list(WORD.finditer(text))
        at = 0
        while at < len(found):
            name = self._name_at(text, found, at)
            last = at + len(name.words) - 1 if name else at
            if name:
                yield Mention(name, found[at].start(), found[last].end())
            at = last + 1

    def _name_at(self, text: str, found: list[re.Match[str]], at: int) -> Name | None:
        word = found[at].group()
        names = self._by_first_word.get(word) or self._by_first_word.get(word.lower())
        for name in names or ():
            if _is_at(name, text, found[at : at + len(name.words)]):
                return name
        return None


def says_the_same(name: str, term: GlossaryEntry) -> bool:
    """Whether a variant is another form of the term, and not only a way to search it.

    Several words are, when one of them is in the term. A word alone is not: « bénévole »
    leads to « Bénévolat », and does not mean it.
    """
    words = _inflected(name)
    own = {form for word in _inflected(term.terme) for form in word if len(form) >= SHORT}
    return len(words) > 1 and any(form in own for word in words for form in word)


def _by_first_word(names: Iterable[Name]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: -len(name.words)):
        for word in name.words[0]:
            found[word].append(name)
    return dict(found)


def _is_at(name: Name, text: str, found: list[re.Match[str]]) -> bool:
    if len(found) < len(name.words):
        return False
    for word, match in zip(name.words, found, strict=True):
        if match.group() not in word and match.group().lower() not in word:
            return False
    for left, right in pairwise(found):
        if not BETWEEN.fullmatch(text, left.end(), right.start()):
            return False
    before, after = text[: found[0].start()][-1:], text[found[-1].end() :][:1]
    return before not in HYPHENS and after not in HYPHENS


def _as_written(name: str) -> Words:
    return tuple(frozenset([word]) for word in WORD.findall(name))


def _inflected(name: str) -> Words:
    """The words of a name in their other numbers and genders; none for a name made for lists."""
    words = WORD.findall(name) if READABLE.fullmatch(name) else []
    return tuple(_forms(word, alone=len(words) == 1) for word in words)


def _forms(word: str, alone: bool) -> frozenset[str]:
    if ACRONYM.match(word):
        return frozenset([word])
    word = word.lower()
    if len(word) < SHORT:
        return frozenset([word])
    # « commune » is not the feminine of the term « commun »: a word alone keeps its gender.
    genders = [word] if alone else [word, *_feminine(word)]
    return frozenset(form for gender in genders for form in (gender, _plural(gender)))


def _plural(word: str) -> str:
    if word[-1] in "sxz":
        return word
    if word.endswith("al"):
        return f"{word[:-1]}ux"
    return f"{word}{'x' if word.endswith(('au', 'eu')) else 's'}"


def _feminine(word: str) -> list[str]:
    if word.endswith("if"):
        return [f"{word[:-1]}ve"]
    return [f"{word}e"] if word.endswith(("é", "al", "ant", "ent")) else []
