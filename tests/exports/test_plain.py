from __future__ import annotations

import pytest

from prendre_place.corpus import Corpus
from prendre_place.exports.plain import plain

NB = "\u00a0"


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("Un [[commun]].", "Un Commun."),
        ("Le [[commun|bien commun]].", "Le bien commun."),
        ("Dit [@martin2001jardin, p. 12].", f"Dit (Martin et Petit, 2001, p.{NB}12)."),
        (
            "Dit [voir @val2020rapport, §3, 1.2 ; @lebrun1999].",
            f"Dit (voir Institut du Val, 2020, partie 3, section 1.2{NB}; Lebrun et al., 1999).",
        ),
        ("**Gras**, *italique* et ***les deux***.", "Gras, italique et les deux."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("Un [site](https://a.invalid/x).", "Un site."),
        ("Un `code` et \\*une étoile\\*.", "Un code et *une étoile*."),
        ("Sur deux\nlignes.", "Sur deux lignes."),
        ("Un.\n\nDeux.\n- a\n- b", "Un.\n\nDeux.\n- a\n- b"),
        ("L'eau « vive » ?", f"L’eau «{NB}vive{NB}»{NB}?"),
    ],
)
def test_marks_become_words(marked: str, shown: str, invented: Corpus) -> None:
    assert plain(marked, invented) == shown
