"""The glossary covers the terms and acronyms that the corpus was found to hold.

The inventory stands beside the project; where it is absent these tests say so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from prendre_place import markup
from prendre_place.corpus import Corpus, sort_key
from prendre_place.load.project import load
from prendre_place.model.entry import Entry
from prendre_place.model.glossary import GlossaryEntry
from tests.conftest import ROOT

INVENTORY = ROOT.parent / "shared" / "inventaire"
# Codes of interviews and meetings, and a person's initials: never published.
NOT_PUBLISHED = {"E1 à E43", "O1 à O11", "FJC"}
# (priority, words of the definition, works cited, relations)
DEPTH = {1: (80, 220, 2, 3), 2: (50, 120, 1, 2)}


def inventory(name: str) -> list[dict[str, Any]]:
    path: Path = INVENTORY / name
    if not path.is_file():
        pytest.skip("l’inventaire n’est pas à côté du projet : couverture non vérifiée")
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    corpus = load(ROOT).corpus
    assert corpus is not None
    return corpus


@pytest.fixture(scope="module")
def names(corpus: Corpus) -> dict[str, list[Entry]]:
    """Entries by each name that they can be searched by, titles before variants."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in corpus.entries.values():
        searched = (*entry.variantes, *entry.mots_de_recherche)
        for name in (entry.title, entry.acronym, *searched):
            if name:
                found[bare(name)].append(entry)
    return found


def bare(name: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", sort_key(name)))


def ways_to_say(term: str) -> list[str]:
    """« A (précision) » is also « A » ; « A / B » and « A, B » are also « A » and « B »."""
    without = re.sub(r"\(.*?\)", "", term)
    parts = [*re.split(r" / |, ", without), *re.findall(r"\((.*?)\)", term)]
    return [bare(way) for way in (term, without, *parts)]


def entry_of(term: str, names: dict[str, list[Entry]]) -> Entry | None:
    candidates = [entry for way in ways_to_say(term) for entry in names.get(way, [])]
    terms = [entry for entry in candidates if isinstance(entry, GlossaryEntry)]
    titled = [entry for entry in terms if bare(entry.title) in ways_to_say(term)]
    return next(iter([*titled, *terms, *candidates]), None)


def test_every_term_of_the_inventory_leads_to_an_entry(names: dict[str, list[Entry]]) -> None:
    terms = [term["terme"] for term in inventory("termes.yml")]
    assert [term for term in terms if entry_of(term, names) is None] == []


def test_every_acronym_leads_somewhere(corpus: Corpus, names: dict[str, list[Entry]]) -> None:
    listed = {bare(acronym.sigle) for acronym in corpus.acronyms}
    acronyms = [row["sigle"] for row in inventory("sigles.yml")]
    lost = [a for a in acronyms if bare(a) not in listed and bare(a) not in names]
    assert set(lost) - NOT_PUBLISHED == set()


@pytest.mark.parametrize("priority", DEPTH)
def test_terms_are_as_deep_as_their_priority_asks(
    priority: int, corpus: Corpus, names: dict[str, list[Entry]]
) -> None:
    least, most, works, relations = DEPTH[priority]
    shallow = {}
    for term in inventory("termes.yml"):
        entry = entry_of(term["terme"], names)
        if term["priorite"] != priority or not isinstance(entry, GlossaryEntry):
            continue
        words = len(markup.replace_citations(entry.definition, lambda _: "").split())
        cited = {work.key for c in markup.citations(entry.definition) for work in c.works}
        joined = len(corpus.outgoing(entry)) + len(corpus.incoming(entry))
        # A term of lesser priority may be a variant of an entry that is longer.
        if bare(entry.title) not in ways_to_say(term["terme"]):
            continue
        if not least <= words <= most or len(cited) < works or joined < relations:
            shallow[entry.id] = (words, len(cited), joined)
    assert shallow == {}
