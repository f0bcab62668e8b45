"""A save changes only what was changed: comments, order, quoting and blocks stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prendre_place.kinds import KINDS
from prendre_place.load.project import load
from prendre_place.load.yaml_reader import read_yaml
from prendre_place.source_file import SourceFile
from tests.conftest import EXAMPLES, ROOT
from tests.form.conftest import Change, written
from tests.mistakes import MISTAKES
from tests.traps import TRAPS

LISTS = ("sigles.yml", "mots-etrangers.yml")
FILES = sorted(
    file
    for root in (ROOT, EXAMPLES / "projet")
    for place in (*(f"{folder}/*.yml" for folder in KINDS), *LISTS)
    for file in root.glob(place)
)
TEXTS = [file.read_text(encoding="utf-8") for file in FILES]

COMMENTED = """\
# En tête.
id: friche   # ne change plus
terme: 'Friche'
sigle: "F R"

# Avant la ligne en clair.
en_clair: >-
  Un lieu dont plus personne ne se sert, et qui attend « quelqu’un » : on
  n’y entre pas.
variantes: [friches, "lieu vide"]
historique:
  - version: 1
    date: 2025-03 # au mois près
    note: Première rédaction.
  # Avant la deuxième version.
  - {version: 2, date: "2026", note: Une source}
definition: |-
  Un lieu [@martin2001jardin, p. 5].

  Deuxième paragraphe,
  sur deux lignes.
