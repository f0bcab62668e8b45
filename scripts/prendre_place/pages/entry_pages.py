"""The page of one entry, and what only its kind needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from prendre_place import markup
from prendre_place.citations.items import page_item
from prendre_place.corpus import Corpus
from prendre_place.exports.formats import TO_CITE, Format, as_data
from prendre_place.kinds import ENQUIRY_PAGES, KINDS
from prendre_place.model.comparison import ComparisonCases
from prendre_place.model.enquiry import EnquiryFigures, EnquiryPage
from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation, Role
from prendre_place.model.preconisation import Preconisation
from prendre_place.model.questionnaire import Questionnaire
from prendre_place.model.terrain import Terrain
from prendre_place.pages.changes import CHANGES_HERE, changes_block
from prendre_place.pages.citation_block import CITATION_HERE, citation_block
from prendre_place.pages.finishing import entry_path, version_path
from prendre_place.pages.grouping import grouped
from prendre_place.pages.head import entry_head
from prendre_place.pages.illustrations import of_entry
from prendre_place.pages.labels import (
    APPRECIATIONS,
    EVIDENCE,
    LANGUAGES,
    LOGICS,
    RESOURCES,
    WEIGHTS,
)
from prendre_place.pages.neighbours import mentions, neighbours
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer

CITE = "assets/citer.js"
DEFINITIONS = "assets/definitions.js"
SORT = "assets/trier.js"
SITUATE = "assets/situer.js"
# Groups of related entries that a kind's own template shows in a section.
OWN_SECTIONS = {
    "glossary": frozenset({"À ne pas confondre"}),
    "terrains": frozenset({"Organisations"}),
    "organisations": frozenset({"Terrains où elle intervient"}),
    "enquete": frozenset({"Pôles comparés"}),
    "situer": frozenset({"Préconisations proposées", "Notions en jeu", "Fiches notions"}),
}


def entry_page(writer: Writer, entry: Entry) -> Page:
    """The page of an entry of any kind, at its permanent address."""
    compared = isinstance(entry, ComparisonCases)
    corpus = writer.corpus
    past = corpus.past_versions(entry)
    own = of_its_kind(corpus, entry)
    page = writer.page(
        template_of(entry),
        entry_path(entry.id, corpus),
        title_of(entry),
        entry.en_clair,
        scripts=(CITE, DEFINITIONS, *_scripts(entry)),
        wide=compared,
        head=partial(entry_head, entry),
        own_id=entry.id,
        entry=entry,
        current=None,
        past={version.version: version_path(entry, version, corpus) for version in past},
        groups=neighbours(
            entry,
            corpus,
            OWN_SECTIONS.get(entry.kind, frozenset()),
            frozenset(other.id for _, others in own.get("around", ()) for other in others),
        ),
        mentions=mentions(entry, corpus),
        source_path=corpus.paths[entry.id],
        source_file=f"page:{corpus.record(entry, 'yml')}",
        to_cite=_faces(TO_CITE, entry, corpus),
        as_data=_faces(as_data(entry), entry, corpus),
        dessins=of_entry(entry, corpus),
        **own,
    )
    page = with_block(
        page, CITATION_HERE, citation_block(page_item(entry, corpus), writer.cited[entry.id])
    )
    if past:
        page = with_block(page, CHANGES_HERE, changes_block(past[0], entry, corpus))
    return replace(page, indexed=entry.statut != "retire")


def template_of(entry: Entry) -> str:
    """The name of the template of an entry's kind."""
    return "enquete" if isinstance(entry, EnquiryPage) else entry.kind


def title_of(entry: Entry) -> str:
    """The title of an entry's page among all those of the site."""
    kind = KINDS[entry.kind]
    return entry.title if entry.id == kind.section else f"{entry.title} – {kind.plural}"


def with_block(page: Page, place: str, block: str) -> Page:
    """The page with a block of HTML where its template wants it."""
    return replace(page, body=page.body.replace(place, block))


def _faces(formats: Iterable[Format], entry: Entry, corpus: Corpus) -> list[tuple[str, str]]:
    """Each format by its name, with the file to link to."""
    return [(face.name, f"page:{corpus.record(entry, face.extension)}") for face in formats]


