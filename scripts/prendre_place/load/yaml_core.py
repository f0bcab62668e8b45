"""The value of plain text in YAML 1.2: what editors and forms read in the same file.

Regular expressions of the core schema (YAML 1.2.2, §10.3.2). YAML 1.1, which PyYAML
follows by itself, would read `no` as false, `0042` as 34 and `12:30` as 750.
"""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
REAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# Python refuses to read longer ones, and no source holds one.
MOST_DIGITS = 300


def value_of(plain: str) -> Scalar:
    """The value of a scalar written without quotes."""
    if plain in WORDS:
        return WORDS[plain]
    if INTEGER.fullmatch(plain) and len(plain) <= MOST_DIGITS:
        return int(plain, _base(plain))
    if REAL.fullmatch(plain):
        return float(plain)
    if NOT_FINITE.fullmatch(plain):
        return float(plain.replace(".", ""))
    return plain


def _base(plain: str) -> int:
    return {"0o": 8, "0x": 16}.get(plain[:2], 10)
