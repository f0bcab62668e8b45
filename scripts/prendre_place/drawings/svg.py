"""The one way to write SVG here: lxml, which escapes every text and every attribute.

Drawings are 340 units wide, so that on a phone of 360 px one unit is nearly one pixel
and a text of 14 units is read as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from prendre_place.drawings.text import LEADING

WIDTH = 340
# Around it, the half of a thick stroke.
EDGE = 2
# Signs that Markdown, or our own marks, would read in a drawing as in any text.
MARKS = {ord(sign): f"&#{ord(sign)};" for sign in "[]{}@`"}

Element = etree._Element


@dataclass(frozen=True)
class Drawing:
    """A drawing: `name` begins its anchors, `description` says what a sighted reader sees.

    One whose parts are links is a group of links, any other an image.
    """

    name: str
    title: str
    description: str
    height: float
    parts: Sequence[Element]

    @property
    def linked(self) -> bool:
        return any(part.tag == "a" for part in self.parts)

    def __html__(self) -> str:
        return figure(self)


def figure(drawing: Drawing) -> Markup:
    """The drawing as one line of HTML, safe within Markdown."""
    title, description = f"{drawing.name}-titre", f"{drawing.name}-description"
    width, height = WIDTH + 2 * EDGE, drawing.height + 2 * EDGE
    root = element(
        "svg",
        viewBox=f"-{EDGE} -{EDGE} {width} {_number(height)}",
        width=width,
        height=height,
        role="group" if drawing.linked else "img",
        aria_labelledby=title,
        aria_describedby=description,
    )
    root.append(_named("title", title, drawing.title))
    root.append(_named("desc", description, drawing.description))
    root.extend(drawing.parts)
    written = etree.tostring(root, encoding="unicode").translate(MARKS)
    return Markup(f'<figure class="dessin">{written}</figure>')


def element(tag: str, *children: Element, **attributes: str | float) -> Element:
    """An element; `class_` and `aria_label` lose and change their underscore."""
    made = etree.Element(tag)
    for name, value in attributes.items():
        made.set(name.rstrip("_").replace("_", "-"), _number(value))
    made.extend(children)
    return made


def text(
    x: float, y: float, lines: Sequence[str], class_: str = "", anchor: str = "start"
) -> Element:
    """Lines of text, the first on the baseline `y`."""
    made = element("text", x=x, y=y)
    if anchor != "start":
        made.set("text-anchor", anchor)
    if class_:
        made.set("class", class_)
    if len(lines) == 1:
        made.text = lines[0]
        return made
    for rank, line in enumerate(lines):
        span = element("tspan", x=x, y=y + rank * LEADING)
        # Read aloud, a name cut in two lines keeps the space between its words.
        span.text = line if rank == len(lines) - 1 else f"{line} "
        made.append(span)
    return made


def line(x1: float, y1: float, x2: float, y2: float, class_: str = "trait") -> Element:
    """A straight line."""
    return element(
        "path", d=f"M{_number(x1)} {_number(y1)}L{_number(x2)} {_number(y2)}", class_=class_
    )


def box(x: float, y: float, width: float, height: float, class_: str = "forme") -> Element:
    """A rectangle with soft corners."""
    return element("rect", x=x, y=y, width=width, height=height, rx=6, class_=class_)


def disc(x: float, y: float, radius: float, class_: str = "forme") -> Element:
    """A circle."""
    return element("circle", cx=x, cy=y, r=radius, class_=class_)


def link(address: str, children: Iterable[Element]) -> Element:
    """What leads to another page: named by the text that it holds."""
    return element("a", *children, href=address)


def _named(tag: str, name: str, words: str) -> Element:
    made = element(tag, id=name)
    made.text = " ".join(words.split())
    return made


def _number(value: str | float) -> str:
    """A length with at most one decimal: the same bytes at each build, and few."""
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
