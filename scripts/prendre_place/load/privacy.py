"""People stay protected: no interview code, no borrowed name, no personal address.

The names that the report lends to the people it interviewed are not written here:
published beside the rule they would be the very thread that it cuts. Words are
compared with the beginnings of their SHA-256 sums.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from prendre_place.load.validation import field_name
from prendre_place.load.yaml_reader import Data, Document, Location
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

# Each begins with the sign that is rare: a whole site is read. What stands before the
# match is looked at afterwards.
CODE = re.compile(r"[EO][1-9]\d?\b")
CAPITALISED = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+")
AT_A_HOST = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}")
MAILBOX = re.compile(r"[\w.+-]+$")
PROFILE = re.compile(r"(?<!\w)(?:linkedin|facebook|instagram|twitter)\.com\b")
SALT = "prendre-place:"
BORROWED_NAMES = frozenset(
    {
        "061c2ae046f2a08e",
        "0673c4f3b2214654",
        "090f20092fd16e6f",
        "0d1cf75920d473de",
        "12cb23dd09268cbd",
        "14a4c2a2741a9bb5",
        "379f5a194d6abd6c",
        "3affbd833a79a8e8",
        "549422a516ce68d6",
        "648f1b662e583973",
        "80908581cb920fe9",
        "925ebf5d576398ab",
        "95984c9ae3c6e393",
        "abcd1fbae0904773",
        "bda62f045f821dee",
        "bee3c339b65e2dd7",
        "c5f2c94565c008d8",
        "d19b4b3e15b67438",
        "d2790f62a23d7f3f",
        "d95cb5e2b9728316",
        "e6568feb416283ff",
        "ed8854628439f749",
    }
)

Finding = tuple[str, str, str, str]  # code, what was found, what was expected, where


def check_document_privacy(document: Document) -> Iterator[Problem]:
    """Every string of a YAML file, whatever its field."""
    for location, text in _strings(document.data, ()):
        for code, message, expected, needle in findings(text):
            yield Problem(
                document.path,
                *document.position_of_text(location, needle),
                code,
                message,
                field=field_name(location),
                expected=expected,
            )


def check_text_privacy(source: SourceFile, *, names: bool = True) -> Iterator[Problem]:
    """A whole text file; `names` is false where authors' first names are expected."""
    for number, line in enumerate(source.text.split("\n"), 1):
        for code, message, expected, needle in findings(line, names=names):
            column = line.find(needle) + 1
            yield Problem(source.path, number, column, code, message, expected=expected)


def findings(text: str, *, names: bool = True) -> Iterator[Finding]:
    """What a text says that it must not."""
    for match in CODE.finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum():
            found = f"« {match.group()} » a la forme d’un code d’entretien ou de réunion"
            yield "vie-privee-code", found, "« des personnes interrogées », sans code", match[0]
    if names:
        for word in dict.fromkeys(CAPITALISED.findall(text)):
            if _digest(word) in BORROWED_NAMES:
                found = "un prénom d’emprunt du rapport"
                yield "vie-privee-prenom", found, "aucun prénom de personne interrogée", word
    if ".com" in (lowered := text.lower()):
        for match in PROFILE.finditer(lowered):
            found = f"un lien vers un réseau social (« {match.group()} »)"
            yield "vie-privee-adresse", found, "l’adresse d’une institution", match.group()
    for match in AT_A_HOST.finditer(text):
        if mailbox := MAILBOX.search(text[max(0, match.start() - 64) : match.start()]):
            address = mailbox.group() + match.group()
            found = f"une adresse électronique (« {address} »)"
            yield "vie-privee-adresse", found, "la page de contact d’une institution", address


@cache
def _digest(word: str) -> str:
    return hashlib.sha256((SALT + word.casefold()).encode()).hexdigest()[:16]


def _strings(data: Data, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(data, str):
        yield location, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*location, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*location, index))
