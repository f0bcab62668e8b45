"""Anchors made from titles, each once in its page."""

from __future__ import annotations

import re
from collections import Counter

from prendre_place.corpus import sort_key


def slug(title: str) -> str:
    """`modele-economique` for « Modèle économique »."""
    return re.sub(r"[^a-z0-9]+", "-", sort_key(title)).strip("-")


class Anchors:
    """Gives `prefixe-titre`, then `prefixe-titre-2`, and so on."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.given: Counter[str] = Counter()

    def of(self, title: str) -> str:
        """The anchor of the next part with this title."""
        anchor = f"{self.prefix}-{slug(title)}"
        self.given[anchor] += 1
        return anchor if self.given[anchor] == 1 else f"{anchor}-{self.given[anchor]}"
