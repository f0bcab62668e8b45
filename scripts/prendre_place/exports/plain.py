"""A text of an entry without its marks, for those who have no page to show it in."""

from __future__ import annotations

import re

from prendre_place import markup, places
from prendre_place.corpus import Corpus
from prendre_place.typography import french

EMPHASIS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s\\])\1", re.DOTALL)
WEB_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()\s]*)\)")
ESCAPED = re.compile(r"\\([\\`*_\[\]{}()#+.!|<>-])")
# A line that goes on is one with the line before; a blank line or a list item is not.
WRAPPED = re.compile(r"(?<!\n)\n(?!\n|[-*] |\d+\. )")


def plain(text: str, corpus: Corpus) -> str:
    """`[[id]]` as the title of the entry, `[@cle, lieu]` as « (Fraisse, 2017, p. 3) »."""
    text = markup.replace_citations(text, lambda citation: _citation(citation, corpus))
    text = markup.replace_links(text, lambda link: link.label or _title(link.id, corpus))
    text = EMPHASIS.sub(r"\2", WEB_LINK.sub(r"\1", text)).replace("`", "")
    return french(ESCAPED.sub(r"\1", WRAPPED.sub(" ", text.strip())))


def _citation(citation: markup.Citation, corpus: Corpus) -> str:
    works = []
    for work in citation.works:
        reference = corpus.references[work.key]
        place = [places.readable(work.place)] if work.place else []
        said = ", ".join([reference.names, reference.year or "s. d.", *place])
        works.append(f"{work.prefix} {said}".strip())
    return f"({' ; '.join(works)})"


def _title(entry_id: str, corpus: Corpus) -> str:
    entry = corpus.entries.get(entry_id)
    return entry.title if entry else entry_id
