"""The site of the sources as last saved, each file made when a reader asks for it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation

from prendre_place import reporters
from prendre_place.build import configured, our_hook, stopped_by
from prendre_place.load.project import WORKSHOP, Loaded
from prendre_place.problems import Problem, has_errors
from prendre_place.typography import french
from prendre_place.verify import verified

# Where nothing sound was ever read, there is no page to show a fault on.
EMPTY_PAGE = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Aperçu</title></head>'
    "<body><main><h1>Aperçu</h1></main></body></html>"
)
BANNER_STYLE = (
    "margin:0;padding:1rem;background:#fff4f2;color:#3b0a04;border-block:.3rem solid #b3261e;"
    "font:1rem/1.5 system-ui,sans-serif"
)


class LiveSite:
    """Every file of the site of the project at `root`, for readers at `address`.

    Pages, drafts included, are made from the last sound state of the sources, and say what
    is wrong with the present one.
    """

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.address = root, address
        self.problems: list[Problem] = []
        self._state: _State | None = None
        self._lock = threading.Lock()  # MkDocs makes one page at a time

    def refresh(self) -> list[Problem]:
        """Read the sources again; what was made of the former ones is forgotten."""
        loaded = verified(self.root)
        with self._lock:
            self.problems = loaded.problems
            if not has_errors(loaded.problems):
                try:
                    self._state = _State(self.root, self.address, _with_drafts(loaded))
                except Abort as stopped:
                    self.problems = [*loaded.problems, stopped_by(stopped)]
            return self.problems

    def content(self, path: str) -> bytes | None:
        """The file at `path` from the root of the site, or None where there is none."""
        with self._lock:
            made = self._state.content(path) if self._state else EMPTY_PAGE.encode()
            if made and path.endswith(".html") and has_errors(self.problems):
                return _with_banner(made, self.what_is_shown, self.problems)
            return made

    @property
    def what_is_shown(self) -> str:
        """What readers see while the sources are at fault."""
        if self._state is None:
            return "Rien n’est encore montré : les sources n’ont jamais été sans faute."
        return "L’aperçu garde la dernière version sans faute."


def _with_drafts(loaded: Loaded) -> Loaded:
    """What was read, with the drafts, each of whose pages says that it is one."""
    return replace(loaded, corpus=loaded.corpus and loaded.corpus.with_drafts())


class _State:
    """What MkDocs knows of one sound state of the sources."""

    def __init__(self, root: Path, address: str, loaded: Loaded) -> None:
        config = configured(root, root / WORKSHOP / "apercu", loaded, on_demand=True)
        config.site_url = address
        self._hook = our_hook(config)
        config.plugins.on_startup(command="serve", dirty=False)
        self.config: MkDocsConfig = config.plugins.on_config(config)
        self.files: Files = config.plugins.on_files(get_files(config), config=config)
        nav = get_navigation(self.files, config)
        self.nav: Navigation = config.plugins.on_nav(nav, config=config, files=self.files)
        self.env = config.plugins.on_env(config.theme.get_env(), config=config, files=self.files)
        self.by_path: Mapping[str, File] = {file.dest_uri: file for file in self.files}
        self.content = cache(self._content)

    def _content(self, path: str) -> bytes | None:
        file = self.by_path.get(path)
        if file is None:
            return self._unlisted(path)
        return self._page(file).encode() if file.is_documentation_page() else file.content_bytes

    def _unlisted(self, path: str) -> bytes | None:
        """Parts of the search index, whose names only the index knows."""
        content: str | bytes | None = self._hook.data_file(path)
        return content.encode() if isinstance(content, str) else content

    def _page(self, file: File) -> str:
        """What a build does of one page, in the same order."""
        config, files, plugins = self.config, self.files, self.config.plugins
        page = self._hook.with_citations(file, config, files)
        page.render(config, files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        page.active = True
        context = get_context(self.nav, files, config, page)
        context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        output = self.env.get_template("main.html").render(context)
        page.active = False
        return plugins.on_post_page(output, page=page, config=config)


def _with_banner(page: bytes, shown: str, problems: list[Problem]) -> bytes:
    """The page with what is wrong with the sources at its head."""
    told = escape(french(reporters.as_text([p for p in problems if p.severity == "erreur"])))
    banner = (
        f'<div role="alert" style="{BANNER_STYLE}">'
        f"<strong>{shown}</strong>"
        f'<pre style="white-space:pre-wrap;margin:.5rem 0 0">{told}</pre></div>'
    )
    return page.replace(b"<body>", b"<body>" + banner.encode(), 1)
