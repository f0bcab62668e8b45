"""People stay protected in all that is published: pages, data files, drawings.

The sources are read before (`load.privacy`); what is made from them is read again
here, so that no way round the first reading reaches the site.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from prendre_place.checks.origin import Origins
from prendre_place.corpus import Corpus
from prendre_place.load.privacy import findings
from prendre_place.problems import Problem

# Scripts, styles and images are the project's own, not knowledge.
NOT_KNOWLEDGE = {".css", ".js", ".map", ".png", ".webp", ".ico", ".gz", ".woff2"}
# Libraries of others, with the licences that their authors signed.
LIBRARIES = "assets/vendor/"
# How far from a first name the family name of an author may stand.
NEAR = 60


def check_privacy(site: Path, origins: Origins, corpus: Corpus) -> Iterator[Problem]:
    """What the files under `site` say that they must not."""
    files = (f for f in sorted(site.rglob("*")) if f.is_file() and f.suffix not in NOT_KNOWLEDGE)
    texts = ((f.relative_to(site).as_posix(), f.read_text(encoding="utf-8")) for f in files)
    ours = ((path, text) for path, text in texts if not path.startswith(LIBRARIES))
    yield from check_texts(ours, origins, corpus)


def check_texts(
    texts: Iterable[tuple[str, str]], origins: Origins, corpus: Corpus
) -> Iterator[Problem]:
    """The same of texts that are to be published, by their path on the site."""
    authors = _authors(corpus)
    own_mailbox = f"{corpus.publication.courriel or ''}"
    for path, written in texts:
        text = html.unescape(written).replace(own_mailbox, "")
        for code, message, expected, needle in dict.fromkeys(findings(text)):
            if code == "vie-privee-prenom" and _only_an_author(needle, text, authors):
                continue
            source, line = origins.place(path, needle)
            yield Problem(source, line, 1, code, f"fichier /{path} : {message}", expected=expected)


def _authors(corpus: Corpus) -> dict[str, set[str]]:
    """Family names by given name, of everyone that the bibliography names."""
    authors: dict[str, set[str]] = {}
    for reference in corpus.references.values():
        for name in (*reference.auteurs, *reference.directeurs, *reference.traducteurs):
            for given in name.prenoms.replace("-", " ").split():
                authors.setdefault(given.casefold(), set()).add(name.famille.casefold())
    return authors


def _only_an_author(name: str, text: str, authors: dict[str, set[str]]) -> bool:
    """True when the name stands each time beside the family name of an author who bears it."""
    families = authors.get(name.casefold(), set())
    around = (
        text[max(0, at.start() - NEAR) : at.end() + NEAR].casefold()
        for at in re.finditer(rf"\b{re.escape(name)}\b", text)
    )
    return all(any(family in words for family in families) for words in around)
