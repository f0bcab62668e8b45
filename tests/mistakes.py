"""The usual mistakes of `tests/exemples/fautes.yml`, made in the term « Friche »."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from tests.conftest import EXAMPLES


@dataclass(frozen=True)
class Typed:
    """What is typed in a field of the form, and what the form says of it, if anything.

    `path` leads to the field in the data: `historique.0.date`. `checked` is true when the
    form takes it and the checks do not.
    """

    path: str
    text: str
    said: str | None
    checked: bool


@dataclass(frozen=True)
class Mistake:
    """A faulty file, what the terminal says of it, what VS Code underlines, what the form does.

    `form` is None when the form leaves no room for the mistake.
    """

    name: str
    text: str
    terminal: str
    editor: list[str]
    form: Typed | None


def _mistakes() -> list[Mistake]:
    sound = (EXAMPLES / "projet/glossary/friche.yml").read_text(encoding="utf-8")
    found = []
    for row in yaml.safe_load((EXAMPLES / "fautes.yml").read_text(encoding="utf-8")):
        assert row["avant"] in sound
        text = sound.replace(row["avant"], row["apres"], 1)
        form = _typed(row["formulaire"])
        found.append(Mistake(row["faute"], text, row["terminal"], row["editeur"], form))
    return found


def _typed(row: dict[str, str] | str) -> Typed | None:
    if isinstance(row, str):
        assert row.startswith("Sans objet : ")
        return None
    steps = row["champ"].split(" › ")
    path = ".".join(str(int(step) - 1) if step.isdigit() else step for step in steps)
    checked = row.get("ensuite") == "vérification"
    return Typed(path, row["saisie"], row.get("dit"), checked)


MISTAKES = _mistakes()
