"""Names that entries already bear, and those that a new one resembles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from prendre_place.corpus import sort_key
from prendre_place.kinds import Kind
from prendre_place.load.project import ACRONYMS
from prendre_place.load.sources import Sources

NEAR = 0.85  # share of common letters from which two names are worth comparing
ACRONYM = 0.9  # likeness of an acronym and of the words it stands for
MOST_SHOWN = 8
NAME_FIELDS = ("terme", "titre", "nom", "sigle", "variantes")
WORD = re.compile(r"[a-z0-9]+")
SMALL_WORDS = frozenset(
    "a au aux d de des du en et l la le les ou par pour sur un une".split()  # noqa: SIM905
)


def proposed_id(sources: Sources, kind: Kind, title: str) -> str:
    """An id from a title; with the kind's name where another kind holds the plain one."""
    plain = "-".join(WORD.findall(sort_key(title)))
    holder = sources.entries.get(plain)
    is_elsewhere = holder is not None and not holder.path.startswith(f"{kind.folder}/")
    return f"{plain}-{kind.word}" if is_elsewhere or plain in kind.reserved else plain


def near_names(sources: Sources, title: str) -> list[str]:
    """Lines « chemin : nom » of the entries whose name is, or nearly is, the title."""
    wanted = _bare(title)
    found: dict[str, tuple[float, str]] = {}
    for path, name in _names(sources):
        score = _likeness(wanted, _bare(name))
        if score >= NEAR and score > found.get(path, (0.0, ""))[0]:
            found[path] = (score, name)
    ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))
    return [f"{path} : « {name} »" for path, (_, name) in ranked[:MOST_SHOWN]]


def _names(sources: Sources) -> Iterator[tuple[str, str]]:
    for document in sources.documents:
        if document.path == ACRONYMS:
            yield from _acronyms(document.data.get("sigles"))
            continue
        for field in NAME_FIELDS:
            value = document.data.get(field)
            for name in value if isinstance(value, list) else [value]:
                if isinstance(name, str):
                    yield document.path, name


def _acronyms(listed: object) -> Iterator[tuple[str, str]]:
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, dict):
            for field in ("sigle", "developpement"):
                if isinstance(item.get(field), str):
                    yield ACRONYMS, item[field]


def _bare(name: str) -> tuple[str, ...]:
    """Words without accents, small words and the signs of the plural."""
    words = WORD.findall(sort_key(name))
    return tuple(word.rstrip("sx") or word for word in words if word not in SMALL_WORDS)


def _likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """From 0 to 1; an acronym and the words it stands for are alike."""
    if first == second:
        return 1.0
    if not (first and second):  # a name of small words alone, as POUR
        return 0.0
    if _initials(first) == "".join(second) or _initials(second) == "".join(first):
        return ACRONYM
    shared = set(first) & set(second)
    if len(shared) >= 2 and len(shared) in (len(set(first)), len(set(second))):
        return NEAR
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio()


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words) if len(words) > 1 else ""
