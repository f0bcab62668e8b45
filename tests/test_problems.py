from __future__ import annotations

import pytest

from prendre_place.problems import nearest


@pytest.mark.parametrize(
    ("word", "meant"),
    [("definitoin", "definition"), ("Definition", "definition"), ("zzz", None), ("", None)],
)
def test_the_nearest_word_is_offered_only_when_near(word: str, meant: str | None) -> None:
    assert nearest(word, ["definition", "domaine"]) == meant
