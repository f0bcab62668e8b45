from __future__ import annotations

import pytest

from prendre_place.corpus import Corpus
from prendre_place.drawings import svg
from prendre_place.drawings.chips import Label, chip, flowed
from prendre_place.drawings.svg import Drawing, figure
from prendre_place.drawings.text import room_of, wrapped
from prendre_place.pages.finishing import finish
from tests.drawings.geometry import boxes, outside, parsed

HOSTILE = '</title><script>alert(1)</script>" onload="x" [[commun]] [@val2020rapport, p. 1] {x} `'


def _drawing(words: str, address: str | None = None) -> Drawing:
    made = chip(Label(words, address), 0, 0, 300)
    return Drawing("essai", words, words, made.height, [made.drawn()])


def test_an_image_has_a_name_and_a_description() -> None:
    root = parsed(_drawing("Un mot"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "essai-titre"
    assert root.get("aria-describedby") == "essai-description"
    assert root.findtext("title") == "Un mot"
    assert root.find("desc").get("id") == "essai-description"  # type: ignore[union-attr]


def test_a_drawing_of_links_is_a_group_and_each_link_has_its_name() -> None:
    root = parsed(_drawing("Économie sociale et solidaire des Hauts-de-France", "../ess/"))
    assert root.get("role") == "group"
    link = root.find("a")
    assert link is not None
    assert link.get("href") == "../ess/"
    assert "".join(link.itertext()) == "Économie sociale et solidaire des Hauts-de-France"


def test_no_text_escapes_from_a_drawing() -> None:
    written = str(figure(_drawing(HOSTILE, '../x/" onclick="y')))
    assert "<script" not in written
    root = parsed(_drawing(HOSTILE, '../x/" onclick="y'))
    assert root.findtext("title") == HOSTILE
    assert {name for element in root.iter() for name in element.keys()}.isdisjoint(  # noqa: SIM118
        {"onload", "onclick"}
    )


def test_no_mark_of_ours_is_read_in_a_drawing(corpus: Corpus) -> None:
    written = str(figure(_drawing(HOSTILE)))
    finished = finish(written, "essai.md", corpus)
    assert finished.replace("\u00a0", " ").strip() == written


def test_a_drawing_is_one_line_of_html() -> None:
    assert "\n" not in figure(_drawing("Deux\n lignes"))


def test_a_text_is_cut_into_lines_that_hold_in_their_room() -> None:
    words = "Établissement public de coopération intercommunale"
    lines = wrapped(words, 140)
    assert " ".join(lines) == words
    assert all(room_of(line) <= 140 for line in lines)


def test_a_word_longer_than_its_room_is_not_cut() -> None:
    assert wrapped("un anticonstitutionnellement", 60) == ["un", "anticonstitutionnellement"]


@pytest.mark.parametrize("count", [1, 2, 9])
def test_boxes_in_rows_do_not_overlap(count: int) -> None:
    labels = [Label("mot " * (rank % 4 + 1)) for rank in range(count)]
    chips = flowed(labels, 0, 0, svg.WIDTH)
    root = parsed(Drawing("x", "x", "x", 900, [made.drawn() for made in chips]))
    areas = boxes(root)
    assert len(areas) == count
    assert outside(root) == []
    assert not any(a.meets(b) for i, a in enumerate(areas) for b in areas[:i])
