"""French typography of running text: no-break spaces and apostrophes."""

from __future__ import annotations

import re

from prendre_place import markup

MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
NO_BREAK = "\u00a0"
# An ordinary space before a double sign; a table's `| :---` is left alone.
BEFORE = re.compile(r"(?<=[^\s|{])[ \u202f](?=[:;?!»%€](?:[\s)\],.*_|:]|$))", re.MULTILINE)
AFTER_QUOTE = re.compile(r"«[ \u202f]?(?=\S)")
CLOSING_QUOTE = re.compile(r"(?<=[^\s\u00a0])»")
APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")
PAGE_NUMBER = re.compile(r"\b(pp?\.|n[o°]|art\.|chap\.) (?=\d)")
# Addresses and HTML tags are not running text.
KEPT = re.compile(r"\]\([^)\s]*\)|<[^<>]*>|https?://\S+")


def french(text: str) -> str:
    """The text with the spaces and apostrophes of French, outside code and addresses."""
    pieces: list[str] = []
    end = 0
    for start, stop in untouched(text):
        pieces += [_french(text[end:start]), text[start:stop]]
        end = stop
    return "".join([*pieces, _french(text[end:])])


def untouched(text: str) -> list[tuple[int, int]]:
    """Spans of code, addresses and tags, in order and without overlap."""
    found = sorted(
        match.span() for pattern in (markup.CODE, KEPT) for match in pattern.finditer(text)
    )
    spans: list[tuple[int, int]] = []
    for start, stop in found:
        if not spans or start >= spans[-1][1]:
            spans.append((start, stop))
    return spans


def _french(text: str) -> str:
    text = BEFORE.sub(NO_BREAK, text)
    text = AFTER_QUOTE.sub("«" + NO_BREAK, text)
    text = CLOSING_QUOTE.sub(NO_BREAK + "»", text)
    text = PAGE_NUMBER.sub(rf"\1{NO_BREAK}", text)
    return APOSTROPHE.sub("’", text)
