"""Which drawings a page has: from the corpus to what each drawing is made of."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from prendre_place import markup
from prendre_place.corpus import Corpus
from prendre_place.drawings.actors import actors
from prendre_place.drawings.chips import Label
from prendre_place.drawings.chronology import Event, chronology
from prendre_place.drawings.domains import domain_map
from prendre_place.drawings.matrix import materials, resources
from prendre_place.drawings.neighbourhood import Branch, neighbourhood
from prendre_place.drawings.region import region_map
from prendre_place.drawings.space import space
from prendre_place.drawings.svg import Drawing
from prendre_place.model.enquiry import EnquiryMethod
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation, OrganisationType
from prendre_place.model.readings import Resource
from prendre_place.model.terrain import Milestone, Terrain
from prendre_place.pages.domains import DomainView
from prendre_place.pages.environment import capital, readable_date
from prendre_place.pages.labels import RESOURCES, WEIGHTS

FEWEST_NEIGHBOURS, MOST_NEIGHBOURS = 3, 12
LONGEST_NAME = 26
EMPHASIS = re.compile(r"\*+")


def of_entry(entry: Entry, corpus: Corpus) -> dict[str, Drawing | None]:
    """The drawings of an entry's page, by the name that its template gives them."""
    if isinstance(entry, Terrain):
        return {
            "chronologie": chronology_of(entry, corpus),
            "forme": space_of(entry),
            "acteurs": actors_of(entry, corpus),
        }
    if isinstance(entry, EnquiryMethod):
        return {"recueil": materials_of(entry, corpus)}
    if isinstance(entry, GlossaryEntry):
        return {"voisinage": neighbourhood_of(entry, corpus)}
    return {}


def chronology_of(terrain: Terrain, corpus: Corpus) -> Drawing:
    """The dated events of a field site."""
    milestones = terrain.chronologie or terrain.identite.dates
    return chronology(terrain.title, [_event(milestone, corpus) for milestone in milestones])


def _event(milestone: Milestone, corpus: Corpus) -> Event:
    words = milestone.repere or plain_words(milestone.evenement, corpus)
    return Event(milestone.date, capital(readable_date(milestone.date)), words)


def plain_words(prose: str, corpus: Corpus) -> str:
    """Prose without its marks: no citation, no emphasis, links by their words."""

    def words(link: markup.Link) -> str:
        entry = corpus.entries.get(link.id)
        return link.label or (entry.title if entry else link.id)

    text = markup.replace_citations(prose, lambda _: "")
    text = EMPHASIS.sub("", markup.replace_links(text, words))
    return re.sub(r"\s+([.,])", r"\1", " ".join(text.split()))


def space_of(terrain: Terrain) -> Drawing | None:
    """The form of space of a field site, where the sources give one."""
    return space(f"espace-{terrain.id}", terrain.title, terrain.forme) if terrain.forme else None


def actors_of(terrain: Terrain, corpus: Corpus) -> Drawing | None:
    """The organisations that have a role in a field site."""
    involved = [
        organisation
        for organisation in corpus.listed(Organisation)
        if any(role.terrain == terrain.id for role in organisation.roles)
    ]
    groups = {
        capital(type_): [_organisation(o, terrain, corpus) for o in involved if o.type == type_]
        for type_ in get_args(OrganisationType)
    }
    found = {name: members for name, members in groups.items() if members}
    return actors(terrain.title, found) if found else None


def _organisation(organisation: Organisation, terrain: Terrain, corpus: Corpus) -> Label:
    address = _address(organisation.id, corpus.address(terrain.id), corpus)
    return Label(_short_name(organisation), address)


def _short_name(entry: Entry) -> str:
    """The name of an entry, or its acronym where the name is long."""
    return entry.acronym if entry.acronym and len(entry.title) > LONGEST_NAME else entry.title


