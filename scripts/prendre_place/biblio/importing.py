"""`biblio importer`: an export read, compared, and written only when asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from prendre_place.biblio.merge import Plan, plan_of
from prendre_place.biblio.rewrite import rewritten
from prendre_place.biblio.zotero import Exported, read_export
from prendre_place.load.bibtex_entries import read_entries
from prendre_place.load.bibtex_reader import read_bibtex
from prendre_place.load.files import read_source
from prendre_place.load.project import BIBLIOGRAPHY
from prendre_place.load.signs import check_signs, without_hidden
from prendre_place.problems import Problem, has_errors, nearest
from prendre_place.source_file import SourceFile


@dataclass(frozen=True)
class Import:
    """An export compared with the bibliography, whose text would become `text`.

    `unread` tells what of the export cannot be read and is left aside.
    """

    works: list[Exported]
    unread: list[Problem]
    plan: Plan
    references: int
    text: str


class ImportRefusedError(Exception):
    """Nothing may be written, because of these problems."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def compare(root: Path, export: Path, decided: Mapping[str, str]) -> Import:
    """Read an export and the bibliography; `decided` gives our key of exported keys.

    Raises ImportRefusedError when a file cannot be read, when the bibliography has
    errors or would have some, or when `decided` names a key that is not exported.
    """
    ours, theirs = _bibliography(root), _export(export)
    references = read_bibtex(ours).references
    known_words = {word for reference in references.values() for word in reference.mots_cles}
    works, unread = read_export(theirs, known_words)
    _refuse([] if works or unread else [_nothing_in(theirs.path)])
    _refuse([*_unknown_keys(theirs.path, decided, works)])
    plan = plan_of(references, works, decided)
    entries = {entry.key: entry for entry, _ in read_entries(ours) if entry}
    text = rewritten(ours.text, entries, plan)
    after = SourceFile(f"{BIBLIOGRAPHY} après importation", text)
    _refuse([*read_bibtex(after).problems, *check_signs(after)])
    return Import(works, unread, plan, len(references), text)


def write(root: Path, text: str) -> None:
    """Replace the bibliography, whole or not at all."""
    aside = root / f"{BIBLIOGRAPHY}.nouveau"
    aside.write_bytes(text.encode())
    aside.replace(root / BIBLIOGRAPHY)


def _refuse(problems: list[Problem]) -> None:
    if has_errors(problems):
        raise ImportRefusedError(sorted(problems))


def _bibliography(root: Path) -> SourceFile:
    """The bibliography, in the very bytes of its file, without error."""
    source, problems = _read(root / BIBLIOGRAPHY, "la bibliographie du site, en BibTeX")
    if source is None or problems:  # what was normalised would be rewritten everywhere
        raise ImportRefusedError(problems)
    _refuse(read_bibtex(source).problems)
    return source


def _export(export: Path) -> SourceFile:
    """The file, whatever its line ends and its hidden signs: they are not imported."""
    source, problems = _read(export, "un fichier exporté par Zotero")
    if source is None:
        raise ImportRefusedError(problems)
    return SourceFile(source.path, without_hidden(source.text))


def _read(path: Path, expected: str) -> tuple[SourceFile | None, list[Problem]]:
    if not path.is_file():
        found = "ce fichier n’existe pas"
        return None, [Problem(path.name, 1, 1, "fichier-absent", found, expected=expected)]
    return read_source(path.parent, path)


def _nothing_in(path: str) -> Problem:
    expected = "une exportation de Zotero au format BibTeX, BibLaTeX ou Better BibTeX"
    return Problem(path, 1, 1, "exportation-vide", "aucune notice", expected=expected)


def _unknown_keys(
    path: str, decided: Mapping[str, str], works: list[Exported]
) -> Iterator[Problem]:
    keys = [work.key for work in works]
    for key in decided:
        if key not in keys:
            found = f"aucune notice de l’exportation n’a la clé « {key} »"
            near = nearest(key, keys)
            yield Problem(path, 1, 1, "cle-absente", found, field="--cle", suggestion=near)
