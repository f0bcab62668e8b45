"""The whole way: verify, build aside, check, then swap. A failure leaves the last good site."""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from prendre_place.checks.origin import Origins
from prendre_place.checks.privacy import check_privacy
from prendre_place.checks.site import check_site
from prendre_place.exchange import exchange
from prendre_place.failures import reason
from prendre_place.load.project import WORKSHOP, Loaded
from prendre_place.permanence.addresses import check_site_addresses, unregistered
from prendre_place.problems import Problem, has_errors
from prendre_place.processors import begun
from prendre_place.unchanged import note, sources_digest, unchanged
from prendre_place.verify import verified

if TYPE_CHECKING:  # a second that only a build is to pay
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.exceptions import Abort

SITE = "site"
PREVIOUS = "site-precedent"
CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True)
class Site:
    """A site that was checked and published in `folder`.

    `unregistered` counts its addresses that are not in the ledger of published ones;
    `drafts` are the files that it leaves out.
    """

    folder: Path
    pages: int
    entries: int
    references: int
    unregistered: int
    drafts: list[str]
    seconds: float


@dataclass(frozen=True)
class Outcome:
    """A site, or none; and what is to be mended (a site may come with warnings).

    `is_new` is false for a site that there was no need to build again.
    """

    site: Site | None
    problems: list[Problem]
    is_new: bool = True


def site_of(root: Path) -> Outcome:
    """The site of the project at `root`: the last one where nothing has changed since."""
    start = time.perf_counter()
    if noted := unchanged(root, root / SITE):
        figures, problems = noted
        seconds = time.perf_counter() - start
        return Outcome(_site(root, figures, seconds), problems, is_new=False)
    return build_site(root)


def build_site(root: Path) -> Outcome:
    """Build the project at `root` into `root/site`, if and only if all is well."""
    try:
        return _build(root)
    except OSError as error:
        where = Path(error.filename) if error.filename else root / WORKSHOP
        path = where.relative_to(root) if where.is_relative_to(root) else where
        return Outcome(None, [Problem(path.as_posix(), 1, 1, "machine", reason(error))])


def _build(root: Path) -> Outcome:
    start = time.perf_counter()
    _recover(root)
    sources = sources_digest(root)
    loaded = verified(root)
    if loaded.corpus is None or has_errors(loaded.problems):
        return Outcome(None, loaded.problems)
    draft = root / WORKSHOP / "site-en-cours"
    problems = loaded.problems + run_mkdocs(root, draft, loaded)
    if has_errors(problems):
        return Outcome(None, problems)
    corpus = loaded.corpus
    privacy = begun(lambda: list(check_privacy(draft, Origins(root, corpus), corpus)))
    checked = check_site(draft, root, corpus)
    problems += checked.problems + privacy()
    problems += check_site_addresses(root, corpus, checked.by_path, checked.files)
    if has_errors(problems):
        return Outcome(None, problems)
    _swap(draft, root / SITE)
    figures: dict[str, Any] = {
        "pages": checked.pages,
        "entries": len(corpus.entries),
        "references": len(corpus.references),
        "unregistered": unregistered(root, corpus, checked.by_path, checked.files),
        "drafts": corpus.draft_files,
    }
    note(root, root / SITE, sources, figures, problems)
    return Outcome(_site(root, figures, time.perf_counter() - start), problems)


def _site(root: Path, figures: dict[str, Any], seconds: float) -> Site:
    return Site(root / SITE, **figures, seconds=seconds)


def configured(root: Path, site: Path, loaded: Loaded, on_demand: bool = False) -> MkDocsConfig:
    """MkDocs' configuration for the project at `root`, already read, to be built in `site`.

    Files are made at once, or `on_demand` when each is read.
    Broken links are left to the checks, which name the source and its line.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice, in English, about a successor
    from mkdocs.config import load_config

    # Strictness is ours, as all problems are wanted at once.
    config = load_config(str(root / CONFIGURATION), site_dir=str(site), strict=False)
    config.validation.links.not_found = logging.INFO
    config.validation.links.anchors = logging.INFO
    config.validation.links.unrecognized_links = logging.INFO
    hook = our_hook(config)
    hook.preloaded, hook.on_demand = loaded, on_demand
    return config


def our_hook(config: MkDocsConfig) -> Any:
    """The module that MkDocs has loaded from `hook.py`, which mkdocs.yml names."""
    hooks: Any = config.hooks  # modules by path; MkDocs declares a list
    return next(hook for path, hook in hooks.items() if Path(path).name == "hook.py")


def run_mkdocs(root: Path, site: Path, loaded: Loaded) -> list[Problem]:
    """Run MkDocs into `site`; what it warns of becomes problems."""
    return told_by_mkdocs(lambda: _build_with_mkdocs(configured(root, site, loaded)))


def told_by_mkdocs(work: Callable[[], None]) -> list[Problem]:
    """Do `work`, which calls MkDocs: what stopped it, and what was warned of."""
    from mkdocs.exceptions import Abort

    stopped: list[Problem] = []
    with _mkdocs_warnings() as warnings:
        try:
            work()
        except Abort as abort:
            stopped = [stopped_by(abort)]
    told = [f"MkDocs signale : {text}" for text in warnings]
    return stopped + [Problem(CONFIGURATION, 1, 1, "mkdocs", text) for text in told]


def _build_with_mkdocs(config: MkDocsConfig) -> None:
    from mkdocs.commands.build import build

    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def stopped_by(stopped: Abort) -> Problem:
    """What made MkDocs stop."""
    return Problem(CONFIGURATION, 1, 1, "construction", stopped.format_message())


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
    """Put the new site in place of the old one: at once, or by two renames where that cannot be."""
    old = draft.with_name(PREVIOUS)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists() and exchange(draft, site):
        shutil.rmtree(draft, ignore_errors=True)
        return
    if site.exists():
        site.rename(old)
    draft.rename(site)
    shutil.rmtree(old, ignore_errors=True)