def neighbourhood_of(entry: GlossaryEntry, corpus: Corpus) -> Drawing | None:
    """The notions around a notion: none if they are too few, the nearest if they are many."""
    around = _neighbours(entry, corpus)
    total = sum(map(len, around.values()))
    if entry.statut == "retire" or total < FEWEST_NEIGHBOURS:
        return None
    room = MOST_NEIGHBOURS
    branches = []
    for relation, entries in around.items():
        shown = [_notion(other, entry, corpus) for other in entries[:room]]
        branches.append(Branch(relation, shown, BRANCHES[relation]))
        room -= len(shown)
    found = [branch for branch in branches if branch.notions]
    above = [branch for branch in found if branch.relation == BROADER]
    below = [branch for branch in found if branch.relation != BROADER]
    return neighbourhood(entry.title, total, above, below)


BROADER = "Plus larges"
# How each relation is drawn, nearest in meaning first.
BRANCHES = {
    BROADER: "lien",
    "Plus précises": "lien",
    "À ne pas confondre": "lien oppose",
    "Voisines": "lien voisin",
}
OUTGOING = {"plus_large": BROADER, "distinguer_de": "À ne pas confondre", "liees": "Voisines"}
INCOMING = {
    "plus_large": "Plus précises",
    "distinguer_de": "À ne pas confondre",
    "liees": "Voisines",
}


def _neighbours(entry: GlossaryEntry, corpus: Corpus) -> dict[str, list[Entry]]:
    """Notions under their relation to the entry, each once."""
    pairs = [(OUTGOING.get(r.type), r.target) for r in corpus.outgoing(entry)]
    pairs += [(INCOMING.get(r.type), r.source) for r in corpus.incoming(entry)]
    around: dict[str, list[Entry]] = {relation: [] for relation in BRANCHES}
    seen = {entry.id}
    for wanted in BRANCHES:
        for relation, other in pairs:
            notion = other.kind in ("glossary", "concepts") and other.statut != "retire"
            if relation == wanted and notion and other.id not in seen:
                seen.add(other.id)
                around[wanted].append(other)
    return around


def _notion(other: Entry, entry: Entry, corpus: Corpus) -> Label:
    return Label(other.title, _address(other.id, corpus.address(entry.id), corpus))


def resources_of(terrains: Sequence[Terrain]) -> Drawing | None:
    """The weight of each resource in each field site, where a source states one."""
    weights = {(t.id, w.ressource): w.poids for t in terrains for w in t.economie.poids}
    rows = {
        RESOURCES[resource]: [weights.get((terrain.id, resource)) for terrain in terrains]
        for resource in get_args(Resource)
    }
    return resources([_short_name(t) for t in terrains], rows, WEIGHTS) if weights else None


def materials_of(method: EnquiryMethod, corpus: Corpus) -> Drawing | None:
    """What the enquiry gathered in each field site."""
    rows = {
        gathered.materiau: [
            (_short_name(corpus.entries[count.terrain]), count.nombre)
            for count in gathered.par_terrain
            if count.terrain in corpus.entries
        ]
        for gathered in method.recueil
    }
    return materials(rows) if rows else None


def region_of(corpus: Corpus) -> Drawing | None:
    """The field sites on the map of the region, if the project has one."""
    sites = [
        (Label(t.title, _address(t.id, "terrains/", corpus)), t.territoire.communes)
        for t in corpus.listed(Terrain)
    ]
    return region_map(corpus.region, sites) if corpus.region and sites else None


def domain_map_of(views: Iterable[DomainView], links: Mapping[frozenset[str], int]) -> Drawing:
    """The domains of the glossary; each leads to its part of the page."""
    return domain_map([(Label(view.name, f"#{view.anchor}"), view.size) for view in views], links)


def _address(entry_id: str, seen_from: str, corpus: Corpus) -> str:
    """Relative address of an entry's page, seen from the address of another page."""
    return f"{posixpath.relpath(corpus.address(entry_id), seen_from)}/"
