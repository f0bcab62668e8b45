"""What is published can be relied on: addresses stay, texts change only with their version."""

from __future__ import annotations

from pathlib import Path

from prendre_place.corpus import Corpus
from prendre_place.permanence.addresses import check_source_addresses
from prendre_place.permanence.texts import check_texts
from prendre_place.problems import Problem


def check_permanence(root: Path, corpus: Corpus) -> list[Problem]:
    """What the sources would take back from readers.

    It is asked before a site is published, and not of a preview: a published text is
    changed first, and given its new version after.
    """
    return [*check_texts(root, corpus), *check_source_addresses(root, corpus)]
