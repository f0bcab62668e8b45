"""References as Zotero RDF, the format that Zotero reads back whole: editors, translators,
series, notes, tags. Its terms are those that Zotero's own translator reads
(https://github.com/zotero/translators, RDF.js).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from prendre_place.citations.items import Item

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "bib": "http://purl.org/net/biblio#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "vcard": "http://nwalsh.com/rdf/vCard#",
    "z": "http://www.zotero.org/namespaces/export#",
}
RDF, BIB, DC, DCTERMS, FOAF, PRISM, VCARD, Z = (
    ElementMaker(namespace=address, nsmap=NAMESPACES) for address in NAMESPACES.values()
)
ABOUT = etree.QName(NAMESPACES["rdf"], "about")
PARSE_TYPE = etree.QName(NAMESPACES["rdf"], "parseType")
# CSL type: the resource, Zotero's item type, what holds the work.
TYPES = {
    "article-journal": (BIB.Article, "journalArticle", BIB.Journal),
    "book": (BIB.Book, "book", None),
    "chapter": (BIB.BookSection, "bookSection", BIB.Book),
    "document": (BIB.Document, "document", None),
    "manuscript": (BIB.Manuscript, "manuscript", None),
    "pamphlet": (BIB.Document, "document", None),
    "paper-conference": (BIB.Article, "conferencePaper", BIB.Journal),
    "report": (BIB.Report, "report", None),
    "thesis": (BIB.Thesis, "thesis", None),
    "webpage": (BIB.Document, "webpage", None),
}
PEOPLE = {"author": BIB.authors, "editor": BIB.editors, "translator": Z.translators}
FIELDS = {
    "title": DC.title,
    "language": DC.language,
    "genre": DC.type,
    "page": BIB.pages,
    "edition": PRISM.edition,
    "number-of-pages": Z.numPages,
    "number": Z.reportNumber,
}
# Borne by what holds the work; a book that nothing holds bears its own volume.
HELD = {"volume": PRISM.volume, "issue": PRISM.number}
Element = Any  # lxml's own class has no public name


def as_zotero_rdf(items: Iterable[tuple[str, Item]], address: str) -> str:
    """Items, each with the permanent address of its page; `address` is that of this file."""
    root = RDF.RDF(_unapi_formats(address), *(_work(page, item) for page, item in items))
    return etree.tostring(root, encoding="unicode", pretty_print=True)


def _unapi_formats(address: str) -> Element:
    """What a unAPI client asks first (http://unapi.info/specs/), in the file it asks next.

    A static site answers both questions with one file: its query is not looked at.
    """
    formats = etree.Element("formats")
    etree.SubElement(formats, "format", name="rdf_zotero", type="application/rdf+xml")
    answer = DCTERMS.hasFormat({PARSE_TYPE: "Literal"}, formats)
    return RDF.Description({ABOUT: address}, answer)


def _work(page: str, item: Item) -> Element:
    resource, item_type, _ = TYPES[item["type"]]
    return resource({ABOUT: page}, Z.itemType(item_type), *_properties(item))


def _properties(item: Item) -> Iterator[Element]:
    yield from (PEOPLE[role](_people(item[role])) for role in PEOPLE if role in item)
    yield from (FIELDS[name](item[name]) for name in FIELDS if name in item)
    if "issued" in item:
        yield DC.date("-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]))
    yield from _containers(item)
    yield from _publisher(item)
    yield from (DC.identifier(f"{n} {item[n]}") for n in ("ISBN", "DOI") if n in item)
    if "URL" in item:
        yield DC.identifier(DCTERMS.URI(RDF.value(item["URL"])))
    keywords = item.get("keyword", "").split(",")
    yield from (DC.subject(word.strip()) for word in keywords if word.strip())
    if "annote" in item:
        yield DCTERMS.isReferencedBy(BIB.Memo(RDF.value(item["annote"])))
    yield DC.description("\n".join(_extra(item)))


def _extra(item: Item) -> Iterator[str]:
    """Lines of Zotero's field « Extra », for what the type of the item has no field for."""
    yield f"Citation Key: {item['id']}"
    if item["type"] == "document" and "genre" in item:
        yield f"genre: {item['genre']}"


def _people(names: Iterable[dict[str, str]]) -> Element:
    """Names in their order; an institution is a family name alone."""
    sequence = RDF.Seq()
    for name in names:
        person = FOAF.Person(FOAF.surname(name.get("literal") or name["family"]))
        if "given" in name:
            person.append(FOAF.givenName(name["given"]))
        sequence.append(RDF.li(person))
    return sequence


def _containers(item: Item) -> Iterator[Element]:
    container = TYPES[item["type"]][2]
    held = [HELD[name](item[name]) for name in HELD if name in item]
    if container and "container-title" in item:
        yield DCTERMS.isPartOf(container(DC.title(item["container-title"]), *held))
    else:
        yield from held
    if "collection-title" in item:
        series = item["collection-title"]  # Zotero reads that of a report in its other name
        yield DCTERMS.isPartOf(BIB.Series(DC.title(series), DCTERMS.alternative(series)))


def _publisher(item: Item) -> Iterator[Element]:
    parts = []
    if "publisher" in item:
        parts.append(FOAF.name(item["publisher"]))
    if "publisher-place" in item:
        parts.append(VCARD.adr(VCARD.Address(VCARD.locality(item["publisher-place"]))))
    if parts:
        yield DC.publisher(FOAF.Organization(*parts))
