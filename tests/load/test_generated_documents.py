"""Whatever bytes a file holds, the loader answers with problems: never a traceback."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from prendre_place.kinds import KINDS
from prendre_place.load.project import load
from prendre_place.reporters import as_json, as_text

FIELDS = sorted(
    {
        name
        for kind in KINDS.values()
        for stem in ("friche", "enquete", "methode", "ateliers", "chiffres", "poles-temoins")
        if (model := kind.model_for(stem)) is not None
        for name in model.model_fields
    }
)
TEXTS = [
    *(
        "",
        " ",
        "a-relire",
        "publie",
        "1",
        "-1",
        "0042",
        "2026-13-45",
        "no",
        "null",
        "~",
        "[[friche]]",
    ),
    *("[[x]]", "[[", "[@lebrun1999, p. 1]", "[@", "[@x; y]", "<script>alert(1)</script>"),
    *("javascript:alert(1)", "{{ 7 * 7 }}", "{% raw %}", "=1+1", "../../etc/passwd", "a\u202eb"),
    *("\u200b", "é" * 300, "mot " * 40, "| a | b |", "# Titre", "```\ncode", "{ onclick=x }", "E7"),
]


def test_any_bytes_give_problems(project: Path) -> None:
    file = project / "glossary" / "friche.yml"

    @settings(
        max_examples=150,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(st.binary(), st.text().map(str.encode)))
    def check(content: bytes) -> None:
        file.write_bytes(content)
        problems = load(project).problems
        assert problems
        assert as_text(problems)
        assert as_json(problems)

    check()


@pytest.mark.parametrize("seed", range(20))
def test_five_hundred_generated_documents_at_once_give_problems(seed: int, project: Path) -> None:
    chance = random.Random(seed)
    folders = list(KINDS)
    for folder in folders:
        shutil.rmtree(project / folder, ignore_errors=True)
        (project / folder).mkdir()
    for number in range(500):
        text = yaml.dump(_document(chance, f"entree-{number}"), allow_unicode=True, sort_keys=False)
        path = project / chance.choice(folders) / f"entree-{number}.yml"
        path.write_text(text, encoding="utf-8")
    loaded = load(project)
    assert loaded.corpus is None
    assert len({problem.path for problem in loaded.problems}) >= 490
    assert as_text(loaded.problems)


def _document(chance: random.Random, entry_id: str) -> dict[str, object]:
    fields = chance.sample(FIELDS, chance.randint(0, 15))
    return {"id": entry_id} | {name: _value(chance, 3) for name in fields}


def _value(chance: random.Random, depth: int) -> object:
    kind = chance.randrange(6 if depth else 3)
    if kind == 3:
        return [_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    if kind >= 4:
        names = chance.sample(FIELDS, chance.randrange(5))
        return {name: _value(chance, depth - 1) for name in names}
    return chance.choice([*TEXTS, 7, None, True, 3.14])


def test_every_field_of_every_model_is_generated() -> None:
    models = [kind.model_for("friche") for kind in KINDS.values()]
    assert all(isinstance(m, type) and issubclass(m, BaseModel) for m in models if m)
    assert {"definition", "chronologie", "appuis", "roles", "hypotheses", "cas"} <= set(FIELDS)
