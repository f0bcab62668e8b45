"""What BibTeX values say: text without LaTeX, names, keywords."""

from __future__ import annotations

import re

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.richtext import Text

from prendre_place.model.reference import ARCHIVE, Name

# What latexcodec leaves as it is: marks of style, and signs that Zotero writes by name.
STYLE = re.compile(r"\\(?:emph|textit|textbf|textsc|enquote|mkbibemph|mkbibquote)\s*(?=\{)")
SIGNS = {"textquoteright": "’", "textquoteleft": "‘", "textellipsis": "…", "ldots": "…"}
SIGN = re.compile(rf"\\({'|'.join(SIGNS)})(?:\{{\}}|\s+|(?![a-zA-Z]))")
# Better BibTeX's names with a particle: `family=Gaulle, given=Charles, prefix=de`.
EXTENDED_PART = re.compile(r'\b(family|given|prefix|suffix)="?([^",]+)"?')

# Fields that BibTeX reads to the letter: no LaTeX in them, whatever a program escaped.
VERBATIM = ("url", ARCHIVE, "doi", "eprint", "isbn", "issn")
ESCAPED = re.compile(r"\\([&%#$_{}~])")


def text(field: str, value: str) -> str:
    """The value of a field as text. Raises ValueError or PybtexError when malformed."""
    if field in VERBATIM:
        value = value.replace(r"{\textasciitilde}", "~")
        return ESCAPED.sub(r"\1", value)
    return plain(value)


def plain(latex: str) -> str:
    """The text without LaTeX. Raises ValueError or PybtexError when it is malformed."""
    if not re.search(r"[\\{}~$]", latex):
        return latex
    text = SIGN.sub(lambda match: SIGNS[match[1]], STYLE.sub("", latex))
    return str(Text.from_latex(text)).replace(r"\$", "$")


def names(field: str) -> tuple[Name, ...]:
    """People and institutions of a field of names. Raises as `plain` does."""
    return tuple(_name(name) for name in split_name_list(field)) if field else ()


def keywords(field: str) -> tuple[str, ...]:
    """Keywords, which commas part."""
    return tuple(word.strip() for word in field.split(",") if word.strip())


def _name(written: str) -> Name:
    if written in ("others", "{others}"):  # the second is what Zotero makes of the first
        return Name(famille="al.")
    if written.startswith("{") and written.endswith("}"):
        return Name(famille=plain(written))
    if written.startswith(("family=", "given=", "prefix=")):
        return _extended_name(written)
    person = Person(written)
    family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    given = " ".join([*person.first_names, *person.middle_names])
    return Name(famille=plain(family), prenoms=plain(given))


def _extended_name(written: str) -> Name:
    part = {name: value.strip() for name, value in EXTENDED_PART.findall(written)}
    family = [part[name] for name in ("prefix", "family", "suffix") if name in part]
    return Name(famille=plain(" ".join(family)), prenoms=plain(part.get("given", "")))
