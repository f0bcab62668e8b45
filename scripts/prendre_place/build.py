"""The whole way: verify, build aside, check, then swap. A failure leaves the last good site."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prendre_place.checks.origin import Origins
from prendre_place.checks.privacy import check_privacy
from prendre_place.checks.site import check_site
from prendre_place.corpus import Corpus
from prendre_place.load.project import WORKSHOP, Loaded, load
from prendre_place.problems import Problem, has_errors

SITE = "site"
PREVIOUS = "site-precedent"
CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True)
class Site:
    """A site that was checked and published in `folder`."""

    folder: Path
    pages: int
    entries: int
    references: int
    seconds: float


@dataclass(frozen=True)
class Outcome:
    """A site, or none; and what is to be mended (a site may come with warnings)."""

    site: Site | None
    problems: list[Problem]


def build_site(root: Path) -> Outcome:
    """Build the project at `root` into `root/site`, if and only if all is well."""
    start = time.perf_counter()
    _recover(root)
    loaded = load(root)
    if loaded.corpus is None:
        return Outcome(None, loaded.problems)
    draft = root / WORKSHOP / "site-en-cours"
    problems = loaded.problems + run_mkdocs(root, draft, loaded)
    if has_errors(problems):
        return Outcome(None, problems)
    checked = check_site(draft, root, loaded.corpus)
    problems += checked.problems
    problems += check_privacy(draft, Origins(root, loaded.corpus), loaded.corpus)
    if has_errors(problems):
        return Outcome(None, problems)
    _swap(draft, root / SITE)
    return Outcome(_site(root, checked.pages, loaded.corpus, start), problems)


def run_mkdocs(root: Path, site: Path, loaded: Loaded) -> list[Problem]:
    """Run MkDocs into `site`; what it warns of becomes problems.

    Broken links are left to the checks, which name the source and its line.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice, in English, about a successor
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort

    # Written aside in `site`; strictness is ours, as all problems are wanted at once.
    config = load_config(str(root / CONFIGURATION), site_dir=str(site), strict=False)
    config.validation.links.not_found = logging.INFO
    config.validation.links.anchors = logging.INFO
    config.validation.links.unrecognized_links = logging.INFO
    hooks: Any = config.hooks  # modules by path; MkDocs declares a list
    for hook in hooks.values():
        hook.preloaded = loaded
    with _mkdocs_warnings() as warnings:
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort:
            warnings.append("MkDocs s’est arrêté")
        finally:
            config.plugins.on_shutdown()
    return [Problem(CONFIGURATION, 1, 1, "mkdocs", f"MkDocs signale : {text}") for text in warnings]


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage().strip())


@contextmanager
def _mkdocs_warnings() -> Iterator[list[str]]:
    collector = _Collector()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(collector)
    logger.propagate = False
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
        logger.propagate = True


def _recover(root: Path) -> None:
    """Put the last good site back if a build was killed between the two renames."""
    old, site = root / WORKSHOP / PREVIOUS, root / SITE
    if old.is_dir() and not site.exists():
        old.rename(site)


def _swap(draft: Path, site: Path) -> None:
    """Put the new site in place of the old one by two renames."""
    old = draft.with_name(PREVIOUS)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    draft.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _site(root: Path, pages: int, corpus: Corpus, start: float) -> Site:
    return Site(
        root / SITE,
        pages,
        len(corpus.entries),
        len(corpus.references),
        time.perf_counter() - start,
    )
