"""Zotero RDF, written by lxml, is read by pyoxigraph as Zotero's own translator reads it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict

import pyoxigraph as ox
import pytest

from prendre_place.citations.items import Item
from prendre_place.corpus import Corpus
from prendre_place.exports.zotero_rdf import NAMESPACES, TYPES, as_zotero_rdf
from tests.exports.conftest import Files

Node = ox.NamedNode | ox.BlankNode
# Zotero's item types that are named here (https://api.zotero.org/itemTypes).
ITEM_TYPES = {
    "book",
    "bookSection",
    "conferencePaper",
    "document",
    "journalArticle",
    "manuscript",
    "report",
    "thesis",
    "webpage",
}


class Read:
    """An RDF file as Zotero walks through it."""

    def __init__(self, text: str) -> None:
        self.values: dict[tuple[Node, str], list[ox.Term]] = defaultdict(list)
        for triple in ox.parse(text.encode(), format=ox.RdfFormat.RDF_XML):
            self.values[triple.subject, triple.predicate.value].append(triple.object)

    def all(self, node: Node, name: str) -> list[ox.Term]:
        """Values of a property, given as `dc:title`."""
        prefix, local = name.split(":")
        return self.values.get((node, NAMESPACES[prefix] + local), [])

    def one(self, node: Node, *names: str) -> str | None:
        """The text at the end of a path of properties."""
        for name in names:
            found = self.all(node, name)
            if not found:
                return None
            node = found[0]
        return node.value

    def items(self) -> list[Node]:
        return [s for s, p in self.values if p == NAMESPACES["z"] + "itemType"]

    def people(self, node: Node, name: str) -> list[dict[str, str]]:
        """Names in their order, as CSL has them."""
        found = self.all(node, name)
        if not found:
            return []
        sequence = found[0]
        ranks = sorted(
            int(match[1])
            for subject, predicate in self.values
            if subject == sequence and (match := re.search(r"#_(\d+)$", predicate))
        )
        persons = [self.all(sequence, f"rdf:_{rank}")[0] for rank in ranks]
        return [
            {"family": self.one(p, "foaf:surname"), "given": self.one(p, "foaf:givenName")}
            for p in persons
        ]

    def part_of(self, node: Node, kind: str) -> Node | None:
        for holder in self.all(node, "dcterms:isPartOf"):
            if self.one(holder, "rdf:type") == NAMESPACES["bib"] + kind:
                return holder
        return None

    def identifiers(self, node: Node) -> dict[str, str]:
        """URL, DOI and ISBN."""
        found = {}
        for identifier in self.all(node, "dc:identifier"):
            if isinstance(identifier, ox.Literal):
                name, _, value = identifier.value.partition(" ")
                found[name] = value
            else:
                found["URL"] = self.one(identifier, "rdf:value")
        return found


def check(read: Read, node: Node, item: Item) -> None:
    """Everything the item says is found where Zotero looks for it."""
    assert read.one(node, "z:itemType") in ITEM_TYPES
    assert read.one(node, "dc:title") == item.get("title")
    assert read.one(node, "dc:language") == item["language"]
    assert read.one(node, "bib:pages") == item.get("page")
    assert read.one(node, "dc:type") == item.get("genre")
    assert read.one(node, "z:numPages") == item.get("number-of-pages")
    assert read.one(node, "dc:publisher", "foaf:name") == item.get("publisher")
    place = read.one(node, "dc:publisher", "vcard:adr", "vcard:locality")
    assert place == item.get("publisher-place")
    names = ("URL", "DOI", "ISBN")
    assert read.identifiers(node) == {name: item[name] for name in names if name in item}
    assert read.one(node, "dcterms:isReferencedBy", "rdf:value") == item.get("annote")
    tags = {term.value for term in read.all(node, "dc:subject")}
    assert tags == {word.strip() for word in item["keyword"].split(",")}
    assert f"Citation Key: {item['id']}" in str(read.one(node, "dc:description"))
    date = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
    assert (read.one(node, "dc:date") or "") == "-".join(f"{part:02}" for part in date)
    series = read.part_of(node, "Series")
    assert (read.one(series, "dc:title") if series else None) == item.get("collection-title")
    check_people(read, node, item)
    check_container(read, node, item)


def check_people(read: Read, node: Node, item: Item) -> None:
    for role, name in (
        ("author", "bib:authors"),
        ("editor", "bib:editors"),
        ("translator", "z:translators"),
    ):
        wanted = [
            {"family": person.get("literal") or person["family"], "given": person.get("given")}
            for person in item.get(role, [])
        ]
        assert read.people(node, name) == wanted


def check_container(read: Read, node: Node, item: Item) -> None:
    kind = TYPES[item["type"]][2]
    holder = node
    if "container-title" in item:
        assert kind is not None
        found = read.part_of(node, _name(kind))
        assert found is not None
        assert read.one(found, "dc:title") == item["container-title"]
        holder = found
    assert read.one(holder, "prism:volume") == item.get("volume")
    assert read.one(holder, "prism:number") == item.get("issue")


def _name(kind: object) -> str:
    return str(kind().tag).rpartition("}")[2]  # type: ignore[operator]


def test_every_reference_is_read_back_field_by_field(
    real: Corpus, works: dict[str, Item], files: Files
) -> None:
    for key, item in works.items():
        read = Read(files[f"bibliographie/{key}.rdf"])
        (node,) = read.items()  # one work: Zotero keeps it at once
        assert node.value == real.publication.url(f"bibliographie/{key}/")
        check(read, node, item)


def test_the_whole_bibliography_is_read_back_field_by_field(
    works: dict[str, Item], files: Files
) -> None:
    read = Read(files["donnees/bibliographie.rdf"])
    by_key = {node.value.rstrip("/").rpartition("/")[2]: node for node in read.items()}
    assert list(by_key) == list(works)
    for key, item in works.items():
        check(read, by_key[key], item)


@pytest.mark.parametrize(
    "path", ["donnees/bibliographie.rdf", "bibliographie/fraisse2017mieux.rdf"]
)
def test_the_same_file_says_which_format_it_is_in(path: str, files: Files) -> None:
    # Zotero asks for formats first, by their bare name: a static site has one answer.
    root = ElementTree.fromstring(files[path])
    assert [found.get("name") for found in root.iter("format")] == ["rdf_zotero"]


def test_no_field_is_lost_on_the_way() -> None:
    item = {
        "id": "tout",
        "type": "chapter",
        "title": "A & B < C",
        "author": [{"family": "Di Méo", "given": "Guy"}, {"literal": "Collectif, du Val"}],
        "editor": [{"family": "Simon", "given": "Denis"}],
        "translator": [{"family": "Roy"}],
        "container-title": "Livre",
        "collection-title": "Série",
        "volume": "2",
        "page": "3-4",
        "publisher": "Presses",
        "publisher-place": "Valbourg",
        "issued": {"date-parts": [[2020, 3]]},
        "ISBN": "978-2-0",
        "DOI": "10.1/x",
        "URL": "https://a.invalid/?b=1&c=2",
        "keyword": "verifiee, cite-rapport",
        "annote": "Une note.",
        "language": "fr-FR",
    }
    read = Read(as_zotero_rdf([("https://a.invalid/tout/", item)], "https://a.invalid/x.rdf"))
    (node,) = read.items()
    check(read, node, item)
