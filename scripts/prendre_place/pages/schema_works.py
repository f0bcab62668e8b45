"""Works of the bibliography in the words of https://schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from prendre_place.model.reference import Name, Reference

TYPES = {
    "article": "ScholarlyArticle",
    "book": "Book",
    "incollection": "Chapter",
    "inbook": "Chapter",
    "inproceedings": "ScholarlyArticle",
    "manual": "Book",
    "mastersthesis": "Thesis",
    "online": "WebPage",
    "phdthesis": "Thesis",
    "proceedings": "Book",
    "report": "Report",
    "techreport": "Report",
    "thesis": "Thesis",
}
# BibTeX field: property of schema.org, on the work itself.
FIELDS = {
    "pages": "pagination",
    "pagetotal": "numberOfPages",
    "edition": "bookEdition",
    "url": "url",
}
PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
Json = dict[str, Any]


def described_work(reference: Reference) -> Json:
    """One work, with what is known of it and no more."""
    fields = reference.champs
    content: Json = {
        "@type": TYPES.get(reference.type, "CreativeWork"),
        "name": reference.title or reference.short_name,
        "author": _people(reference.auteurs),
        "editor": _people(reference.directeurs),
        "translator": _people(reference.traducteurs),
        "datePublished": _date(fields),
        **{theirs: fields.get(ours) for ours, theirs in FIELDS.items()},
        "genre": fields.get("type"),
        "publisher": _publisher(fields),
        "isPartOf": _whole(reference),
        "sameAs": _elsewhere(reference),
        "inLanguage": {"french": "fr", "english": "en"}.get(fields.get("langid", "")),
    }
    if reference.type in ("techreport", "report"):
        content["reportNumber"] = fields.get("number")
    if content["@type"] == "Book":
        content["isbn"] = fields.get("isbn")
    return {name: value for name, value in content.items() if value}


def _people(names: Iterable[Name]) -> list[Json]:
    """A name without given name may be an institution's or a person's: it is only a name."""
    return [
        {
            "@type": "Person",
            "name": f"{name.prenoms} {name.famille}",
            "familyName": name.famille,
            "givenName": name.prenoms,
        }
        if name.prenoms
        else {"name": name.famille}
        for name in names
    ]


def _date(fields: dict[str, str]) -> str | None:
    year, month = fields.get("year"), fields.get("month", "")[:3].lower()
    return f"{year}-{MONTHS.index(month) + 1:02}" if year and month in MONTHS else year


def _publisher(fields: dict[str, str]) -> Json | None:
    name = next((fields[field] for field in PUBLISHERS if field in fields), None)
    if name is None:
        return None
    place = {"location": fields["address"]} if "address" in fields else {}
    return {"@type": "Organization", "name": name, **place}


def _whole(reference: Reference) -> Json | None:
    """The issue of a journal, the book of a chapter, the series of a book."""
    fields = reference.champs
    if "journal" in fields:
        whole: Json = {"@type": "Periodical", "name": fields["journal"]}
        if "volume" in fields:
            volume = fields["volume"]
            whole = {"@type": "PublicationVolume", "volumeNumber": volume, "isPartOf": whole}
        if "number" in fields:
            issue = fields["number"]
            whole = {"@type": "PublicationIssue", "issueNumber": issue, "isPartOf": whole}
        return whole
    series = fields.get("series") and {"@type": "BookSeries", "name": fields["series"]}
    if "booktitle" in fields:
        book = {"@type": "Book", "name": fields["booktitle"], "isbn": fields.get("isbn")}
        return {name: value for name, value in {**book, "isPartOf": series}.items() if value}
    return series or None


def _elsewhere(reference: Reference) -> list[str]:
    """Its permanent addresses."""
    fields = reference.champs
    hal = f"https://hal.science/{fields['eprint']}" if fields.get("eprinttype") == "hal" else None
    return [address for address in (reference.doi, hal) if address]
