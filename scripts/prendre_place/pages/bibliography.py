"""Views of the bibliography: by author, by year, by document, what is to be verified."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from prendre_place.corpus import Corpus, sort_key
from prendre_place.model.reference import CORPUS_DOCUMENTS, Reference
from prendre_place.pages.anchors import Anchors

STATES = {
    "verifiee": "vérifiée",
    "a-verifier": "à vérifier",
    "auteur-annee": "auteur et année seulement",
}
BIBLIOGRAPHY_VIEWS = (
    ("Toutes", "bibliographie/index.md"),
    ("Par auteur", "bibliographie/auteurs.md"),
    ("Par année", "bibliographie/annees.md"),
    ("Par document", "bibliographie/documents.md"),
    ("À vérifier", "bibliographie/a-verifier.md"),
    ("Citées par aucune page", "bibliographie/non-citees.md"),
)
Group = tuple[str, str, list[Reference]]  # title, anchor, references


def _by_person(references: Iterable[Reference]) -> list[tuple[str, list[Reference]]]:
    people: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        names = {
            f"{name.famille}, {name.prenoms}" if name.prenoms else name.famille
            for name in (*reference.auteurs, *reference.directeurs)
            if name.famille != "al."
        }
        for name in names:
            people[name].append(reference)
    return sorted(people.items(), key=lambda pair: sort_key(pair[0]))


def _by_year(references: Iterable[Reference]) -> list[tuple[str, list[Reference]]]:
    years: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        years[reference.year or ""].append(reference)
    ordered = sorted(years.items(), reverse=True)
    return [(year or "Sans date", members) for year, members in ordered]


def _by_document(references: list[Reference]) -> list[tuple[str, list[Reference]]]:
    groups = [
        (title, [r for r in references if title in r.cited_in])
        for title in CORPUS_DOCUMENTS.values()
    ]
    return [(title, members) for title, members in groups if members]


def _by_state(references: list[Reference]) -> list[tuple[str, list[Reference]]]:
    groups = [
        ("À vérifier en partie", [r for r in references if r.etat == "a-verifier"]),
        ("Auteur et année seulement", [r for r in references if r.etat == "auteur-annee"]),
    ]
    return [(title, members) for title, members in groups if members]


def _unused(references: Iterable[Reference], corpus: Corpus) -> list[tuple[str, list[Reference]]]:
    unused = [r for r in references if not corpus.uses.get(r.cle)]
    return [("Sans emploi ici", unused)] if unused else []


@dataclass(frozen=True)
class View:
    """One page of references in groups, whose anchors begin with `prefix`.

    `remarks` shows what is to be verified.
    """

    path: str
    title: str
    intro: str
    prefix: str
    grouped: Callable[[list[Reference], Corpus], list[tuple[str, list[Reference]]]]
    remarks: bool = False

    def groups(self, corpus: Corpus) -> list[Group]:
        """Its groups, references by label inside each."""
        references = sorted(corpus.references.values(), key=lambda r: sort_key(r.label))
        anchors = Anchors(self.prefix)
        named = self.grouped(references, corpus)
        return [(title, anchors.of(title), members) for title, members in named]


VIEWS = (
    View(
        "bibliographie/auteurs.md",
        "Bibliographie par auteur et autrice",
        "Chaque personne ou organisme, avec ses œuvres, qu’elle en soit autrice ou directrice.",
        "auteur",
        lambda references, _: _by_person(references),
    ),
    View(
        "bibliographie/annees.md",
        "Bibliographie par année",
        "Les références de la plus récente à la plus ancienne ; celles sans date à la fin.",
        "annee",
        lambda references, _: _by_year(references),
    ),
    View(
        "bibliographie/documents.md",
        "Bibliographie par document de l’enquête",
        "Ce que cite chacun des cinq documents dont ce site est tiré.",
        "document",
        lambda references, _: _by_document(references),
    ),
    View(
        "bibliographie/a-verifier.md",
        "Références à vérifier",
        "Ce qu’il reste à établir pour chacune. Vous pouvez aider : dites ce que vous savez.",
        "etat",
        lambda references, _: _by_state(references),
        remarks=True,
    ),
    View(
        "bibliographie/non-citees.md",
        "Références citées par aucune page",
        "Les documents de l’enquête les citent, mais aucune page de ce site ne s’y appuie encore.",
        "non-citees",
        _unused,
    ),
)
