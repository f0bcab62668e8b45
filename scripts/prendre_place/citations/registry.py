"""The registry that mkdocs-bibtex asks for each citation, filled in one pandoc run.

The plugin alone starts pandoc for each page (0.11 s a page). Here every citation
of the site is given to it before the first page is rendered.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.registry import ReferenceRegistry

from prendre_place import markup
from prendre_place.citations.cache import Cache
from prendre_place.citations.rendering import Rendered, render, style_path

# What pandoc says of each link: a tenth of a page's text, that no reader is told.
ROLE = ' role="doc-biblioref"'


class SiteRegistry(ReferenceRegistry):  # type: ignore[misc]  # the plugin is not typed
    """Citations of the whole site. Sources are checked before: no key is unknown here."""

    def __init__(self, bibliography: Path, keys: Iterable[str], cache_folder: Path) -> None:
        self.bibliography = bibliography
        self.keys = dict.fromkeys(keys)
        self.footnote_format = "{key}"
        contents = bibliography.read_bytes(), style_path().read_bytes()
        self.cache = Cache(cache_folder, "citations", *contents)
        kept = self.cache.read()
        self.rendered = Rendered(kept.get("citations", {}), kept.get("references", {}))

    def prime(self, pages: Iterable[str]) -> None:
        """Render what the pages cite and was never rendered, in one run of pandoc."""
        missing: dict[str, list[Citation]] = {}
        for markdown in pages:
            for block in CitationBlock.from_markdown(markup.without_code(markdown)):
                if self._is_citation(block) and str(block) not in self.rendered.citations:
                    missing[str(block)] = block.citations
        if not missing and len(self.rendered.references) == len(self.keys):
            return
        new = render(missing.items(), self.bibliography, self.keys)
        self.rendered.citations.update(new.citations)
        self.rendered.references.update(new.references)
        self.cache.write(
            {"citations": self.rendered.citations, "references": self.rendered.references}
        )

    def _is_citation(self, block: CitationBlock) -> bool:
        return all(citation.key in self.keys for citation in block.citations)

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Nothing to do: `prime` has rendered what the checks let through."""

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> list[InlineReference]:
        """Known keys, the longest first: the plugin replaces text, and `@a` is in `@ab`."""
        known = {r.key: r for r in inline_references if r.key in self.rendered.references}
        return sorted(known.values(), key=lambda r: (-len(r.key), r.key))

    def inline_text(self, citation_block: CitationBlock) -> str:
        """A citation as HTML, or as written where it is only shown (in code)."""
        text = str(citation_block)
        shown = self.rendered.citations.get(text)
        return f"<small>{shown.replace(ROLE, '')}</small>" if shown else text

    def reference_text(self, citation: Citation | InlineReference) -> str:
        """A whole reference as HTML; nothing for a key that is only shown (in code)."""
        return self.rendered.references.get(citation.key, "")
