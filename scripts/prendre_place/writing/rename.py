"""A new id for an entry: its file, its `id`, and every place that names it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prendre_place.kinds import KINDS, VERSIONS, Kind
from prendre_place.load.project import REDIRECTIONS
from prendre_place.load.sources import Sources
from prendre_place.load.validation import DEVICES, INDEX
from prendre_place.model.values import ID_PATTERN, MEANINGS
from prendre_place.permanence.ledger import read_ledger
from prendre_place.problems import nearest
from prendre_place.writing.edits import Edit, EditRefusedError, apply
from prendre_place.writing.occurrences import Occurrence, of_entry

EMPTY = "redirections: []\n"
RULE = """\
  - ancienne: {old}
    nouvelle: {new}
    date: {day}
    motif: L’entrée a changé de nom.
"""


@dataclass(frozen=True)
class Renamed:
    """What was changed, and the published addresses that now lead on."""

    old_path: str
    new_path: str
    places: list[Occurrence]
    redirects: list[tuple[str, str]]


def rename(sources: Sources, old: str, new: str) -> Renamed:
    """Give the entry `old` the id `new` everywhere; raises `EditRefusedError`."""
    kind = kind_of(sources, old)
    check_new_id(sources, kind, new)
    if kind.word is None:
        raise EditRefusedError(f"« {old} » est une {kind.singular} : son id ne change pas.")
    if unread := sources.unread:
        raise EditRefusedError(
            f"{unread[0]} ne peut être lu : lancez « make verifier », corrigez, puis recommencez."
        )
    places = list(of_entry(sources, old))
    apply(sources.root, (Edit(place.source, place.start, old, new) for place in places))
    old_path = sources.entries[old].path
    new_path = f"{kind.folder}/{new}.yml"
    (sources.root / old_path).rename(sources.root / new_path)
    versions = sources.root / VERSIONS / kind.folder
    if (versions / old).is_dir():
        (versions / old).rename(versions / new)
    return Renamed(old_path, new_path, places, _redirect(sources.root, kind, old, new))


def _redirect(root: Path, kind: Kind, old: str, new: str) -> list[tuple[str, str]]:
    """Rules of `redirections.yml` for every published page of the entry; none leads to two."""
    before, after = f"{kind.section}/{old}/", f"{kind.section}/{new}/"
    published = sorted(a for a in read_ledger(root) if a.startswith(before) and a.endswith("/"))
    moved = [(address, after + address.removeprefix(before)) for address in published]
    path = root / REDIRECTIONS
    text = path.read_text(encoding="utf-8") if path.is_file() else EMPTY
    text = re.sub(rf"(?m)^(\s+nouvelle: ){re.escape(before)}", rf"\g<1>{after}", text)
    text = re.sub(rf"(?m)^(\s+- ancienne: ){re.escape(before)}(#.*)$", rf"\g<1>{after}\2", text)
    rules = "".join(RULE.format(old=o, new=n, day=date.today()) for o, n in moved)
    if rules:
        text = re.sub(r"(?m)^redirections: *\[\]$", "redirections:", text).rstrip("\n") + "\n"
    if moved or path.is_file():
        path.write_text(text + rules, encoding="utf-8")
    return moved


def kind_of(sources: Sources, entry_id: str) -> Kind:
    """The kind of an entry that exists; raises `EditRefusedError`."""
    document = sources.entries.get(entry_id)
    if document is None:
        near = nearest(entry_id, list(sources.entries))
        hint = f" Vouliez-vous dire « {near} » ?" if near else ""
        raise EditRefusedError(f"Aucune entrée n’a l’id « {entry_id} ».{hint}")
    return KINDS[document.path.split("/")[0]]


def check_new_id(sources: Sources, kind: Kind, new: str) -> None:
    """Refuse an id that is ill-formed, reserved or taken, whatever the kind."""
    if not re.fullmatch(ID_PATTERN, new):
        raise EditRefusedError(f"« {new} » n’est pas un id : {MEANINGS[ID_PATTERN]}.")
    if new in kind.reserved | INDEX:
        raise EditRefusedError(f"« {new} » est déjà l’adresse d’une page du site.")
    if new in DEVICES:
        raise EditRefusedError(f"« {new} » est un nom que Windows garde pour lui.")
    taken = sources.root / kind.folder / f"{new}.yml"
    if new in sources.entries or taken.exists():
        path = sources.entries[new].path if new in sources.entries else f"{kind.folder}/{new}.yml"
        raise EditRefusedError(f"L’id « {new} » est déjà celui de {path} : rien n’a été changé.")
