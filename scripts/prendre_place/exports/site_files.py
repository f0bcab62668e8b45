"""Every file for machines, by its path on the site."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from prendre_place.citations.items import Item, page_item
from prendre_place.corpus import Corpus
from prendre_place.exports import datasets, feed, skos, tables
from prendre_place.exports.bibtex import as_bibtex
from prendre_place.exports.correction import correction_files
from prendre_place.exports.formats import (
    BIBTEX,
    CSL,
    JSON,
    REFERENCE,
    RIS,
    TURTLE,
    YAML,
    ZOTERO,
    faces,
)
from prendre_place.exports.rdf import as_json_ld, as_turtle, joined_turtle
from prendre_place.exports.records import as_json, record, record_set
from prendre_place.exports.ris import as_ris
from prendre_place.exports.schemas import schemas
from prendre_place.exports.sitemap import robots
from prendre_place.exports.table import as_csv
from prendre_place.exports.zotero_rdf import as_zotero_rdf
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation
from prendre_place.model.preconisation import Preconisation

File = tuple[str, str]


def site_files(corpus: Corpus, works: Mapping[str, Item]) -> Iterator[File]:
    """`(path, text)` of each file; `works` are the references as CSL items, by key."""
    yield from _citations(corpus)
    yield from _records(corpus)
    yield from _vocabulary(corpus)
    yield from _tables(corpus)
    yield from _references(corpus, works)
    yield from schemas(corpus)
    yield from correction_files(corpus)
    yield f"{datasets.FOLDER}/datapackage.json", datasets.data_package(corpus)
    yield feed.PATH, feed.feed(corpus)
    yield "robots.txt", robots(corpus)


def known_files(corpus: Corpus) -> Iterator[str]:
    """The path of each file that pages lead to, without making any."""
    for entry in corpus.entries.values():
        yield from (corpus.record(entry, face.extension) for face in faces(entry) if face != YAML)
    for reference in corpus.references.values():
        yield from (reference.record(face.extension) for face in REFERENCE)
    yield from (dataset.path for dataset in datasets.DATASETS if dataset != datasets.WORKS_BIBTEX)
    yield from (f"{datasets.FOLDER}/datapackage.json", feed.PATH)


def _citations(corpus: Corpus) -> Iterator[File]:
    for entry in corpus.entries.values():
        item = page_item(entry, corpus)
        yield corpus.record(entry, BIBTEX.extension), as_bibtex(item)
        yield corpus.record(entry, RIS.extension), as_ris(item)


def _records(corpus: Corpus) -> Iterator[File]:
    for folder, dataset in datasets.RECORDS.items():
        entries = [entry for entry in corpus.entries.values() if entry.kind == folder]
        records = tuple(record(entry, corpus) for entry in entries)
        for entry, written in zip(entries, records, strict=True):
            yield corpus.record(entry, JSON.extension), as_json(written)
        yield dataset.path, as_json(record_set(folder, records, corpus))


def _vocabulary(corpus: Corpus) -> Iterator[File]:
    whole = skos.vocabulary(corpus)
    graphs, texts = [whole], [as_turtle(whole)]
    for entry, graph in skos.concepts(corpus):
        graphs.append(graph)
        texts.append(as_turtle(graph))
        yield corpus.record(entry, TURTLE.extension), texts[-1]
    yield datasets.TERMS_TURTLE.path, joined_turtle(texts)
    yield datasets.TERMS_JSON_LD.path, as_json_ld(graphs, skos.PREFIXES)


def _tables(corpus: Corpus) -> Iterator[File]:
    for dataset, items in (
        (datasets.TERMS_TABLE, corpus.listed(GlossaryEntry)),
        (datasets.ADVICE_TABLE, corpus.listed(Preconisation)),
        (datasets.ORGANISATIONS_TABLE, corpus.listed(Organisation)),
        (datasets.FIGURES_TABLE, tables.figure_rows(corpus)),
    ):
        yield dataset.path, as_csv(dataset.columns, items, corpus)


def _references(corpus: Corpus, works: Mapping[str, Item]) -> Iterator[File]:
    """One reference in each format, then all of them; the whole BibTeX is the source itself."""
    pages = {key: corpus.publication.url(corpus.references[key].address) for key in works}
    for key, item in works.items():
        reference = corpus.references[key]
        zotero = reference.record(ZOTERO.extension)
        yield reference.record(BIBTEX.extension), reference.bibtex
        yield reference.record(RIS.extension), as_ris(item)
        yield reference.record(CSL.extension), _csl_json(item)
        yield zotero, as_zotero_rdf([(pages[key], item)], corpus.publication.url(zotero))
    yield datasets.WORKS_RIS.path, as_ris(*works.values())
    yield datasets.WORKS_CSL.path, _csl_json(*works.values())
    everything = [(pages[key], item) for key, item in works.items()]
    address = corpus.publication.url(datasets.WORKS_ZOTERO.path)
    yield datasets.WORKS_ZOTERO.path, as_zotero_rdf(everything, address)


def _csl_json(*items: Item) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
