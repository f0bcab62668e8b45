"""`bibliography.bib` to references; no entry is ever dropped in silence.

The file is cut at each line that begins an entry, and each piece is given to
pybtex's own parser: a brace left open costs one entry and not all that follow,
and every duplicate key is reported with both its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pybtex.scanner import PrematureEOF
from pybtex.textutils import normalize_whitespace

from prendre_place.model.reference import ARCHIVE, Name, Reference, Verification
from prendre_place.model.values import MEANINGS, WEB_PATTERN
from prendre_place.problems import Problem, nearest
from prendre_place.source_file import SourceFile

ENTRY_START = re.compile(r"^[ \t]*@", re.MULTILINE)
KEY_OF_ENTRY = re.compile(r"^[ \t]*@\w*\s*[{(]\s*([^\s,{}]+)", re.MULTILINE)
KEY = re.compile(r"^[\w-]+$")
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
class _Chunk:
    """The text from one `@` at a line's beginning to the next, and its first line."""

    text: str
    line: int


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
    macros = dict(month_names)
    for chunk in _chunks(source.text):
        reference, found = _read_entry(source.path, chunk, macros)
        problems += found
        if reference is None:
            continue
        if first := references.get(reference.cle):
            problems.append(_duplicate(source.path, reference, first))
            continue
        references[reference.cle] = reference
    problems += _keys_differ_by_more_than_case(source.path, references)
    return Bibliography(references, frozenset(keys), problems)


def _chunks(text: str) -> Iterator[_Chunk]:
    starts = [match.start() for match in ENTRY_START.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield _Chunk(text[start:end], text.count("\n", 0, start) + 1)


def _read_entry(
    path: str, chunk: _Chunk, macros: dict[str, str]
) -> tuple[Reference | None, list[Problem]]:
    problems: list[Problem] = []

    def report(error: PybtexError) -> None:
        problems.append(_syntax_problem(path, chunk, parser, error))

    parser = LowLevelParser(chunk.text, macros=macros, handle_error=report)
    parsed = next(iter(parser), None)
    if problems or parsed is None:
        return None, problems
    problems += _text_after_the_entry(path, chunk, parser)
    if problems:  # the entry was cut short: what it lacks would be no news
        return None, problems
    entry_type, body = parsed[0].lower(), parsed[1]
    if entry_type in ("string", "preamble"):
        return None, problems
    key, field_list = body
    fields, found = _fields(path, chunk, key, field_list)
    problems += found
    problems += _entry_problems(path, chunk.line, entry_type, key, fields)
    if problems:
        return None, problems
    try:
        return _reference(entry_type, key, fields, chunk, parser.pos), []
    except (PybtexError, ValueError):  # pybtex on names, latexcodec on LaTeX
        return None, [
            Problem(
                path,
                chunk.line,
                1,
                "valeur-bibtex",
                f"notice « {key} » : nom de personne ou LaTeX mal formé",
                expected="« Nom, Prénom and Nom, Prénom », et pas de barre oblique inversée isolée",
            )
        ]


def _fields(
    path: str, chunk: _Chunk, key: str, field_list: list[tuple[str, list[str]]]
) -> tuple[dict[str, str], list[Problem]]:
    fields: dict[str, str] = {}
    problems: list[Problem] = []
    for name, parts in field_list:
        if name.lower() in fields:
            problems.append(
                Problem(
                    path,
                    chunk.line,
                    1,
                    "champ-bibtex-en-double",
                    f"notice « {key} » : champ écrit deux fois",
                    field=name.lower(),
                )
            )
        fields[name.lower()] = normalize_whitespace("".join(parts))
    return fields, problems


def _reference(
    entry_type: str, key: str, fields: dict[str, str], chunk: _Chunk, end: int
) -> Reference:
    people = {ours: _names(fields.get(theirs, "")) for theirs, ours in PEOPLE.items()}
    keywords = _keywords(fields)
    return Reference(
        cle=key,
        type=entry_type,
        **people,
        champs={n: _plain(v) for n, v in fields.items() if n not in PEOPLE and n != "keywords"},
        mots_cles=keywords,
        etat=next(state for state in STATES if state in keywords),
        ligne=chunk.line,
        bibtex=chunk.text[:end].strip() + "\n",
    )


def _keywords(fields: dict[str, str]) -> tuple[str, ...]:
    return tuple(word.strip() for word in fields.get("keywords", "").split(",") if word.strip())


def _names(field: str) -> tuple[Name, ...]:
    return tuple(_name(name) for name in split_name_list(field)) if field else ()


def _name(written: str) -> Name:
    if written.startswith("{") and written.endswith("}"):
        return Name(famille=_plain(written))
    if written == "others":
        return Name(famille="al.")
    person = Person(written)
    family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    given = " ".join([*person.first_names, *person.middle_names])
    return Name(famille=_plain(family), prenoms=_plain(given))


def _plain(latex: str) -> str:
    return str(Text.from_latex(latex)) if re.search(r"[\\{}~$]", latex) else latex


def _entry_problems(
    path: str, line: int, entry_type: str, key: str, fields: dict[str, str]
) -> list[Problem]:
    def problem(code: str, message: str, **more: str | None) -> Problem:
        return Problem(path, line, 1, code, f"notice « {key} » : {message}", **more)  # type: ignore[arg-type]

    problems = []
    keywords = _keywords(fields)
    if not KEY.match(key):
        problems.append(
            problem("cle-bibtex", "clé mal formée", expected="lettres, chiffres, « - » et « _ »")
        )
    if entry_type not in ENTRY_TYPES:
        problems.append(
            problem(
                "type-bibtex",
                f"type « @{entry_type} » inconnu",
                expected=", ".join(ENTRY_TYPES),
                suggestion=nearest(entry_type, list(ENTRY_TYPES)),
            )
        )
    states = [state for state in STATES if state in keywords]
    if len(states) != 1:
        problems.append(
            problem(
                "etat-de-verification",
                "état de vérification absent" if not states else "deux états de vérification",
                field="keywords",
                expected="un de : " + ", ".join(STATES),
                suggestion=None if states else _meant_state(keywords),
            )
        )
    if states and states != ["auteur-annee"] and "title" not in fields:
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
            f"« {fields[name]} » n’est pas une adresse du Web",
            field=name,
            expected=MEANINGS[WEB_PATTERN],
        )
        for name in WEB_FIELDS
        if name in fields and not re.match(WEB_PATTERN, fields[name])
    ]
    return problems


