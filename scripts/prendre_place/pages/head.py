"""What the head of a page tells machines: Zotero, search engines, social networks.

The tags that Zotero reads were established with its own translators: unAPI, then Dublin
Core with `z:` properties, which name the item type; it reads neither JSON-LD nor
alternate links.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from lxml import html
from lxml.builder import E

from prendre_place.citations.items import Item, page_item
from prendre_place.corpus import Corpus
from prendre_place.exports import formats
from prendre_place.exports.datasets import (
    DATASETS,
    FOLDER,
    WORKS_BIBTEX,
    WORKS_CSL,
    WORKS_RIS,
    WORKS_ZOTERO,
)
from prendre_place.exports.formats import ZOTERO, Format
from prendre_place.model.entry import Entry
from prendre_place.model.reference import Reference
from prendre_place.pages import schema_org
from prendre_place.pages.schema_org import Json, PageName, breadcrumbs, json_ld
from prendre_place.pages.schema_works import described_work

WORKS = (WORKS_BIBTEX, WORKS_RIS, WORKS_CSL, WORKS_ZOTERO)
HOME, DATA = "", f"{FOLDER}/"


def entry_head(entry: Entry, page: PageName, corpus: Corpus) -> str:
    """The page of an entry: a work that Zotero keeps and that others cite."""
    item = page_item(entry, corpus)
    page = page._replace(title=entry.title)
    faces = [(face, corpus.record(entry, face.extension)) for face in formats.faces(entry)]
    tags = [*_work(item, corpus), *_links(page, faces, corpus)]
    return _head(tags, page, schema_org.described_entry(entry, item, corpus), corpus)


def item_head(item: Item, page: PageName, corpus: Corpus) -> str:
    """A page that is a work without a record: what an entry said before."""
    tags = [*_work(item, corpus), *_links(page, (), corpus)]
    described = schema_org.described_page("WebPage", page, corpus)
    return _head(tags, page, described | {"version": item["version"]}, corpus)


def reference_head(reference: Reference, page: PageName, corpus: Corpus) -> str:
    """The notice of one work: Zotero keeps the work, not the page."""
    page = page._replace(title=reference.label)
    faces = [(face, reference.record(face.extension)) for face in formats.REFERENCE]
    tags = [_unapi(reference.record(ZOTERO.extension), corpus), *_links(page, faces, corpus)]
    if reference.doi:
        tags.append(E.link(rel="cite-as", href=reference.doi))
    described = schema_org.described_page("ItemPage", page, corpus)
    described["mainEntity"] = described_work(reference)
    return _head(tags, page, described, corpus)


def bibliography_head(page: PageName, corpus: Corpus) -> str:
    """The whole bibliography: in Zotero one chooses among complete references."""
    faces = [(dataset.format, dataset.path) for dataset in WORKS]
    tags = [_unapi(WORKS_ZOTERO.path, corpus), *_links(page, faces, corpus)]
    members = [reference.address for reference in corpus.references.values()]
    return _head(tags, page, schema_org.described_list(page, members, corpus), corpus)


def list_head(entries: Iterable[Entry], page: PageName, corpus: Corpus) -> str:
    """The list of the entries of one kind, with the sets that hold them."""
    members = [corpus.address(entry.id) for entry in entries]
    section = page.address.strip("/")
    faces = [(set_.format, set_.path) for set_ in DATASETS if set_.subject == section]
    describe = (
        schema_org.described_glossary if section == "glossaire" else schema_org.described_list
    )
    return _head(_links(page, faces, corpus), page, describe(page, members, corpus), corpus)


def page_head(page: PageName, corpus: Corpus) -> str:
    """Any other page."""
    if page.address == HOME:
        page = page._replace(title=corpus.publication.titre)
        described = schema_org.described_page("WebSite", page, corpus)
    elif page.address == DATA:
        described = schema_org.described_catalogue(page, corpus)
    else:
        described = schema_org.described_page("WebPage", page, corpus)
    return _head(_links(page, (), corpus), page, described, corpus)


def _head(tags: Iterable[html.HtmlElement], page: PageName, described: Json, corpus: Corpus) -> str:
    written = "".join(str(html.tostring(tag, encoding="unicode")) for tag in tags)
    return written + json_ld(described, breadcrumbs(page, corpus))


def _work(item: Item, corpus: Corpus) -> Iterator[html.HtmlElement]:
    """The tags by which a page says what work it is."""
    yield from (E.meta(name=name, content=value) for name, value in _dublin_core(item, corpus))
    yield from (E.meta({"property": f"z:{n}", "content": v}) for n, v in _zotero(item))
    yield E.link(rel="cite-as", href=item["URL"])


def _unapi(path: str, corpus: Corpus) -> html.HtmlElement:
    """Where Zotero asks for what the page marks as `unapi-id`. It wants a whole address."""
    address = corpus.publication.url(path)
    tag: html.HtmlElement = E.link(rel="unapi-server", type="application/xml", href=address)
    return tag


def _links(
    page: PageName, faces: Iterable[tuple[Format, str]], corpus: Corpus
) -> Iterator[html.HtmlElement]:
    """The licence, and the same content in other formats, at `(format, path)`."""
    yield E.link(rel="license", href=corpus.publication.licence.adresse)
    for face, path in faces:
        address = posixpath.relpath(path, page.address or ".")
        # Two relations: Material takes a lone `alternate` for a site in another language.
        yield E.link(rel="alternate describedby", type=face.media_type, href=address)


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


def _date(item: Item) -> str:
    return "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
