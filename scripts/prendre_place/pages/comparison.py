"""The field sites side by side."""

from __future__ import annotations

from collections import Counter

from prendre_place.model.preconisation import Preconisation
from prendre_place.model.terrain import Terrain
from prendre_place.pages.finishing import entry_path
from prendre_place.pages.illustrations import resources_of, space_of
from prendre_place.pages.labels import EMERGENCE, LOGICS, RESOURCES, WEIGHTS
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer

COMPARISON = "terrains/comparer.md"


def comparison_page(writer: Writer) -> Page:
    """The field sites side by side, on every dimension that they share."""
    corpus = writer.corpus
    terrains = corpus.listed(Terrain)
    held = Counter(figure.id for terrain in terrains for figure in terrain.chiffres)
    intro = (
        "Les terrains côte à côte, sous les mêmes rubriques : qui, où, sous quelle forme, selon "
        "quelles logiques, avec quelles ressources."
    )
    return writer.page(
        "terrains-comparer",
        COMPARISON,
        "Comparer les terrains",
        intro,
        scripts=("assets/comparer.js",),
        wide=True,
        heading_line=intro,
        terrains=terrains,
        logiques=LOGICS,
        ressources=RESOURCES,
        dessin_ressources=resources_of(terrains),
        poids={
            terrain.id: {weight.ressource: weight for weight in terrain.economie.poids}
            for terrain in terrains
        },
        mots_du_poids=WEIGHTS,
        formes={terrain.id: space_of(terrain) for terrain in terrains},
        poles=EMERGENCE,
        materiaux={figure for figure, count in held.items() if count > 1},
        paths={terrain.id: entry_path(terrain.id, corpus) for terrain in terrains},
        advice={
            terrain.id: [p for p in corpus.listed(Preconisation) if terrain.id in p.terrains]
            for terrain in terrains
        },
    )
