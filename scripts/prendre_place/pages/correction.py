"""The page where anyone proposes a correction of another page."""

from __future__ import annotations

from dataclasses import replace

from prendre_place.exports.correction import FOLDER
from prendre_place.pages.page import Page
from prendre_place.pages.writer import Writer

PATH = f"{FOLDER}/index.md"
SCRIPT = "assets/corriger.js"


def correction_page(writer: Writer) -> Page:
    """`/corriger/`, which the other pages lead to as `/corriger/?page=…`; in no search."""
    page = writer.page(
        "corriger",
        PATH,
        "Proposer une correction",
        "Proposer une correction d’une page, sans compte : ce qu’il faudrait lire, pourquoi, "
        "d’après quelle source.",
        scripts=(SCRIPT,),
        publication=writer.corpus.publication,
    )
    return replace(page, indexed=False)
