"""What each drawing shows, on the invented project, where all can be counted."""

from __future__ import annotations

from prendre_place.corpus import Corpus
from prendre_place.drawings.matrix import resources
from prendre_place.model.terrain import Terrain
from prendre_place.pages import illustrations
from prendre_place.pages.domains import domain_links, domain_views
from prendre_place.pages.labels import WEIGHTS
from tests.drawings.geometry import parsed, texts


def _words(root) -> list[str]:  # type: ignore[no-untyped-def]
    return [area.words for area in texts(root)]


def test_the_neighbours_of_a_term_are_links_under_their_relation(corpus: Corpus) -> None:
    entry = corpus.entries["jardin-partage"]
    drawing = illustrations.of_entry(entry, corpus)["voisinage"]
    assert drawing is not None
    root = parsed(drawing)
    assert [(a.get("href"), "".join(a.itertext())) for a in root.iter("a")] == [
        ("../commun/", "Commun"),
        ("../friche/", "Friche"),
        ("../../notions/jardiner/", "Jardiner ensemble"),
    ]
    assert _words(root) == [
        "Plus larges",
        "Commun",
        "Jardin partagé",
        "À ne pas confondre",
        "Friche",
        "Voisines",
        "Jardiner",
        "ensemble",
    ]


def test_a_term_with_few_neighbours_or_withdrawn_has_no_map(corpus: Corpus) -> None:
    for name in ("friche", "ancien-mot"):
        assert illustrations.of_entry(corpus.entries[name], corpus) == {"voisinage": None}


def test_an_event_is_said_in_a_few_words_or_in_all_its_words(corpus: Corpus) -> None:
    terrain = corpus.entries["jardin-du-val"]
    assert isinstance(terrain, Terrain)
    root = parsed(illustrations.chronology_of(terrain, corpus))
    assert _words(root)[1:] == [
        "De 2019 à 2020",
        "Première année du jardin.",
        "Octobre 2019",
        "La fête",
    ]


def test_organisations_are_links_under_what_they_are(corpus: Corpus) -> None:
    terrain = corpus.entries["jardin-du-val"]
    assert isinstance(terrain, Terrain)
    drawing = illustrations.actors_of(terrain, corpus)
    assert drawing is not None
    root = parsed(drawing)
    assert [a.get("href") for a in root.iter("a")] == ["../../organisations/ville-de-valbourg/"]
    assert _words(root) == [
        "Le jardin du Val",
        "Collectivité et intercommunalité",
        "Ville de Valbourg",
    ]


def test_a_resource_of_which_no_source_speaks_is_said_to_be_so(corpus: Corpus) -> None:
    drawing = illustrations.resources_of(corpus.listed(Terrain))
    assert drawing is not None
    assert _words(parsed(drawing))[1:] == [
        "Réciprocité",
        "décisive",
        "Marché",
        "aucune",
        "Redistribution",
        "non dit",
    ]


def test_each_weight_has_a_sign_of_its_own() -> None:
    signs = set()
    for weight in WEIGHTS:
        root = parsed(resources(["Le Val"], {"Marché": [weight]}, WEIGHTS))
        shapes = [e for e in root.iter("circle", "path") if e.get("class") != "axe"]
        signs.add(tuple((e.tag, e.get("class"), e.get("r")) for e in shapes))
    assert len(signs) == len(WEIGHTS)


def test_the_map_numbers_the_sites_and_leaves_other_towns_plain(corpus: Corpus) -> None:
    drawing = illustrations.region_of(corpus)
    assert drawing is not None
    root = parsed(drawing)
    assert _words(root) == ["Valbourg (1)", "Montbourg", "1. Le jardin du Val"]
    assert [a.get("href") for a in root.iter("a")] == ["jardin-du-val/"]


def test_the_map_keeps_directions_and_proportions(corpus: Corpus) -> None:
    drawing = illustrations.region_of(corpus)
    assert drawing is not None
    (x1, y1), (x2, y2) = (
        (float(disc.get("cx", 0)), float(disc.get("cy", 0)))
        for disc in parsed(drawing).findall("circle")
    )
    # Valbourg is half a degree east and north of Montbourg; at 50° N a degree of
    # longitude is 0.643 of a degree of latitude.
    assert x1 > x2 and y1 < y2
    assert abs((x1 - x2) / (y2 - y1) - 0.643) < 0.01


def test_the_map_of_domains_leads_to_each_domain(corpus: Corpus) -> None:
    drawing = illustrations.domain_map_of(domain_views(corpus), domain_links(corpus))
    root = parsed(drawing)
    assert root.findtext("title") == "Carte des domaines du glossaire"
    assert [(a.get("href"), _words(a)) for a in root.iter("a")] == [
        ("#domaine-cooperation", ["2", "coopération"]),
        ("#domaine-territoire", ["1", "territoire"]),
    ]
    assert len(root.findall("path")) == 1
