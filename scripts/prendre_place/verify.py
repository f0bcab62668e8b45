"""Everything that must be right before a site may be built and published."""

from __future__ import annotations

from pathlib import Path

from prendre_place.load.project import Loaded, load
from prendre_place.permanence import check_permanence


def verified(root: Path) -> Loaded:
    """The project read, with every problem of its sources and of what was published before."""
    loaded = load(root)
    if loaded.corpus is None:
        return loaded
    taken_back = check_permanence(root, loaded.corpus)
    return Loaded(loaded.corpus, sorted({*loaded.problems, *taken_back}))
