"""« Citer cette page »: every form of the citation, readable and selectable as it is."""

from __future__ import annotations

from markupsafe import Markup, escape

from prendre_place.citations.items import Item
from prendre_place.citations.page_citations import CONSULTED_LEFT, STYLES, PageCitations
from prendre_place.exports.bibtex import as_bibtex
from prendre_place.exports.ris import as_ris

# Where a template wants the block; written after the links and the French spaces are,
# as nothing of it may change.
CITATION_HERE = "{citer}"
DAY = "…"


def citation_block(item: Item, citations: PageCitations) -> str:
    """HTML of every style, then BibTeX and RIS as text (the page has the abstract already)."""
    record = {key: value for key, value in item.items() if key != "abstract"}
    styles = [
        Markup('<dt>{}</dt>\n<dd class="citation" data-style="{}">{}</dd>').format(
            style.name, style.id, Markup(citations[style.id])
        )
        for style in STYLES
    ]
    return "\n".join(
        [
            '<dl class="citer">',
            *styles,
            "</dl>",
            _as_text("BibTeX", "bibtex", as_bibtex(record, consulted=DAY)),
            _as_text("RIS", "ris", as_ris(record)),
        ]
    )


def _as_text(name: str, style: str, text: str) -> Markup:
    day = CONSULTED_LEFT.replace("class=", 'data-forme="iso" class=')
    code = escape(text.strip()).replace(DAY, Markup(day))
    return Markup(
        '<details class="citer">\n<summary>{}</summary>\n'
        '<pre class="citation" data-style="{}"><code>{}</code></pre>\n</details>'
    ).format(name, style, code)
