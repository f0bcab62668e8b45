"""Jinja, so set up that templates cannot forget to escape.

What a template writes is Markdown. A `Prose` value is Markdown already and is
written as it is; any other text is escaped.
"""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from prendre_place import places
from prendre_place.entry_names import other_names
from prendre_place.model.values import Prose
from prendre_place.typography import MONTHS

TEMPLATES = Path(__file__).with_name("templates")
MARKS = re.compile(r"([\\`*_\[\]{}|#])")
SPACES = re.compile(r"[ \t\n]+")
LIST_AFTER_TEXT = re.compile(
    r"^(?![-*] |\d+\. |[ \t]*$)(?P<line>.+)\n(?=(?:[-*]|\d+\.) )", re.MULTILINE
)


def environment() -> Environment:
    """The environment of every template."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_written,
        # Macros then give Markup, which `finalize` leaves as it is.
        autoescape=True,
    )
    env.filters.update(
        cellule=cell,
        dans_liste=in_list,
        date=readable_date,
        lieu=places.readable,
        capitale=capital,
        noms=other_names,
    )
    return env


def _written(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    if isinstance(value, Prose):
        return block(value)
    return escaped(value) if isinstance(value, str) else value


def block(value: Prose) -> Markup:
    """Prose as blocks; a list right under a line of text gets its blank line."""
    return Markup(LIST_AFTER_TEXT.sub(r"\g<line>\n\n", value))


def escaped(text: str) -> Markup:
    """Plain text that Markdown leaves as it is."""
    return Markup(MARKS.sub(r"\\\1", escape(SPACES.sub(" ", text), quote=False)))


def cell(value: str) -> Markup:
    """Prose or plain text as one cell of a table."""
    if not isinstance(value, Prose):
        return escaped(value)
    # The bar of `[[id|words]]` is read before tables are.
    pieces = re.split(r"(\[\[[^\]]*\]\])", " ".join(value.split()))
    return Markup("".join(p if p.startswith("[[") else p.replace("|", r"\|") for p in pieces))


def in_list(value: Prose) -> Markup:
    """Prose as one item of a list, its further lines aligned."""
    return Markup(block(value).replace("\n", "\n    "))


def readable_date(edtf: str) -> str:
    """« 7 octobre 2021 », « octobre 2021 », « 2021 », « de 2021 à 2023 »."""
    if "/" in edtf:
        return _interval(*edtf.split("/"))
    year, *rest = edtf.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    day = date.fromisoformat(edtf).day
    return f"{'1er' if day == 1 else day} {month} {year}"


def _interval(start: str, end: str) -> str:
    """« du 7 au 8 » when days are known; « d’octobre » before a vowel."""
    first, last = readable_date(start), readable_date(end)
    if start.count("-") == 2:
        return f"du {first} au {last}"
    return f"d’{first} à {last}" if first[0] in "ao" else f"de {first} à {last}"


def capital(text: str) -> str:
    """The text with its first letter in capital."""
    return text[:1].upper() + text[1:]
