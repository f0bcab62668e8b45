"""`biblio verifier`: everything that is to be mended in the bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from prendre_place.biblio.resemblances import names_written_two_ways, works_twice
from prendre_place.biblio.rules import Checked, check
from prendre_place.kinds import KINDS, VERSIONS
from prendre_place.load.bibtex_entries import read_entries
from prendre_place.load.bibtex_reader import BLANK_FIELD, read_bibtex
from prendre_place.load.files import read_source
from prendre_place.load.project import BIBLIOGRAPHY, HANDWRITTEN, load
from prendre_place.model.reference import CORPUS_DOCUMENTS
from prendre_place.problems import Problem

MISSING_KEY = "cle-de-citation-inconnue"


def verify(root: Path, this_year: int) -> list[Problem]:
    """All problems of the bibliography, and of the citations of keys that it has not."""
    problems = [
        problem
        for problem in load(root).problems
        if (problem.path == BIBLIOGRAPHY and problem.code != BLANK_FIELD)
        or problem.code == MISSING_KEY
    ]
    references = _references(root, this_year)
    for checked in references:
        problems += check(checked)
    problems += names_written_two_ways(references)
    problems += works_twice(references)
    problems += _never_cited(root, references)
    return sorted(set(problems))


def _references(root: Path, this_year: int) -> list[Checked]:
    path = root / BIBLIOGRAPHY
    source = read_source(root, path)[0] if path.is_file() else None
    if source is None:
        return []
    references = read_bibtex(source).references
    return [
        Checked(source.path, entry, references[entry.key], this_year)
        for entry, _ in read_entries(source)
        if entry and entry.key in references and entry.line == references[entry.key].ligne
    ]


def _never_cited(root: Path, references: list[Checked]) -> Iterator[Problem]:
    """What a document of the corpus cites has its page without being cited by an entry."""
    words = set(_words_of_sources(root))
    for checked in references:
        tags = checked.reference.mots_cles
        if checked.reference.cle in words or any(tag in CORPUS_DOCUMENTS for tag in tags):
            continue
        yield checked.problem(
            "keywords",
            "cle-jamais-citee",
            "aucune page ne cite cette clé",
            "une citation, ou le mot-clé du document qui la cite : " + ", ".join(CORPUS_DOCUMENTS),
            severity="avertissement",
        )


def _words_of_sources(root: Path) -> Iterator[str]:
    """Every word of every source and kept version: a key that is merely named counts as cited."""
    written = [*root.glob("*.yml"), *(root / HANDWRITTEN).rglob("*.md")]
    for folder in (*KINDS, VERSIONS):
        written += (root / folder).rglob("*.yml")
    for path in written:
        source, _ = read_source(root, path)
        if source:
            yield from re.findall(r"[\w-]+", source.text)
