"""The first mention of a term or of an acronym on a page leads to what explains it.

The link is written in the text as an author would write it, before anything else is
done to the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from prendre_place import markup
from prendre_place.corpus import Corpus
from prendre_place.pages.acronyms import acronym_rows
from prendre_place.vocabulary import Name

# Between these marks a template writes the texts of its entry; no term is linked elsewhere.
TEXT_BEGINS = "{texte}"
TEXT_ENDS = "{fin-du-texte}"
# Where a link would be out of place, or would spoil what is written.
KEPT = re.compile(
    "|".join(
        (
            markup.CODE.pattern,
            rf"{TEXT_ENDS}.*?(?:{TEXT_BEGINS}|\Z)",
            r"^#[^\n]*",  # a heading
            r"^\|[^\n]*\n\|[-:| ]+$",  # the headers of a table
            r"^(?![:\n])[^\n]+(?=\n\n?:   )",  # what a list of definitions defines
            r"«[^»]*»",
            r"\[\[[^\]]*\]\]",  # a link that the author wrote
            r"\[[^\]]*\](?:\([^)]*\))?",  # any other link, a citation
            r"\{[^}\n]*\}",  # attributes
            r"<(?P<tag>svg|h\d|a|abbr|th|figcaption|button|span)\b.*?</(?P=tag)>",
            r"<[^>]*>",
            r"https?://\S+",
        )
    ),
    re.MULTILINE | re.DOTALL,
)


class TermLinks:
    """Links the terms and acronyms of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.vocabulary = corpus.vocabulary
        self._anchors = {row.sigle: row.anchor for row in acronym_rows(corpus)}

    def link_entry(self, body: str, entry_id: str) -> str:
        """The body that a template wrote for an entry, its texts linked, without its marks."""
        before, _, rest = body.partition(TEXT_BEGINS)
        linked = self.link(rest, entry_id)
        return f"{before}{linked}".replace(TEXT_BEGINS, "").replace(TEXT_ENDS, "")

    def link(self, text: str, own_id: str | None = None) -> str:
        """The Markdown with the first mention of each name linked, those of `own_id` excepted."""
        done = {name for link in markup.links(text) if link.declined for name in self._meant(link)}
        return "".join(self._pieces(text, own_id, done))

    def _pieces(self, text: str, own_id: str | None, done: set[str]) -> Iterator[str]:
        end = 0
        for kept in KEPT.finditer(text):
            yield from self._linked(text[end : kept.start()], own_id, done)
            yield kept.group()
            if kept.group().startswith("[["):
                done.update(link.id for link in markup.links(kept.group()))
            end = kept.end()
        yield from self._linked(text[end:], own_id, done)

    def _linked(self, text: str, own_id: str | None, done: set[str]) -> Iterator[str]:
        end = 0
        for mention in self.vocabulary.mentions(text):
            name = mention.name
            target = name.entry or name.acronym
            if target is None or target in done or own_id in name.bearers:
                continue
            done.add(target)
            yield text[end : mention.start]
            yield self._written(name, text[mention.start : mention.end])
            end = mention.end
        yield text[end:]

    def _written(self, name: Name, words: str) -> str:
        if name.entry:
            return f"[[{name.entry}|{words}]]"
        return f"[{words}](page:glossaire/sigles.md#{self._anchors[name.acronym or '']})"

    def _meant(self, link: markup.Link) -> Iterator[str]:
        """What the words of `[[|mots]]`, which ask for no link, would have led to."""
        for mention in self.vocabulary.mentions(link.label or ""):
            yield mention.name.entry or mention.name.acronym or ""
