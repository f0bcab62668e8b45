from __future__ import annotations

import pytest

from prendre_place.drawings.chronology import Event, chronology
from tests.drawings.geometry import outside, overlaps, parsed


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("2021", (2021.0, 2022.0)),
        ("2021-01", (2021.0, 2021 + 31 / 365)),
        ("2021-12", (2021 + 334 / 365, 2022.0)),
        ("2020-02-29", (2020 + 59 / 366, 2020 + 60 / 366)),
        ("2021-12-31", (2021 + 364 / 365, 2022.0)),
        ("2019/2020-06", (2019.0, 2020 + 182 / 366)),
    ],
)
def test_a_date_names_a_period(edtf: str, span: tuple[float, float]) -> None:
    assert Event(edtf, "", "").span == pytest.approx(span)


def _periods(*dates: str) -> list[tuple[float, float, float]]:
    """For each event its horizontal place, and the top and bottom of its period."""
    root = parsed(chronology("essai", [Event(date, date, "un mot") for date in dates]))
    found = []
    for path in root.findall("path[@class='periode']"):
        start, end = path.get("d", "")[1:].split("L")
        (x, top), (_, bottom) = (tuple(map(float, point.split())) for point in (start, end))
        found.append((x, top, bottom))
    return found


def test_dates_come_in_order_whatever_the_order_of_the_file() -> None:
    root = parsed(chronology("essai", [Event(d, d, "mot") for d in ("2023", "1921", "2012-05")]))
    assert [t.text for t in root.findall("text[@class='fort']")] == ["1921", "2012-05", "2023"]


def test_a_period_ends_where_a_later_date_begins() -> None:
    (_, _, end), (_, start, _) = _periods("2012/2021", "2022")
    assert end == pytest.approx(start, abs=1.1)


def test_a_period_goes_beyond_the_dates_that_it_covers() -> None:
    (_, _, long_end), (_, start, _), _ = _periods("2012/2022", "2015-03", "2024")
    assert long_end > start


def test_periods_that_overlap_stand_side_by_side() -> None:
    (first, *_), (second, *_), (third, *_) = _periods("2012/2022", "2015", "2023")
    assert first != second
    assert first == third


def test_dates_that_begin_together_are_drawn_apart() -> None:
    events = [Event(date, date, "un mot") for date in ("2012", "2012/2022", "2012-01-01")]
    root = parsed(chronology("essai", events))
    assert overlaps(root) == []
    assert outside(root) == []


def test_only_one_date_is_a_chronology_too() -> None:
    assert outside(parsed(chronology("essai", [Event("2019", "2019", "Ouverture")]))) == []
