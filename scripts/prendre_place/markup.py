"""The two marks that authors write in any text: `[[id]]` and `[@cle, lieu]`.

`[[id|mots]]` shows other words; `[[|mots]]` leads nowhere, and keeps its words from
being linked of themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

LINK = re.compile(r"\[\[(?P<id>[^\[\]|\n]*)(?:\|(?P<label>[^\[\]]*))?\]\]")
# A bracket that is not a Markdown link, holding an @ that begins a word.
CITATION = re.compile(r"(?<!\[)\[(?P<body>(?:[^\[\]@]*[\s;-])?@[^\[\]]*)\](?![(\]])")
CITED = re.compile(
    r"^(?P<prefix>[^@]*?)@(?P<key>[\w-]+)(?:\s*,\s*(?P<place>[^\s@][^@]*?))?$", re.DOTALL
)
# Two brackets that open no link, or a link whose words are missing.
BROKEN_LINK = re.compile(r"\[\[[^\[\]\n]{0,60}\]?")
IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?(?P<address>[^)\s>]*)")
CODE = re.compile(
    r"(?P<fence>^(?P<tick>```+|~~~+).*?^(?P=tick))|(?P<span>`+)(?:.+?)(?P=span)",
    re.DOTALL | re.MULTILINE,
)
# Python-Markdown's attribute lists could carry an event handler or a style.
ATTRIBUTES = re.compile(r"\{\s*(?:[:#.]|[^{}\s=]+\s*=)[^{}]*\}?")
TARGET = re.compile(
    r"\]\(\s*<?(?P<address>[^)\s>]*)|^\s*\[[^\]]+\]:\s*(?P<defined>\S+)", re.MULTILINE
)
SCHEME = re.compile(r"^[\s\x00-\x20]*([a-zA-Z][\w+.-]*):")
SCHEMES = {"http", "https"}
HTML = re.compile(r"<(?:[a-zA-Z/!?][^<>]*)>?")


@dataclass(frozen=True)
class Link:
    """A link to an entry, as written."""

    written: str
    id: str
    label: str | None

    @property
    def declined(self) -> bool:
        """Whether its words are to be left without a link."""
        return not self.id and self.label is not None


@dataclass(frozen=True)
class Cited:
    """One work in a citation: what is said before, its key, the place in it."""

    prefix: str
    key: str
    place: str | None


@dataclass(frozen=True)
class Citation:
    """A citation as written; `works` is empty when it cannot be understood."""

    written: str
    works: tuple[Cited, ...]


def without_code(text: str) -> str:
    """The text with code replaced by spaces, so that positions stay the same."""
    if "`" not in text and "~~~" not in text:
        return text
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def outside_code(text: str, rewrite: Callable[[str], str]) -> str:
    """The text with what is not code rewritten, piece by piece."""
    pieces: list[str] = []
    end = 0
    for code in CODE.finditer(text):
        pieces += [rewrite(text[end : code.start()]), code.group()]
        end = code.end()
    return "".join([*pieces, rewrite(text[end:])])


def links(text: str) -> Iterator[Link]:
    """Every `[[…]]` outside code."""
    for match in LINK.finditer(without_code(text)):
        yield _link(match)


def broken_links(text: str) -> Iterator[str]:
    """Every `[[` outside code that opens no link, and every link whose words are missing."""
    bare = without_code(text)
    for match in LINK.finditer(bare):
        if match["label"] is not None and not match["label"].strip():
            yield match.group()
    for match in BROKEN_LINK.finditer(LINK.sub(lambda link: " " * len(link.group()), bare)):
        yield match.group()


def images(text: str) -> Iterator[str]:
    """The address of every image outside code."""
    for match in IMAGE.finditer(without_code(text)):
        yield match["address"]


def citations(text: str) -> Iterator[Citation]:
    """Every `[@…]` outside code."""
    for match in CITATION.finditer(without_code(text)):
        yield _citation(match)


def raw_html(text: str) -> Iterator[str]:
    """Every piece of HTML outside code."""
    for match in HTML.finditer(without_code(text)):
        yield match.group()


def attributes(text: str) -> Iterator[str]:
    """Every attribute list (`{ #id }`, `{ onclick=… }`) outside code."""
    for match in ATTRIBUTES.finditer(without_code(text)):
        yield match.group()


def forbidden_addresses(text: str) -> Iterator[str]:
    """Every address of a Markdown link that is neither of the Web nor of this site."""
    for match in TARGET.finditer(without_code(text)):
        address = unescape(match["address"] or match["defined"] or "")
        scheme = SCHEME.match(address)
        if scheme and scheme[1].lower() not in SCHEMES:
            yield address


def replace_links(text: str, to_markdown: Callable[[Link], str]) -> str:
    """The text with each `[[…]]` outside code rewritten."""
    return _replace(LINK, text, lambda match: to_markdown(_link(match)))


def replace_citations(text: str, to_markdown: Callable[[Citation], str]) -> str:
    """The text with each `[@…]` outside code rewritten."""
    return _replace(CITATION, text, lambda match: to_markdown(_citation(match)))


def _replace(pattern: re.Pattern[str], text: str, rewrite: Callable[[re.Match[str]], str]) -> str:
    pieces: list[str] = []
    end = 0
    for match in pattern.finditer(without_code(text)):
        pieces += [text[end : match.start()], rewrite(match)]
        end = match.end()
    return "".join([*pieces, text[end:]])


def _link(match: re.Match[str]) -> Link:
    label = match["label"]
    return Link(match.group(), match["id"].strip(), label.strip() if label else None)


def _citation(match: re.Match[str]) -> Citation:
    parts = [CITED.match(part.strip()) for part in match["body"].split(";")]
    if not all(parts):
        return Citation(match.group(), ())
    works = tuple(
        Cited(part["prefix"].strip(), part["key"], part["place"]) for part in parts if part
    )
    return Citation(match.group(), works)
