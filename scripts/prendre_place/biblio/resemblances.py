"""What looks like one thing written twice: a person under two names, a work under two keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from prendre_place.biblio.fields import folded
from prendre_place.biblio.matching import IDENTIFIERS, Library, identifiers, resemblance
from prendre_place.biblio.people import given_names, same_person
from prendre_place.biblio.rules import Checked
from prendre_place.load.bibtex_reader import PEOPLE
from prendre_place.model.reference import Name, Reference
from prendre_place.problems import Problem

# Share of letters in common from which two family names may be a misprint of each other.
MISPRINT = 0.8
Occurrences = Mapping[Name, list[tuple[Checked, str]]]


def names_written_two_ways(references: list[Checked]) -> Iterator[Problem]:
    """Each less full or rarer writing of a name, at its first place."""
    occurrences: dict[Name, list[tuple[Checked, str]]] = defaultdict(list)
    for checked in references:
        for field, model in PEOPLE.items():
            for name in getattr(checked.reference, model):
                if name.prenoms:
                    occurrences[name].append((checked, field))
    best: dict[Name, Name] = {}
    for pair in _alike(list(occurrences)):
        worse, better = sorted(pair, key=lambda name: _rank(name, occurrences))
        best[worse] = max(
            better, best.get(worse, better), key=lambda name: _rank(name, occurrences)
        )
    for worse, better in best.items():
        yield _two_ways(worse, better, occurrences)


def _alike(names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of one family name, or of one given name and two close family names.

    Only family names of one initial are compared, or the pairs would be too many.
    """
    by_family, by_given = defaultdict(list), defaultdict(list)
    for name in names:
        by_family[folded(name.famille)].append(name)
        by_given[folded(name.prenoms), folded(name.famille)[:1]].append(name)
    for group in by_family.values():
        yield from (pair for pair in combinations(group, 2) if same_person(*pair))
    for (given, _), group in by_given.items():
        if max(map(len, given.split()), default=0) > 1:
            yield from (pair for pair in combinations(group, 2) if _misprint(*pair))


def _misprint(one: Name, other: Name) -> bool:
    mine, theirs = folded(one.famille), folded(other.famille)
    return mine != theirs and SequenceMatcher(None, mine, theirs).ratio() >= MISPRINT


def _rank(name: Name, occurrences: Occurrences) -> tuple[int, int, str, str]:
    """The higher, the fuller the given names, then the more frequent the writing."""
    letters = sum(map(len, given_names(name)))
    return letters, len(occurrences[name]), name.famille, name.prenoms


def _two_ways(worse: Name, better: Name, occurrences: Occurrences) -> Problem:
    checked, field = occurrences[worse][0]
    there, their_field = occurrences[better][0]
    line = there.entry.line_of(their_field)
    verb = "est ailleurs" if same_person(worse, better) else "ressemble à"
    return checked.problem(
        field,
        "nom-de-deux-facons",
        f"« {_shown(worse)} » {verb} « {_shown(better)} » "
        f"(ligne {line}, « {there.reference.cle} »)",
        "la même personne, écrite partout de la même façon",
        severity="avertissement",
    )


def _shown(name: Name) -> str:
    return f"{name.famille}, {name.prenoms}"


def works_twice(references: list[Checked]) -> Iterator[Problem]:
    """Each reference that has the identifier of an earlier one, or may be the same work."""
    earlier: dict[str, Checked] = {}
    library = Library([])
    for checked in references:
        found = list(_earlier_twins(checked.reference, library))
        for field, how, twin in found[:1]:
            first = earlier[twin.cle]
            yield checked.problem(
                field,
                "oeuvre-en-double",
                f"peut-être la même œuvre que « {twin.cle} » (ligne {first.entry.line}) : {how}",
                "une seule notice par œuvre",
                severity="erreur" if field in IDENTIFIERS else "avertissement",
            )
        earlier[checked.reference.cle] = checked
        library.add(checked.reference)


def _earlier_twins(work: Reference, library: Library) -> Iterator[tuple[str, str, Reference]]:
    for identifier in identifiers(work):
        if twin := library.holder(identifier):
            yield identifier[0], IDENTIFIERS[identifier[0]], twin
    for other in library.near(work):
        match = resemblance(work, other)
        if match and work.title and other.title and _close_in_time(work, other):
            yield "title", match.how, other


def _close_in_time(one: Reference, other: Reference) -> bool:
    """Later editions of one title are other works; a year that is not known tells nothing."""
    return not (one.year and other.year) or one.year == other.year
