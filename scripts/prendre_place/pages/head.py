"""What the head of a page tells machines: Zotero, search engines, social networks.

The tags that Zotero reads were established with its own translators: Dublin Core,
then `z:` properties, which name the item type; it reads neither JSON-LD nor
alternate links.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.builder import E

from prendre_place.citations.items import Item, page_item
from prendre_place.corpus import Corpus
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.organisation import Organisation

FORMATS = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "yml": "application/yaml",
}
SCHEMA_TYPES = {
    "glossary": "DefinedTerm",
    "concepts": "ScholarlyArticle",
    "preconisations": "Report",
}
Json = dict[str, Any]


def entry_head(entry: Entry, corpus: Corpus) -> str:
    """The tags of an entry's page."""
    item = page_item(entry, corpus)
    described = [_described(entry, item, corpus), _breadcrumbs(entry, corpus)]
    alternates = "".join(map(_written, _alternates(entry, corpus)))
    return item_head(item, corpus) + alternates + json_ld({"@graph": described})


def item_head(item: Item, corpus: Corpus) -> str:
    """The tags by which a page says what work it is."""
    tags = [
        *(E.meta(name=name, content=value) for name, value in _dublin_core(item, corpus)),
        *(E.meta({"property": f"z:{n}", "content": v}) for n, v in _zotero(item)),
        E.link(rel="cite-as", href=item["URL"]),
        E.link(rel="license", href=corpus.publication.licence.adresse),
    ]
    return "".join(map(_written, tags))


def json_ld(content: Json) -> str:
    """A block of schema.org data that cannot end its own element."""
    text = json.dumps({"@context": "https://schema.org", **content}, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _written(tag: html.HtmlElement) -> str:
    return str(html.tostring(tag, encoding="unicode"))


def _dublin_core(item: Item, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "DC.title", item["title"]
    # Without its comma an institution is split into a first and a last name.
    yield "DC.creator", f"{item['author'][0]['literal']},"
    yield "DC.date", _date(item)
    yield "DC.publisher", item["publisher"]
    yield "DC.language", item["language"]
    yield "DC.rights", corpus.publication.licence.nom
    yield "DC.identifier", item["URL"]
    # Not DC.description, which ends in Zotero's field « Extra ».
    yield "DCTERMS.abstract", item["abstract"]


def _zotero(item: Item) -> Iterator[tuple[str, str]]:
    if item["type"] == "entry-dictionary":
        yield "itemType", "dictionaryEntry"
        yield "dictionaryTitle", item["container-title"]
        yield "edition", f"version {item['version']}"
    elif item["type"] == "report":
        yield "itemType", "report"
        yield "reportType", item["genre"]
        yield "institution", item["publisher"]
    else:
        yield "itemType", "webpage"
        yield "websiteTitle", item["container-title"]
        yield "websiteType", item["genre"]


def _alternates(entry: Entry, corpus: Corpus) -> Iterator[html.HtmlElement]:
    page = corpus.address(entry.id)
    for name, media_type in FORMATS.items():
        address = posixpath.relpath(corpus.record(entry, name), page)
        # Two relations: Material takes a lone `alternate` for a site in another language.
        yield E.link(rel="alternate describedby", type=media_type, href=address)


def _described(entry: Entry, item: Item, corpus: Corpus) -> Json:
    publication = corpus.publication
    publisher = {
        "@type": "Organization",
        "name": publication.editeur,
        "url": publication.contact,
    }
    content: Json = {
        "@type": SCHEMA_TYPES.get(entry.kind, "WebPage"),
        "@id": item["URL"],
        "url": item["URL"],
        "name": entry.title,
        "description": item["abstract"],
        "inLanguage": "fr",
        "version": item["version"],
        "dateModified": _date(item),
        "author": publisher,
        "publisher": publisher,
        "license": publication.licence.adresse,
        "citation": [
            {
                "@type": "CreativeWork",
                "name": corpus.references[key].short_name,
                "url": publication.url(f"bibliographie/{key}/"),
            }
            for key in dict.fromkeys(source.cle for source in entry.sources)
        ],
    }
    return content | _of_its_kind(entry, corpus)


def _of_its_kind(entry: Entry, corpus: Corpus) -> Json:
    names = [name for name in (entry.acronym, *entry.variantes) if name]
    if entry.kind == "glossary":
        return {
            "alternateName": names,
            "inDefinedTermSet": {
                "@type": "DefinedTermSet",
                "@id": corpus.publication.url("glossaire/"),
                "name": f"Glossaire de {corpus.publication.titre}",
            },
        }
    if isinstance(entry, Organisation):
        return {"about": {"@type": "Organization", "name": entry.nom, "alternateName": names}}
    return {"alternateName": names}


def _breadcrumbs(entry: Entry, corpus: Corpus) -> Json:
    kind = KINDS[entry.kind]
    steps = [(corpus.publication.titre, ""), (kind.plural, f"{kind.section}/")]
    if entry.id != kind.section:
        steps.append((entry.title, corpus.address(entry.id)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": corpus.publication.url(path),
            }
            for position, (name, path) in enumerate(steps, 1)
        ],
    }


def _date(item: Item) -> str:
    return "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
