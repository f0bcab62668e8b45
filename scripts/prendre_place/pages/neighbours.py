"""Related entries, in both directions, under the words that a reader expects."""

from __future__ import annotations

from dataclasses import dataclass

from prendre_place.corpus import Corpus, sort_key
from prendre_place.model.entry import Entry

# (relation, folder of the entry that is shown): words above it, outgoing and incoming.
OUTGOING = {
    ("plus_large", "glossary"): "Notion plus large",
    ("terrains", "terrains"): "Terrains concernés",
    ("role", "terrains"): "Terrains où elle intervient",
    ("notions", "glossary"): "Notions en jeu",
    ("notions", "concepts"): "Fiches notions",
    ("remplace_par", None): "Remplacée par",
    ("distinguer_de", "glossary"): "À ne pas confondre",
    ("cas", "organisations"): "Pôles comparés",
    ("outil", "glossary"): "L’outil dont il s’inspire",
    ("preconisations", "preconisations"): "Préconisations proposées",
}
INCOMING = {
    ("plus_large", "glossary"): "Notions plus précises",
    ("terrains", "preconisations"): "Préconisations",
    ("role", "organisations"): "Organisations",
    ("notions", "terrains"): "Terrains où cette notion se voit",
    ("notions", "preconisations"): "Préconisations qui en dépendent",
    ("hypothese", "enquete"): "Hypothèses de l’enquête",
    ("repris_par", "enquete"): "Retours des ateliers",
    ("cas", "enquete"): "Comparé avec d’autres pôles",
    ("outil", "situer"): "Le questionnaire qui s’en inspire",
    ("preconisations", "situer"): "Le questionnaire qui y mène",
    ("notions", "situer"): "Le questionnaire qui y mène",
    ("remplace_par", None): "Remplace",
    ("distinguer_de", "glossary"): "À ne pas confondre",
}
SEE_ALSO = "Voir aussi"
# Title of the section of pages whose text links here.
MENTIONED_BY = {"glossary": "Où ce terme est employé"}
MENTIONED_BY_ANY = "Pages qui en parlent"


@dataclass(frozen=True)
class Group:
    """Entries shown under one label."""

    label: str
    entries: tuple[Entry, ...]


def neighbours(
    entry: Entry,
    corpus: Corpus,
    without: frozenset[str] = frozenset(),
    elsewhere: frozenset[str] = frozenset(),
) -> list[Group]:
    """Groups of related entries, each entry shown once.

    `without` are labels, `elsewhere` ids of entries, that the page shows in a section of
    its own.
    """
    groups: dict[str, dict[str, Entry]] = {}
    for relation in corpus.outgoing(entry):
        label = label_of(OUTGOING, relation.type, relation.target)
        groups.setdefault(label, {})[relation.target.id] = relation.target
    for relation in corpus.incoming(entry):
        label = label_of(INCOMING, relation.type, relation.source)
        groups.setdefault(label, {})[relation.source.id] = relation.source
    groups[SEE_ALSO] = groups.pop(SEE_ALSO, {})
    shown = set(elsewhere)
    ordered = []
    for label, members in groups.items():
        new = [e for e in members.values() if e.id not in shown and e.statut != "retire"]
        shown.update(e.id for e in new)
        if new and label not in without:
            ordered.append(_group(label, new))
    return ordered


def mentions(entry: Entry, corpus: Corpus) -> Group | None:
    """Listed pages whose text links to the entry, related ones included; None without any."""
    found = [e for e in corpus.mentions.get(entry.id, ()) if e.statut != "retire"]
    return _group(MENTIONED_BY.get(entry.kind, MENTIONED_BY_ANY), found) if found else None


def _group(label: str, members: list[Entry]) -> Group:
    return Group(label, tuple(sorted(members, key=lambda e: sort_key(e.title))))


def label_of(labels: dict[tuple[str, str | None], str], relation: str, other: Entry) -> str:
    """The words of `labels` for a relation with an entry of this kind."""
    return labels.get((relation, other.kind)) or labels.get((relation, None)) or SEE_ALSO
