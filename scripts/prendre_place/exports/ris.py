"""Pages and references as RIS, the exchange format that every reference manager reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from prendre_place.citations.items import Item, full_name

TYPES = {
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "document": "GEN",
    "entry-dictionary": "DICT",
    "manuscript": "UNPB",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy is not typed
    """With editors as editors (ED), and without the number above each record: RIS knows none."""

    DEFAULT_MAPPING = TAG_KEY_MAPPING | {"ED": "editors"}
    DEFAULT_LIST_TAGS = (*LIST_TYPE_TAGS, "ED")

    def set_header(self, count: int) -> str:
        return ""


def as_ris(*items: Item) -> str:
    """One record for each item; an institution is one AU line, a date is `2026/11/20/`."""
    records = [{k: v for k, v in _record(item).items() if v} for item in items]
    return str(rispy.dumps(records, implementation=_Writer)).lstrip()


def _record(item: Item) -> dict[str, Any]:
    pages = item.get("page", "").replace("–", "-").partition("-")
    keywords = item.get("keyword", "")
    return {
        "type_of_reference": TYPES[item["type"]],
        "id": item["id"],
        "authors": _names(item.get("author", ())),
        "editors": _names(item.get("editor", ())),
        "subsidiary_authors": _names(item.get("translator", ())),
        "title": item.get("title"),
        **_series(item),
        "volume": item.get("volume"),
        "number": item.get("issue") or item.get("number"),
        "start_page": pages[0] or item.get("number-of-pages"),
        "end_page": pages[2],
        "edition": f"version {item['version']}" if "version" in item else item.get("edition"),
        "publisher": item.get("publisher"),
        "place_published": item.get("publisher-place"),
        **_dates(item),
        "issn": item.get("ISBN"),
        "doi": item.get("DOI"),
        "language": item.get("language"),
        "abstract": item.get("abstract"),
        "notes": [item["annote"]] if "annote" in item else None,
        "keywords": [word.strip() for word in keywords.split(",") if word.strip()],
        "type_of_work": item.get("genre"),
        "urls": [item["URL"]] if "URL" in item else None,
    }


def _series(item: Item) -> dict[str, Any]:
    """What the work is part of: T2, and T3 for the series of what holds it."""
    container, series = item.get("container-title"), item.get("collection-title")
    if container:
        return {"secondary_title": container, "tertiary_title": series}
    return {"secondary_title": series}


def _dates(item: Item) -> dict[str, Any]:
    if "issued" not in item:
        return {}
    parts = [f"{part:02}" for part in item["issued"]["date-parts"][0]]
    return {"year": parts[0], "date": "/".join([*parts, *[""] * (4 - len(parts))])}


def _names(names: Iterable[dict[str, str]]) -> list[str]:
    return [full_name(name) for name in names]
