"""How much room a text takes, as far as can be known before a browser chooses the font."""

from __future__ import annotations

SIZE = 14
LEADING = 18
NARROW, WIDE = frozenset("iljtfrI.,:;!'’|()-·/ \u00a0"), frozenset("mwMWŒœ—%@")
# Parts of the font size, rounded up from DejaVu Serif, the widest of the usual text fonts.
EMS = {"narrow": 0.41, "wide": 1.03, "capital": 0.79, "other": 0.63}


def room_of(words: str) -> float:
    """An upper bound of the width of a text, in units."""
    return SIZE * sum(EMS[_width_class(letter)] for letter in words)


def _width_class(letter: str) -> str:
    if letter in NARROW:
        return "narrow"
    if letter in WIDE:
        return "wide"
    return "capital" if letter.isupper() else "other"


def wrapped(words: str, room: float) -> list[str]:
    """The text in lines no wider than `room`; a longer word keeps a line of its own.

    A line break in the text is kept.
    """
    return [line for part in words.split("\n") for line in _wrapped(part, room)]


def _wrapped(words: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in words.split(" "):
        if lines and room_of(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
