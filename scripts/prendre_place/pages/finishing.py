"""The last step of every page, generated or written by hand: links and citations.

`[[id]]` becomes a Markdown link, `[@cle, lieu]` a citation that mkdocs-bibtex
reads, and the works that the page cites are listed at its end.
"""

from __future__ import annotations

import posixpath
import re

from prendre_place import markup, places
from prendre_place.corpus import Corpus, sort_key
from prendre_place.model.entry import Entry
from prendre_place.pages.environment import escaped
from prendre_place.typography import french

REFERENCES_TITLE = "Références citées"
# Where a template wants the list of works cited; pages without it have the list last.
REFERENCES_HERE = "{references}"
# Addresses that templates write: they do not know where the page will be.
INTERNAL = re.compile(r"\]\((?P<what>reference|page):(?P<name>[^)]+)\)")


def finish(body: str, path: str, corpus: Corpus) -> str:
    """The Markdown of the page at `path`, ready for MkDocs."""
    cited = {
        work.key
        for citation in markup.citations(body)
        for work in citation.works
        if work.key in corpus.references
    }
    body = markup.replace_links(body, lambda link: _link(link, path, corpus))
    body = markup.replace_citations(body, _citation)
    body = INTERNAL.sub(lambda match: _internal(match, path), body)
    if REFERENCES_HERE not in body:
        body = f"{body.rstrip()}\n\n{REFERENCES_HERE}\n"
    body = body.replace(REFERENCES_HERE, _reference_list(cited, path, corpus) if cited else "")
    return french(body)


def relative(target: str, path: str) -> str:
    """Address of the Markdown file `target` as seen from the page at `path`."""
    return posixpath.relpath(target, posixpath.dirname(path) or ".")


def entry_path(entry_id: str, corpus: Corpus) -> str:
    """The Markdown file of an entry: `glossaire/ptce.md`, `enquete/index.md`."""
    address = corpus.address(entry_id)
    return f"{address}index.md" if address.count("/") == 1 else f"{address.rstrip('/')}.md"


def version_path(entry: Entry, version: Entry, corpus: Corpus) -> str:
    """The Markdown file of a past version of an entry: `glossaire/ptce/v1.md`."""
    return f"{corpus.version_address(entry, version.version).rstrip('/')}.md"


def reference_path(key: str) -> str:
    """The Markdown file of a reference."""
    return f"bibliographie/{key}.md"


def _link(link: markup.Link, path: str, corpus: Corpus) -> str:
    # A past version links to entries by the id that they had.
    entry = corpus.entries.get(link.id) or corpus.entries.get(corpus.renamed.get(link.id, ""))
    if entry is None:  # a draft: named, not linked
        return link.label or link.id
    label = link.label or escaped(entry.title)
    return f"[{label}]({relative(entry_path(entry.id, corpus), path)})"


def _internal(match: re.Match[str], path: str) -> str:
    target = match["name"] if match["what"] == "page" else reference_path(match["name"])
    return f"]({relative(target, path)})"


def _citation(citation: markup.Citation) -> str:
    parts = []
    for work in citation.works:
        place = f", {places.readable(work.place)}" if work.place else ""
        parts.append(f"{work.prefix} @{work.key}{place}")
    # On one line: mkdocs-bibtex does not see a citation that goes on to the next.
    return "[" + "; ".join(" ".join(part.split()) for part in parts) + "]"


def _reference_list(cited: set[str], path: str, corpus: Corpus) -> str:
    works = sorted((corpus.references[key] for key in cited), key=lambda r: sort_key(r.label))
    lines = [
        f'- <span id="ref-{work.cle}"></span>@{work.cle} '
        f"[Notice : {work.short_name}]({relative(reference_path(work.cle), path)})"
        "{ .notice }"
        for work in works
    ]
    return "\n".join([f"## {REFERENCES_TITLE}", "", *lines, ""])
