"""Writes the folder: whole and at once, in a place where nothing is lost."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from prendre_place.build import CONFIGURATION, SITE, configured, our_hook, told_by_mkdocs
from prendre_place.exchange import exchange
from prendre_place.exports.sitemap import PATH as SITEMAP
from prendre_place.load.project import WORKSHOP, Loaded
from prendre_place.markup import outside_code
from prendre_place.pages.languages import Languages
from prendre_place.portable.configuration import MARK, configuration, guide
from prendre_place.portable.markdown import own_folder, portable
from prendre_place.problems import Problem, has_errors
from prendre_place.verify import verified
from prendre_place.writing.edits import EditRefusedError

PAGES, THEME, GUIDE = "docs", "theme", "LISEZ-MOI.md"
# What is there once the folder is written, then built; anything else is someone's.
OURS = {PAGES, THEME, GUIDE, CONFIGURATION, SITE, ".cache"}
ICON = re.compile(r"\.icons/[\w/-]+\.svg")


@dataclass(frozen=True)
class Written:
    """How many pages were written, none where an error was found, and what is to be mended."""

    pages: int
    problems: list[Problem]


def write_folder(root: Path, folder: Path) -> Written:
    """Write in `folder` the whole site of the project at `root`, or leave it as it was.

    A folder that holds other things is refused (`EditRefusedError`).
    """
    _refuse_what_is_not_ours(folder)
    loaded = verified(root)
    if has_errors(loaded.problems):
        return Written(0, loaded.problems)
    draft = folder.with_name(f".{folder.name}-en-cours")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        problems = loaded.problems + told_by_mkdocs(lambda: _write(root, loaded, draft))
        if has_errors(problems):
            return Written(0, problems)
        _put(draft, folder)
        return Written(sum(1 for _ in (folder / PAGES).rglob("*.md")), problems)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _refuse_what_is_not_ours(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise EditRefusedError(f"{folder} n’est pas un dossier. Rien n’a été écrit.")
    there = {path.name for path in folder.iterdir()}
    note = folder / CONFIGURATION
    is_ours = note.is_file() and note.read_text("utf-8", "replace").startswith(MARK)
    if there and not (is_ours and there <= OURS):
        raise EditRefusedError(
            f"{folder} contient autre chose que ce que cette commande y écrit. "
            "Rien n’a été écrit : nommez un dossier vide ou nouveau."
        )


def _write(root: Path, loaded: Loaded, draft: Path) -> None:
    assert loaded.corpus is not None, "no error was found in it"
    config = configured(root, root / WORKSHOP / "markdown", loaded)
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    for path, content in _files(config, Languages(loaded.corpus)):
        if path == SITEMAP:  # each tool has its own in place of a file, but not of a template
            _save(draft / THEME / path, content + b"\n")  # whose last line end is taken away
        else:
            _save(draft / PAGES / path, content)
    _save(draft / CONFIGURATION, configuration(config).encode())
    _save(draft / GUIDE, guide(config).encode())
    _write_theme(config, draft / THEME)


def _files(config: MkDocsConfig, languages: Languages) -> Iterator[tuple[str, bytes]]:
    """Every page and every file that the site is made of."""
    files = config.plugins.on_files(get_files(config), config=config)
    hook = our_hook(config)
    for file in files:
        if file.is_documentation_page():
            page = hook.with_citations(file, config, files)
            marked = outside_code(page.markdown or "", languages.mark)
            text = portable(file.src_uri, marked, page.meta, files.src_uris)
            yield own_folder(file.src_uri), text.encode()
        else:
            yield file.src_uri, file.content_bytes


def _write_theme(config: MkDocsConfig, theme: Path) -> None:
    """Our templates, and the icons of Material that they show."""
    ours, *others = map(Path, config.theme.dirs)
    shutil.copytree(ours, theme, dirs_exist_ok=True)
    for template in ours.rglob("*.html"):
        for icon in ICON.findall(template.read_text(encoding="utf-8")):
            found = next(folder / icon for folder in others if (folder / icon).is_file())
            _save(theme / icon, found.read_bytes())


def _save(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _put(draft: Path, folder: Path) -> None:
    """At once where the system can: what was there is then in `draft`, to be deleted."""
    if folder.exists() and exchange(draft, folder):
        return
    if folder.exists():
        shutil.rmtree(folder)
    draft.rename(folder)
