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

Word = frozenset[str]  # the ways to write one word of a name
Words = tuple[Word, ...]


@dataclass(frozen=True)
class Name:
    """A name, and what it leads to: the entry `entry`, or `acronym` of `sigles.yml`.

    A name that leads nowhere is there not to be cut; `bearers` are the ids of the
    entries that bear it.
    """

    entry: str | None
    acronym: str | None = None
    bearers: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Mention:
    """A name found in a text, from `start` to `end`."""

    name: Name
    start: int
    end: int


@dataclass
class _Step:
    """A tree of names, word by word: its cost for a text does not grow with the names."""

    name: Name | None = None
    following: dict[Word, _Step] = field(default_factory=dict)


class Vocabulary:
    """The names of entries and acronyms, ready to be found in texts."""

    def __init__(self, entries: Iterable[Entry], acronyms: Iterable[Acronym]) -> None:
        self._names = _Step()
        self._words: dict[str, dict[Word, None]] = defaultdict(dict)  # in the order met
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

    def _add_term(self, term: GlossaryEntry, names: Iterable[str]) -> None:
        for name in names:
            target = None if name in term.sans_lien else term.id
            self._add(_inflected(name), target, bearer=term.id)

    def _add(
        self, words: Words, entry: str | None, acronym: str | None = None, bearer: str | None = None
    ) -> None:
        if not words:
            return
        step = self._names
        for word in words:
            step = step.following.setdefault(word, _Step())
            for form in word:
                self._words[form][word] = None
        step.name = step.name or Name(entry, acronym)
        step.name.bearers.update([bearer] if bearer else [])

    def mentions(self, text: str) -> Iterator[Mention]:
        """Names in a text, from left to right, the longest where several begin."""
        found = list(WORD.finditer(text))
        at = 0
        while at < len(found):
            name, last = self._longest_name(text, found, at)
            if name:
                yield Mention(name, found[at].start(), found[last].end())
            at = last + 1

    def _longest_name(
        self, text: str, found: list[re.Match[str]], first: int
    ) -> tuple[Name | None, int]:
        """The longest name that begins with a word of a text, and its last word."""
        name, last = None, first
        steps = [self._names]
        for at in range(first, len(found)):
            if at > first and not BETWEEN.fullmatch(text, found[at - 1].end(), found[at].start()):
                break
            steps = self._next(steps, found[at].group())
            if not steps:
                break
            ended = next((step.name for step in steps if step.name), None)
            if ended and _stands_alone(text, found[first].start(), found[at].end()):
                name, last = ended, at
        return name, last

    def _next(self, steps: list[_Step], word: str) -> list[_Step]:
        words = [*self._words.get(word, ()), *self._words.get(word.lower(), ())]
        return [step.following[w] for step in steps for w in words if w in step.following]


def says_the_same(name: str, term: GlossaryEntry) -> bool:
    """Whether a variant is another form of the term, and not only a way to search it.

    Several words are, when one of them is in the term. A word alone is not: « bénévole »
    leads to « Bénévolat », and does not mean it.
    """
    words = _inflected(name)
    own = {form for word in _inflected(term.terme) for form in word if len(form) >= SHORT}
    return len(words) > 1 and any(form in own for word in words for form in word)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what is from `start` to `end` is no part of a word with a hyphen."""
    return text[start - 1 : start] not in HYPHENS and text[end : end + 1] not in HYPHENS


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
