"""SKOS written by rdflib is read by pyoxigraph: whole, sound, and equal to the corpus."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph

from prendre_place.corpus import Corpus
from prendre_place.exports.plain import plain
from prendre_place.exports.skos import PREFIXES, STATES
from prendre_place.model.glossary import GlossaryEntry
from tests.exports.conftest import Files

# rdflib's own, from within pyshacl.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SHAPES = Path(__file__).with_name("skos.shacl.ttl")
Triples = set[tuple[str, str, str, str]]


def triples(text: str, format: ox.RdfFormat) -> Triples:
    """Subject, predicate, object, and the language or type of the object."""
    return {
        (q.subject.value, q.predicate.value, q.object.value, _kind(q.object))
        for q in ox.parse(text.encode(), format=format)
    }


def _kind(term: ox.Term) -> str:
    if isinstance(term, ox.Literal):
        return term.language or term.datatype.value
    return "IRI"


def name(short: str) -> str:
    prefix, local = short.split(":")
    return str(PREFIXES[prefix]) + local


@pytest.fixture(scope="module")
def whole(files: Files) -> Triples:
    return triples(files["donnees/glossaire.ttl"], ox.RdfFormat.TURTLE)


@pytest.fixture(scope="module")
def store(files: Files) -> ox.Store:
    store = ox.Store()
    store.load(files["donnees/glossaire.ttl"].encode(), format=ox.RdfFormat.TURTLE)
    return store


def ask(store: ox.Store, pattern: str) -> list[dict[str, str]]:
    """Values by variable, of each answer."""
    prefixes = "".join(f"PREFIX {p}: <{n}>\n" for p, n in PREFIXES.items())
    found = store.query(f"{prefixes}SELECT * WHERE {{ {pattern} }}")
    return [{v.value: row[v].value for v in found.variables} for row in found]


def terms(corpus: Corpus) -> list[GlossaryEntry]:
    return [e for e in corpus.entries.values() if isinstance(e, GlossaryEntry)]


def test_every_term_is_read_back_field_by_field(real: Corpus, files: Files) -> None:
    url = real.publication.url
    for entry in terms(real):
        read = triples(files[real.record(entry, "ttl")], ox.RdfFormat.TURTLE)
        assert {subject for subject, *_ in read} == {url(real.address(entry.id))}

        def values(short: str, kind: str = "fr", read: Triples = read) -> set[str]:
            return {o for _, p, o, k in read if p == name(short) and k == kind}

        labels = values("skos:altLabel") | values("skos:hiddenLabel")
        assert values("skos:prefLabel") == {entry.terme}
        said = (entry.sigle, *entry.variantes, *entry.mots_de_recherche)
        assert labels == {one for one in said if one} - {entry.terme}
        assert values("skos:definition") == {plain(entry.definition, real)}
        assert values("dcterms:abstract") == {plain(entry.en_clair, real)}
        assert len(values("skos:scopeNote")) == len(entry.usages) + len(entry.distinguer_de)
        assert len(values("skos:historyNote")) == len(entry.definitions_comparees)
        assert len(values("skos:example")) == (entry.dans_l_enquete is not None)
        assert values("dcterms:source", "IRI") == {
            url(f"bibliographie/{source.cle}/") for source in entry.sources
        }
        assert values("skos:broader", "IRI") == {url(real.address(i)) for i in entry.plus_large}
        for other in entry.equivalents:
            found = values("skos:prefLabel", other.langue) | values("skos:altLabel", other.langue)
            assert other.terme in found
        assert {o for _, p, o, _ in read if p == name("dcterms:modified")} == {entry.published_on}
        assert {o for _, p, o, _ in read if p == name("owl:versionInfo")} == {str(entry.version)}


def test_the_whole_is_its_parts_and_what_holds_them(
    real: Corpus, files: Files, whole: Triples
) -> None:
    for entry in terms(real):
        assert triples(files[real.record(entry, "ttl")], ox.RdfFormat.TURTLE) <= whole
    concepts = {s for s, p, o, _ in whole if o == name("skos:Concept")}
    assert concepts == {real.publication.url(real.address(entry.id)) for entry in terms(real)}


def test_json_ld_says_the_same_as_turtle(files: Files, whole: Triples) -> None:
    assert triples(files["donnees/glossaire.jsonld"], ox.RdfFormat.JSON_LD) == whole


def test_every_term_is_in_the_collection_of_its_domain(real: Corpus, store: ox.Store) -> None:
    found = ask(store, "?c a skos:Collection ; skos:member ?term ; skos:prefLabel ?domain")
    url = real.publication.url
    wanted = {(url(real.address(e.id)), e.domaine) for e in real.listed(GlossaryEntry)}
    assert {(row["term"], row["domain"]) for row in found} == wanted


def test_no_term_is_above_itself(store: ox.Store) -> None:
    assert ask(store, "?t skos:broader+ ?t") == []


def test_no_term_is_an_orphan(store: ox.Store) -> None:
    lone = """?t a skos:Concept
        FILTER NOT EXISTS { ?t skos:broader ?above }
        FILTER NOT EXISTS { ?t skos:topConceptOf ?scheme }
        FILTER NOT EXISTS { ?t owl:deprecated true }"""
    assert ask(store, lone) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("skos:broader", "skos:narrower"),
        ("skos:narrower", "skos:broader"),
        ("skos:related", "skos:related"),
        ("skos:topConceptOf", "skos:hasTopConcept"),
        ("skos:hasTopConcept", "skos:topConceptOf"),
    ],
)
def test_relations_are_told_at_both_ends(one: str, other: str, store: ox.Store) -> None:
    assert ask(store, f"?a {one} ?b") != []
    assert ask(store, f"?a {one} ?b FILTER NOT EXISTS {{ ?b {other} ?a }}") == []


def test_related_terms_are_not_one_above_the_other(store: ox.Store) -> None:
    # S27 of the SKOS Reference, along the whole hierarchy.
    assert ask(store, "?a skos:related ?b . ?a skos:broader+ ?b") == []


def test_nothing_leads_to_a_term_that_is_not_there(store: ox.Store) -> None:
    relation = "skos:broader|skos:narrower|skos:related|skos:member|skos:hasTopConcept"
    assert ask(store, f"?a {relation} ?b FILTER NOT EXISTS {{ ?b a skos:Concept }}") == []


@pytest.mark.parametrize("which", ["files", "invented_files"])
def test_the_shapes_of_skos_hold(which: str, request: pytest.FixtureRequest) -> None:
    text = request.getfixturevalue(which)["donnees/glossaire.ttl"]
    sound, _, report = pyshacl.validate(
        Graph().parse(data=text, format="turtle"), shacl_graph=str(SHAPES)
    )
    assert sound, report


def test_the_shapes_see_what_breaks_them(invented_files: Files) -> None:
    graph = Graph().parse(data=invented_files["donnees/glossaire.ttl"], format="turtle")
    graph.update(
        """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        INSERT { ?c skos:prefLabel "Autre"@fr ; skos:altLabel "Commun"@fr ; skos:related ?n }
        WHERE { ?c skos:prefLabel "Commun"@fr ; skos:narrower ?n }"""
    )
    sound, _, report = pyshacl.validate(graph, shacl_graph=str(SHAPES))
    assert not sound
    for constraint in ("UniqueLang", "Disjoint"):
        assert constraint in report


def test_a_withdrawn_term_is_deprecated_and_says_what_replaces_it(
    invented: Corpus, invented_files: Files
) -> None:
    read = triples(invented_files["glossaire/ancien-mot.ttl"], ox.RdfFormat.TURTLE)
    said = {(p, o) for _, p, o, _ in read}
    successor = invented.publication.url("glossaire/commun/")
    assert (name("owl:deprecated"), "true") in said
    assert (name("dcterms:isReplacedBy"), successor) in said
    assert (name("adms:status"), str(STATES.Withdrawn)) in said
    whole = triples(invented_files["donnees/glossaire.ttl"], ox.RdfFormat.TURTLE)
    withdrawn = invented.publication.url("glossaire/ancien-mot/")
    assert [t for t in whole if t[2] == withdrawn] == []  # nothing leads to it


def test_labels_have_one_role_each(invented: Corpus, invented_files: Files) -> None:
    read = triples(invented_files["glossaire/jardin-partage.ttl"], ox.RdfFormat.TURTLE)
    labels = {(p, o, k) for _, p, o, k in read if p.endswith("Label")}
    assert labels == {
        (name("skos:prefLabel"), "Jardin partagé", "fr"),
        (name("skos:prefLabel"), "community garden", "en"),
        (name("skos:altLabel"), "JP", "fr"),
        (name("skos:hiddenLabel"), "jardins partagés", "fr"),
    }
