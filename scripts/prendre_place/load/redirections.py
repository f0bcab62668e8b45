"""Addresses that have changed: each rule leads somewhere, in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prendre_place.kinds import KINDS, address
from prendre_place.load.cross_checks import Known
from prendre_place.load.validation import field_name
from prendre_place.load.yaml_reader import Document
from prendre_place.model.redirection import Redirection, SiteAddress
from prendre_place.problems import Problem, nearest


@dataclass(frozen=True)
class _Rules:
    document: Document
    rules: Sequence[Redirection]
    target_of: Mapping[str, SiteAddress]
    addresses: frozenset[str]

    def problem(self, rank: int, field: str, code: str, found: str, expected: str) -> Problem:
        location = ("redirections", rank, field)
        near = nearest(self.rules[rank].nouvelle.page, sorted(self.addresses))
        return Problem(
            self.document.path,
            *self.document.position(location),
            code,
            found,
            field=field_name(location),
            expected=expected,
            suggestion=near if code == "redirection-sans-cible" else None,
        )


def check_redirections(
    document: Document, rules: Sequence[Redirection], known: Known
) -> Iterator[Problem]:
    """Rules that contradict each other or the pages that exist."""
    checked = _Rules(
        document, rules, {r.ancienne: r.nouvelle for r in rules}, addresses_of_sources(known)
    )
    first: dict[str, int] = {}
    for rank, rule in enumerate(rules):
        yield from _check_rule(checked, rank, rule)
        if first.setdefault(rule.ancienne, rank) != rank:
            found = f"« {rule.ancienne} » est déjà redirigée plus haut"
            yield checked.problem(
                rank, "ancienne", "redirection-en-double", found, "une règle par adresse"
            )


def addresses_of_sources(known: Known) -> frozenset[str]:
    """The address of every entry and of every reference."""
    entries = (address(folder, entry_id) for entry_id, folder in known.folder_of.items())
    return frozenset([*entries, *(f"bibliographie/{key}/" for key in known.keys)])


def _check_rule(checked: _Rules, rank: int, rule: Redirection) -> Iterator[Problem]:
    path = _followed(rule, checked.target_of)
    if path[-1] in path[:-1]:
        found = f"boucle : {' → '.join(path)}"
        expected = "une nouvelle adresse où l’on arrive"
        yield checked.problem(rank, "nouvelle", "redirection-en-boucle", found, expected)
    elif len(path) > 2:
        found = f"chaîne : {' → '.join(path)}"
        expected = f"l’adresse où l’on arrive enfin : {path[-1]}"
        yield checked.problem(rank, "nouvelle", "redirection-en-chaine", found, expected)
    elif _is_of_a_source(rule.nouvelle.page) and rule.nouvelle.page not in checked.addresses:
        found = f"« {rule.nouvelle} » n’est l’adresse d’aucune page"
        expected = "l’adresse d’une page du site"
        yield checked.problem(rank, "nouvelle", "redirection-sans-cible", found, expected)
    if rule.ancienne.anchor and rule.ancienne.page != rule.nouvelle.page:
        found = "une ancre ne peut mener qu’à la même page"
        expected = (
            f"« {rule.ancienne.page}#… », ou « {rule.ancienne.page} » pour le haut de la page"
        )
        yield checked.problem(rank, "nouvelle", "redirection-d-ancre", found, expected)
    elif rule.ancienne in checked.addresses:
        found = f"une page existe à l’adresse « {rule.ancienne} »"
        expected = "une adresse où il n’y a plus rien"
        yield checked.problem(rank, "ancienne", "redirection-de-trop", found, expected)


def _followed(rule: Redirection, target_of: Mapping[str, SiteAddress]) -> list[str]:
    """Addresses from the old one to where the rules lead, or back to one of them."""
    path: list[str] = [rule.ancienne]
    target: SiteAddress | None = rule.nouvelle
    while target is not None:
        path.append(target)
        if target in path[:-1]:
            break
        target = target_of.get(target) or target_of.get(target.page)
    return path


def _is_of_a_source(page: str) -> bool:
    """Whether the address is one that an entry or a reference would have."""
    section, _, rest = page.partition("/")
    name = rest.rstrip("/")
    if not name or "/" in name:
        return False
    reserved = {kind.section: kind.reserved for kind in KINDS.values()}
    return name not in reserved[section] if section in reserved else False
