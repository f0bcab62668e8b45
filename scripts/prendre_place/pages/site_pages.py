"""Every generated page of the site, from the corpus alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from jinja2 import Environment

from prendre_place.corpus import Corpus, Use, sort_key
from prendre_place.kinds import ENQUIRY_PAGES, KINDS
from prendre_place.model.concept import ConceptSheet
from prendre_place.model.enquiry import EnquiryFigures, EnquiryPage
from prendre_place.model.entry import Entry
from prendre_place.model.figures import CheckedFigure
from prendre_place.model.glossary import GlossaryEntry
from prendre_place.model.organisation import Organisation, Role
from prendre_place.model.preconisation import Preconisation
from prendre_place.model.reference import Reference
from prendre_place.model.terrain import Terrain
from prendre_place.pages.acronyms import acronym_rows
from prendre_place.pages.bibliography import BIBLIOGRAPHY_VIEWS, STATES, bibliography_views
from prendre_place.pages.domains import domain_links, domain_map, domain_views
from prendre_place.pages.environment import environment
from prendre_place.pages.finishing import entry_path, finish, reference_path
from prendre_place.pages.neighbours import neighbours
from prendre_place.pages.page import Page
from prendre_place.typography import french

BIBLIOGRAPHY_SOURCE = "bibliography.bib"
FILTER = "assets/filtre.js"
BIBLIOGRAPHY_FACE = "donnees/bibliographie.bib"
LANGUAGES = {
    "en": "Anglais",
    "de": "Allemand",
    "es": "Espagnol",
    "it": "Italien",
    "la": "Latin",
    "nl": "Néerlandais",
    "pt": "Portugais",
}
LOGICS = {
    "aide": "Aide",
    "entraide": "Entraide",
    "militante": "Logique militante",
    "multilaterale": "Logique multilatérale",
}
RESOURCES = {
    "reciprocite": "Réciprocité",
    "marche": "Marché",
    "redistribution": "Redistribution",
    "emplois": "Emplois",
    "dynamique": "Dynamique",
}
EMERGENCE = {
    "patrimoine": "Patrimoine et affinités",
    "protection": "Protection et difficultés",
    "utopie": "Utopie et finalité",
}
# Groups of related entries that a kind's own template shows in a section.
OWN_SECTIONS = {
    "glossary": frozenset({"À ne pas confondre"}),
    "terrains": frozenset({"Organisations"}),
    "organisations": frozenset({"Terrains où elle intervient"}),
}

T = TypeVar("T")


def site_pages(corpus: Corpus, site_url: str = "") -> Iterator[Page]:
    """Pages of every entry, every index and every reference.

    `site_url` is the public address of the site, empty while it is not known.
    """
    writer = _Writer(corpus, environment(), site_url)
    for entry in corpus.entries.values():
        yield writer.entry(entry)
    yield from writer.indexes()
    for reference in corpus.references.values():
        yield writer.reference(reference)


def faces(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Source files published beside the pages: `(path on the site, path in the project)`."""
    for entry_id, source in corpus.paths.items():
        if entry_id in corpus.entries:
            yield _source_face(corpus.entries[entry_id]), source
    yield BIBLIOGRAPHY_FACE, BIBLIOGRAPHY_SOURCE


def _source_face(entry: Entry) -> str:
    return f"{KINDS[entry.kind].section}/{entry.id}.yml"


