"""A BibTeX file cut into entries, and what was typed at which place in each.

The file is cut at each line that begins an entry, and each piece is given to
pybtex's own parser: a brace left open costs one entry and not all that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from itertools import pairwise

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.exceptions import PybtexError
from pybtex.scanner import PrematureEOF
from pybtex.textutils import normalize_whitespace
from pybtex.utils import CaseInsensitiveDict

from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

ENTRY_START = re.compile(r"^[ \t]*@", re.MULTILINE)
KEY_OF_ENTRY = re.compile(r"^[ \t]*@\w*\s*[{(]\s*([^\s,{}]+)", re.MULTILINE)


@dataclass(frozen=True)
class Field:
    """One field: its lower-case name, its value as BibTeX, and where the value stands.

    `start` and `end` count characters of the file, delimiters included; `line` is
    the line where the value begins.
    """

    name: str
    value: str
    start: int
    end: int
    line: int


@dataclass(frozen=True)
class BibtexEntry:
    """One entry as typed; `start` is its `@` and `end` follows its closing brace."""

    type: str
    key: str
    fields: dict[str, Field]
    line: int
    start: int
    end: int

    def value(self, name: str) -> str:
        """The value of a field, as BibTeX; nothing when it is absent."""
        return self.fields[name].value if name in self.fields else ""

    def line_of(self, name: str) -> int:
        """Where a field stands, or the entry when it has no such field."""
        return self.fields[name].line if name in self.fields else self.line


@dataclass(frozen=True)
class _Chunk:
    """The text from one `@` at a line's beginning to the next, and where it begins."""

    text: str
    line: int
    start: int


class _Parser(LowLevelParser):  # type: ignore[misc]
    """pybtex's parser, which also remembers where each value stands."""

    def parse_entry_body(self, body_end: object) -> None:
        self.fields: list[tuple[str, str, int, int]] = []
        super().parse_entry_body(body_end)

    def parse_value(self) -> None:
        before = self.pos
        super().parse_value()
        if not self.current_entry_key:
            return
        written = self.text[before : self.pos]
        start = before + len(written) - len(written.lstrip())
        end = before + len(written.rstrip())
        value = normalize_whitespace("".join(self.current_value))
        self.fields.append((self.current_field_name.lower(), value, start, end))


def read_entries(source: SourceFile) -> Iterator[tuple[BibtexEntry | None, list[Problem]]]:
    """Each entry of the file, or None for one that cannot be read, and its problems."""
    macros = CaseInsensitiveDict(month_names)  # HAL writes `MONTH = Mar`
    for chunk in _chunks(source.text):
        yield _read_entry(source.path, chunk, macros)


def _chunks(text: str) -> Iterator[_Chunk]:
    starts = [match.start() for match in ENTRY_START.finditer(text)]
    line = text.count("\n", 0, starts[0]) + 1 if starts else 1
    for start, end in pairwise([*starts, len(text)]):
        yield _Chunk(text[start:end], line, start)
        line += text.count("\n", start, end)


def _read_entry(
    path: str, chunk: _Chunk, macros: MutableMapping[str, str]
) -> tuple[BibtexEntry | None, list[Problem]]:
    problems: list[Problem] = []

    def report(error: PybtexError) -> None:
        problems.append(_syntax_problem(path, chunk, parser, error))

    parser = _Parser(chunk.text, macros=macros, handle_error=report)
    parsed = next(iter(parser), None)
    if problems or parsed is None:
        return None, problems
    problems += _text_after_the_entry(path, chunk, parser)
    if problems:  # the entry was cut short: what it lacks would be no news
        return None, problems
    if parsed[0].lower() in ("string", "preamble"):
        return None, []
    entry = _entry(chunk, parser, parsed[0].lower(), parsed[1][0])
    return entry, list(_fields_twice(path, entry, parser))


def _entry(chunk: _Chunk, parser: _Parser, entry_type: str, key: str) -> BibtexEntry:
    fields = {
        name: Field(
            name,
            value,
            chunk.start + start,
            chunk.start + end,
            chunk.line + chunk.text.count("\n", 0, start),
        )
        for name, value, start, end in parser.fields
    }
    start = chunk.start + chunk.text.index("@")
    return BibtexEntry(entry_type, key, fields, chunk.line, start, chunk.start + parser.pos)


def _fields_twice(path: str, entry: BibtexEntry, parser: _Parser) -> Iterator[Problem]:
    seen = set()
    for name, *_ in parser.fields:
        if name in seen:
            yield Problem(
                path,
                entry.line,
                1,
                "champ-bibtex-en-double",
                f"notice « {entry.key} » : champ écrit deux fois",
                field=name,
            )
        seen.add(name)


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
