"""The only room that knows MkDocs: it hands it the corpus's pages, citations ready.

Named in `mkdocs.yml` under `hooks`, so that plain `mkdocs build` and `mkdocs serve`
work, and rebuild when a source is saved.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.meta import get_data
from mkdocs_bibtex.plugin import BibTexPlugin

from prendre_place import reporters
from prendre_place.citations.page_citations import cite_entries
from prendre_place.citations.reference_items import reference_items
from prendre_place.citations.registry import SiteRegistry
from prendre_place.citations.rendering import PandocError
from prendre_place.corpus import Corpus
from prendre_place.exports.site_files import site_files
from prendre_place.exports.sitemap import PATH as SITEMAP
from prendre_place.exports.sitemap import sitemap
from prendre_place.load.project import BIBLIOGRAPHY, WORKSHOP, Loaded, load
from prendre_place.pages.entry_pages import DEFINITIONS
from prendre_place.pages.finishing import finish
from prendre_place.pages.head import page_head
from prendre_place.pages.languages import Languages
from prendre_place.pages.page import STYLESHEET, Page
from prendre_place.pages.redirections import (
    moved_records,
    redirection_pages,
    with_former_anchors,
)
from prendre_place.pages.schema_org import PageName
from prendre_place.pages.site_pages import faces, site_pages
from prendre_place.pages.term_links import TermLinks
from prendre_place.pages.writer import page_address
from prendre_place.problems import has_errors
from prendre_place.search.documents import documents
from prendre_place.search.parts import index_files
from prendre_place.source_file import SourceFile

INDENTATION = re.compile(r"\n\s+")
PREFORMATTED = re.compile(r"(<pre.*?</pre>)", re.DOTALL)
# Set by `prendre-place construire`, which has read the project already.
preloaded: Loaded | None = None


# What a browser may do with a page: nothing from elsewhere, nothing written in the page.
# `docs/_headers` says the same to the hosts that read it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)


class _Build:
    """What one build hands from one event to the next."""

    policy: str = POLICY

    corpus: Corpus
    term_links: TermLinks
    languages: Languages
    handwritten: dict[str, str]
    heads: dict[str, str]


_build = _Build()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Keep this room between two builds of a preview, which puts a script of its own in pages."""
    _build.policy = "" if command == "serve" else POLICY


@event_priority(100)  # before mkdocs-bibtex reads a bibliography that may be broken
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the project; a fault stops the build before anything is written."""
    root = project_root(config)
    loaded = preloaded or load(root)
    if loaded.corpus is None or has_errors(loaded.problems):
        raise Abort(reporters.as_text(loaded.problems))
    _build.corpus = loaded.corpus
    _build.term_links = TermLinks(loaded.corpus)
    _build.languages = Languages(loaded.corpus)
    publication = loaded.corpus.publication
    config.site_name = publication.titre
    config.site_description = publication.description
    config.site_author = publication.editeur
    config.site_url = config.site_url or publication.adresse  # a preview has its own
    config.theme.static_templates.discard(SITEMAP)  # theirs would bear the day of the build
    config.extra["publication"] = publication
    config.extra["policy"] = _build.policy
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, then give the plugin every citation at once."""
    try:
        return _with_generated(files, config)
    except PandocError as error:
        raise Abort(str(error)) from error


def _with_generated(files: Files, config: MkDocsConfig) -> Files:
    root = project_root(config)
    corpus = _build.corpus
    _keep_own_assets(files, config)
    pages = list(site_pages(corpus, cite_entries(corpus, root / WORKSHOP)))
    for page in pages:
        files.append(_generated(config, page.path, content=page.markdown))
    for path, source in faces(corpus):
        files.append(_generated(config, path, abs_src_path=str(root / source)))
    handwritten = [handwritten_page(source) for source in corpus.handwritten]
    every_page = [*pages, *handwritten]
    if theirs := files.get_file_from_path(SITEMAP):
        files.remove(theirs)
    works = reference_items(root / BIBLIOGRAPHY, root / WORKSHOP)
    addresses = [page_address(page.path) for page in every_page if page.indexed]
    for path, text in [
        *site_files(corpus, works),
        *index_files(documents(corpus, every_page)),
        (SITEMAP, sitemap(corpus, addresses)),
    ]:
        files.append(_generated(config, path, content=text))
    for path, text in redirection_pages(corpus):
        files.append(_generated(config, path, content=text))
    for path, of_today in moved_records(corpus, files.src_uris):
        content = files.src_uris[of_today].content_bytes
        files.append(_generated(config, path, content=content))
    _build.heads = {
        page.path: page_head(
            PageName(page_address(page.path), page.title, page.description), corpus
        )
        for page in handwritten
    }
    _build.handwritten = {
        name: finish(source.text, name, corpus)
        for source in corpus.handwritten
        for name in [source.path.removeprefix("docs/")]
    }
    registry = SiteRegistry(root / BIBLIOGRAPHY, corpus.references, root / WORKSHOP)
    registry.prime([*(page.body for page in pages), *_build.handwritten.values()])
    bibtex = config.plugins["bibtex"]
    assert isinstance(bibtex, BibTexPlugin)
    bibtex.registry = registry
    return files


@event_priority(100)  # before mkdocs-bibtex renders the citations that this writes
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Links and citations of pages written by hand; generated ones have them already."""
    page.canonical_url = page.meta.get("canonical", page.canonical_url)
    if page.file.src_uri not in _build.handwritten:
        return markdown
    page.meta["head"] = _build.heads[page.file.src_uri]
    page.meta["scripts"] = [*page.meta.get("scripts", []), DEFINITIONS]
    return finish(_build.term_links.link(markdown), page.file.src_uri, _build.corpus)


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Keep former anchors; take out the blanks that templates leave, a tenth of each page."""
    output = with_former_anchors(output, page.url, _build.corpus)
    output = _build.languages.mark(output)
    pieces = PREFORMATTED.split(output)
    pieces[::2] = [INDENTATION.sub("\n", piece) for piece in pieces[::2]]
    return "".join(pieces)


def project_root(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent


def handwritten_page(source: SourceFile) -> Page:
    """A page of `docs/`, as its front matter names it."""
    body, meta = get_data(source.text)
    path = source.path.removeprefix("docs/")
    return Page(path, str(meta.get("title", path)), str(meta.get("description", "")), body)


def _keep_own_assets(files: Files, config: MkDocsConfig) -> None:
    """Send the reader one stylesheet, and nothing of Material's own (900 KB of scripts)."""
    for file in list(files):
        if file.src_dir in config.theme.dirs:
            files.remove(file)
    sheets = [files.src_uris[name] for name in config.extra_css]
    for sheet in sheets:
        files.remove(sheet)
    text = "\n".join(sheet.content_string for sheet in sheets)
    files.append(_generated(config, STYLESHEET, content=text))
    config.extra_css = [STYLESHEET]


def _generated(config: MkDocsConfig, path: str, **content: Any) -> File:
    # Out of the navigation: 1,000 entries in it cost 22 s and 280 KB a page.
    file = File.generated(config, path, **content)
    file.inclusion = InclusionLevel.NOT_IN_NAV
    return file
