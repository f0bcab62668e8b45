"""Whether a site built by another tool is the same: addresses, headings, text, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest
from pathlib import Path
from urllib.parse import urljoin

from lxml import etree, html

from prendre_place.checks.html_page import read_page
from prendre_place.checks.origin import Origins
from prendre_place.checks.site import BASE, check_site
from prendre_place.corpus import Corpus
from prendre_place.problems import Problem

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
AROUND = 40  # characters shown on both sides of a difference
Difference = tuple[str, str | None]  # what was found, what was expected


@dataclass(frozen=True)
class _Reading:
    """A page as it is read: headings as « h2 #sources Sources », words with single spaces.

    `leads_to` are its addresses, complete.
    """

    title: str
    headings: list[str]
    text: str
    anchors: frozenset[str]
    leads_to: frozenset[str]


def compare_sites(site: Path, other: Path, root: Path, corpus: Corpus) -> list[Problem]:
    """What `other` lacks beside `site`, and what is wrong in it (both from the same project).

    Files that `other` alone has are those of its tool: nothing leads to them.
    """
    problems = check_site(other, root, corpus).problems
    origins = Origins(root, corpus)
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        path = file.relative_to(site).as_posix()
        for found, expected in _differences(site, other, path):
            source, line = origins.place(path, "")
            message = f"/{path.removesuffix('index.html')} : {found}"
            problems.append(Problem(source, line, 1, "autre-site", message, expected=expected))
    return sorted(problems)


def _differences(site: Path, other: Path, path: str) -> Iterator[Difference]:
    if not (other / path).is_file():
        yield "absent de l’autre site", None
    elif path.endswith(".html"):
        yield from _between(_read(site, path), _read(other, path))
    elif (site / path).read_bytes() != (other / path).read_bytes():
        yield "autre contenu dans l’autre site", None


def _between(ours: _Reading, theirs: _Reading) -> Iterator[Difference]:
    if ours.title != theirs.title:
        yield f"titre de la page « {theirs.title} »", f"« {ours.title} »"
    for expected, found in zip_longest(ours.headings, theirs.headings, fillvalue="rien"):
        if expected != found:
            yield f"titre « {found} »", f"« {expected} »"
            break
    if ours.text != theirs.text:
        letters = zip(ours.text, theirs.text, strict=False)
        at = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
        shown = slice(max(0, at - AROUND), at + AROUND)
        yield f"texte « {theirs.text[shown]} »", f"« {ours.text[shown]} »"
    if missing := sorted(ours.anchors - theirs.anchors):
        yield f"ancres absentes : {', '.join(missing)}", None
    if missing := sorted(ours.leads_to - theirs.leads_to):
        yield f"ne mène pas à {', '.join(missing).replace(BASE, '/')}", None


def _read(site: Path, path: str) -> _Reading:
    page = read_page(site, site / path)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    tree = html.document_fromstring((site / path).read_bytes(), parser=parser)
    etree.strip_elements(tree, "script", "style", with_tail=False)
    headings = [f"{h.tag} #{h.get('id', '')} {_words(h)}" for h in tree.iter(*HEADINGS)]
    leads_to = frozenset(urljoin(BASE + path, address.written) for address in page.addresses)
    return _Reading(page.title or "", headings, _words(tree.find("body")), page.anchors, leads_to)


def _words(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())
