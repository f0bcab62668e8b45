"""The value read is the value typed, or quotes are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.load.yaml_reader import read_yaml
from prendre_place.source_file import SourceFile
from tests.traps import REFUSED, TRAPS


@pytest.mark.parametrize("typed", TRAPS)
def test_a_trap_of_yaml_gives_the_value_of_the_table_or_is_refused(typed: str) -> None:
    document, problems = read_yaml(SourceFile("a.yml", f"terme: {typed}\nfin: x\n"))
    found = REFUSED if problems or document is None else document.data["terme"]
    assert found == TRAPS[typed]
    assert type(found) is type(TRAPS[typed])


def test_a_text_field_takes_every_text_and_asks_quotes_for_every_other_value(
    project: Path,
) -> None:
    file = project / "glossary/friche.yml"
    sound = file.read_text(encoding="utf-8")
    for typed, value in TRAPS.items():
        file.write_text(sound.replace("terme: Friche", f"terme: {typed}"), encoding="utf-8")
        codes = {p.code for p in load(project).problems if p.path == "glossary/friche.yml"}
        if isinstance(value, str) and value.strip():
            assert codes == set(), typed
        elif isinstance(value, bool | int | float) or typed in ("~", "null", "Null"):
            assert codes == {"guillemets"}, typed
        else:
            assert codes, typed


def test_a_number_longer_than_python_reads_is_no_traceback() -> None:
    document, problems = read_yaml(SourceFile("a.yml", f"terme: {'9' * 5000}\n"))
    assert (document and document.data, problems) == ({"terme": float("inf")}, [])
