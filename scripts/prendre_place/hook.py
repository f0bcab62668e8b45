"""The only room that knows MkDocs: it hands it the corpus's pages, citations ready.

Named in `mkdocs.yml` under `hooks`, so that plain `mkdocs build` works too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.meta import get_data
from mkdocs_bibtex.plugin import BibTexPlugin

from prendre_place import reporters
from prendre_place.citations.items import Item
from prendre_place.citations.page_citations import cite_entries
from prendre_place.citations.reference_items import reference_items
from prendre_place.citations.registry import SiteRegistry
from prendre_place.citations.rendering import PandocError
from prendre_place.conversion import Converted, convert_all, table_of_contents
from prendre_place.corpus import Corpus
from prendre_place.exports.site_files import known_files, site_files
from prendre_place.exports.sitemap import PATH as SITEMAP
from prendre_place.exports.sitemap import sitemap
from prendre_place.form.backend import policy
from prendre_place.form.files import FOLDER as FORM
from prendre_place.form.files import form_files, is_online
from prendre_place.load.project import BIBLIOGRAPHY, WORKSHOP, Loaded, load
from prendre_place.made_file import MadeFile
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
from prendre_place.pages.site_pages import faces, planned_pages
from prendre_place.pages.term_links import TermLinks
from prendre_place.pages.writer import page_address
from prendre_place.problems import has_errors
from prendre_place.processors import begun, shared_out
from prendre_place.search.documents import documents, known_pages
from prendre_place.search.parts import FOLDER as INDEX
from prendre_place.search.parts import index_files
from prendre_place.source_file import SourceFile

INDENTATION = re.compile(r"\n\s+")
PREFORMATTED = re.compile(r"(<pre.*?</pre>)", re.DOTALL)
# Set by `prendre-place construire`, which has read the project already.
preloaded: Loaded | None = None
# Set by the preview, which makes only what is looked at.
on_demand = False
# Every page by its Markdown file, made once, when it is asked for.
Pages = Mapping[str, Callable[[], Page]]


# What a browser may do with a page: nothing from elsewhere, nothing written in the page.
# `docs/_headers` says the same to the hosts that read it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
HEADERS = "_headers"


class _Build:
    """What one build hands from one event to the next."""

    policy: str = POLICY
    corpus: Corpus
    term_links: TermLinks
    registry: SiteRegistry
    data: Callable[[], dict[str, str]]
    search: Callable[[], dict[str, str]]
    form: Callable[[], dict[str, str | bytes]]
    languages: Languages
    handwritten: dict[str, str]
    heads: dict[str, str]
    converted: dict[str, Converted]


_build = _Build()


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """A preview puts a script of its own in pages."""
    _build.policy = "" if command == "serve" else POLICY


@event_priority(100)  # before mkdocs-bibtex reads a bibliography that may be broken
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the project; a fault stops the build before anything is written."""
    root = project_root(config)
    loaded = preloaded or load(root)
    if loaded.corpus is None or has_errors(loaded.problems):
        raise Abort(reporters.as_text(loaded.problems))
    _build.corpus = loaded.corpus
    _build.converted = {}
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
    root, corpus = project_root(config), _build.corpus
    _keep_own_assets(files, config)
    works = reference_items(root / BIBLIOGRAPHY, root / WORKSHOP)
    later = cache if on_demand else begun
    data = later(partial(_site_files, corpus, works))
    cited = cite_entries(corpus, root / WORKSHOP)
    pages = _pages(dict(planned_pages(corpus, cited)))
    for path, page in pages.items():
        files.append(MadeFile(config, path, partial(_markdown, page)))
    for path, source in faces(corpus):
        files.append(MadeFile(config, path, (root / source).read_bytes))
    _read_handwritten(corpus)
    _build.data = cache(partial(_data_files, data, corpus, pages))
    _build.search = cache(partial(_search_files, corpus, pages))
    _build.form = cache(lambda: dict(form_files(corpus)))
    _add_data_files(files, config)
    if is_online(corpus):
        _open_to_the_forge(files, config)
    _build.registry = SiteRegistry(root / BIBLIOGRAPHY, corpus.references, root / WORKSHOP)
    if not on_demand:
        bodies = (page().body for page in pages.values())
        _build.registry.prime([*bodies, *_build.handwritten.values()])
    bibtex = config.plugins["bibtex"]
    assert isinstance(bibtex, BibTexPlugin)
    bibtex.registry = _build.registry
    return files


def _pages(planned: Pages) -> Pages:
    """Pages that a build makes at once, and a preview each when it is looked at."""
    if on_demand:
        return {path: cache(make) for path, make in planned.items()}
    made = shared_out(lambda path: planned[path](), list(planned))
    return {path: partial(_itself, page) for path, page in zip(planned, made, strict=True)}


def _itself(page: Page) -> Page:
    return page


def _add_data_files(files: Files, config: MkDocsConfig) -> None:
    """Files for machines: all of them; in a preview those that pages lead to."""
    if theirs := files.get_file_from_path(SITEMAP):
        files.remove(theirs)
    for path in known_files(_build.corpus) if on_demand else _every_data_file():
        files.append(MadeFile(config, path, partial(data_file, path)))
    for path, of_today in moved_records(_build.corpus, files.src_uris):
        files.append(MadeFile(config, path, partial(_content, files.src_uris[of_today])))


