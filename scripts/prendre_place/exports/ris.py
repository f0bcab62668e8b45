"""Pages of the site as RIS, the exchange format that every reference manager reads."""

from __future__ import annotations

import rispy

from prendre_place.citations.items import Item

TYPES = {"entry-dictionary": "DICT", "report": "RPRT", "webpage": "ELEC"}


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy is not typed
    """Without the number that rispy writes above each record: RIS knows no such line."""

    def set_header(self, count: int) -> str:
        return ""


def as_ris(item: Item) -> str:
    """One record; an institution is one AU line, a date is `2026/11/20/`."""
    parts = item["issued"]["date-parts"][0]
    record = {
        "type_of_reference": TYPES[item["type"]],
        "id": item["id"],
        "authors": [author["literal"] for author in item["author"]],
        "title": item["title"],
        "secondary_title": item.get("container-title") or item["collection-title"],
        "edition": f"version {item['version']}",
        "publisher": item["publisher"],
        "year": str(parts[0]),
        "date": "/".join([*(f"{part:02}" for part in parts), *[""] * (4 - len(parts))]),
        "language": item["language"],
        "abstract": item.get("abstract"),
        "type_of_work": item.get("genre"),
        "urls": [item["URL"]],
    }
    return str(
        rispy.dumps([{k: v for k, v in record.items() if v}], implementation=_Writer)
    ).lstrip()
