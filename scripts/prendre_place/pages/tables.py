"""Tables that can be read with ears and fingers: a Python-Markdown extension.

Each column and each row named in bold is a heading of its cells; each table slides
in a frame of its own, which the keyboard reaches. Both bear the name of the part where
the table stands.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

HEADINGS = {"h1", "h2", "h3", "h4"}
# After inline marks (20) and attributes (8) are read, so that titles are bare and bold is known.
PRIORITY = 6


class TableFrames(Treeprocessor):  # type: ignore[misc]  # not typed
    """Frames every table and says what its headings are headings of."""

    def run(self, root: Element) -> None:
        """Change the page's tree in place."""
        self._frame(root, "Tableau", Counter())

    def _frame(self, parent: Element, part: str, given: Counter[str]) -> str:
        """Frame the tables under `parent`; returns the title of the last part met."""
        for place, child in enumerate(list(parent)):
            if child.tag in HEADINGS:
                part = "".join(child.itertext()).strip()
            elif child.tag == "table":
                given[part] += 1
                name = part if given[part] == 1 else f"{part}, tableau {given[part]}"
                parent[place] = _framed(child, name)
            else:
                part = self._frame(child, part, given)
        return part


def _framed(table: Element, name: str) -> Element:
    for heading in table.iter("th"):
        heading.set("scope", "col")
    for row in table.iter("tr"):
        if row[0].tag == "td" and _all_in_bold(row[0]):
            row[0].tag = "th"
            row[0].set("scope", "row")
    table.set("aria-label", name)
    frame = Element("section", {"class": "tableau", "tabindex": "0", "aria-label": name})
    frame.append(table)
    return frame


def _all_in_bold(cell: Element) -> bool:
    tags = [part.tag for part in cell]
    return tags == ["strong"] and not (cell.text or cell[0].tail)


class _Tables(Extension):  # type: ignore[misc]  # not typed
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(TableFrames(md), "tableaux", PRIORITY)


def makeExtension(**_: Any) -> Extension:  # noqa: N802 - Python-Markdown's name
    """What Python-Markdown asks of a module named among its extensions."""
    return _Tables()
