"""A plan of import told in French."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from prendre_place.biblio.fields import OURS
from prendre_place.biblio.merge import TYPE, Added, Change, Doubt, Merged, Plan, Repeated
from prendre_place.biblio.zotero import Exported
from prendre_place.load.bibtex_reader import STATES

# How many keys a line of the report names before « et N autres ».
NAMED = 4
REASONS = {
    "abstract": "le site ne recopie pas les résumés",
    "annotation": "vos notes restent à vous",
    "annote": "vos notes restent à vous",
    "date": "sans année lisible",
    "file": "chemins de votre ordinateur",
    "keywords": "marqueurs que bibliography.bib n’emploie pas",
    "note": "champ « Extra », ou vos notes",
    "url": "celle du DOI, ou mal formée",
    "urldate": "inutile avec un DOI",
    "year": "sans année lisible",
}


def report(plan: Plan, works: list[Exported], ours: int) -> Iterator[str]:
    """The lines of the report, for an export of `works` and a bibliography of `ours`."""
    yield f"Notices de l’exportation : {len(works)}. Sans changement : {_unchanged(plan)}."
    yield from _section("À ajouter", len(plan.added), map(_added, plan.added))
    yield from _section("À changer", len(plan.changed), map(_changed, plan.changed))
    yield from _section("À trancher, laissées de côté", len(plan.doubts), map(_doubt, plan.doubts))
    title = "En double dans l’exportation, laissées de côté"
    yield from _section(title, len(plan.repeated), map(_repeated, plan.repeated))
    yield from _section("Gardé de bibliography.bib", None, [_kept(plan, ours)])
    yield from _section("Laissé dans Zotero", None, [_left(works)])


def _section(title: str, count: int | None, blocks: Iterable[Iterable[str]]) -> Iterator[str]:
    lines = [f"  {line}" for block in blocks for line in block]
    if lines:
        yield ""
        yield title if count is None else f"{title} : {count}"
        yield from lines


def _unchanged(plan: Plan) -> int:
    return len(plan.merged) - len(plan.changed)


def _added(added: Added) -> Iterator[str]:
    yield f"{added.reference.cle}{_origin(added.exported, added.reference.cle)}"
    yield f"    {added.reference.label}"


def _changed(merged: Merged) -> Iterator[str]:
    yield f"{merged.ours.cle}{_origin(merged.exported, merged.ours.cle, merged.how)}"
    for change in merged.changes:
        yield f"    {_change(change)}"
    if merged.ours.etat == "verifiee":
        yield "    Cette notice est dite vérifiée : ces changements sont à relire."


def _change(change: Change) -> str:
    if change.field == TYPE:
        return f"type : @{change.old} → @{change.new}"
    old = f"« {change.old} »" if change.old else "(absent)"
    return f"{change.field} : {old} → « {change.new} »"


def _origin(work: Exported, key: str, how: str = "") -> str:
    """Where the export holds the work: « (« bidart_vie_2011 », ligne 3, même DOI) »."""
    named = f"« {work.key} », " if work.key != key else ""
    known = f", {how}" if named and how else ""
    return f" ({named}ligne {work.reference.ligne}{known})"


def _doubt(doubt: Doubt) -> Iterator[str]:
    work = doubt.exported
    place = f"{work.key} (ligne {work.reference.ligne})"
    if doubt.match is None:
        yield f"{place} : titre absent ; complétez-la dans Zotero"
        return
    ours = doubt.match.reference
    yield f"{place} : {work.reference.label}"
    yield f"    peut-être {ours.cle}, {ours.label} ({doubt.match.how})"
    yield f"    si c’est la même œuvre : --cle {work.key}={ours.cle}"
    yield f"    si c’en est une autre : --cle {work.key}={doubt.free_key}"


def _repeated(repeated: Repeated) -> Iterator[str]:
    work, first = repeated.exported, repeated.first
    yield (
        f"{work.key} (ligne {work.reference.ligne}) : {repeated.how} que "
        f"{first.key} (ligne {first.reference.ligne})"
    )


def _kept(plan: Plan, ours: int) -> Iterator[str]:
    absent = defaultdict(list)
    for merged in plan.merged:
        for name in merged.kept:
            absent[name].append(merged.ours.cle)
    for name, keys in absent.items():
        reason = "qui ne se change qu’ici" if name in OURS else "que l’exportation n’a pas"
        yield f"{name} : {_listed(keys)}, {reason}"
    for merged in plan.merged:
        yield from _preferred(merged)
    if others := ours - len(plan.merged):
        yield f"notices absentes de l’exportation : {others}"


def _preferred(merged: Merged) -> Iterator[str]:
    for name in merged.fuller:
        yield f"{name} : {merged.ours.cle}, plus complet que dans l’exportation"
    theirs = [word for word in merged.exported.reference.mots_cles if word in STATES]
    if theirs and theirs != [merged.ours.etat]:
        found = " et ".join(f"« {state} »" for state in theirs)
        yield f"état de {merged.ours.cle} : « {merged.ours.etat} », et non {found}"


def _left(works: list[Exported]) -> Iterator[str]:
    found = defaultdict(list)
    for work in works:
        for name in work.left:
            found[name].append(work.key)
    for name, keys in sorted(found.items()):
        reason = f" ({REASONS[name]})" if name in REASONS else ""
        yield f"{name} : {_listed(keys)}{reason}"


def _listed(keys: list[str]) -> str:
    if len(keys) <= NAMED:
        return ", ".join(keys)
    return f"{', '.join(keys[:NAMED])} et {len(keys) - NAMED} autres"