def _site_files(corpus: Corpus, works: Mapping[str, Item]) -> dict[str, str]:
    return dict(site_files(corpus, works))


def _data_files(data: Callable[[], dict[str, str]], corpus: Corpus, pages: Pages) -> dict[str, str]:
    every_page = [*(page() for page in pages.values()), *map(handwritten_page, corpus.handwritten)]
    addresses = [page_address(page.path) for page in every_page if page.indexed]
    return {**data(), SITEMAP: sitemap(corpus, addresses), **dict(redirection_pages(corpus))}


def _search_files(corpus: Corpus, pages: Pages) -> dict[str, str]:
    known = known_pages(corpus)
    others = [page() for path, page in pages.items() if path not in known]
    others += map(handwritten_page, corpus.handwritten)
    return dict(index_files(documents(corpus, others)))


def data_file(path: str) -> str | bytes | None:
    """The text of a file for machines; the first to be asked for makes all those of its sort."""
    for folder, made in ((INDEX, _build.search), (FORM, _build.form), ("", _build.data)):
        if path.startswith(folder):
            return made().get(path)
    return None


def _every_data_file() -> list[str]:
    form = _build.form() if is_online(_build.corpus) else {}
    return [*_build.data(), *_build.search(), *form]


def _read_handwritten(corpus: Corpus) -> None:
    _build.handwritten, _build.heads = {}, {}
    for source in corpus.handwritten:
        page = handwritten_page(source)
        name = PageName(page_address(page.path), page.title, page.description)
        _build.heads[page.path] = page_head(name, corpus)
        _build.handwritten[page.path] = finish(source.text, page.path, corpus)


def _markdown(page: Callable[[], Page]) -> str:
    return page().markdown


def _content(file: File) -> bytes:
    return file.content_bytes


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Convert all pages at once; a preview converts each when it is looked at."""
    if not on_demand:
        pages = [with_citations(file, config, files) for file in files.documentation_pages()]
        workshop = project_root(config) / WORKSHOP
        _build.converted = convert_all(pages, config, files, _build.languages, workshop)
    return nav


def with_citations(file: File, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """The page of a file, its Markdown as plugins leave it."""
    page = file.page or MkDocsPage(None, file, config)
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    return page


@event_priority(100)  # before mkdocs-bibtex renders the citations that this writes
def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Links and citations of pages written by hand; generated ones have them already."""
    if page.file.src_uri in _build.handwritten:
        markdown = _by_hand(markdown, page)
    markdown = with_former_anchors(markdown, page.url, _build.corpus)
    if on_demand:
        _build.registry.prime([markdown])
    # What is converted already is not to be converted again, but put in its place.
    return "" if page.file.src_uri in _build.converted else markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """The page as it was converted with all others."""
    converted = _build.converted.get(page.file.src_uri)
    if converted is None:
        return _build.languages.mark(html)
    page.toc = table_of_contents(converted)
    return converted["html"]


def _by_hand(markdown: str, page: MkDocsPage) -> str:
    page.meta["head"] = _build.heads[page.file.src_uri]
    page.meta["scripts"] = [*page.meta.get("scripts", []), DEFINITIONS]
    return finish(_build.term_links.link(markdown), page.file.src_uri, _build.corpus)


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Say what is in another language, take out the blanks of templates."""
    # What is in the article bears its languages since it was converted.
    before, article, after = _parts(output)
    output = f"{_build.languages.mark(before)}{article}{_build.languages.mark(after)}"
    pieces = PREFORMATTED.split(output)
    pieces[::2] = [INDENTATION.sub("\n", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _parts(output: str) -> tuple[str, str, str]:
    """A page before its article, the article, and after."""
    start, end = output.find("<article"), output.rfind("</article>")
    return output[:start], output[start:end], output[end:]


def project_root(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent


def handwritten_page(source: SourceFile) -> Page:
    """A page of `docs/`, as its front matter names it."""
    body, meta = get_data(source.text)
    path = source.path.removeprefix("docs/")
    title, description = str(meta["title"]), str(meta["description"])
    return Page(path, title, description, body, asked=meta.get("demandes", ()))


def _keep_own_assets(files: Files, config: MkDocsConfig) -> None:
    """Send the reader one stylesheet, and nothing of Material's own (900 KB of scripts)."""
    for file in list(files):
        if file.src_dir in config.theme.dirs:
            files.remove(file)
    sheets = [files.src_uris[name] for name in config.extra_css]
    for sheet in sheets:
        files.remove(sheet)
    text = "\n".join(sheet.content_string for sheet in sheets)
    files.append(MadeFile(config, STYLESHEET, lambda: text))
    config.extra_css = [STYLESHEET]


def _open_to_the_forge(files: Files, config: MkDocsConfig) -> None:
    """Hosts let the form ask the forge; each page's own policy still holds."""
    if headers := files.get_file_from_path(HEADERS):
        text = headers.content_string.replace(POLICY, policy(_build.corpus.publication))
        files.remove(headers)
        files.append(MadeFile(config, HEADERS, lambda: text))
