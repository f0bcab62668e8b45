"""A changed field changes its own lines of a source, and says what was meant when read again."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page

from prendre_place.load.yaml_reader import read_yaml
from prendre_place.schemas import source_kinds
from prendre_place.source_file import SourceFile
from tests.conftest import ROOT
from tests.navigateur.conftest import serving
from tests.traps import REFUSED, TRAPS

MODIFY = """async (pairs) => {
  const { modify } = await import("/yaml/modifier.js");
  return pairs.map(([text, value]) => modify(text, value));
}"""
READ = """async (texts) => {
  const { read } = await import("/yaml/modifier.js");
  return texts.map(read);
}"""

SOURCE = """\
# Une fiche, et ses remarques
id: commun
terme: Commun # le mot
en_clair: >-
  Ce que plusieurs personnes tiennent ensemble, avec des règles qu’elles se sont données, et
  que personne ne peut garder pour soi seul : un pré, un four, une recette, un jardin
  au bout de la rue.
variantes: [communs, bien commun]
historique:
  # la première
  - version: 1
    date: "2026-11-20"
    note: 'L’essai'
definition: |-
  Un *commun* [@ostrom1990], une règle.

  Et des gens.
sources:
  - cle: ostrom1990
    lieu: p. 3 # à vérifier
  - cle: petit2001
