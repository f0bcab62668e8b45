"""What an entry is also called: shown under its title, and given as its other labels."""

from __future__ import annotations

import re

from prendre_place.corpus import sort_key
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation
from prendre_place.model.terrain import Terrain
from prendre_place.vocabulary import says_the_same

PLURAL = re.compile(r"(?<=..)(?:[sx]|(?<=a)ux|(?<=a)l)$")  # mots, lieux, sociaux and social


def other_names(entry: Entry) -> list[str]:
    """Its acronym and other names, each once; what it is only looked for by is left out.

    Advice, concepts and pages of the enquiry have a title and no other name. A mere plural or
    case of a name is no other.
    """
    if isinstance(entry, Organisation | Terrain):
        names = [name for name in (entry.acronym, *entry.variantes) if name]
    elif isinstance(entry, GlossaryEntry):
        kept = (name for name in entry.variantes if says_the_same(name, entry))
        names = [name for name in (entry.sigle, *kept) if name]
    else:
        return []
    by_form = {_bare(name): name for name in reversed(names)}
    by_form.pop(_bare(entry.title), None)
    return [name for name in names if by_form.get(_bare(name)) == name]


def _bare(name: str) -> str:
    """The name without accents, case, or the marks of the plural."""
    return " ".join(PLURAL.sub("", word) for word in sort_key(name).split())
