"""The same Markdown built by MkDocs Material as it comes: no citation, no check, no data."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from prendre_place.build import CONFIGURATION
from prendre_place.citations.page_citations import cite_entries
from prendre_place.load.project import WORKSHOP, load
from prendre_place.measure.running import Run, run
from prendre_place.pages.site_pages import site_pages

# Out of the navigation, as ours are: 1,000 entries in it would cost 22 s more.
PLAIN = {
    "site_name": "Material seul",
    "theme": {"name": "material", "language": "fr", "font": False},
    "nav": [{"Glossaire": "glossaire/index.md"}],
    "not_in_nav": "*",
    "plugins": [{"search": {"lang": "fr"}}],
    "markdown_extensions": ["attr_list", "def_list", "md_in_html", "tables", "toc"],
}


def build_plain(project: Path, folder: Path) -> Run:
    """Write the Markdown of a sound project into `folder`, and build it."""
    corpus = load(project).corpus
    assert corpus is not None, "the project was built a moment ago"
    for page in site_pages(corpus, cite_entries(corpus, project / WORKSHOP)):
        file = folder / "docs" / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown, encoding="utf-8")
    (folder / CONFIGURATION).write_text(yaml.dump(PLAIN, allow_unicode=True), encoding="utf-8")
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)
