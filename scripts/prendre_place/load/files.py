"""Files of the project as clean text: UTF-8, no BOM, Unix line ends, composed accents."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from prendre_place.load.signs import check_signs
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

# In bytes. The bibliography, by far the heaviest source, holds 0.1 MB for 200 works.
HEAVIEST = 5_000_000
BOM = b"\xef\xbb\xbf"


def read_source(root: Path, path: Path) -> tuple[SourceFile | None, list[Problem]]:
    """Read one file; what had to be normalised is a warning, what cannot be read an error."""
    name = path.relative_to(root).as_posix()
    if (size := path.stat().st_size) > HEAVIEST:
        return None, [_too_heavy(name, size)]
    raw = path.read_bytes()
    problems: list[Problem] = []
    if raw.startswith(BOM):
        raw = raw[len(BOM) :]
        problems.append(_normalised(name, "bom", "marque d’ordre des octets (BOM) au début"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(name, raw, error)]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.append(_normalised(name, "fins-de-ligne", "fins de ligne de Windows (CRLF)"))
    if not unicodedata.is_normalized("NFC", text):
        line = _first_line_not_composed(text)
        text = unicodedata.normalize("NFC", text)
        problems.append(
            _normalised(name, "accents-decomposes", "accents décomposés (Unicode NFD)", line)
        )
    if not text.strip():
        return None, [*problems, Problem(name, 1, 1, "fichier-vide", "le fichier est vide")]
    source = SourceFile(name, text)
    return source, [*problems, *check_signs(source)]


def _too_heavy(name: str, size: int) -> Problem:
    found = f"le fichier pèse {size / 1e6:.1f} Mo".replace(".", ",")
    expected = f"moins de {HEAVIEST / 1e6:.0f} Mo : un texte, pas un dépôt de données"
    return Problem(name, 1, 1, "fichier-trop-lourd", found, expected=expected)


def _normalised(name: str, code: str, what: str, line: int = 1) -> Problem:
    return Problem(
        name,
        line,
        1,
        code,
        f"{what} : lu et normalisé",
        expected="UTF-8 sans BOM, fins de ligne Unix, accents composés (NFC)",
        severity="avertissement",
    )


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", errors="replace")) + 1
    return Problem(
        name,
        before.count(b"\n") + 1,
        column,
        "encodage",
        "ce fichier n’est pas enregistré en UTF-8 : ce signe ne peut être lu",
        expected="« Enregistrer sous… », encodage « UTF-8 », puis les accents relus",
    )


def _first_line_not_composed(text: str) -> int:
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            return number
    return 1
