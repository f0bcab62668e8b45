"""What was checked, kept line by line: an interrupted run goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from prendre_place.links.verdict import Checked, Verdict


class Journal:
    """A file of one JSON object a line; the last line on an address is the one that counts."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, Checked]:
        """What is known, by address; a line cut short by a stop is passed over."""
        try:
            lines = self.path.read_text("utf-8").splitlines()
        except OSError:
            return {}
        known = {}
        for line in lines:
            try:
                checked = from_json(json.loads(line))
            except (ValueError, KeyError, TypeError):
                continue
            known[checked.address] = checked
        return known

    def add(self, checked: Checked) -> None:
        """Keep one result at once."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"{_line(checked)}\n")

    def keep_only(self, results: Iterable[Checked]) -> None:
        """Forget what came before, and the addresses that are written nowhere any more."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".nouveau")
        draft.write_text("".join(f"{_line(c)}\n" for c in results), encoding="utf-8")
        draft.replace(self.path)


def to_json(checked: Checked) -> dict[str, Any]:
    """The object of the journal and of the report."""
    verdict = checked.verdict
    return {
        "adresse": checked.address,
        "etat": verdict.state,
        "detail": verdict.detail,
        "code_http": verdict.status,
        "nouvelle_adresse": verdict.new_address,
        "verifiee_le": checked.day.isoformat(),
        "depuis": checked.since.isoformat(),
    }


def from_json(data: dict[str, Any]) -> Checked:
    """The inverse of `to_json`."""
    return Checked(
        data["adresse"],
        Verdict(data["etat"], data["detail"], data["code_http"], data["nouvelle_adresse"]),
        date.fromisoformat(data["verifiee_le"]),
        date.fromisoformat(data["depuis"]),
    )


def _line(checked: Checked) -> str:
    return json.dumps(to_json(checked), ensure_ascii=False)
