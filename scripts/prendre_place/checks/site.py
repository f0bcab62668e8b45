"""Checks of the whole built site; each problem names the source to mend."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from prendre_place.checks.data_files import addresses_of
from prendre_place.checks.html_page import Address, HtmlPage, read_page
from prendre_place.checks.origin import Origins
from prendre_place.corpus import Corpus
from prendre_place.problems import Problem, nearest

BASE = "https://site.invalid/"
# Pages that are no part of the reading: the theme's own error page.
NOT_READ = {"404.html"}


@dataclass(frozen=True)
class Checked:
    """How many pages were read, what is wrong with them, and what they are."""

    pages: int
    problems: list[Problem]
    by_path: Mapping[str, HtmlPage]
    files: set[str]


def check_site(site: Path, root: Path, corpus: Corpus) -> Checked:
    """Read every page and every file under `site` (built from the project at `root`)."""
    pages = [read_page(site, file) for file in sorted(site.rglob("*.html"))]
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    by_path = {page.path: page for page in pages}
    origins = Origins(root, corpus)
    public = corpus.publication.adresse
    checker = _Checker(by_path, files, origins, public)
    problems = [problem for page in pages for problem in checker.page(page)]
    for path in sorted(files - set(by_path)):
        problems += checker.addresses(path, addresses_of(site, path, public))
    read = [page for page in pages if page.path not in NOT_READ]
    problems += _not_unique(read, "titre", lambda page: page.title, origins)
    problems += _not_unique(read, "description", lambda page: page.description, origins)
    return Checked(len(read), sorted(problems), by_path, files)


Fault = tuple[str, str, str, str | None]  # code, what was found, what was expected, suggestion


@dataclass(frozen=True)
class _Checker:
    """`public` is the address of the site's root, as others will write it."""

    pages: Mapping[str, HtmlPage]
    files: set[str]
    origins: Origins
    public: str

    def page(self, page: HtmlPage) -> Iterator[Problem]:
        def problem(code: str, found: str, expected: str, needle: str = "") -> Problem:
            return self._problem(page.path, needle, (code, found, expected, None))

        if page.language != "fr":
            found = f"langue « {page.language} »"
            yield problem("langue", found, "« fr », dans mkdocs.yml (theme › language)")
        if page.path not in NOT_READ:
            if page.h1_count != 1:
                found = f"{page.h1_count} titres de premier niveau"
                yield problem("titre-principal", found, "un seul")
            if not page.description:
                yield problem("description", "pas de description", "une description")
        for anchor in page.repeated_anchors:
            found = f"l’ancre « {anchor} » existe plusieurs fois"
            yield problem("ancre-en-double", found, "une ancre par partie", anchor)
        yield from self.addresses(page.path, page.addresses)

    def addresses(self, path: str, addresses: Iterable[Address]) -> Iterator[Problem]:
        """What is wrong with the addresses of the file at `path`, each told once."""
        for address in dict.fromkeys(addresses):
            if fault := self._fault(path, address):
                yield self._problem(path, address.written, fault)

    def _problem(self, path: str, needle: str, fault: Fault) -> Problem:
        code, found, expected, suggestion = fault
        source, line = self.origins.place(path, needle)
        what = "page" if path in self.pages else "fichier"
        message = f"{what} /{_address(path)} : {found}"
        return Problem(source, line, 1, code, message, expected=expected, suggestion=suggestion)

    def _fault(self, path: str, address: Address) -> Fault | None:
        """What is wrong with an address, or None when it is sound."""
        written = address.written
        if written.startswith("/") and not written.startswith("//") and path not in NOT_READ:
            found = f"lien « {written} » : il mène hors du site si celui-ci est dans un dossier"
            return "lien-absolu", found, "une adresse relative à la page", None
        full = urlsplit(urljoin(self.public + _address(path), written))
        root = urlsplit(self.public)
        is_ours = full[:2] == root[:2] and full.path.startswith(root.path)
        if is_ours:
            target = unquote(full.path.removeprefix(root.path))
            anchor = "" if address.names else unquote(full.fragment)
            return self._missing(path, written, target, anchor)
        if not urlsplit(written).netloc and full.scheme == root.scheme:
            return "lien-casse", f"lien « {written} » : il sort du site", "une page du site", None
        if address.fetched and full.scheme != "data":
            found = f"« {written} » serait demandé à un autre site"
            return "ressource-tierce", found, "un fichier de ce site", None
        return None

    def _missing(self, path: str, written: str, target: str, anchor: str) -> Fault | None:
        """What a file of the site, or a place in it, lacks to be led to."""
        file = f"{target}index.html" if target.endswith("/") or not target else target
        if file not in self.files:
            found = f"lien « {written} » : /{target} n’existe pas"
            return "lien-casse", found, "une page ou un fichier du site", self._meant(target, path)
        if anchor and file in self.pages and anchor not in self.pages[file].anchors:
            # Material's own anchors begin with two low lines.
            anchors = sorted(a for a in self.pages[file].anchors if not a.startswith("__"))
            found = f"lien « {written} » : pas d’ancre « {anchor} » dans /{target}"
            return "ancre-absente", found, "une ancre de cette page", nearest(anchor, anchors)
        return None

    def _meant(self, target: str, path: str) -> str | None:
        """The address of the page, other than `path`, whose last part is nearest to `target`'s."""
        by_name = {_name(known): f"/{_address(known)}" for known in self.pages if known != path}
        near = nearest(_name(target), list(by_name))
        return by_name[near] if near else None


def _not_unique(
    pages: list[HtmlPage],
    what: str,
    value: Callable[[HtmlPage], str | None],
    origins: Origins,
) -> Iterator[Problem]:
    by_value: dict[str, list[HtmlPage]] = defaultdict(list)
    for page in pages:
        if text := value(page):
            by_value[text].append(page)
    for text, same in by_value.items():
        for page in same[1:]:
            path, line = origins.place(page.path, text)
            yield Problem(
                path,
                line,
                1,
                f"{what}-en-double",
                f"page /{_address(page.path)} : même {what} que /{_address(same[0].path)} "
                f"(« {text[:60]} »)",
                expected=f"un {what} par page" if what == "titre" else f"une {what} par page",
            )


def _name(path: str) -> str:
    """`ptce` for `glossaire/ptce/index.html` and for `glossaire/ptce.md`."""
    return _address(path).rstrip("/").rsplit("/", 1)[-1].removesuffix(".md")


def _address(path: str) -> str:
    return re.sub(r"(^|/)index\.html$", r"\1", path)