# Fin
liees: [jardin]
"""


@pytest.fixture(scope="module")
def assets(browser: Browser) -> Iterator[Page]:
    """A page beside the scripts of the site."""
    page = browser.new_page()
    with serving(ROOT / "docs" / "assets") as address:
        page.goto(address)
        yield page
    page.close()


@pytest.fixture(scope="module")
def sources() -> list[str]:
    """Text of every YAML source of the site."""
    files = sorted({file for kind in source_kinds() for file in ROOT.glob(kind.files)})
    return [Path(file).read_text(encoding="utf-8") for file in files]


def value_of(text: str) -> dict[str, Any]:
    document, problems = read_yaml(SourceFile("essai.yml", text))
    assert document is not None and not problems, problems
    return document.data


def changed_lines(old: str, new: str) -> list[str]:
    compared = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in compared if line[0] in "+-"]


def modified(assets: Page, text: str, **fields: Any) -> list[str]:
    """Lines that change when these fields of a text do; None takes a field out."""
    value = value_of(text) | fields
    wanted = {name: field for name, field in value.items() if field is not None}
    (new,) = assets.evaluate(MODIFY, [[text, wanted]])
    assert value_of(new) == wanted
    return changed_lines(text, new)


def test_what_does_not_change_keeps_its_very_bytes(assets: Page, sources: list[str]) -> None:
    assert len(sources) > 400
    assert assets.evaluate(MODIFY, [[text, value_of(text)] for text in sources]) == sources


def test_one_field_of_any_source_changes_few_lines(assets: Page, sources: list[str]) -> None:
    pairs = []
    for rank, text in enumerate(sources):
        value = deepcopy(value_of(text))
        group, key = next(place for place in text_places(value) if is_long(place, rank % 2))
        group[key] = f"{group[key]}  # – ajout : à l’essai"
        pairs.append([text, value])
    for (text, value), new in zip(pairs, assets.evaluate(MODIFY, pairs), strict=True):
        assert value_of(new) == value
        assert len(changed_lines(text, new)) <= 4


def is_long(place: tuple[Any, Any], wanted: int) -> bool:
    group, key = place
    return len(group[key]) > 60 * wanted


def text_places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Where a value holds a text, however deep."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(item, str):
            yield value, key
        elif isinstance(item, dict | list):
            yield from text_places(item)


def test_a_field_taken_out_or_a_list_in_another_order_is_read_again(
    assets: Page, sources: list[str]
) -> None:
    pairs = []
    for rank, text in enumerate(sources):
        value = value_of(text)
        out = list(value)[rank % len(value)]
        moved = {
            name: [*field[1:], field[0]] if isinstance(field, list) else field
            for name, field in value.items()
            if name != out
        }
        pairs.append([text, moved])
    for (_, value), new in zip(pairs, assets.evaluate(MODIFY, pairs), strict=True):
        assert value_of(new) == value


def test_a_word_changes_its_line(assets: Page) -> None:
    assert modified(assets, SOURCE, terme="Communs") == [
        "- terme: Commun # le mot",
        "+ terme: Communs # le mot",
    ]


def test_a_folded_text_is_cut_again_where_it_changed_alone(assets: Page) -> None:
    text = value_of(SOURCE)["en_clair"].replace("une recette", "une recette de pain au levain")
    assert modified(assets, SOURCE, en_clair=text) == [
        "-   que personne ne peut garder pour soi seul : un pré, un four, une recette, un jardin",
        "+   que personne ne peut garder pour soi seul : un pré, un four, "
        "une recette de pain au levain, un",
        "+   jardin",
    ]


def test_a_text_too_long_for_its_line_stays_on_it(assets: Page) -> None:
    text = f"terme: {'un mot ' * 20}de fin\n"
    assert modified(assets, text, terme="un mot " * 20 + "à la fin") == [
        f"- {text.strip()}",
        f"+ {text.strip().replace('de fin', 'à la fin')}",
    ]


def test_a_literal_text_keeps_its_lines(assets: Page) -> None:
    text = value_of(SOURCE)["definition"] + "\n\nEt\u00a0« un lieu »."
    assert modified(assets, SOURCE, definition=text) == ["+ ", "+   Et\u00a0« un lieu »."]


def test_quotes_stay_those_that_were_there(assets: Page) -> None:
    version = {"version": 1, "date": "2026-11-21", "note": "L'essai : bon"}
    assert modified(assets, SOURCE, historique=[version]) == [
        '-     date: "2026-11-20"',
        '+     date: "2026-11-21"',
        "-     note: 'L’essai'",
        "+     note: 'L''essai : bon'",
    ]


def test_an_element_of_a_list_comes_goes_or_changes_alone(assets: Page) -> None:
    first, second = value_of(SOURCE)["sources"]
    new = {"cle": "martin2001", "lieu": "p. 8", "pour": "le mot : son histoire"}
    assert modified(assets, SOURCE, sources=[first, new, second]) == [
        "+   - cle: martin2001",
        "+     lieu: p. 8",
        '+     pour: "le mot : son histoire"',
    ]
    assert modified(assets, SOURCE, sources=[second]) == [
        "-   - cle: ostrom1990",
        "-     lieu: p. 3 # à vérifier",
    ]
    assert modified(assets, SOURCE, sources=[first, {**second, "lieu": "p. 9"}]) == [
        "+     lieu: p. 9"
    ]
    assert modified(assets, SOURCE, sources=[{"lieu": "p. 3"}, second]) == [
        "-   - cle: ostrom1990",
        "-     lieu: p. 3 # à vérifier",
        "+   - lieu: p. 3 # à vérifier",
    ]


def test_a_list_on_one_line_stays_on_one_line(assets: Page) -> None:
    assert modified(assets, SOURCE, variantes=["communs", "le « pré », à tous"]) == [
        "- variantes: [communs, bien commun]",
        '+ variantes: [communs, "le « pré », à tous"]',
    ]
    assert modified(assets, SOURCE, liees=None) == ["- liees: [jardin]"]


def test_a_new_field_goes_after_the_one_that_precedes_it(assets: Page) -> None:
    value = value_of(SOURCE)
    before, after = list(value.items())[:2], list(value.items())[2:]
    wanted = dict([*before, ("domaine", "0042"), ("statut", "no"), *after])
    (new,) = assets.evaluate(MODIFY, [[SOURCE, wanted]])
    assert new == SOURCE.replace("le mot\n", 'le mot\ndomaine: "0042"\nstatut: no\n')
    assert value_of(new) == wanted


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " deux",
        "fin ",
        "- tiret",
        "# titre",
        "[[lien]]",
        "true",
        "12:30",
        "clé : valeur",
        "a: b",
        "a\tb",
        "un\n\n\ntrois",
        "un\n  retrait",
        "un\n",
        "un\n\n",
        "@nom",
        "`code`",
        'l\'« un » "deux"',
        "mot " * 60 + "fin",
        "mot " * 60 + "\n- a\n- b",
        "\u00a0",
    ],
)
def test_a_text_is_read_as_it_was_typed(assets: Page, typed: str) -> None:
    for name in ("terme", "en_clair", "definition", "neuf"):
        modified(assets, SOURCE, **{name: typed})
    modified(
        assets, SOURCE, variantes=[typed, "communs"], historique=[{"version": 2, "note": typed}]
    )


def test_the_browser_reads_the_values_that_the_checks_read(assets: Page) -> None:
    wanted = {typed: value for typed, value in TRAPS.items() if value is not REFUSED}
    found = assets.evaluate(READ, [f"terme: {typed}\nfin: x\n" for typed in wanted])
    for (typed, value), read in zip(wanted.items(), found, strict=True):
        assert read["value"]["terme"] == value, typed


def test_a_fault_of_yaml_is_told_with_its_line(assets: Page) -> None:
    (found,) = assets.evaluate(READ, ['id: x\nterme: "sans fin\n'])
    assert found["value"] is None
    assert [error["line"] for error in found["errors"]] == [3]


def test_a_change_that_would_read_otherwise_is_refused(assets: Page) -> None:
    # In YAML 1.1, a plain « no » is no text.
    with pytest.raises(Error) as refused:
        assets.evaluate(MODIFY, [["%YAML 1.1\n---\nterme: a\n", {"terme": "no"}]])
    assert (
        "Ce changement ne peut pas être écrit sans risque : "
        "il est à faire à la main, dans le fichier.\n"
    ) in refused.value.message


def test_line_ends_of_windows_are_kept(assets: Page) -> None:
    text = SOURCE.replace("\n", "\r\n")
    (new,) = assets.evaluate(MODIFY, [[text, value_of(SOURCE) | {"terme": "Pré"}]])
    assert new == text.replace("terme: Commun #", "terme: Pré #")