@dataclass(frozen=True)
class _Writer:
    corpus: Corpus
    env: Environment
    site_url: str

    def entry(self, entry: Entry) -> Page:
        path = entry_path(entry.id, self.corpus)
        template = "enquete" if isinstance(entry, EnquiryPage) else entry.kind
        kind = KINDS[entry.kind]
        title = entry.title if entry.id == kind.section else f"{entry.title} – {kind.plural}"
        return self._page(
            template,
            path,
            title,
            entry.en_clair,
            entry=entry,
            groups=neighbours(entry, self.corpus, OWN_SECTIONS.get(entry.kind, frozenset())),
            source_path=self.corpus.paths[entry.id],
            source_file=f"page:{_source_face(entry)}",
            **self._of_its_kind(entry),
        )

    def _of_its_kind(self, entry: Entry) -> dict[str, Any]:
        """What only one kind's template needs."""
        if isinstance(entry, GlossaryEntry):
            return {"langues": LANGUAGES}
        if isinstance(entry, Terrain):
            return {"roles": self._roles(entry), "noms": LOGICS, "ressources": RESOURCES}
        if isinstance(entry, EnquiryPage):
            pages = [self.corpus.entries[i] for i in ENQUIRY_PAGES if i in self.corpus.entries]
            return {"enquiry_pages": pages, **self._figures(entry)}
        return {}

    def _roles(self, terrain: Terrain) -> list[tuple[Organisation, Role]]:
        return [
            (organisation, role)
            for organisation in self.corpus.listed(Organisation)
            for role in organisation.roles
            if role.terrain == terrain.id
        ]

    def _figures(self, entry: EnquiryPage) -> dict[str, Any]:
        """Every figure of the site for `/enquete/chiffres/`, those that disagree first."""
        if not isinstance(entry, EnquiryFigures):
            return {}
        by_holder = _grouped(self.corpus.figures, lambda pair: pair[0].id)
        holders = [
            (self.corpus.entries[i], [figure for _, figure in pairs])
            for i, pairs in by_holder.items()
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

    def indexes(self) -> Iterator[Page]:
        """One index per kind, and the bibliography."""
        yield self._glossary_index()
        yield self._domain_index()
        yield self._acronym_index()
        yield self._list_index(
            "notions/index.md",
            "Notions",
            "Les notions de l’enquête, chacune avec sa question, l’essentiel, les définitions "
            "qui se discutent et ce que les terrains montrent.",
            self.corpus.listed(ConceptSheet),
        )
        yield self._list_index(
            "terrains/index.md",
            "Terrains",
            "Des coopérations territoriales des Hauts-de-France, enquêtées en 2022 et 2023, "
            "décrites avec les mêmes rubriques pour pouvoir être mises côte à côte.",
            self.corpus.listed(Terrain),
            ("Mettre les terrains côte à côte", "terrains/comparer.md")
            if len(self.corpus.listed(Terrain)) > 1
            else None,
        )
        if len(self.corpus.listed(Terrain)) > 1:
            yield self._comparison()
        yield self._preconisation_index()
        yield self._organisation_index()
        yield self._bibliography_index()
        yield from self._bibliography_views()

    def _glossary_index(self) -> Page:
        entries = self.corpus.listed(GlossaryEntry)
        return self._page(
            "index-glossary",
            "glossaire/index.md",
            "Glossaire",
            "Les termes des coopérations territoriales définis en français clair, avec leurs "
            "sources et leurs voisins.",
            entries=entries,
            scripts=(FILTER,),
            letters=_by_letter(entries, lambda e: e.title),
        )

    def _domain_index(self) -> Page:
        views = domain_views(self.corpus)
        return self._page(
            "index-domains",
            "glossaire/domaines.md",
            "Glossaire par domaine",
            "Les termes du glossaire rangés par domaine, du plus large au plus précis, et la "
            "carte des liens entre domaines.",
            domains=views,
            map=domain_map(views, domain_links(self.corpus)),
        )

    def _acronym_index(self) -> Page:
        return self._page(
            "index-acronyms",
            "glossaire/sigles.md",
            "Sigles",
            "Les sigles et abréviations des coopérations territoriales et de l’économie sociale et "
            "solidaire, avec ce qu’ils veulent dire.",
            scripts=(FILTER,),
            acronyms=acronym_rows(self.corpus),
        )

    def _list_index(
        self,
        path: str,
        title: str,
        intro: str,
        entries: Sequence[Entry],
        below: tuple[str, str] | None = None,
    ) -> Page:
        return self._page(
            "index-list",
            path,
            title,
            intro,
            heading=title,
            intro=intro,
            entries=entries,
            below=below,
        )

    def _comparison(self) -> Page:
        """The field sites side by side, on every dimension that they share."""
        terrains = self.corpus.listed(Terrain)
        held = Counter(figure.id for terrain in terrains for figure in terrain.chiffres)
        intro = (
            "Les terrains mis côte à côte, avec les mêmes rubriques : qui, où, "
            "sous quelle forme, selon quelles logiques, avec quelles ressources."
        )
        return self._page(
            "terrains-comparer",
            "terrains/comparer.md",
            "Comparer les terrains",
            intro,
            scripts=("assets/comparer.js",),
            wide=True,
            heading_line=intro,
            terrains=terrains,
            logiques=LOGICS,
            ressources=RESOURCES,
            poles=EMERGENCE,
            materiaux={figure for figure, count in held.items() if count > 1},
            paths={terrain.id: entry_path(terrain.id, self.corpus) for terrain in terrains},
            advice={
                terrain.id: [
                    p for p in self.corpus.listed(Preconisation) if terrain.id in p.terrains
                ]
                for terrain in terrains
            },
        )

    def _preconisation_index(self) -> Page:
        entries = self.corpus.listed(Preconisation)
        terrains = self.corpus.listed(Terrain)
        groups = [(t.title, [p for p in entries if p.terrains == (t.id,)]) for t in terrains]
        several = [p for p in entries if len(p.terrains) != 1]
        groups.append(("Plusieurs terrains, et la recherche", several))
        return self._page(
            "index-preconisations",
            "preconisations/index.md",
            "Préconisations",
            "Des conseils pour coopérer sur un territoire, avec ce qui a été observé, pour qui, "
            "comment faire et sur quoi ils reposent.",
            scripts=(FILTER,),
            entries=entries,
            by_terrain=[(label, members) for label, members in groups if members],
        )

    def _organisation_index(self) -> Page:
        entries = self.corpus.listed(Organisation)
        return self._page(
            "index-organisations",
            "organisations/index.md",
            "Organisations",
            "Les organisations nommées dans l’enquête et leur rôle dans chaque terrain.",
            scripts=(FILTER,),
            entries=entries,
            by_type=sorted(_grouped(entries, lambda e: e.type).items(), key=_first_key),
        )

    def _bibliography_index(self) -> Page:
        references = sorted(self.corpus.references.values(), key=lambda r: sort_key(r.label))
        return self._page(
            "index-bibliography",
            "bibliographie/index.md",
            "Bibliographie",
            "Toutes les références de l’enquête et de ce site, avec leur état de vérification et "
            "les pages qui les citent.",
            scripts=(FILTER,),
            views=BIBLIOGRAPHY_VIEWS,
            states=STATES,
            letters=_by_letter(references, lambda r: r.label),
            counts=Counter(reference.etat for reference in references),
            uses=self.corpus.uses,
        )

    def _bibliography_views(self) -> Iterator[Page]:
        """The same references by author, by year, by document, and those to verify."""
        for view in bibliography_views(self.corpus):
            yield self._page(
                "index-references",
                view.path,
                view.title,
                view.intro,
                heading=view.title,
                intro=view.intro,
                groups=view.groups,
                remarks=view.remarks,
                views=BIBLIOGRAPHY_VIEWS,
                states=STATES,
                uses=self.corpus.uses,
            )

    def reference(self, reference: Reference) -> Page:
        """The page of one work, with every page that rests on it."""
        uses = self.corpus.uses.get(reference.cle, ())
        count = len({use.entry.id for use in uses})
        pages = f"{count} page{'s' if count > 1 else ''}"
        return self._page(
            "reference",
            reference_path(reference.cle),
            f"{reference.label} – {reference.cle}",
            f"Notice de {reference.label} ({reference.cle}) : état de vérification, et "
            f"{pages} du site qui s’y réfère{'nt' if count > 1 else ''}.",
            reference=reference,
            liens=_links(reference),
            uses_by_section=_uses_by_section(uses),
            source_file=f"page:{BIBLIOGRAPHY_FACE}",
        )

    def _page(
        self,
        template: str,
        path: str,
        title: str,
        description: str,
        scripts: tuple[str, ...] = (),
        wide: bool = False,
        **context: Any,
    ) -> Page:
        address = "/" + path.removesuffix("index.md").removesuffix(".md")
        address = address if address.endswith("/") else f"{address}/"
        body = self.env.get_template(f"{template}.md.j2").render(
            references=self.corpus.references,
            address=self.site_url.rstrip("/") + address,
            own_file=f"page:{path}",
            own_path=path,
            **context,
        )
        return Page(
            path,
            french(title),
            french(" ".join(description.split())),
            finish(body, path, self.corpus),
            scripts,
            wide,
        )


def _links(reference: Reference) -> list[tuple[str, str]]:
    fields = reference.champs
    found = []
    if doi := fields.get("doi"):
        found.append(("DOI", f"https://doi.org/{doi}"))
    if url := fields.get("url"):
        found.append(("En ligne", url))
    return found


def _uses_by_section(
    uses: Iterable[Use],
) -> list[tuple[str, list[tuple[Entry, list[Use]]]]]:
    """Uses under the name of each kind, entries by title."""
    by_kind = _grouped(uses, lambda use: use.entry.kind)
    sections = []
    for kind in KINDS.values():
        of_kind = by_kind.get(kind.folder, [])
        by_entry = _grouped(of_kind, lambda use: use.entry.id)
        rows = [(members[0].entry, members) for members in by_entry.values()]
        if rows:
            sections.append((kind.plural, sorted(rows, key=lambda row: sort_key(row[0].title))))
    return sections


def _agreeing(figures: Iterable[CheckedFigure]) -> list[CheckedFigure]:
    return [figure for figure in figures if not figure.disagrees]


def _by_letter(items: Iterable[T], title: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Items under the first letter of their title, without its accent."""
    letters = _grouped(items, lambda item: sort_key(title(item))[:1].upper())
    return sorted(letters.items())


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def _first_key(pair: tuple[str, Any]) -> str:
    return sort_key(pair[0])
