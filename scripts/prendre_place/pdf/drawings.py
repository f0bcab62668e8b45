"""The look of the site's drawings, for a tool that knows neither variables nor outer styles."""

from __future__ import annotations

import re

from lxml import etree, html

COLOUR = re.compile(r"(--[\w-]+): (#\w+);")
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
# Rules of docs/assets/style/dessins.css, as they stand in the joined stylesheet.
RULE = re.compile(r"^\.dessin [^{}]+\{[^}]*\}", re.MULTILINE)


def drawing_style(sheet: str) -> str:
    """The rules of the drawings in the site's stylesheet, with the colours of paper."""
    colours = dict(COLOUR.findall(sheet))  # the last are those of print
    rules = "\n".join(RULE.findall(sheet)).replace(".dessin ", "")
    return VARIABLE.sub(lambda match: colours[match[1]], rules)


def dress_drawings(body: html.HtmlElement, style: str) -> None:
    """Give each drawing of an article its style, inside it."""
    for drawing in body.iter("svg"):
        element = etree.Element("style")
        element.text = style
        drawing.insert(0, element)