def _meant_state(keywords: tuple[str, ...]) -> str | None:
    return next(filter(None, (nearest(word, list(STATES)) for word in keywords)), None)


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


def _text_after_the_entry(path: str, chunk: _Chunk, parser: LowLevelParser) -> list[Problem]:
    """An accolade too many ends an entry early; what follows would be lost in silence."""
    rest = chunk.text[parser.pos :]
    stray = next((text for text in rest.split("\n") if text.strip()), None)
    if stray is None or stray.lstrip().startswith("%"):
        return []
    line = chunk.line + chunk.text.count("\n", 0, parser.pos + rest.index(stray))
    return [
        Problem(
            path,
            line,
            1,
            "texte-hors-notice",
            f"« {stray.strip()[:60]} » n’appartient à aucune notice",
            expected="autant d’accolades ouvertes que fermées dans la notice qui précède",
        )
    ]


def _syntax_problem(
    path: str, chunk: _Chunk, parser: LowLevelParser, error: PybtexError
) -> Problem:
    if isinstance(error, PrematureEOF):
        line = chunk.line
        message = "notice jamais refermée"
        expected = "une accolade « } » pour chaque accolade « { »"
    else:
        line = chunk.line + chunk.text.count("\n", 0, parser.pos)
        message = "notice mal formée"
        expected = "« champ = {valeur}, » et une virgule après chaque valeur"
    name = KEY_OF_ENTRY.match(chunk.text)
    if name:
        message = f"notice « {name[1]} » : {message.removeprefix('notice ')}"
    return Problem(path, line, 1, "bibtex-invalide", message, expected=expected)
