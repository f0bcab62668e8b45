"""One page from one template: what every page of the site is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment

from prendre_place.citations.page_citations import PageCitations
from prendre_place.corpus import Corpus
from prendre_place.pages.environment import environment
from prendre_place.pages.finishing import finish
from prendre_place.pages.head import page_head
from prendre_place.pages.page import Page
from prendre_place.pages.schema_org import PageName
from prendre_place.pages.term_links import TermLinks
from prendre_place.typography import french

Head = Callable[[PageName, Corpus], str]
# A page that is made when it is asked for: its Markdown file, and what makes it.
Planned = tuple[str, Callable[[], Page]]


@dataclass(frozen=True)
class Writer:
    """Writes the pages of one corpus; `cited` says, by id, how each is to be cited."""

    corpus: Corpus
    cited: Mapping[str, PageCitations]
    env: Environment = field(default_factory=environment)

    @cached_property
    def _term_links(self) -> TermLinks:
        return TermLinks(self.corpus)

    def page(
        self,
        template: str,
        path: str,
        title: str,
        description: str,
        scripts: tuple[str, ...] = (),
        wide: bool = False,
        head: Head = page_head,
        own_id: str = "",
        **context: Any,
    ) -> Page:
        """The page at `path`, from a template of this name and what it needs.

        `head` writes the tags of its head; `own_id` is the id of the entry that it is about,
        if any.
        """
        name = PageName(page_address(path), french(title), french(" ".join(description.split())))
        body = self.env.get_template(f"{template}.md.j2").render(
            references=self.corpus.references,
            address=self.corpus.publication.url(name.address),
            own_file=f"page:{path}",
            own_path=path,
            **context,
        )
        return Page(
            path,
            name.title,
            name.description,
            finish(self._term_links.link_entry(body, own_id), path, self.corpus),
            scripts,
            wide,
            head(name, self.corpus),
        )


def page_address(path: str) -> str:
    """Address, from the root of the site, of the page of a Markdown file."""
    address = path.removesuffix("index.md").removesuffix(".md")
    return address if not address or address.endswith("/") else f"{address}/"
