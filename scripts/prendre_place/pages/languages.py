"""Foreign words of a finished page bear their language (WCAG 2.2, 3.1.2).

Known are those of `mots-etrangers.yml`, the names of terms in other languages, and the
titles of works that are not in French.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from prendre_place.corpus import Corpus
from prendre_place.model.glossary import GlossaryEntry

# Where words are no text of the page, or bear their language already.
APART = re.compile(
    r"<(?P<tag>code|option|pre|script|svg)\b.*?</(?P=tag)>"
    r"|<(?P<other>(?!html\b)\w+)\b[^>]*\slang=[^>]*>.*?</(?P=other)>"
    r"|<[^>]*>",
    re.DOTALL,
)
SPACE = re.compile(r"\s+")


class Languages:
    """Marks the foreign words of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        languages = {escape(word, quote=False): code for word, code in _foreign(corpus)}
        self.known = {_plain(word): code for word, code in languages.items()}
        self._words = _pattern(languages) if languages else None

    def mark(self, html: str) -> str:
        """The page with a `lang` around each foreign expression."""
        start = max(html.find("</head>"), 0)  # a tag cannot stand in the head
        if self._words is None or not self._words.search(html, start):
            return html
        pieces = [html[:start]]
        end = start
        for apart in APART.finditer(html, start):
            pieces += [self._marked(html[end : apart.start()]), apart.group()]
            end = apart.end()
        return "".join([*pieces, self._marked(html[end:])])

    def _marked(self, text: str) -> str:
        assert self._words is not None
        return self._words.sub(self._span, text) if text.strip() else text

    def _span(self, match: re.Match[str]) -> str:
        language = self.known[_plain(match.group())]
        return f'<span lang="{language}">{match.group()}</span>'


def _foreign(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Each expression with its language."""
    for reference in corpus.references.values():
        if reference.title and reference.language != "fr":
            yield reference.title, reference.language
    for entry in corpus.entries.values():
        if isinstance(entry, GlossaryEntry):
            # A word alone may be French as well: « participation ».
            yield from ((e.terme, e.langue) for e in entry.equivalents if " " in e.terme)
    yield from corpus.foreign_words.items()


def _pattern(expressions: Iterable[str]) -> re.Pattern[str]:
    """Any of the expressions, begun with a capital or not; tried by first letter, for speed."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for words in sorted(expressions, key=len, reverse=True):
        by_letter[words[0].lower()].append(_spaced(words[1:]))
    letters = (f"[{a}{a.upper()}](?:{'|'.join(ends)})" for a, ends in by_letter.items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(letters)})(?![\w-])")


def _spaced(words: str) -> str:
    """Whatever its spaces are, and the one that French puts before a colon."""
    exact = r"\s+".join(map(re.escape, words.split(" ")))
    return re.sub(r"(\\s\+)?([:;!?])", r"\\s*\2", exact)


def _plain(words: str) -> str:
    """What stays the same however the words are spaced and begun."""
    bare = SPACE.sub("", words)
    return bare[:1].lower() + bare[1:]
