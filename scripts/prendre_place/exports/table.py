"""Tables that a spreadsheet opens with a double click.

UTF-8 with its mark, and semicolons: without the one a French Excel misreads accents,
without the others it puts a whole line in one cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from prendre_place.corpus import Corpus
from prendre_place.exports.plain import plain
from prendre_place.model.values import Prose

BOM = "\ufeff"
DELIMITER = ";"
TRUE, FALSE = "oui", "non"
BETWEEN = " | "  # between the values of one cell
# What a spreadsheet would run: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
T = TypeVar("T")
Value = str | int | bool | Iterable[str] | None


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its name, what its cells hold in French, and how an item fills them.

    `type` is that of a Table Schema (https://specs.frictionlessdata.io/table-schema/).
    """

    name: str
    description: str
    value: Callable[[T, Corpus], Value]
    type: str = "string"


def as_csv(columns: Sequence[Column[T]], items: Iterable[T], corpus: Corpus) -> str:
    """A row for each item, under a row of names."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerow(column.name for column in columns)
    for item in items:
        writer.writerow(_harmless(_cell(c.value(item, corpus), corpus)) for c in columns)
    return BOM + text.getvalue()


def _cell(value: Value, corpus: Corpus) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, Prose):
        return plain(value, corpus)
    if isinstance(value, str | int):
        return str(value)
    return BETWEEN.join(_cell(part, corpus) for part in value)


def _harmless(cell: str) -> str:
    """An apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0\n").startswith(FORMULA) else cell
