"""Every drawing of the real site: whole, legible, the same at each build, true to its table."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import pairwise

import pytest

from prendre_place.corpus import Corpus
from prendre_place.drawings.svg import Drawing, figure
from prendre_place.model.enquiry import EnquiryMethod
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.terrain import Terrain
from prendre_place.pages import illustrations
from prendre_place.pages.domains import domain_links, domain_views
from tests.drawings.geometry import outside, overlaps, parsed, texts

LIGHT = 3 * 1024  # bytes, gzip: what the map of a glossary entry may cost


def every_drawing(corpus: Corpus) -> Iterator[tuple[str, Drawing]]:
    for entry in corpus.entries.values():
        for name, drawing in illustrations.of_entry(entry, corpus).items():
            if drawing:
                yield f"{entry.id} {name}", drawing
    for name, drawing in (
        ("ressources", illustrations.resources_of(corpus.listed(Terrain))),
        ("carte", illustrations.region_of(corpus)),
        ("domaines", illustrations.domain_map_of(domain_views(corpus), domain_links(corpus))),
    ):
        assert drawing is not None
        yield name, drawing


@pytest.fixture(scope="module")
def drawings(real: Corpus) -> dict[str, Drawing]:
    return dict(every_drawing(real))


def test_every_field_site_and_most_terms_are_drawn(drawings: dict[str, Drawing]) -> None:
    kinds = [name.split()[-1] for name in drawings]
    assert [kinds.count(kind) for kind in ("chronologie", "forme", "acteurs")] == [3, 3, 3]
    assert kinds.count("voisinage") > 200


def test_no_two_texts_overlap(drawings: dict[str, Drawing]) -> None:
    found = {name: overlaps(parsed(drawing)) for name, drawing in drawings.items()}
    assert {name: pairs for name, pairs in found.items() if pairs} == {}


def test_nothing_is_cut_at_the_edges(drawings: dict[str, Drawing]) -> None:
    found = {name: outside(parsed(drawing)) for name, drawing in drawings.items()}
    assert {name: areas for name, areas in found.items() if areas} == {}


def test_the_same_corpus_gives_the_same_bytes(real: Corpus, drawings: dict[str, Drawing]) -> None:
    again = {name: figure(drawing) for name, drawing in every_drawing(real)}
    assert again == {name: figure(drawing) for name, drawing in drawings.items()}


def test_the_map_of_a_term_is_light(drawings: dict[str, Drawing]) -> None:
    heavy = {
        name: size
        for name, drawing in drawings.items()
        if name.endswith("voisinage")
        and (size := len(gzip.compress(figure(drawing).encode()))) > LIGHT
    }
    assert heavy == {}


def test_a_chronology_shows_each_date_of_its_table_in_order(
    real: Corpus, drawings: dict[str, Drawing]
) -> None:
    for terrain in real.listed(Terrain):
        root = parsed(drawings[f"{terrain.id} chronologie"])
        dates = root.xpath("//text[@class='fort']")
        tops = [float(date.get("y")) for date in dates]  # type: ignore[union-attr]
        assert len(dates) == len(terrain.chronologie)
        assert all(a < b for a, b in pairwise(tops))


def test_squares_are_as_many_as_the_numbers_of_the_table(
    real: Corpus, drawings: dict[str, Drawing]
) -> None:
    method = real.entries["methode"]
    assert isinstance(method, EnquiryMethod)
    counts = [c.nombre for gathered in method.recueil for c in gathered.par_terrain]
    root = parsed(drawings["methode recueil"])
    assert len(root.findall("rect")) == sum(counts)
    numbers = [text.text for text in root.iter("text") if text.get("text-anchor") == "end"]
    assert numbers == [str(count) for count in counts]


def test_numbers_drawn_are_those_that_the_field_sites_retain(real: Corpus) -> None:
    method = real.entries["methode"]
    assert isinstance(method, EnquiryMethod)
    interviews = {c.terrain: str(c.nombre) for c in method.recueil[0].par_terrain}
    retained = {
        terrain.id: figure.used.valeur
        for terrain in real.listed(Terrain)
        for figure in terrain.chiffres
        if figure.id == "entretiens-du-terrain" and figure.used
    }
    assert interviews == retained


def test_each_site_is_placed_in_each_of_its_communes(
    real: Corpus, drawings: dict[str, Drawing]
) -> None:
    shown = {area.words for area in texts(parsed(drawings["carte"]))}
    for rank, terrain in enumerate(real.listed(Terrain), 1):
        for commune in terrain.territoire.communes:
            [label] = [words for words in shown if words.startswith(f"{commune} (")]
            assert str(rank) in label


def test_a_term_leads_to_its_neighbours_and_only_to_notions(
    real: Corpus, drawings: dict[str, Drawing]
) -> None:
    sections = {
        link.get("href", "").split("/")[-3]
        for name, drawing in drawings.items()
        if name.endswith("voisinage")
        for link in parsed(drawing).iter("a")
    }
    assert sections <= {"..", "notions"}
    assert isinstance(real.entries["ptce"], GlossaryEntry)
    links = [link.get("href") for link in parsed(drawings["ptce voisinage"]).iter("a")]
    assert len(links) == len(set(links)) == illustrations.MOST_NEIGHBOURS
