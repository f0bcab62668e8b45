"""The glossary as SKOS (https://www.w3.org/TR/skos-reference/): one graph for each concept.

A concept is named by the permanent address of its page. A withdrawn one keeps its
labels and says what replaces it, out of the hierarchy.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DC, DCTERMS, OWL, RDF, RDFS, SKOS, XSD, NamespaceManager
from rdflib.term import Node

from prendre_place.corpus import Corpus, domain_address
from prendre_place.entry_names import other_names
from prendre_place.exports.plain import plain
from prendre_place.kinds import KINDS
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import Domain, GlossaryEntry

ADMS = Namespace("http://www.w3.org/ns/adms#")
# States: http://purl.org/adms/status/1.0 (a draft has its data in the preview alone)
STATES = Namespace("http://purl.org/adms/status/")
STATE_OF = {
    "brouillon": "UnderDevelopment",
    "a-relire": "UnderDevelopment",
    "publie": "Completed",
    "retire": "Withdrawn",
}
PREFIXES = {
    "adms": ADMS,
    "dc": DC,
    "dcterms": DCTERMS,
    "owl": OWL,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}
DATE_TYPES = {1: XSD.gYear, 2: XSD.gYearMonth, 3: XSD.date}
Property = tuple[URIRef, Node]


def concepts(corpus: Corpus) -> Iterator[tuple[GlossaryEntry, Graph]]:
    """Each term of the glossary with its graph, by id."""
    for entry in sorted(_terms(corpus), key=lambda e: e.id):
        graph = _graph()
        concept = _address(entry, corpus)
        for predicate, value in _properties(entry, corpus):
            graph.add((concept, predicate, value))
        yield entry, graph


def vocabulary(corpus: Corpus) -> Graph:
    """What holds the concepts: the scheme, a collection for each domain, the works cited."""
    graph = _graph()
    publication = corpus.publication
    scheme = _scheme(corpus)
    active = [entry for entry in _terms(corpus) if entry.statut != "retire"]
    title = f"{KINDS['glossary'].plural} – {publication.titre}"
    for predicate, value in (
        (RDF.type, SKOS.ConceptScheme),
        (SKOS.prefLabel, _fr(title)),
        (DCTERMS.title, _fr(title)),
        (DCTERMS.description, _fr(publication.description)),
        (DC.publisher, _fr(publication.editeur)),
        (DC.language, Literal("fr")),
        (DCTERMS.license, URIRef(publication.licence.adresse)),
    ):
        graph.add((scheme, predicate, value))
    if active:
        graph.add((scheme, DCTERMS.modified, _date(max(e.published_on for e in active))))
    for entry in active:
        if not _broader(entry, corpus):
            graph.add((scheme, SKOS.hasTopConcept, _address(entry, corpus)))
        graph.add((_collection(entry.domaine, corpus), SKOS.member, _address(entry, corpus)))
    for domain in get_args(Domain):
        collection = _collection(domain, corpus)
        if (collection, None, None) in graph:
            graph.add((collection, RDF.type, SKOS.Collection))
            graph.add((collection, SKOS.prefLabel, _fr(domain)))
    for key in sorted({source.cle for entry in active for source in entry.sources}):
        work = _work(key, corpus)
        graph.add((work, RDF.type, DCTERMS.BibliographicResource))
        graph.add((work, RDFS.label, _fr(corpus.references[key].label)))
    return graph


def _graph() -> Graph:
    """An empty graph; all share what was found of names, which takes most of the writing."""
    return Graph(namespace_manager=_names())


@cache
def _names() -> NamespaceManager:
    names = NamespaceManager(Graph(), bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        names.bind(prefix, namespace)
    return names


def _properties(entry: GlossaryEntry, corpus: Corpus) -> Iterator[Property]:
    yield RDF.type, SKOS.Concept
    yield SKOS.inScheme, _scheme(corpus)
    yield SKOS.notation, Literal(entry.id, datatype=XSD.string)
    yield from _labels(entry)
    yield from _texts(entry, corpus)
    yield from _record(entry, corpus)
    if entry.retrait:
        yield OWL.deprecated, Literal(True)
        if successor := corpus.entries.get(entry.retrait.remplace_par or ""):
            yield DCTERMS.isReplacedBy, _address(successor, corpus)
    else:
        yield from _relations(entry, corpus)


def _labels(entry: GlossaryEntry) -> Iterator[Property]:
    """One preferred label for each language.

    Hidden: what is only searched for (« se mettre d’accord »), a mere plural or case of a label.
    """
    yield SKOS.prefLabel, _fr(entry.terme)
    shown = other_names(entry)
    names = (entry.sigle, *entry.variantes, *entry.mots_de_recherche)
    for name in dict.fromkeys(filter(None, names)):
        if name != entry.terme:
            yield SKOS.altLabel if name in shown else SKOS.hiddenLabel, _fr(name)
    languages: set[str] = set()
    for other in dict.fromkeys((e.langue, e.terme) for e in entry.equivalents):
        predicate = SKOS.altLabel if other[0] in languages else SKOS.prefLabel
        languages.add(other[0])
        yield predicate, Literal(other[1], lang=other[0])


def _texts(entry: GlossaryEntry, corpus: Corpus) -> Iterator[Property]:
    def text(written: str) -> Literal:
        return _fr(plain(written, corpus))

    yield SKOS.definition, text(entry.definition)
    yield DCTERMS.abstract, text(entry.en_clair)
    for usage in entry.usages:
        yield SKOS.scopeNote, text(f"Usage {usage.registre} : {usage.texte}")
    for other in entry.distinguer_de:
        yield SKOS.scopeNote, text(f"À ne pas confondre avec [[{other.id}]] : {other.pourquoi}")
    for past in entry.definitions_comparees:
        yield SKOS.historyNote, text(f"{past.date}, {past.origine} : {past.en_bref}")
    if entry.dans_l_enquete:
        yield SKOS.example, text(entry.dans_l_enquete)


def _record(entry: GlossaryEntry, corpus: Corpus) -> Iterator[Property]:
    """Versions, state, sources and terms of reuse."""
    publication = corpus.publication
    yield OWL.versionInfo, Literal(str(entry.version))
    yield DCTERMS.created, _date(min(entry.historique, key=lambda v: v.version).date)
    yield DCTERMS.modified, _date(entry.published_on)
    yield ADMS.status, STATES[STATE_OF[entry.statut]]
    for past in entry.historique:
        note = f"Version {past.version} ({past.date}) : {past.note}"
        yield SKOS.changeNote, _fr(plain(note, corpus))
    if entry.retrait:
        note = f"Retiré ({entry.retrait.date}) : {entry.retrait.motif}"
        yield SKOS.changeNote, _fr(plain(note, corpus))
    for source in entry.sources:
        yield DCTERMS.source, _work(source.cle, corpus)
    yield DC.publisher, _fr(publication.editeur)
    yield DCTERMS.license, URIRef(publication.licence.adresse)


def _relations(entry: GlossaryEntry, corpus: Corpus) -> Iterator[Property]:
    """The hierarchy, then what is neither above nor below (SKOS S27), then other pages."""
    broader = _broader(entry, corpus)
    for other in broader:
        yield SKOS.broader, _address(other, corpus)
    if not broader:
        yield SKOS.topConceptOf, _scheme(corpus)
    for relation in corpus.incoming(entry):
        if relation.type == "plus_large" and relation.source.statut != "retire":
            yield SKOS.narrower, _address(relation.source, corpus)
    around = [r.target for r in corpus.outgoing(entry)] + [r.source for r in corpus.incoming(entry)]
    for neighbour in around:
        if neighbour.statut == "retire" or neighbour is entry:
            continue
        if not isinstance(neighbour, GlossaryEntry):
            yield RDFS.seeAlso, _address(neighbour, corpus)
        elif not _is_above(neighbour, entry, corpus) and not _is_above(entry, neighbour, corpus):
            yield SKOS.related, _address(neighbour, corpus)


def _is_above(higher: GlossaryEntry, lower: GlossaryEntry, corpus: Corpus) -> bool:
    parents = _broader(lower, corpus)
    return higher in parents or any(_is_above(higher, parent, corpus) for parent in parents)


def _broader(entry: GlossaryEntry, corpus: Corpus) -> list[GlossaryEntry]:
    above = [corpus.entries.get(i) for i in entry.plus_large]
    return [e for e in above if isinstance(e, GlossaryEntry) and e.statut != "retire"]


def _terms(corpus: Corpus) -> list[GlossaryEntry]:
    return [e for e in corpus.entries.values() if isinstance(e, GlossaryEntry)]


def _fr(text: str) -> Literal:
    return Literal(text, lang="fr")


def _date(edtf: str) -> Literal:
    """A date, a month or a year; an interval stays a text."""
    if "/" in edtf:
        return Literal(edtf)
    return Literal(edtf, datatype=DATE_TYPES[edtf.count("-") + 1])


def _address(entry: Entry, corpus: Corpus) -> URIRef:
    return URIRef(corpus.publication.url(corpus.address(entry.id)))


def _scheme(corpus: Corpus) -> URIRef:
    return URIRef(corpus.publication.url(f"{KINDS['glossary'].section}/"))


def _collection(domain: str, corpus: Corpus) -> URIRef:
    return URIRef(corpus.publication.url(domain_address(domain)))


def _work(key: str, corpus: Corpus) -> URIRef:
    return URIRef(corpus.publication.url(corpus.references[key].address))
