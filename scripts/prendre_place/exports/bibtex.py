"""Pages of the site as BibTeX, in the fields that Zotero and biblatex read."""

from __future__ import annotations

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from prendre_place.citations.items import Item

TYPES = {"entry-dictionary": "inreference", "report": "report", "webpage": "online"}


def as_bibtex(item: Item, consulted: str | None = None) -> str:
    """One entry, in UTF-8; `consulted` is the day of reading (`2026-11-20`)."""
    year, *_ = parts = item["issued"]["date-parts"][0]
    institutions = [{"author": f"{{{a['literal']}}}"} for a in item["author"]]
    fields = {
        "author": " and ".join(i["author"] for i in institutions),
        "title": f"{{{item['title']}}}",
        "booktitle": item.get("container-title"),
        "series": item.get("collection-title"),
        "type": item.get("genre"),
        "edition": f"version {item['version']}",
        "version": item["version"],
        "publisher": f"{{{item['publisher']}}}",
        "institution": f"{{{item['publisher']}}}" if item["type"] == "report" else None,
        "date": "-".join(f"{part:02}" for part in parts),
        "year": str(year),
        "url": item["URL"],
        "urldate": consulted,
        "langid": "french",
        "language": item["language"],
        "abstract": item.get("abstract"),
    }
    kept = [(name, value) for name, value in fields.items() if value]
    entry = Entry(TYPES[item["type"]], kept)
    # Writer by name: looking for it as a plugin takes longer than writing.
    return str(Writer().to_string(BibliographyData({item["id"]: entry})))
