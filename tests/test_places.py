from __future__ import annotations

import pytest

from prendre_place.places import readable


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("§3, 1.2.2", "partie 3, section 1.2.2"),
        ("§3, 1.2.2 Groupe 6", "partie 3, section 1.2.2, groupe 6"),
        ("§4, Préconisations PTCE", "partie 4, Préconisations PTCE"),
        ("cité dans le rapport, §1, 2.2", "cité dans le rapport, partie 1, section 2.2"),
        ("§2, 3", "partie 2, section 3"),
        ("p. 12", "p. 12"),
        ("Annexe 1", "Annexe 1"),
    ],
)
def test_a_place_reads_as_its_reader_would_look_for_it(typed: str, shown: str) -> None:
    assert readable(typed) == shown
