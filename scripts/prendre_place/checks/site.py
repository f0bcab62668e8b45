"""Checks of the whole built site; each problem names the source to mend."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from prendre_place.checks.html_page import Address, HtmlPage, read_page
from prendre_place.checks.origin import Origins
from prendre_place.corpus import Corpus
from prendre_place.problems import Problem, nearest

BASE = "https://site.invalid/"
# Pages that are no part of the reading: the theme's own error page.
NOT_READ = {"404.html"}


@dataclass(frozen=True)
class Checked:
    """How many pages were read, and what is wrong with them."""

    pages: int
    problems: list[Problem]


def check_site(site: Path, root: Path, corpus: Corpus) -> Checked:
    """Read every page under `site` (built from the project at `root`)."""
    pages = [read_page(site, file) for file in sorted(site.rglob("*.html"))]
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    by_path = {page.path: page for page in pages}
    origins = Origins(root, corpus)
    checker = _Checker(by_path, files, origins, urlsplit(corpus.publication.adresse).path)
    problems = [problem for page in pages for problem in checker.page(page)]
    read = [page for page in pages if page.path not in NOT_READ]
    problems += _not_unique(read, "titre", lambda page: page.title, origins)
    problems += _not_unique(read, "description", lambda page: page.description, origins)
    return Checked(len(read), sorted(problems))


Fault = tuple[str, str, str, str | None]  # code, what was found, what was expected, suggestion


@dataclass(frozen=True)
class _Checker:
    pages: Mapping[str, HtmlPage]
    files: set[str]
    origins: Origins
    public_folder: str

    def page(self, page: HtmlPage) -> Iterator[Problem]:
        def problem(
            code: str, message: str, expected: str, needle: str = "", suggestion: str | None = None
        ) -> Problem:
            path, line = self.origins.place(page.path, needle)
            message = f"page /{_address(page.path)} : {message}"
            return Problem(path, line, 1, code, message, expected=expected, suggestion=suggestion)

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
        for address in dict.fromkeys(page.addresses):
            if fault := self._fault(page, address):
                code, message, expected, suggestion = fault
                yield problem(code, message, expected, address.written, suggestion)

    def _fault(self, page: HtmlPage, address: Address) -> Fault | None:
        """What is wrong with an address, or None when it is sound."""
        parts = urlsplit(urljoin(BASE + _address(page.path), address.written))
        if f"{parts.scheme}://{parts.netloc}/" != BASE:
            if address.fetched and parts.scheme != "data":
                found = f"« {address.written} » serait demandé à un autre site"
                return "ressource-tierce", found, "un fichier de ce site", None
            return None
        path = unquote(self._in_site(page, parts.path)).lstrip("/")
        target = f"{path}index.html" if path.endswith("/") or not path else path
        if target not in self.files:
            found = f"lien « {address.written} » : /{path} n’existe pas"
            meant = self._meant(path, page)
            return "lien-casse", found, "une page ou un fichier du site", meant
        anchor = unquote(parts.fragment)
        if anchor and target in self.pages and anchor not in self.pages[target].anchors:
            # Material's own anchors begin with two low lines.
            anchors = sorted(a for a in self.pages[target].anchors if not a.startswith("__"))
            found = f"lien « {address.written} » : pas d’ancre « {anchor} » dans /{path}"
            return "ancre-absente", found, "une ancre de cette page", nearest(anchor, anchors)
        return None

    def _in_site(self, page: HtmlPage, path: str) -> str:
        """The error page, shown at any address, writes its links from the public one."""
        return path.removeprefix(self.public_folder) if page.path in NOT_READ else path

    def _meant(self, path: str, page: HtmlPage) -> str | None:
        """The address of the page whose last part is nearest to that of `path`."""
        by_name = {
            _name(known): f"/{_address(known)}" for known in self.pages if known != page.path
        }
        near = nearest(_name(path), list(by_name))
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
