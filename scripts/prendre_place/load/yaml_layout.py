"""Faults of layout, told where the writer made them.

libyaml stops where it no longer understands, often a line or two below the fault: text
that is not indented, a field out of line, « : » within a text. The lines around tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

FIELD = re.compile(r"(?P<lead> *(?P<dash>- +)?)(?P<name>\w[\w-]*):(?P<value>[ \t].*)?")
GLUED = re.compile(r"(?P<lead> *(?:- +)?)(?P<name>\w[\w-]*):(?P<value>[^ \t/].*)")
GLUED_DASH = re.compile(r" *-(?P<rest>[^\W\d][\w-]*(?::\s.*)?)")
ITEM = re.compile(r" *- ")
IN_TEXT = re.compile(r"(?<=\S) ?: ")
OPENS_TEXT = re.compile(r"\s+[>|][+-]?\s*")
NUMBERS = {1: "un espace", 2: "deux espaces"}


@dataclass(frozen=True)
class Fault:
    """What is wrong at a place (from 1), and what was expected."""

    line: int
    column: int
    code: str
    found: str
    expected: str


@dataclass(frozen=True)
class _Field:
    """A line « nom: valeur »; `number` is from 1, `column` that of its name, from 0."""

    number: int
    column: int
    dash: int | None
    name: str
    value: str

    @property
    def opens_a_text(self) -> bool:
        return bool(OPENS_TEXT.fullmatch(self.value))

    def opens_a_group(self, field: _Field) -> bool:
        """Whether the other field is where those of its own would be."""
        return not self.value.strip() and field.column == self.column + 2


def layout_fault(text: str, error: yaml.MarkedYAMLError) -> Fault | None:
    """The fault of layout behind what libyaml says of `text`, if it is one that is known."""
    problem, mark = error.problem or "", error.problem_mark
    if mark is None:
        return None
    lines = text.split("\n")
    if mark.line >= len(lines):  # libyaml ends a line at rarer signs too
        return None
    if "could not find expected ':'" in problem and error.context_mark:
        at = error.context_mark.line
        return _glued(lines, at) or _cut_above(lines, at) or _not_indented(lines, at)
    if "cannot start any token" in problem:
        return _at_the_margin(lines, mark.line)
    if "mapping values are not allowed" in problem:
        return _out_of_line(lines, mark.line) or _cut(lines, mark.line, mark.column)
    if "did not find expected '-' indicator" in problem:
        return _short_of_its_item(lines, mark.line)
    if "did not find expected key" in problem:
        return (
            _after_a_quote(text, mark)
            or _dash_out_of_line(lines, mark.line)
            or _out_of_line(lines, mark.line)
            or _short_above(lines, mark.line)
        )
    return None


def _glued(lines: list[str], at: int) -> Fault | None:
    """« champ:valeur », or « -élément »."""
    if match := GLUED.fullmatch(lines[at]):
        # A no-break space, which text processors type, is none for YAML.
        ordinary = " ordinaire" if match["value"][0].isspace() else ""
        found = f"il manque un espace{ordinary} après « : »"
        column = match.end("name") + 1
        expected = f"« {match['name']}: {match['value'].strip()} »"
    elif match := GLUED_DASH.fullmatch(lines[at]):
        found = "il manque un espace après le tiret"
        column, expected = match.start("rest"), f"« - {match['rest'].strip()} »"
    else:
        return None
    return Fault(at + 1, column, "espace-manquante", found, expected)


def _not_indented(lines: list[str], at: int) -> Fault | None:
    """Text that is no further to the right than the field that it continues."""
    above = next(_fields_above(lines, at), None)
    if above is None:
        return None
    indent = len(lines[at]) - len(lines[at].lstrip())
    missing = _spaces(max(above.column + 2 - indent, 1))
    holder = f"« {above.name} » (ligne {above.number})"
    if above.opens_a_text and not any(line.strip() for line in lines[above.number : at]):
        expected = f"{missing} devant : ce texte est celui de {holder}"
    else:
        expected = f"{missing} devant, s’il continue {holder} ; ou « champ: valeur »"
    return Fault(at + 1, indent + 1, "decalage", "ce texte n’est pas décalé", expected)


def _at_the_margin(lines: list[str], at: int) -> Fault | None:
    """A line of a text, at the very left, whose first signs mean something in YAML."""
    above = next(_fields_above(lines, at), None)
    is_text = lines[at][:1] not in ("", " ", "\t", "-") and _field(lines, at) is None
    return _not_indented(lines, at) if is_text and above and above.opens_a_text else None


def _cut_above(lines: list[str], at: int) -> Fault | None:
    """The text of a field, begun on its own line, that « : » makes a field of."""
    previous = _previous(lines, at)
    if previous is None or FIELD.fullmatch(lines[previous]):
        return None
    colon = IN_TEXT.search(lines[previous])
    holder = next(_fields_above(lines, previous), None)
    if colon is None or (holder and holder.opens_a_text):
        return None
    return _cut(lines, previous, colon.end() - 2)


def _cut(lines: list[str], at: int, column: int) -> Fault | None:
    """« : » within a text that nothing protects."""
    holder = _field(lines, at) or next(_fields_above(lines, at), None)
    if holder is None or (column <= holder.column + len(holder.name) and holder.number == at + 1):
        return None
    if holder.opens_a_text:
        return _out_of_its_text(lines, holder, at)
    return Fault(at + 1, column + 1, *cut_by_a_colon(holder.name))


def _out_of_its_text(lines: list[str], holder: _Field, at: int) -> Fault | None:
    """The first line of a text, down to `at`, that is not indented."""
    text = (n for n in range(holder.number, at + 1) if lines[n].strip())
    out = (n for n in text if len(lines[n]) - len(lines[n].lstrip()) <= holder.column)
    first = next(out, None)
    return None if first is None else _not_indented(lines, first)


def cut_by_a_colon(name: str) -> tuple[str, str, str]:
    """Code, what is wrong and what was expected, where « : » cuts the text of a field."""
    expected = (
        f"« {name}: >- », puis tout le texte à la ligne, décalé de deux espaces ; "
        "ou ce texte entre guillemets"
    )
    return "deux-points-dans-un-texte", "un « : » coupe ce texte", expected


def _out_of_line(lines: list[str], at: int) -> Fault | None:
    """A field further to the right than the one above it, one of which is misplaced."""
    field, previous = _field(lines, at), _previous(lines, at)
    if field is None or previous is None:
        return None
    if glued := _glued(lines, previous):
        return glued
    above = _field(lines, previous)
    if above is None or field.column <= above.column:
        return None
    before = next(_fields_above(lines, previous), None)
    gap = field.column - above.column
    if above.dash is not None and before and above.dash != before.column + 2:
        found = f"ce tiret n’est pas à sa place : « {above.name} » et « {field.name} » ne "
        found += "sont pas alignés"
        return _misplaced(above.number, above.dash, found, gap, "devant le tiret")
    if above.dash is None and before and before.column == field.column:
        return _not_aligned(above, before)
    if above.dash is None and before and before.opens_a_group(field):
        return _not_aligned(above, field)
    return _not_aligned(field, above)


def _after_a_quote(text: str, mark: yaml.Mark) -> Fault | None:
    """« 'L'espace' » : the apostrophe of the text has closed its quotes."""
    if not text[: mark.index].rstrip(" ").endswith(("'", '"')):
        return None
    found = "ce texte continue après son guillemet fermant"
    expected = "’ plutôt que ' dans un texte entre guillemets, et rien après le dernier guillemet"
    return Fault(mark.line + 1, mark.column + 1, "yaml-invalide", found, expected)


