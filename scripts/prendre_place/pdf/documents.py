"""The documents that can be made, and their HTML: one entry, or the whole glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from lxml import html

from prendre_place.corpus import Corpus, sort_key
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.pages.environment import readable_date
from prendre_place.pages.grouping import by_letter
from prendre_place.pdf.articles import (
    give_own_anchors,
    link_within,
    read_article,
    take_part,
)

GLOSSARY = "glossaire"
# Made when nothing is named.
USUAL = (GLOSSARY, "notions", "terrains", "preconisations")
REFERENCES = "references-citees"
# Anchors of references are the same in every article.
REFERENCE_ANCHOR = "ref-"
PARTS_OF_A_PAGE = ("citer", "cette-page")


@dataclass(frozen=True)
class Document:
    """One PDF to make: its file from the chosen folder, its entries (several: a volume)."""

    file: str
    title: str
    entries: tuple[Entry, ...]

    def html(self, corpus: Corpus, site: Path) -> str:
        """The whole document, from the pages built in `site`."""
        body = _volume(self, corpus, site) if len(self.entries) > 1 else _leaf(self, corpus, site)
        publication = corpus.publication
        return (
            f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
            f"<title>{escape(self.title)}</title>"
            f'<meta name="author" content="{escape(publication.editeur)}">'
            f'<meta name="description" content="{escape(publication.titre)}">'
            f"</head><body>{body}</body></html>"
        )


def known_names(corpus: Corpus) -> list[str]:
    """Everything that can be asked for: parts of the site, then entries."""
    return [*(kind.section for kind in KINDS.values()), *corpus.entries]


def documents(corpus: Corpus, names: Sequence[str]) -> list[Document]:
    """The documents of known `names`: the glossary is one volume, other parts a leaf an entry."""
    found: dict[str, Document] = {}
    for name in names or USUAL:
        for document in _named(name, corpus):
            found[document.file] = document
    return list(found.values())


def _named(name: str, corpus: Corpus) -> Iterator[Document]:
    if name == GLOSSARY:
        title = f"Glossaire – {corpus.publication.titre}"
        yield Document(f"{GLOSSARY}.pdf", title, corpus.listed(GlossaryEntry))
        return
    sections = {kind.section: kind.folder for kind in KINDS.values()}
    for entry in corpus.entries.values():
        listed = entry.kind == sections.get(name) and entry.statut != "retire"
        if listed or entry.id == name:
            file = f"{KINDS[entry.kind].section}/{entry.id}.pdf"
            yield Document(file, f"{entry.title} – {corpus.publication.titre}", (entry,))


def _leaf(document: Document, corpus: Corpus, site: Path) -> str:
    (entry,) = document.entries
    article = read_article(site, corpus.address(entry.id), corpus.publication.adresse)
    return _masthead(corpus) + _written(article)


def _volume(document: Document, corpus: Corpus, site: Path) -> str:
    """Cover, contents, entries under their letter, then every reference once."""
    inside = {corpus.publication.url(corpus.address(e.id)): e.id for e in document.entries}
    references: dict[str, html.HtmlElement] = {}
    letters = by_letter(document.entries, lambda entry: entry.title)
    parts = []
    for letter, entries in letters:
        parts.append(f"<h1>{letter}</h1>")
        for entry in entries:
            article = read_article(site, corpus.address(entry.id), corpus.publication.adresse)
            for element in take_part(article, REFERENCES)[1:]:
                references |= {_key(item): item for item in element.iter("li")}
            parts.append(_chapter(article, entry, inside))
    listed = sorted(references.values(), key=lambda item: sort_key(item.text_content()))
    return "".join(
        [
            _cover(document, corpus),
            _contents(letters),
            *parts,
            "<h1>Références</h1><ul>",
            *map(_written, listed),
            "</ul>",
        ]
    )


def _chapter(article: html.HtmlElement, entry: Entry, inside: Mapping[str, str]) -> str:
    """One entry of a volume: its anchor is its id, its headings are one level lower."""
    for anchor in PARTS_OF_A_PAGE:
        take_part(article, anchor)
    give_own_anchors(article, entry.id, REFERENCE_ANCHOR)
    link_within(article, inside)
    for heading in article.iter("h1", "h2", "h3"):
        heading.tag = f"h{int(heading.tag[1]) + 1}"
    article.set("id", entry.id)
    return _written(article)


def _masthead(corpus: Corpus) -> str:
    publication = corpus.publication
    return f'<p class="bandeau">{escape(publication.titre)} · {escape(publication.editeur)}</p>'


def _cover(document: Document, corpus: Corpus) -> str:
    publication = corpus.publication
    latest = max(entry.published_on for entry in document.entries)
    return (
        f'<section class="couverture"><p class="titre">Glossaire</p>'
        f'<p class="sous-titre">{escape(publication.titre)}</p>'
        f"<p>{escape(publication.editeur)}<br>{readable_date(latest)}<br>"
        f'<a href="{publication.url("glossaire/")}">{publication.url("glossaire/")}</a><br>'
        f"{escape(publication.licence.nom)} ({escape(publication.licence.sigle)})</p></section>"
    )


def _contents(letters: list[tuple[str, list[Entry]]]) -> str:
    lines = [
        f'<li><a href="#{entry.id}">{escape(entry.title)}</a></li>'
        for _, entries in letters
        for entry in entries
    ]
    return f'<nav class="table"><p class="titre">Table</p><ul>{"".join(lines)}</ul></nav>'


def _key(item: html.HtmlElement) -> str:
    return str(item.xpath("string(.//@id)"))


def _written(element: html.HtmlElement) -> str:
    return str(html.tostring(element, encoding="unicode", with_tail=False))
