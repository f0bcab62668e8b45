"""The only room that calls pandoc: citations in, HTML out, one run for each style.

Every key of the bibliography is cited first in every run. Citations of the whole
site are so disambiguated alike (2023a, 2023b), whatever the run holds, and a
citation rendered yesterday can stand beside one rendered today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from pathlib import Path

import pypandoc
from lxml import html
from mkdocs_bibtex.citation import Citation

from prendre_place.citations.items import Item
from prendre_place.typography import french

STYLE = "iso690-author-date-fr.csl"
# Characters that Python-Markdown would read as marks inside the HTML it is given.
MARKDOWN_MARKS = re.compile(r"[\\`*_\[\]{}]")
# An invisible sign (U+2063) that no style changes: it marks an author as one of a kind.
ALONE = "\u2063"
KEPT_TAGS = {"a", "em", "i", "strong", "sup", "sub"}


class PandocError(RuntimeError):
    """Citations cannot be rendered; the message says why, in French."""


@dataclass(frozen=True)
class Rendered:
    """HTML on one line: of each citation by its source text, of each reference by its key."""

    citations: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)


def style_path(name: str = STYLE) -> Path:
    """A CSL style of this folder; that of the site unless named."""
    return Path(str(resources.files(__package__) / name))


def render(
    blocks: Iterable[tuple[str, Sequence[Citation]]], bibliography: Path, keys: Iterable[str]
) -> Rendered:
    """Render citations and all references.

    `blocks` holds each citation's source text and what it cites; `keys` every
    key of `bibliography`. Raises `PandocError` when pandoc is absent or fails.
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
    output = _convert(document, STYLE, f"--bibliography={bibliography}")
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


def render_items(items: Iterable[Item], style: str) -> dict[str, str]:
    """HTML on one line of each item, by its id, as if it were cited alone.

    `style` is the file name of a CSL style of this folder: an author–date style
    gives the reference, a note style the footnote. Raises `PandocError`.
    """
    listed = list(items)
    divs = [f"::: {{#c{n}}}\n[@i{n}]\n:::" for n in range(len(listed))]
    metadata = {"lang": "fr-FR", "references": [_alone(n, i) for n, i in enumerate(listed)]}
    output = _convert(
        "\n".join(["---", json.dumps(metadata), "---", "", *divs, "", "::: {#refs}\n:::"]), style
    )
    tree = html.fragment_fromstring(output, create_parent="div")
    shown = {element.get("id"): element for element in tree.iter("div", "li")}
    return {
        item["id"]: _without_mark(_one_line(_cited(shown, number)))
        for number, item in enumerate(listed)
    }


def read_bibliography(bibliography: Path) -> list[Item]:
    """Every work of a BibTeX file as a CSL item. Raises `PandocError`."""
    items: list[Item] = json.loads(
        _pandoc_run(bibliography.read_text(encoding="utf-8"), "bibtex", "csljson")
    )
    return items


def _convert(document: str, style: str, *more: str) -> str:
    """Markdown with citations to HTML, in one run of pandoc."""
    arguments = ["--citeproc", f"--csl={style_path(style)}", "--wrap=none", *more]
    return _pandoc_run(document, "markdown-smart", "html", *arguments)


def _pandoc_run(text: str, source: str, target: str, *arguments: str) -> str:
    try:
        converted: str = pypandoc.convert_text(text, to=target, format=source, extra_args=arguments)
    except OSError as error:
        raise PandocError(
            "pandoc, qui met en forme les citations, est introuvable. « make propre », puis "
            "« make site », le réinstallent."
        ) from error
    except RuntimeError as error:
        raise PandocError(f"pandoc n’a pas mis en forme les citations : {error}") from error
    return converted


def _alone(number: int, item: Item) -> Item:
    """The item with an author of its own: pandoc tells works of one author and year apart."""
    mark = f"{ALONE}{number}{ALONE}"
    authors = [{"literal": f"{author['literal']}{mark}"} for author in item["author"]]
    return {**item, "id": f"i{number}", "author": authors}


def _without_mark(text: str) -> str:
    return re.sub(f"{ALONE}\\d+{ALONE}", "", text)


def _cited(shown: dict[str | None, html.HtmlElement], number: int) -> html.HtmlElement:
    """The footnote of an item, in a note style, or its line in the list of references."""
    note = shown.get(f"fn{number + 1}")
    if note is None:
        return shown[f"ref-i{number}"]
    for back in note.find_class("footnote-back"):
        back.drop_tree()
    return note


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
        if child.tag in KEPT_TAGS and _leads_somewhere(child):
            attributes = "".join(
                f' {name}="{escape(child.get(name))}"'
                for name in ("href", "role")
                if child.get(name)
            )
            inner = f"<{child.tag}{attributes}>{inner}</{child.tag}>"
        pieces += [inner, _text(child.tail)]
    return "".join(pieces)


def _leads_somewhere(element: html.HtmlElement) -> bool:
    """False for a link that would run: citeproc reads the HTML that a title may hold."""
    address: str = element.get("href", "")
    return element.tag != "a" or address.startswith(("#", "http://", "https://"))


def _text(text: str | None) -> str:
    marked = escape(french(text or ""), quote=False)
    return MARKDOWN_MARKS.sub(lambda mark: f"&#{ord(mark.group())};", marked)
