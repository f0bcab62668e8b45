"""The fields of `bibliography.bib`, in their order, and how two values are compared."""

from __future__ import annotations

import re
import unicodedata

from stdnum import isbn

from prendre_place.corpus import sort_key
from prendre_place.load.bibtex_reader import PEOPLE
from prendre_place.model.reference import Name, Reference

# Written in the file itself and nowhere else: Zotero knows nothing of them.
OURS = ("keywords", "annote")
ORDER = (
    *PEOPLE,
    *("title", "booktitle", "journal", "volume", "number", "pages"),
    *("year", "month", "day", "edition"),
    *("publisher", "institution", "school", "howpublished", "address", "series"),
    *("type", "pagetotal", "doi", "eprint", "eprinttype", "isbn", "issn"),
    *("url", "urldate", "archiveurl", "langid"),
    *OURS,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FRENCH_MONTHS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet"),
    *("aout", "septembre", "octobre", "novembre", "decembre"),
)
SIGNS = str.maketrans({"’": "'", "‘": "'", "«": '"', "»": '"', "“": '"', "”": '"'})
DASHES = re.compile(r"-{2,}|[‐‑‒–—−]")
SPACES_OF_SIGNS = re.compile(r'\s+(?=[:;?!%"])|(?<=")\s+|\s+$')


def folded(text: str) -> str:
    """Words alone, without case, accents or signs: by which titles and names are sought."""
    return " ".join(re.findall(r"[^\W_]+", sort_key(text)))


def month(text: str) -> str | None:
    """The three letters of BibTeX for a month in digits, in English or in French."""
    word = folded(text)
    if word.isdigit() and 1 <= int(word) <= 12:
        return MONTHS[int(word) - 1]
    if word in FRENCH_MONTHS:
        return MONTHS[FRENCH_MONTHS.index(word)]
    return word[:3] if word[:3] in MONTHS else None


def isbn13(text: str) -> str:
    """The thirteen digits of an ISBN, or the text when it is not one."""
    return isbn.to_isbn13(isbn.compact(text)) if isbn.is_valid(text) else text


def same(field: str, one: str, other: str) -> bool:
    """Whether two values say the same, apart from typography and LaTeX."""
    return _compared(field, one) == _compared(field, other)


def _compared(field: str, value: str) -> str | None:
    if field == "doi":
        return value.lower()
    if field == "isbn":
        return isbn13(value)
    if field == "month":
        return month(value)
    text = unicodedata.normalize("NFKC", value).translate(SIGNS)
    return SPACES_OF_SIGNS.sub("", re.sub(r"\s+", " ", DASHES.sub("-", text)))


def value(reference: Reference, field: str) -> str:
    """A field of a reference, in the words of the file; nothing when it is absent."""
    if field in PEOPLE:
        return " and ".join(_written(name) for name in getattr(reference, PEOPLE[field]))
    if field == "keywords":
        return ", ".join(reference.mots_cles)
    return reference.champs.get(field, "")


def _written(name: Name) -> str:
    if name == Name(famille="al."):
        return "others"
    return f"{name.famille}, {name.prenoms}" if name.prenoms else f"{{{name.famille}}}"


def first_family(reference: Reference) -> str:
    """Family name, folded, of the first author or editor."""
    people = reference.auteurs or reference.directeurs
    return folded(people[0].famille) if people else ""
