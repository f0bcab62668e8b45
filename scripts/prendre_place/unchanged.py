"""Whether the last site is still that of the sources: then nothing is to be built.

What it was built from is known by a digest of contents; what was built, by the size and
the time of each file. The note can be deleted at any time: the site is then built again.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import prendre_place
from prendre_place.load.project import WORKSHOP
from prendre_place.problems import Problem

NOTE = WORKSHOP / "construction.json"
# Folders of a project that no page comes from.
OUTSIDE = {"site", "pdf", "rapport-liens", "tests", "node_modules", "__pycache__"}
INHERITED = re.compile(r"^INHERIT: *(.+)$", re.MULTILINE)


def note(
    root: Path, site: Path, sources: str, figures: dict[str, Any], problems: list[Problem]
) -> None:
    """Keep what the site in `site` was built from, and what was said of it.

    `sources` is their `sources_digest` before the building: they may have changed since.
    """
    kept = {
        "sources": sources,
        "site": _site_digest(site),
        "figures": figures,
        "problems": [asdict(problem) for problem in problems],
    }
    (root / NOTE).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def unchanged(root: Path, site: Path) -> tuple[dict[str, Any], list[Problem]] | None:
    """What was noted of the site in `site`, if nothing has changed since; otherwise None."""
    try:
        kept = json.loads((root / NOTE).read_text(encoding="utf-8"))
        told = [Problem(**problem) for problem in kept["problems"]]
        same = kept["site"] == _site_digest(site) and kept["sources"] == sources_digest(root)
        return (dict(kept["figures"]), told) if same else None
    except (OSError, ValueError, TypeError, KeyError):  # absent or damaged
        return None


def sources_digest(root: Path) -> str:
    """A digest of every file and every tool that the site may come from."""
    digest = hashlib.sha256(platform.python_version().encode())
    for tool in sorted(f"{d.name}=={d.version}" for d in distributions()):
        digest.update(tool.encode())
    for folder in (root, Path(prendre_place.__file__).parent, *_inherited(root / "mkdocs.yml")):
        for file in _files(folder):
            digest.update(file.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in OUTSIDE:
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _inherited(configuration: Path) -> Iterator[Path]:
    """Folders of the configurations that this one goes on from."""
    for written in INHERITED.findall(configuration.read_text(encoding="utf-8")):
        other = configuration.parent / written.strip()
        yield other.parent
        yield from _inherited(other)


def _site_digest(site: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        state = file.stat()
        if file.is_file():
            told = f"{file.relative_to(site)} {state.st_size} {state.st_mtime_ns}\n"
            digest.update(told.encode())
    return digest.hexdigest()
