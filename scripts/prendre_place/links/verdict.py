"""What is said of an address: a value, from one room to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["mort", "deplace", "refuse", "passager", "bon"]


@dataclass(frozen=True)
class Verdict:
    """What a site answered. `status` is the last HTTP code, None when nobody answered.

    `new_address` is where a page that has moved for good can be read.
    """

    state: State
    detail: str
    status: int | None = None
    new_address: str | None = None


@dataclass(frozen=True)
class Checked:
    """A verdict on an address, its day, and the day since when its state is the same."""

    address: str
    verdict: Verdict
    day: date
    since: date

    def holds(self, today: date, age: int) -> bool:
        """True when there is no need to ask again: a firm answer, under `age` days old.

        A site that did not answer is asked at each run: the fault may be ours.
        """
        firm = self.verdict.status is not None and self.verdict.state != "passager"
        return firm and (today - self.day).days < age
