"""The ledger of published addresses: pages, places in them, files for machines.

One line holds a page, then its other formats (`.bib`) and its anchors (`#citer`):
`glossaire/ptce/ .bib .ris .yml #citer #definition`. A file that is no format of a
page has a line of its own. Lines are sorted, so that a change shows as one line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

LEDGER = Path("registre") / "adresses.txt"
HEADER = """\
# Les adresses publiées, que d’autres citent : elles ne disparaissent plus.
# Ce fichier est tenu par « prendre-place adresses » ; ne le corrigez pas à la main.
"""


def read_ledger(root: Path) -> dict[str, int]:
    """Every published address with its line; none before the first publication."""
    path = root / LEDGER
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return {
        address: number
        for number, line in enumerate(lines, 1)
        if line and not line.startswith("#")
        for address in _unpacked(line)
    }


def write_ledger(root: Path, addresses: Iterable[str]) -> None:
    """Replace the ledger in one go."""
    path = root / LEDGER
    path.parent.mkdir(exist_ok=True)
    draft = path.with_suffix(".nouveau")
    draft.write_text(HEADER + "".join(f"{line}\n" for line in _packed(addresses)), "utf-8")
    draft.replace(path)


def page_of(address: str) -> str:
    """The page of a place in it, or the address itself."""
    return address.partition("#")[0]


def _unpacked(line: str) -> list[str]:
    first, *rest = line.split(" ")
    return [first, *(first + r if r.startswith("#") else first.rstrip("/") + r for r in rest)]


def _packed(addresses: Iterable[str]) -> list[str]:
    known = set(addresses)
    pages = {address for address in known if address.endswith("/")}
    lines: dict[str, list[str]] = defaultdict(list)
    for address in sorted(known):
        page, hash_, anchor = address.partition("#")
        stem, dot, suffix = address.rpartition(".")
        if hash_:
            lines[page].append(f"#{anchor}")
        elif dot and f"{stem}/" in pages:
            lines[f"{stem}/"].insert(0, f".{suffix}")
        else:
            lines[address] = lines.get(address, [])
    return [
        " ".join([first, *sorted(rest, key=_formats_first)])
        for first, rest in sorted(lines.items())
    ]


def _formats_first(part: str) -> tuple[bool, str]:
    return part.startswith("#"), part
