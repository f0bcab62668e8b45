"""Signs that a reader cannot see, or takes for others: no text may hold them.

They hide words (zero width), turn the order of a line (bidirectional controls),
or make two ids that look the same (letters of another script). Unicode Technical
Report 36 says what each is used for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

# Control (but line end and tab), format, private and unassigned signs, line separators.
HIDDEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
ALLOWED = {"\n", "\t"}
# Letters that look Latin and are not: mathematical and full-width alphabets.
IMITATION = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Latin letters, spaces and the signs of French typography: nothing else is looked at closely.
UNUSUAL = re.compile(
    "[^\t\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u205e\u20ac\u2190-\u21ff]"
)
WORD = re.compile(r"[^\W\d_]+")


def check_signs(source: SourceFile) -> Iterator[Problem]:
    """Each hidden or misleading sign of a file, by its place."""
    if not UNUSUAL.search(source.text):
        return
    for number, line in enumerate(source.text.split("\n"), 1):
        if UNUSUAL.search(line):
            yield from _hidden(source.path, number, line)
            yield from _two_scripts(source.path, number, line)


def without_hidden(text: str) -> str:
    """The text without the signs that nobody sees, which copies from PDF and the Web bring."""
    return "".join(
        sign for sign in text if sign in ALLOWED or unicodedata.category(sign) not in HIDDEN
    )


def hidden_sign(text: str) -> str | None:
    """The first sign of a text that a reader cannot see: YAML can write one as `\\b`."""
    return next((s for s in text if s not in ALLOWED and unicodedata.category(s) in HIDDEN), None)


def _hidden(path: str, number: int, line: str) -> Iterator[Problem]:
    for column, sign in enumerate(line, 1):
        if IMITATION.match(sign):
            found = f"« {sign} » imite une lettre ordinaire"
            yield Problem(
                path, number, column, "signe-trompeur", found, expected="la lettre simple"
            )
        elif sign not in ALLOWED and unicodedata.category(sign) in HIDDEN:
            found = f"signe invisible (U+{ord(sign):04X})"
            expected = "un texte sans signe caché : effacez-le et retapez le mot"
            yield Problem(path, number, column, "signe-invisible", found, expected=expected)


def _two_scripts(path: str, number: int, line: str) -> Iterator[Problem]:
    for word in WORD.finditer(line):
        signs = NOT_ASCII.findall(IMITATION.sub("", word.group()))
        foreign = [sign for sign in signs if _script(sign) != "LATIN"]
        if foreign and len(foreign) < len(word.group()):
            found = (
                f"« {word.group()} » mêle deux écritures : « {foreign[0]} » n’est pas "
                f"une lettre latine"
            )
            column = word.start() + 1
            yield Problem(
                path, number, column, "signe-trompeur", found, expected="la lettre latine"
            )


def _script(letter: str) -> str:
    """The script of a letter, as its Unicode name begins; a superscript has none of its own."""
    name = unicodedata.name(letter, "")
    return name.split()[0] if unicodedata.category(letter) in {"Ll", "Lu", "Lt"} else "LATIN"
