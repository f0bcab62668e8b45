"""New and revised entries as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from prendre_place.corpus import Corpus, sort_key
from prendre_place.exports.plain import plain
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry, Version

PATH = "flux.xml"
MEDIA_TYPE = "application/atom+xml"
MOST = 50
NEVER = "1970-01-01"
NAMESPACE = "http://www.w3.org/2005/Atom"
ATOM = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


@dataclass(frozen=True)
class News:
    """One version of one entry."""

    entry: Entry
    version: Version

    @property
    def day(self) -> str:
        """Its date as a feed wants it."""
        return day_of(self.version.date)


def feed(corpus: Corpus) -> str:
    """The latest versions of the entries that lists may show, the newest first."""
    publication = corpus.publication
    news = sorted(_news(corpus), key=lambda n: sort_key(n.entry.title))
    news.sort(key=lambda n: n.day, reverse=True)
    root = ATOM.feed(
        ATOM.id(publication.adresse),
        ATOM.title(publication.titre),
        ATOM.subtitle(publication.description),
        ATOM.updated(_instant(news[0].day if news else NEVER)),
        ATOM.author(ATOM.name(publication.editeur), ATOM.uri(publication.contact)),
        ATOM.rights(publication.licence.nom),
        ATOM.link(rel="self", type=MEDIA_TYPE, href=publication.url(PATH)),
        ATOM.link(rel="alternate", type="text/html", href=publication.adresse),
        ATOM.link(rel="license", href=publication.licence.adresse),
        *(_entry(item, corpus) for item in news[:MOST]),
    )
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "fr")
    return written(root)


def day_of(edtf: str) -> str:
    """A date as a whole day: the first of a year or a month, in the end of an interval."""
    return f"{edtf.split('/')[-1]}-01-01"[:10]


def written(root: Any) -> str:
    """An XML file, with its declaration."""
    body = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}'


def _news(corpus: Corpus) -> Iterator[News]:
    for entry in corpus.entries.values():
        if entry.statut != "retire":
            yield from (News(entry, version) for version in entry.historique)


def _entry(news: News, corpus: Corpus) -> Any:
    entry, version = news.entry, news.version
    address = corpus.publication.url(corpus.address(entry.id))
    first = min(v.version for v in entry.historique) == version.version
    new = "Nouveau" if first else f"Version {version.version}"
    return ATOM.entry(
        # One address, several versions: each is news of its own.
        ATOM.id(f"{address}?version={version.version}"),
        ATOM.title(f"{entry.title} – {KINDS[entry.kind].plural}"),
        ATOM.updated(_instant(news.day)),
        ATOM.link(rel="alternate", type="text/html", href=address),
        ATOM.summary(f"{new}. {plain(version.note, corpus)}"),
        ATOM.content(plain(entry.en_clair, corpus), type="text"),
        ATOM.category(term=KINDS[entry.kind].section, label=KINDS[entry.kind].plural),
    )


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
