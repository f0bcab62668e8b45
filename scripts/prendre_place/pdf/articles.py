"""The article of a built page, made fit for paper: what is left out, where links lead."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from prendre_place.pages.page import STYLESHEET
from prendre_place.pdf.drawings import drawing_style, dress_drawings

# What only a screen can use, or what another part of the document says.
TAGS_LEFT_OUT = {"script", "form", "details", "button"}
CLASSES_LEFT_OUT = {"notice", "variantes", "pages-enquete"}
PARTS_LEFT_OUT = ("pages-liees", "emplois")


def read_article(site: Path, path: str, public: str) -> html.HtmlElement:
    """The article of the page at `path` of the built site, fit for paper.

    Its links to other pages are written from `public`, the address of the home page.
    """
    file = site / path / "index.html"
    tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    body = tree.find(".//article")
    assert body is not None, "the checks of the build let no other page through"
    for element in list(body.iterdescendants()):
        if isinstance(element, html.HtmlElement) and _left_out(element):
            element.drop_tree()
    for anchor in PARTS_LEFT_OUT:
        take_part(body, anchor)
    _keep_one_citation(body)
    for link in body.iter("a"):
        href = link.get("href", "")
        link.set("href", href if href.startswith("#") else urljoin(public + path, href))
    dress_drawings(body, drawing_style((site / STYLESHEET).read_text(encoding="utf-8")))
    return body


def take_part(body: html.HtmlElement, anchor: str) -> list[html.HtmlElement]:
    """Take out of an article the part under the heading `anchor`, heading first."""
    heading = next((e for e in body if e.get("id") == anchor), None)
    if heading is None:
        return []
    part = [heading]
    while (element := part[-1].getnext()) is not None and element.tag != "h2":
        part.append(element)
    for element in part:
        body.remove(element)
    return part


def give_own_anchors(body: html.HtmlElement, name: str, shared: str) -> None:
    """Prefix every anchor of an article with `name`, but those that begin with `shared`."""
    for element in body.iter(etree.Element):
        if (anchor := element.get("id")) and not anchor.startswith(shared):
            element.set("id", f"{name}--{anchor}")
        href = element.get("href", "")
        if href.startswith("#") and not href[1:].startswith(shared):
            element.set("href", f"#{name}--{href[1:]}")


def link_within(body: html.HtmlElement, inside: Mapping[str, str]) -> None:
    """Let links to pages of the same document lead there: `inside` maps address to anchor."""
    for link in body.iter("a"):
        address = urlsplit(link.get("href", ""))._replace(fragment="").geturl()
        if anchor := inside.get(address):
            link.set("href", f"#{anchor}")


def _left_out(element: html.HtmlElement) -> bool:
    classes = set(element.get("class", "").split())
    return element.tag in TAGS_LEFT_OUT or bool(classes & CLASSES_LEFT_OUT)


def _keep_one_citation(body: html.HtmlElement) -> None:
    """ISO 690 alone: the page has the other styles."""
    for citations in body.xpath('.//dl[@class="citer"]'):
        for element in list(citations)[2:]:
            citations.remove(element)
        following = citations.getnext()
        if following is not None and following.tag == "dl":
            following.drop_tree()
