"""The only room that calls pandoc: citations in, HTML out, in one run.

Every key of the bibliography is cited first in every run. Citations of the whole
site are so disambiguated alike (2023a, 2023b), whatever the run holds, and a
citation rendered yesterday can stand beside one rendered today.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from pathlib import Path

import pypandoc
from lxml import html
from mkdocs_bibtex.citation import Citation

from prendre_place.typography import french

STYLE = "iso690-author-date-fr.csl"
# Characters that Python-Markdown would read as marks inside the HTML it is given.
MARKDOWN_MARKS = re.compile(r"[\\`*_\[\]{}]")
KEPT_TAGS = {"a", "em", "i", "strong", "sup", "sub"}


@dataclass(frozen=True)
class Rendered:
    """HTML on one line: of each citation by its source text, of each reference by its key."""

    citations: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)


def style_path() -> Path:
    """The CSL style that the site cites with."""
    return Path(str(resources.files(__package__) / STYLE))


def render(
    blocks: Iterable[tuple[str, Sequence[Citation]]], bibliography: Path, keys: Iterable[str]
) -> Rendered:
    """Render citations and all references.

    `blocks` holds each citation's source text and what it cites; `keys` every
    key of `bibliography`. Raises RuntimeError when pandoc fails.
    """
    listed = list(blocks)
    divs = [f"::: {{#c{n}}}\n{_pandoc(cited)}\n:::" for n, (_, cited) in enumerate(listed)]
    everything = "[" + "; ".join(f"@{key}" for key in keys) + "]"
    document = "\n\n".join(
        [
            "---\nlang: fr-FR\nlink-citations: true\n---",
            everything,
            *divs,
            "::: {#refs}\n:::",
        ]
    )
    output = pypandoc.convert_text(
        document,
        to="html",
        format="markdown-smart",
        extra_args=[
            "--citeproc",
            f"--bibliography={bibliography}",
            f"--csl={style_path()}",
            "--wrap=none",
        ],
    )
    tree = html.fragment_fromstring(output, create_parent="div")
    by_id = {element.get("id"): element for element in tree.iter("div") if element.get("id")}
    return Rendered(
        {text: _one_line(by_id[f"c{n}"]) for n, (text, _) in enumerate(listed)},
        {
            name.removeprefix("ref-"): _one_line(element)
            for name, element in by_id.items()
            if name.startswith("ref-")
        },
    )


def _pandoc(cited: Sequence[Citation]) -> str:
    # `{}` tells pandoc that no locator is to be guessed: « partie 3 » stays as it is.
    parts = [
        f"{c.prefix} @{c.key}" + (f"{{}}, {c.suffix.strip()}" if c.suffix else "") for c in cited
    ]
    return "[" + "; ".join(part.strip() for part in parts) + "]"


def _one_line(element: html.HtmlElement) -> str:
    """The content of an element with its inline tags only, safe inside Markdown."""
    content = " ".join(_inline(element).split(" ")).strip()
    content = re.sub(r"\s*\n\s*", " ", content)
    # pandoc leaves BibTeX's « and others » as it is when the style sets names in capitals.
    content = content.replace(" et OTHERS", " et al.")
    # The style gives the year twice where a work has neither title nor publisher.
    return re.sub(r"(\d{4}[a-z]?)\. \d{4}\.$", r"\1.", content)


def _inline(element: html.HtmlElement) -> str:
    pieces = [_text(element.text)]
    for child in element:
        inner = _inline(child)
        if child.tag in KEPT_TAGS:
            attributes = "".join(
                f' {name}="{escape(child.get(name))}"'
                for name in ("href", "role")
                if child.get(name)
            )
            inner = f"<{child.tag}{attributes}>{inner}</{child.tag}>"
        pieces += [inner, _text(child.tail)]
    return "".join(pieces)


def _text(text: str | None) -> str:
    marked = escape(french(text or ""), quote=False)
    return MARKDOWN_MARKS.sub(lambda mark: f"&#{ord(mark.group())};", marked)
