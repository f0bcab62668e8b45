"""Places in a source, from the short form that authors type to what readers look for.

`§3, 1.2.2` is « partie 3, section 1.2.2 » of the research report.
"""

from __future__ import annotations

import re

PART = re.compile(r"§\s*(\d+)")
SECTION = re.compile(r"(partie \d+),\s*(\d+(?:\.\d+)*)(?=$|[\s,;)])")
GROUP = re.compile(r"(?<=[\d,])\s+Groupe (\d+)")


def readable(place: str) -> str:
    """The place as it is shown on the site."""
    shown = PART.sub(r"partie \1", place)
    shown = SECTION.sub(r"\1, section \2", shown)
    return GROUP.sub(r", groupe \1", shown).replace(",,", ",")
