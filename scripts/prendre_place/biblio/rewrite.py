"""A plan carried out on the text of `bibliography.bib`: nothing else moves, to the byte."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from prendre_place.biblio.fields import ORDER, value
from prendre_place.biblio.merge import TYPE, Change, Merged, Plan
from prendre_place.load.bibtex_entries import BibtexEntry
from prendre_place.load.bibtex_values import VERBATIM
from prendre_place.model.reference import Reference

Edit = tuple[int, int, str]  # where the old text begins and ends, and the new one
NAME = re.compile(r"(\s*)[^\s,={}]+\s*=\s*$")
SPECIAL = {"\\": r"{\textbackslash}", "~": r"{\textasciitilde}"} | {c: f"\\{c}" for c in "&%#$_"}


def rewritten(text: str, entries: Mapping[str, BibtexEntry], plan: Plan) -> str:
    """The text of the bibliography, its entries given by key, with the plan carried out."""
    edits: list[Edit] = []
    for merged in plan.changed:
        edits += _edits(text, entries[merged.ours.cle], merged)
    by_key = sorted(plan.added, key=lambda added: added.reference.cle)
    edits += [_insertion(added.reference, entries) for added in by_key]
    return _edited(text, edits)


def inserted(
    text: str, entries: Mapping[str, BibtexEntry], new: Reference, blank: Collection[str] = ()
) -> str:
    """The text with one more entry at its place, the fields of `blank` left to be filled in."""
    return _edited(text, [_insertion(new, entries, blank)])


def _edited(text: str, edits: Iterable[Edit]) -> str:
    done, position = [], 0
    for start, end, new in sorted(edits, key=lambda edit: edit[0]):
        done += [text[position:start], new]
        position = end
    return "".join([*done, text[position:]])


def _edits(text: str, entry: BibtexEntry, merged: Merged) -> Iterator[Edit]:
    for change in merged.changes:
        written = entry.fields.get(change.field)
        if change.field == TYPE:
            yield entry.start + 1, entry.start + 1 + len(change.old), change.new
        elif written:
            yield written.start, written.end, _braced(change.field, change.new)
        else:
            yield _new_field(text, entry, change)


def _new_field(text: str, entry: BibtexEntry, change: Change) -> Edit:
    """Before the first field that comes after it, laid out like that one."""
    rank = ORDER.index(change.field)
    later = {name for name in entry.fields if name in ORDER[rank + 1 :]}
    following = min((entry.fields[name] for name in later), key=lambda field: field.start)
    before = NAME.search(text, entry.start, following.start)
    assert before, "a value follows its name"
    start = before.end(1)
    line = f"{change.field} = {_braced(change.field, change.new)},{before[1] or ' '}"
    return start, start, line


def _insertion(
    reference: Reference, entries: Mapping[str, BibtexEntry], blank: Collection[str] = ()
) -> Edit:
    """A new entry after the one whose key comes just before, or at the beginning."""
    new = entry_text(reference, blank)
    smaller = [key for key in entries if key < reference.cle]
    if smaller:
        end = entries[max(smaller)].end
        return end, end, f"\n\n{new}"
    start = min((entry.start for entry in entries.values()), default=0)
    return start, start, f"{new}\n\n"


def entry_text(reference: Reference, blank: Collection[str] = ()) -> str:
    """A new entry, laid out as the others are."""
    fields = [
        f"  {name} = {_braced(name, found)}"
        for name in ORDER
        if (found := value(reference, name)) or name in blank
    ]
    return f"@{reference.type}{{{reference.cle},\n" + ",\n".join(fields) + "\n}"


def _braced(field: str, text: str) -> str:
    return f"{{{text if field in VERBATIM else latex(text)}}}"


def latex(text: str) -> str:
    """The text with what BibTeX would read otherwise escaped; braces are its own."""
    return "".join(SPECIAL.get(character, character) for character in text)
