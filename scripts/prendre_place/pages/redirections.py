"""Addresses that have changed still lead to what they led to, without a server or a script."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator

from lxml import html
from lxml.builder import E

from prendre_place.corpus import Corpus
from prendre_place.model.redirection import Redirection


def redirection_pages(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """`(path, HTML)` of a page at each former address of a whole page."""
    for rule in corpus.redirections:
        if not rule.ancienne.anchor:
            yield f"{rule.ancienne}index.html", _page(rule, corpus)


def _page(rule: Redirection, corpus: Corpus) -> str:
    """A page that leads on by itself, or by its link where a browser does not follow."""
    target = posixpath.relpath(rule.nouvelle.page, rule.ancienne) + "/"
    if rule.nouvelle.anchor:
        target += f"#{rule.nouvelle.anchor}"
    title = f"Adresse changée : {rule.ancienne}"
    site = corpus.publication.titre
    content = E.html(
        {"lang": "fr"},
        E.head(
            E.meta(charset="utf-8"),
            E.title(f"{title} – {site}"),
            E.meta(name="description", content=f"{rule.ancienne} mène à {rule.nouvelle}."),
            E.meta(name="robots", content="noindex"),
            E.link(rel="canonical", href=corpus.publication.url(rule.nouvelle.page)),
            E.meta({"http-equiv": "refresh", "content": f"0; url={target}"}),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        ),
        E.body(
            E.h1("Cette page a changé d’adresse"),
            E.p(rule.motif),
            E.p("Elle est maintenant ici : ", E.a(rule.nouvelle, href=target), "."),
        ),
    )
    written = html.tostring(content, encoding="unicode", doctype="<!doctype html>")
    return f"{written}\n"


def moved_records(corpus: Corpus, files: Collection[str]) -> Iterator[tuple[str, str]]:
    """`(former path, path of today)` of the files for machines of an entry that has moved.

    They are of many kinds, none can lead on by itself: the same file is at both addresses.
    """
    for old, new in corpus.renamed.items():
        section = corpus.address(new).split("/")[0]
        for path in sorted(files):
            if path.startswith(f"{section}/{new}.") and not path.endswith(".md"):
                yield path.replace(f"/{new}.", f"/{old}.", 1), path


def with_former_anchors(markdown: str, address: str, corpus: Corpus) -> str:
    """The Markdown of the page at `address`, former anchors put back beside what they led to."""
    for rule in corpus.redirections:
        if rule.ancienne.anchor and rule.ancienne.page == address:
            former = rf'\g<0><span id="{rule.ancienne.anchor}"></span>'
            markdown, found = _place(rule.nouvelle.anchor).subn(former, markdown, count=1)
            if not found:
                markdown = _place("").sub(former, markdown, count=1)
    return markdown


def _place(anchor: str) -> re.Pattern[str]:
    """Where the text of a heading, or of what has this anchor, begins; the page's own without."""
    if not anchor:
        return re.compile(r"^# +", re.MULTILINE)
    heading = rf"^#+ +(?=.*\{{[^{{}}\n]*#{anchor}[ }}])"
    return re.compile(rf'{heading}|<\w+(?=[^<>]*\sid="{anchor}")[^<>]*>', re.MULTILINE)
