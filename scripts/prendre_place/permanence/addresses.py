"""No published address may vanish: it stays, or leads on by a rule of `redirections.yml`.

What the sources decide (entries, references) is known before a build; anchors and
data files only after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from prendre_place.checks.html_page import HtmlPage, read_page
from prendre_place.corpus import Corpus
from prendre_place.kinds import KINDS
from prendre_place.pages.bibliography import BIBLIOGRAPHY_VIEWS
from prendre_place.pages.writer import page_address
from prendre_place.permanence.ledger import LEDGER, page_of, read_ledger, write_ledger
from prendre_place.problems import Problem, nearest

# Folders whose files are published for their own sake, and not for the pages alone.
DATA = frozenset([*(kind.section for kind in KINDS.values()), "bibliographie", "donnees"])
HOME = ""
# By section, the names of pages that no source decides of.
NAMES_TAKEN = {kind.section: kind.reserved for kind in KINDS.values()} | {
    "bibliographie": frozenset(Path(path).stem for _, path in BIBLIOGRAPHY_VIEWS)
}
# Anchors that follow what is cited, other entries or the theme, and not the text.
NOT_PROMISED = ("__", "ref-", "references-citees", "pages-liees")
REDIRECT = "une règle dans redirections.yml : « ancienne: {old} », « nouvelle: {new} »"


def check_source_addresses(root: Path, corpus: Corpus) -> Iterator[Problem]:
    """Published pages of entries and references that the sources would no longer give."""
    published = read_ledger(root)
    given = _given_by_sources(corpus)
    for address in sorted(a for a in published if _is_of_a_source(a) and a not in given):
        yield _vanished(address, published[address], given)


def check_site_addresses(
    root: Path, corpus: Corpus, pages: Mapping[str, HtmlPage], files: Iterable[str]
) -> Iterator[Problem]:
    """Published addresses that a built site lacks; `pages` and `files` are by path."""
    published = read_ledger(root)
    if not published:
        return
    given = site_addresses(pages, files)
    moved = {rule.ancienne.page for rule in corpus.redirections if not rule.ancienne.anchor}
    for address, line in published.items():
        page = page_of(address)
        if address in given or (page != address and (page in moved or page not in given)):
            continue  # the page itself leads on, or is told once
        yield _vanished(address, line, given)


def site_addresses(pages: Mapping[str, HtmlPage], files: Iterable[str]) -> set[str]:
    """Every address that leads somewhere in a built site, from its root."""
    found = {_address(path) for path in pages} | set(files)
    return found | {f"{_address(path)}#{a}" for path, page in pages.items() for a in page.anchors}


def promised_addresses(
    corpus: Corpus, pages: Mapping[str, HtmlPage], files: Iterable[str]
) -> set[str]:
    """What others may cite: pages, headings and figures of texts, files for machines.

    A list (an index, the uses of a reference) promises its own address only: what it
    holds follows the data.
    """
    found = {_address(path) for path in pages if path != "404.html"} - {HOME}
    found |= {f for f in files if f.split("/")[0] in DATA and not f.endswith(".html")}
    texts = {corpus.address(entry_id) for entry_id in corpus.entries}
    texts |= {page_address(page.path.removeprefix("docs/")) for page in corpus.handwritten}
    texts.discard(HOME)
    for path, page in pages.items():
        if (address := _address(path)) in texts:
            found |= {f"{address}#{a}" for a in page.places if not a.startswith(NOT_PROMISED)}
    return found


def unregistered(
    root: Path, corpus: Corpus, pages: Mapping[str, HtmlPage], files: Iterable[str]
) -> int:
    """How many addresses of a built site the ledger does not hold, once there is one."""
    published = read_ledger(root)
    return len(promised_addresses(corpus, pages, files) - published.keys()) if published else 0


def register(root: Path, site: Path, corpus: Corpus) -> tuple[int, int]:
    """Add the addresses of a built site to the ledger: how many are new, how many it holds."""
    pages = {p.path: p for p in (read_page(site, file) for file in site.rglob("*.html"))}
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    published = read_ledger(root).keys()
    every = promised_addresses(corpus, pages, files) | published
    write_ledger(root, every)
    return len(every) - len(published), len(every)


def _given_by_sources(corpus: Corpus) -> set[str]:
    given = {corpus.address(entry_id) for entry_id in corpus.entries}
    given |= {f"bibliographie/{key}/" for key in corpus.references}
    given |= {rule.ancienne for rule in corpus.redirections}
    for entry in corpus.entries.values():
        versions = corpus.past_versions(entry)
        given |= {corpus.version_address(entry, version.version) for version in versions}
    return given


def _is_of_a_source(address: str) -> bool:
    """Whether an entry, a version of it or a reference decides of an address."""
    section, _, rest = address.partition("/")
    return rest.endswith("/") and section in NAMES_TAKEN and rest[:-1] not in NAMES_TAKEN[section]


def _vanished(address: str, line: int, given: set[str]) -> Problem:
    page = page_of(address)
    if page != address:
        what, new = "l’ancre publiée", f"{page}#…"
        near = nearest(address, [g for g in given if g.startswith(f"{page}#")])
        expected = REDIRECT.format(old=address, new=new)
    else:
        what = "l’adresse publiée"
        near = nearest(address, [g for g in given if "#" not in g])
        is_reference = address.startswith("bibliographie/")
        kept = "la notice" if is_reference else "l’entrée, avec « statut: retire »"
        expected = f"{kept} ; ou {REDIRECT.format(old=address, new='…')}"
    found = f"{what} « {address} » n’existerait plus"
    return Problem(
        LEDGER.as_posix(), line, 1, "adresse-perdue", found, expected=expected, suggestion=near
    )


def _address(path: str) -> str:
    return path.removesuffix("index.html")
