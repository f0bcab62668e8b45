from __future__ import annotations

import pytest

from prendre_place.model.values import Prose
from prendre_place.pages.environment import block, cell, environment, escaped, readable_date


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2021", "2021"),
        ("2021-10", "octobre 2021"),
        ("2021-10-07", "7 octobre 2021"),
        ("2021-10-01", "1er octobre 2021"),
        ("2021/2023-02", "de 2021 à février 2023"),
        ("2012-10/2013", "d’octobre 2012 à 2013"),
        ("2021-10-07/2021-10-08", "du 7 octobre 2021 au 8 octobre 2021"),
    ],
)
def test_a_date_is_as_precise_as_its_source(edtf: str, shown: str) -> None:
    assert readable_date(edtf) == shown


def test_plain_text_cannot_become_markup() -> None:
    assert escaped("a*b* [[x]] <b> | #") == r"a\*b\* \[\[x\]\] &lt;b&gt; \| \#"


def test_a_template_cannot_forget_to_escape() -> None:
    template = environment().from_string("{{ plain }} / {{ prose }}")
    assert template.render(plain="*a*", prose=Prose("*a*")) == r"\*a\* / *a*"


def test_a_list_under_a_line_of_text_gets_its_blank_line() -> None:
    assert block(Prose("Trois :\n- un\n- deux\nfin")) == "Trois :\n\n- un\n- deux\nfin"


def test_a_cell_is_one_line_and_keeps_the_bar_of_links() -> None:
    assert cell(Prose("a | b\n[[c|d]]")) == r"a \| b [[c|d]]"
