"""The usual mistakes of `tests/exemples/fautes.yml`, made in the term « Friche »."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from tests.conftest import EXAMPLES


@dataclass(frozen=True)
class Mistake:
    """A faulty file, what the terminal says of it, and what VS Code underlines."""

    name: str
    text: str
    terminal: str
    editor: list[str]


def _mistakes() -> list[Mistake]:
    sound = (EXAMPLES / "projet/glossary/friche.yml").read_text(encoding="utf-8")
    found = []
    for row in yaml.safe_load((EXAMPLES / "fautes.yml").read_text(encoding="utf-8")):
        assert row["avant"] in sound
        text = sound.replace(row["avant"], row["apres"], 1)
        found.append(Mistake(row["faute"], text, row["terminal"], row["editeur"]))
    return found


MISTAKES = _mistakes()
