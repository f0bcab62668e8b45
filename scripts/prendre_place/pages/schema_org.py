"""What pages say of themselves in the words of https://schema.org, for search engines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from prendre_place.citations.items import Item
from prendre_place.corpus import Corpus
from prendre_place.entry_names import other_names
from prendre_place.exports.datasets import DATASETS
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.organisation import Organisation

TYPES = {"glossary": "DefinedTerm", "concepts": "ScholarlyArticle", "preconisations": "Report"}
Json = dict[str, Any]


class PageName(NamedTuple):
    """A page by its address from the root of the site, its title and its description."""

    address: str
    title: str
    description: str


def json_ld(*described: Json) -> str:
    """A block of schema.org data that cannot end its own element."""
    content = {"@context": "https://schema.org", "@graph": described}
    text = json.dumps(content, ensure_ascii=False)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def described_entry(entry: Entry, item: Item, corpus: Corpus) -> Json:
    """The page of an entry, in its current version."""
    content: Json = {
        "@type": TYPES.get(entry.kind, "WebPage"),
        "@id": item["URL"],
        "url": item["URL"],
        "name": entry.title,
        "description": item["abstract"],
        "inLanguage": "fr",
        "version": item["version"],
        "dateModified": entry.published_on,
        **_published(corpus),
        "citation": [
            {
                "@type": "CreativeWork",
                "name": corpus.references[key].short_name,
                "url": corpus.publication.url(corpus.references[key].address),
            }
            for key in dict.fromkeys(source.cle for source in entry.sources)
        ],
    }
    return content | _of_its_kind(entry, corpus)


def described_page(kind: str, page: PageName, corpus: Corpus) -> Json:
    """A page of no entry; `kind` is its type at schema.org."""
    return {
        "@type": kind,
        "@id": corpus.publication.url(page.address),
        "url": corpus.publication.url(page.address),
        "name": page.title,
        "description": page.description,
        "inLanguage": "fr",
        **_published(corpus),
    }


def described_list(page: PageName, members: Iterable[str], corpus: Corpus) -> Json:
    """A page that leads to others; `members` are their addresses from the root of the site."""
    items = [
        {"@type": "ListItem", "position": position, "url": corpus.publication.url(member)}
        for position, member in enumerate(members, 1)
    ]
    content = described_page("CollectionPage", page, corpus)
    return content | {"mainEntity": {"@type": "ItemList", "itemListElement": items}}


def described_glossary(page: PageName, terms: Iterable[str], corpus: Corpus) -> Json:
    """The set of defined terms; each says what it is on its own page."""
    content = described_page("DefinedTermSet", page, corpus) | _term_set(corpus)
    return content | {"hasDefinedTerm": [{"@id": corpus.publication.url(term)} for term in terms]}


def described_catalogue(page: PageName, corpus: Corpus) -> Json:
    """The open data, with an address for each file."""
    datasets = [
        {
            "@type": "Dataset",
            "name": dataset.title,
            "description": f"{dataset.title}. {corpus.publication.description}",
            **_published(corpus),
            "distribution": {
                "@type": "DataDownload",
                "encodingFormat": dataset.format.media_type,
                "contentUrl": corpus.publication.url(dataset.path),
            },
        }
        for dataset in DATASETS
    ]
    return described_page("DataCatalog", page, corpus) | {"dataset": datasets}


def breadcrumbs(page: PageName, corpus: Corpus) -> Json:
    """The way to a page from the home page."""
    steps = [(corpus.publication.titre, "")]
    section = page.address.partition("/")[0] + "/"
    sections = _sections(corpus)
    if section in sections:
        steps.append((sections[section], section))
    if page.address not in ("", section) or section not in sections:
        steps.append((page.title, page.address))
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


def _sections(corpus: Corpus) -> dict[str, str]:
    """The parts of the site by address: a list, or the entry that is read first."""
    listed = [k for k in KINDS.values() if k.word or k.section in corpus.entries]
    return {f"{kind.section}/": kind.plural for kind in listed} | {
        "bibliographie/": "Bibliographie"
    }


def _published(corpus: Corpus) -> Json:
    publisher = {
        "@type": "Organization",
        "name": corpus.publication.editeur,
        "url": corpus.publication.contact,
    }
    licence = corpus.publication.licence.adresse
    return {"author": publisher, "publisher": publisher, "license": licence}


def _term_set(corpus: Corpus) -> Json:
    return {
        "@type": "DefinedTermSet",
        "@id": corpus.publication.url("glossaire/"),
        "name": f"Glossaire – {corpus.publication.titre}",
    }


def _of_its_kind(entry: Entry, corpus: Corpus) -> Json:
    names = other_names(entry)
    alternate = {"alternateName": names} if names else {}
    if entry.kind == "glossary":
        code = {"termCode": entry.id, "inDefinedTermSet": _term_set(corpus)}
        return {**alternate, **code}
    if isinstance(entry, Organisation):
        about = {"@type": "Organization", "name": entry.nom, **alternate}
        return {"about": about | ({"url": str(entry.site)} if entry.site else {})}
    return alternate
