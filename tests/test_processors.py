"""Work that is shared between processors comes back as if it had been done here."""

from __future__ import annotations

import os

import pytest

from prendre_place.processors import begun, shared_out


def test_work_is_done_meanwhile_and_its_outcome_waited_for() -> None:
    outcome = begun(lambda: {"fait": os.getpid()})
    done = outcome()
    assert list(done) == ["fait"]


def test_each_item_has_its_outcome_at_its_place() -> None:
    for count in range(12):
        assert shared_out(lambda n: n * n, range(count)) == [n * n for n in range(count)]


def test_an_error_in_another_process_is_told_in_this_one(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fails() -> None:
        raise OSError("plus de place")

    with pytest.raises(OSError, match="plus de place"):
        begun(fails)()
    assert capfd.readouterr().err == ""


def test_a_process_that_is_killed_is_replaced_by_this_one() -> None:
    here = os.getpid()

    def killed_elsewhere() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        return "fait"

    assert begun(killed_elsewhere)() == "fait"
