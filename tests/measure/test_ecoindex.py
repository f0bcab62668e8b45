"""EcoIndex gives the classes that its authors publish."""

from __future__ import annotations

import pytest

from prendre_place.measure.ecoindex import EcoIndex, ecoindex


def test_the_example_of_its_authors_has_the_class_that_they_give() -> None:
    # https://github.com/cnumr/ecoindex_python: 100 elements, 100 requests, 100 kilobytes.
    assert ecoindex(100, 100, 100) == EcoIndex(72, "B")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ((0, 0, 0.0), EcoIndex(100, "A")),
        ((594601, 3920, 223212.26), EcoIndex(0, "G")),
        ((10_000_000, 10_000, 1e9), EcoIndex(0, "G")),
    ],
)
def test_the_lightest_and_the_heaviest_are_at_both_ends(
    page: tuple[int, int, float], expected: EcoIndex
) -> None:
    assert ecoindex(*page) == expected


def test_elements_count_for_more_than_weight() -> None:
    light = ecoindex(100, 5, 20).score
    assert light - ecoindex(2000, 5, 20).score > light - ecoindex(100, 5, 5000).score