def _scripts(entry: Entry) -> tuple[str, ...]:
    """What only one kind's page runs."""
    if isinstance(entry, ComparisonCases):
        return (SORT,)
    return (SITUATE,) if isinstance(entry, Questionnaire) else ()


def of_its_kind(corpus: Corpus, entry: Entry) -> dict[str, Any]:
    """What only one kind's template needs."""
    if isinstance(entry, GlossaryEntry):
        return {"langues": LANGUAGES}
    if isinstance(entry, Terrain):
        return {
            "roles": _roles(corpus, entry),
            "noms": LOGICS,
            "ressources": RESOURCES,
            "mots_du_poids": WEIGHTS,
        }
    if isinstance(entry, Preconisation):
        return _advice(corpus, entry)
    if isinstance(entry, EnquiryPage):
        pages = sorted(corpus.listed(EnquiryPage), key=lambda e: list(ENQUIRY_PAGES).index(e.id))
        return {"enquiry_pages": pages, **_figures(corpus, entry)}
    if isinstance(entry, Questionnaire):
        return {"appreciations": APPRECIATIONS, "fiches": _led_to(corpus, entry)}
    return {}


def _led_to(corpus: Corpus, questionnaire: Questionnaire) -> dict[str, Entry]:
    """What answers lead to and lists may show, by id, préconisations first."""
    leads = questionnaire.leads
    ids: list[str] = [i for lead in leads for i in lead.preconisations]
    ids += [i for lead in leads for i in lead.notions]
    known = ((i, corpus.entries.get(i)) for i in dict.fromkeys(ids))
    return {i: entry for i, entry in known if entry and entry.statut != "retire"}


def _roles(corpus: Corpus, terrain: Terrain) -> list[tuple[Organisation, Role]]:
    return [
        (organisation, role)
        for organisation in corpus.listed(Organisation)
        for role in organisation.roles
        if role.terrain == terrain.id
    ]


def _advice(corpus: Corpus, advice: Preconisation) -> dict[str, Any]:
    """What a card depends on, what goes with it, and what its watch-points name."""
    named = {link.id for point in advice.vigilance for link in markup.links(point)}
    related = [relation.target.id for relation in corpus.outgoing(advice)]
    related += [relation.source.id for relation in corpus.incoming(advice)]
    cards = [card for card in corpus.listed(Preconisation) if card is not advice]
    around = {
        "Terrains": [corpus.entries[i] for i in advice.terrains if i in corpus.entries],
        "Notions": [corpus.entries[i] for i in advice.notions if i in corpus.entries],
        "Va avec": [card for card in cards if card.id in related and card.id not in named],
        "À peser avec": [card for card in cards if card.id in named],
    }
    return {
        "types": EVIDENCE,
        "around": [(label, others) for label, others in around.items() if others],
        "unsourced_steps": not all(any(markup.citations(step)) for step in advice.comment),
    }


def _figures(corpus: Corpus, entry: EnquiryPage) -> dict[str, Any]:
    """Every figure of the site for `/enquete/chiffres/`, those that disagree first."""
    if not isinstance(entry, EnquiryFigures):
        return {}
    by_holder = grouped(corpus.figures, lambda pair: pair[0].id)
    holders = [
        (corpus.entries[i], [figure for _, figure in pairs]) for i, pairs in by_holder.items()
    ]
    disagreeing = [(h, [f for f in figures if f.disagrees]) for h, figures in holders]
    return {
        "disagreements": [(h, figures) for h, figures in disagreeing if figures],
        "own_groups": [
            (group.titre, agreeing)
            for group in entry.groupes
            if (agreeing := _agreeing(group.chiffres))
        ],
        "terrain_figures": [
            (h, agreeing)
            for h, figures in holders
            if h is not entry
            if (agreeing := _agreeing(figures))
        ],
    }


def _agreeing(figures: Iterable[CheckedFigure]) -> list[CheckedFigure]:
    return [figure for figure in figures if not figure.disagrees]
