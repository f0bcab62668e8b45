"""A key for a new reference, as those of `bibliography.bib` are made."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain, count
from string import ascii_lowercase

from prendre_place.biblio.fields import folded
from prendre_place.model.reference import Name, Reference

OURS = re.compile(r"[a-z]+\d{4}[a-z]+")
ARTICLES = {
    *("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"),
    *("on", "qu", "que", "sur", "un", "une", "vers", "an", "of", "the"),
}


def new_key(work: Reference, taken: Collection[str]) -> str:
    """`bidart2011vie`: family, year, first word that counts; the work's own key if so made."""
    key = work.cle if OURS.fullmatch(work.cle) else _made(work)
    held = {known.casefold() for known in taken}
    ends: Iterator[str] = chain(("", *ascii_lowercase[1:]), map(str, count(27)))
    return next(f"{key}{end}" for end in ends if f"{key}{end}" not in held)


def _made(work: Reference) -> str:
    people = work.auteurs or work.directeurs
    title = [word for word in _words(work.title or "") if not word.isdigit()]
    family = _family(people[0]) if people else []
    return "".join([*family, work.year or "", *title[:1]]) or "notice"


def _family(name: Name) -> list[str]:
    """The whole family name of a person, the first two words of an institution."""
    if name.prenoms:
        return [re.sub(r"[^a-z]", "", folded(name.famille))]
    return _words(name.famille)[:2]


def _words(text: str) -> list[str]:
    """Words in plain letters, articles and signs left out."""
    words = [re.sub(r"[^a-z0-9]", "", word) for word in folded(text).split()]
    return [word for word in words if word and word not in ARTICLES]
