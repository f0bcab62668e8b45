"""A new reference by hand: its place in the bibliography, its key, what it might repeat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pybtex.exceptions import PybtexError

from prendre_place.biblio.keys import new_key
from prendre_place.biblio.matching import resemblance
from prendre_place.biblio.rewrite import inserted
from prendre_place.biblio.rules import MEANING, REQUIRED
from prendre_place.command_line import PROGRAM
from prendre_place.load.bibtex_entries import read_entries
from prendre_place.load.bibtex_reader import KEY, read_bibtex
from prendre_place.load.bibtex_values import names
from prendre_place.load.files import read_source
from prendre_place.load.project import BIBLIOGRAPHY
from prendre_place.model.reference import Reference
from prendre_place.problems import has_errors
from prendre_place.source_file import SourceFile
from prendre_place.writing.edits import EditRefusedError

# What a work is, in the words of the command, and the type of its entry.
TYPES = {
    "livre": "book",
    "article": "article",
    "chapitre": "incollection",
    "communication": "inproceedings",
    "rapport": "techreport",
    "these": "phdthesis",
    "memoire": "mastersthesis",
    "page": "online",
    "autre": "misc",
}


@dataclass(frozen=True)
class NewReference:
    """An entry that was written: its key, its line, what is left to fill in, its like."""

    key: str
    line: int
    missing: dict[str, str]
    near: list[str]


def new_reference(
    root: Path, type_word: str, title: str, author: str, year: str, key: str | None
) -> NewReference:
    """Write an entry with what is known, and the required fields empty.

    `author` is as in BibTeX (`Durand, Chloé and Roy, Maud`); `author` and `year` may be
    empty. Raises `EditRefusedError` on a key that is taken or ill-formed.
    """
    source = _source(root)
    bibliography = read_bibtex(source)
    work = _work(TYPES[type_word], title, author, year)
    chosen = key or new_key(work, bibliography.keys)
    _check_key(chosen, bibliography.keys)
    missing = _missing(work)
    work = work.model_copy(update={"cle": chosen})
    entries = {entry.key: entry for entry, _ in read_entries(source) if entry}
    text = inserted(source.text, entries, work, missing)
    (root / BIBLIOGRAPHY).write_bytes(text.encode())
    line = text[: text.index(f"{{{chosen},")].count("\n") + 1
    return NewReference(chosen, line, missing, _near(work, bibliography.references.values()))


def _source(root: Path) -> SourceFile:
    """The bibliography in the very bytes of its file, for nothing else is to change."""
    source, problems = read_source(root, root / BIBLIOGRAPHY)
    if source is None or problems or has_errors(read_bibtex(source).problems):
        raise EditRefusedError(f"{BIBLIOGRAPHY} est à corriger d’abord : {PROGRAM} biblio verifier")
    return source


def _work(entry_type: str, title: str, author: str, year: str) -> Reference:
    try:
        people = names(author)
    except (PybtexError, ValueError):
        raise EditRefusedError(f"« {author} » : attendu « Nom, Prénom and Nom, Prénom ».") from None
    fields = {"title": title, "year": year, "langid": "french"}
    return Reference(
        cle="",
        type=entry_type,
        auteurs=people,
        champs={name: value for name, value in fields.items() if value},
        mots_cles=("a-verifier",),
        etat="a-verifier",
        ligne=0,
        bibtex="",
    )


def _check_key(key: str, taken: Iterable[str]) -> None:
    if not KEY.match(key):
        raise EditRefusedError(f"« {key} » n’est pas une clé : lettres, chiffres, « - » et « _ ».")
    held = {known.casefold(): known for known in taken}
    if found := held.get(key.casefold()):
        raise EditRefusedError(f"La clé « {found} » est déjà prise : rien n’a été changé.")


def _missing(work: Reference) -> dict[str, str]:
    """The fields that such a work must have and that are not known yet, with their meaning."""
    wanted = ["author", *REQUIRED.get(work.type, ())]
    return {
        name: MEANING[name]
        for name in wanted
        if not (work.auteurs if name == "author" else name in work.champs)
    }


def _near(work: Reference, ours: Iterable[Reference]) -> list[str]:
    """Lines « clé : notice (pourquoi) » of the references that may be the same work."""
    found = (
        (other, resemblance(_by_the_same(work, other), other)) for other in ours if other.title
    )
    return [f"{other.cle} : {other.label} ({match.how})" for other, match in found if match]


def _by_the_same(work: Reference, other: Reference) -> Reference:
    """The work, by the authors of the other where its own are not said."""
    if work.auteurs:
        return work
    people = {"auteurs": other.auteurs, "directeurs": other.directeurs}
    return work.model_copy(update=people)