liees:
- commun
# À la fin.
"""


def values_of(text: str) -> dict[str, Any]:
    """What the checks read in a file."""
    document, problems = read_yaml(SourceFile("x.yml", text))
    assert document is not None, problems
    return document.data


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that differ, when those around them are left out."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


def prose(value: Any, path: list[str | int]) -> Iterator[tuple[list[str | int], str]]:
    """Every text of several words, and where it is."""
    if isinstance(value, str) and value.count(" ") > 2:
        yield path, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from prose(part, [*path, name])
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from prose(part, [*path, index])


def test_every_file_saved_without_a_change_keeps_every_byte() -> None:
    for file, text, after in zip(FILES, TEXTS, written((text, []) for text in TEXTS), strict=True):
        assert after == text, file


def test_one_word_more_in_any_text_of_any_file_is_a_minimal_change() -> None:
    cases: list[tuple[Path, str, list[str | int], str]] = []
    for rank, (file, text) in enumerate(zip(FILES, TEXTS, strict=True)):
        found = list(prose(values_of(text), []))
        if not found:
            continue
        path, value = found[rank * 7 % len(found)]
        cases.append((file, text, path, value.replace(" ", " vraiment ", 1)))
    results = written((text, [(path, value)]) for _, text, path, value in cases)
    for (file, text, path, value), after in zip(cases, results, strict=True):
        read: Any = values_of(after)
        for step in path:
            read = read[step]
        assert read == value, file
        old, new = changed_lines(text, after)
        # A text on the line of its name may need the two lines of a block.
        assert len(old) <= 2 and len(new) <= 3, (file, path)


CHANGES: dict[str, tuple[list[Change], str, str]] = {
    "a plain word keeps its quotes": ([(["terme"], "Lande")], "'Friche'", "'Lande'"),
    "a quoted text stays quoted": ([(["sigle"], "F")], '"F R"', '"F"'),
    "a folded block turns only where it must": (
        [
            (
                ["en_clair"],
                "Un lieu dont plus personne ne se sert, et qui attend « quelqu’un » : on "
                "n’y entre presque pas.",
            )
        ],
        "  n’y entre pas.\n",
        "  n’y entre presque pas.\n",
    ),
    "a literal block keeps its lines": (
        [
            (
                ["definition"],
                "Un lieu [@martin2001jardin, p. 5].\n\nTroisième paragraphe,\nsur deux lignes.",
            )
        ],
        "  Deuxième",
        "  Troisième",
    ),
    "an item between brackets": (
        [(["variantes", 1], "lieu : vide")],
        '"lieu vide"',
        '"lieu : vide"',
    ),
    "an item more between brackets": (
        [(["variantes", 2], "terrain vague")],
        '"lieu vide"]',
        '"lieu vide", terrain vague]',
    ),
    "a field of a group between brackets": (
        [(["historique", 1, "note"], "Deux sources, puis trois")],
        "note: Une source}",
        'note: "Deux sources, puis trois"}',
    ),
    "an item more in a list": ([(["liees", 1], "jardin")], "- commun\n", "- commun\n- jardin\n"),
    "a field more in an item": (
        [(["historique", 0, "auteur"], "A")],
        "    note: Première rédaction.\n",
        "    note: Première rédaction.\n    auteur: A\n",
    ),
    "a field less": ([(["sigle"], None)], 'sigle: "F R"\n', ""),
    "a field emptied by the form": ([(["sigle"], "")], 'sigle: "F R"\n', ""),
    "a new field, after those before it": (
        [(["statut"], "publie")],
        "- commun\n",
        "- commun\nstatut: publie\n",
    ),
    "a new list of groups": (
        [(["sources"], [{"cle": "a2001", "lieu": "p. 1: fin"}])],
        "- commun\n",
        '- commun\nsources:\n  - cle: a2001\n    lieu: "p. 1: fin"\n',
    ),
    "a number": (
        [(["historique", 0, "version"], 3)],
        "  - version: 1\n",
        "  - version: 3\n",
    ),
    "empty values that an editor adds": (
        [(["retrait"], {"date": "", "motif": None}), (["usages"], []), (["a_verifier"], False)],
        "",
        "",
    ),
    "a year typed as a number that comes back as a text": (
        [(["historique", 0, "version"], "1")],
        "",
        "",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_not_changed_stays(name: str) -> None:
    changes, before, after = CHANGES[name]
    assert written([(COMMENTED, changes)]) == [COMMENTED.replace(before, after, 1)]


def test_line_ends_of_windows_stay() -> None:
    text = COMMENTED.replace("\n", "\r\n")
    changed = text.replace("'Friche'", "'Lande'")
    assert written([(text, []), (text, [(["terme"], "Lande")])]) == [text, changed]


def test_what_the_form_cannot_tell_from_what_was_there_stays() -> None:
    text = "id: a\na_verifier: false\nliees: []\ndefinition: |\n  Un.\nversion: 2\n"
    shown: list[Change] = [
        (["a_verifier"], None),
        (["liees"], None),
        (["definition"], "Un."),
        (["version"], "2"),
    ]
    results = written([(text, shown), (text, [*shown, (["terme"], "A")])])
    assert results == [text, text.replace("version: 2\n", "version: 2\nterme: A\n")]


def test_a_removed_item_leaves_the_others_and_their_comments() -> None:
    history = [{"version": 2, "date": "2026", "note": "Une source"}]
    removed = "  - version: 1\n    date: 2025-03 # au mois près\n    note: Première rédaction.\n"
    assert removed in COMMENTED
    assert written([(COMMENTED, [(["historique"], history)])]) == [COMMENTED.replace(removed, "")]


def test_what_is_typed_in_the_form_is_what_the_checks_read() -> None:
    typed = [text for text in TRAPS if text.strip() and "\u2028" not in text and "\x85" not in text]
    places: list[list[str | int]] = [["terme"], ["en_clair"], ["variantes", 0], ["liees", 0]]
    cases = [(text, place) for text in typed for place in places]
    results = written((COMMENTED, [(place, text)]) for text, place in cases)
    for (text, place), after in zip(cases, results, strict=True):
        read: Any = values_of(after)
        for step in place:
            read = read[step]
        assert read == text.strip(), (text, place)


def test_a_mistake_of_yaml_typed_in_the_form_is_none(project: Path) -> None:
    file = project / "glossary" / "friche.yml"
    sound = file.read_text(encoding="utf-8")
    typed = [m.form for m in MISTAKES if m.form and not m.form.said and not m.form.checked]
    assert {form.path for form in typed} == {"terme"}
    results = written((sound, [(["terme"], form.text)]) for form in typed)
    for form, text in zip(typed, results, strict=True):
        file.write_text(text, encoding="utf-8")
        loaded = load(project)
        assert loaded.problems == [], form.text
        assert loaded.corpus and loaded.corpus.entries["friche"].title == form.text


def test_a_new_entry_is_written_as_the_project_writes() -> None:
    values = {
        "terme": "Interstice",
        "sigle": "",
        "en_clair": "Un lieu « entre deux » : on y essaie ce qui n’aurait sa place nulle part, "
        "puis on le quitte.",
        "historique": [{"version": 1, "date": "2026-11-20", "note": "Première rédaction."}],
        "definition": "Un lieu [@martin2001jardin, p. 5].\n\nUne suite.",
        "usages": [],
        "retrait": None,
        "id": "interstice",
    }
    assert written(created=[values]) == [
        """\
id: interstice
terme: Interstice
en_clair: >-
  Un lieu « entre deux » : on y essaie ce qui n’aurait sa place nulle part, puis on le quitte.
historique:
  - version: 1
    date: 2026-11-20
    note: Première rédaction.
definition: |-
  Un lieu [@martin2001jardin, p. 5].

  Une suite.
"""
    ]
