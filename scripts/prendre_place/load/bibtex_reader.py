"""`bibliography.bib` to references; no entry is ever dropped in silence.

Every duplicate key is reported with both its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pybtex.exceptions import PybtexError

from prendre_place.load.bibtex_entries import KEY_OF_ENTRY, BibtexEntry, read_entries
from prendre_place.load.bibtex_values import keywords, names, text
from prendre_place.model.reference import ARCHIVE, Reference, Verification
from prendre_place.model.values import MEANINGS, WEB_PATTERN
from prendre_place.problems import Problem, nearest
from prendre_place.source_file import SourceFile

KEY = re.compile(r"^[\w-]+$")
BLANK_FIELD = "champ-bibtex-vide"
STATES: tuple[str, ...] = get_args(Verification)
WEB_FIELDS = ("url", ARCHIVE)
PEOPLE = {"author": "auteurs", "editor": "directeurs", "translator": "traducteurs"}
ENTRY_TYPES = (
    "article",
    "book",
    "booklet",
    "inbook",
    "incollection",
    "inproceedings",
    "manual",
    "mastersthesis",
    "misc",
    "online",
    "phdthesis",
    "proceedings",
    "report",
    "techreport",
    "thesis",
    "unpublished",
)


@dataclass(frozen=True)
class Bibliography:
    """Valid references by key, in the file's order, and every key that was seen.

    A key whose entry is faulty is known all the same: those who cite it are not at fault.
    """

    references: dict[str, Reference]
    keys: frozenset[str]
    problems: list[Problem]


def read_bibtex(source: SourceFile) -> Bibliography:
    """All references and all problems of the file."""
    references: dict[str, Reference] = {}
    problems: list[Problem] = []
    keys = {match[1] for match in KEY_OF_ENTRY.finditer(source.text)}
    for entry, found in read_entries(source):
        problems += found
        reference, found = _read_entry(source, entry, found) if entry else (None, [])
        problems += found
        if reference is None:
            continue
        if first := references.get(reference.cle):
            problems.append(_duplicate(source.path, reference, first))
            continue
        references[reference.cle] = reference
    problems += _keys_differ_by_more_than_case(source.path, references)
    return Bibliography(references, frozenset(keys), problems)


def _read_entry(
    source: SourceFile, entry: BibtexEntry, syntax: list[Problem]
) -> tuple[Reference | None, list[Problem]]:
    problems = _entry_problems(source.path, entry)
    if syntax or problems:
        return None, problems
    try:
        return _reference(source, entry), list(_blank_fields(source.path, entry))
    except (PybtexError, ValueError):  # pybtex on names, latexcodec on LaTeX
        return None, [malformed_value(source.path, entry)]


def _blank_fields(path: str, entry: BibtexEntry) -> Iterator[Problem]:
    """Fields that a new entry holds for its writer to fill in."""
    for name in entry.fields:
        if not entry.value(name).strip():
            yield Problem(
                path,
                entry.line_of(name),
                1,
                BLANK_FIELD,
                f"notice « {entry.key} » : reste à remplir",
                field=name,
                expected="une valeur, ou pas de champ du tout",
                severity="avertissement",
            )


def malformed_value(path: str, entry: BibtexEntry) -> Problem:
    """What is said of an entry whose names or LaTeX cannot be read."""
    return Problem(
        path,
        entry.line,
        1,
        "valeur-bibtex",
        f"notice « {entry.key} » : nom de personne ou LaTeX mal formé",
        expected="« Nom, Prénom and Nom, Prénom », et pas de barre oblique inversée isolée",
    )


def _reference(source: SourceFile, entry: BibtexEntry) -> Reference:
    words = keywords(entry.value("keywords"))
    return Reference(
        cle=entry.key,
        type=entry.type,
        **{ours: names(entry.value(theirs)) for theirs, ours in PEOPLE.items()},
        champs={
            name: text(name, field.value)
            for name, field in entry.fields.items()
            if name not in PEOPLE and name != "keywords"
        },
        mots_cles=words,
        etat=next(state for state in STATES if state in words),
        ligne=entry.line,
        bibtex=source.text[entry.start : entry.end].strip() + "\n",
    )


def _entry_problems(path: str, entry: BibtexEntry) -> list[Problem]:
    def problem(code: str, message: str, **more: str | None) -> Problem:
        message = f"notice « {entry.key} » : {message}"
        return Problem(path, entry.line, 1, code, message, **more)  # type: ignore[arg-type]

    problems = []
    words = keywords(entry.value("keywords"))
    if not KEY.match(entry.key):
        problems.append(
            problem("cle-bibtex", "clé mal formée", expected="lettres, chiffres, « - » et « _ »")
        )
    if entry.type not in ENTRY_TYPES:
        problems.append(
            problem(
                "type-bibtex",
                f"type « @{entry.type} » inconnu",
                expected=", ".join(ENTRY_TYPES),
                suggestion=nearest(entry.type, list(ENTRY_TYPES)),
            )
        )
    states = [state for state in STATES if state in words]
    if len(states) != 1:
        problems.append(
            problem(
                "etat-de-verification",
                "état de vérification absent" if not states else "deux états de vérification",
                field="keywords",
                expected="un de : " + ", ".join(STATES),
                suggestion=None if states else _meant_state(words),
            )
        )
    if states and states != ["auteur-annee"] and "title" not in entry.fields:
        problems.append(
            problem(
                "titre-bibtex",
                "titre absent",
                field="title",
                expected="un titre, ou le mot-clé « auteur-annee »",
            )
        )
    problems += [
        problem(
            "adresse-bibtex",
            f"« {entry.value(name)} » n’est pas une adresse du Web",
            field=name,
            expected=MEANINGS[WEB_PATTERN],
        )
        for name in WEB_FIELDS
        if name in entry.fields and not re.match(WEB_PATTERN, entry.value(name))
    ]
    return problems


def _meant_state(words: tuple[str, ...]) -> str | None:
    return next(filter(None, (nearest(word, list(STATES)) for word in words)), None)


def _duplicate(path: str, reference: Reference, first: Reference) -> Problem:
    return Problem(
        path,
        reference.ligne,
        1,
        "cle-bibtex-en-double",
        f"notice « {reference.cle} » : clé déjà employée ligne {first.ligne}",
        expected="une clé par notice",
    )


def _keys_differ_by_more_than_case(
    path: str, references: dict[str, Reference]
) -> Iterator[Problem]:
    by_folded: dict[str, Reference] = {}
    for reference in references.values():
        first = by_folded.setdefault(reference.cle.casefold(), reference)
        if first is not reference:
            yield Problem(
                path,
                reference.ligne,
                1,
                "cle-bibtex-casse",
                f"notice « {reference.cle} » : ne diffère de « {first.cle} » (ligne "
                f"{first.ligne}) que par des majuscules",
                expected="des clés qui diffèrent par plus que la casse",
            )