def _short_of_its_item(lines: list[str], at: int) -> Fault | None:
    """A field of an item of a list that is left of the first field of that item."""
    field = _field(lines, at)
    item = next((f for f in _fields_above(lines, at) if f.dash is not None), None)
    return _not_aligned(field, item) if field and item and field.dash is None else None


def _dash_out_of_line(lines: list[str], at: int) -> Fault | None:
    """A dash that is not below those of its list."""
    if not ITEM.match(lines[at]):
        return None
    above = next((n for n in range(at - 1, -1, -1) if ITEM.match(lines[n])), None)
    if above is None:
        return None
    column, other = lines[at].index("-"), lines[above].index("-")
    if column == other:
        return None
    found = f"ce tiret n’est pas aligné sur celui de la ligne {above + 1}"
    field = _field(lines, at)
    where = "devant le tiret"
    if field and column == 0:
        where += f", ou pas de tiret si « {field.name} » est un champ de l’entrée"
    return _misplaced(at + 1, column, found, other - column, where)


def _short_above(lines: list[str], at: int) -> Fault | None:
    """A field of an item, lines above, that is left of the other fields of the item."""
    field = _field(lines, at)
    if field is None:
        return None
    above = _fields_above(lines, at)
    short = next((f for f in above if f.column < field.column and f.dash is None), None)
    other = next((f for f in above if f.column == field.column), None)
    return _not_aligned(short, other) if short and other else None


def _not_aligned(field: _Field, other: _Field) -> Fault:
    found = f"« {field.name} » n’est pas aligné sur « {other.name} » (ligne {other.number})"
    gap = other.column - field.column
    return _misplaced(field.number, field.column, found, gap, f"devant « {field.name} »")


def _misplaced(line: int, column: int, found: str, gap: int, where: str) -> Fault:
    more = "de plus" if gap > 0 else "de moins"
    return Fault(line, column + 1, "decalage", found, f"{_spaces(abs(gap))} {more} {where}")


def _spaces(count: int) -> str:
    return NUMBERS.get(count, f"{count} espaces")


def _field(lines: list[str], at: int) -> _Field | None:
    match = FIELD.fullmatch(lines[at])
    if match is None:
        return None
    dash = match.start("dash") if match["dash"] else None
    return _Field(at + 1, len(match["lead"]), dash, match["name"], match["value"] or "")


def _fields_above(lines: list[str], at: int) -> Iterator[_Field]:
    for number in range(at - 1, -1, -1):
        if field := _field(lines, number):
            yield field


def _previous(lines: list[str], at: int) -> int | None:
    """The nearest line above that is neither blank nor a comment."""
    above = range(at - 1, -1, -1)
    return next((n for n in above if lines[n].strip() and lines[n].lstrip()[0] != "#"), None)
