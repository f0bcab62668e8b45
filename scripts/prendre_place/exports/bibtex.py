"""Pages of the site as BibTeX, in the fields that Zotero and biblatex read."""

from __future__ import annotations

from typing import TextIO

from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer

from prendre_place.citations.items import Item

TYPES = {"entry-dictionary": "inreference", "report": "report", "webpage": "online"}


def as_bibtex(item: Item, consulted: str | None = None) -> str:
    """One entry, in UTF-8; `consulted` is the day of reading (`2026-11-20`)."""
    year, *_ = parts = item["issued"]["date-parts"][0]
    fields = {
        "author": " and ".join(_kept(author["literal"]) for author in item["author"]),
        "title": _kept(item["title"]),
        "booktitle": _plain(item.get("container-title")),
        "series": _plain(item.get("collection-title")),
        "type": item.get("genre"),
        "edition": f"version {item['version']}",
        "version": item["version"],
        "publisher": _kept(item["publisher"]),
        "institution": _kept(item["publisher"]) if item["type"] == "report" else None,
        "date": "-".join(f"{part:02}" for part in parts),
        "year": str(year),
        "url": item["URL"],
        "urldate": consulted,
        "langid": "french",
        "language": item["language"],
        "abstract": _plain(item.get("abstract")),
    }
    entry = Entry(TYPES[item["type"]], [(name, value) for name, value in fields.items() if value])
    # Not `BibliographyData.to_string`, which looks for its writer in every installed package.
    return str(_Writer().to_string(BibliographyData({item["id"]: entry})))


def _kept(text: str) -> str:
    """A name or a title that no style may cut or put in small letters."""
    return f"{{{_plain(text)}}}"


def _plain(text: str | None) -> str:
    """Text without braces: BibTeX cannot hold one that is only a sign."""
    return (text or "").replace("{", "(").replace("}", ")")


class _Writer(Writer):  # type: ignore[misc]  # pybtex is not typed
    """With addresses as they are: biblatex and Zotero read no LaTeX in them."""

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:
        written = value if type == "url" else self._encode(value)
        stream.write(f",\n    {type} = {self.quote(written)}")
