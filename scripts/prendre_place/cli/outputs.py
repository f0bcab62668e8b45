"""The commands that make something else of the site, or measure it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from prendre_place import reporters
from prendre_place.cli.formats import FORMATS
from prendre_place.command_line import PROGRAM
from prendre_place.load.project import load
from prendre_place.problems import has_errors, nearest

if TYPE_CHECKING:
    from prendre_place.corpus import Corpus
    from prendre_place.links.check import LinkCheck
    from prendre_place.pdf.documents import Document


def links(root: Path, options: argparse.Namespace) -> int:
    """`liens`: every external address asked, politely; an interrupted run can be resumed."""
    from prendre_place.links.check import check_of
    from prendre_place.links.report import problems, summary, write_report

    loaded = load(root)
    if loaded.corpus is None:
        print(FORMATS[options.format](loaded.problems))
        return 1
    check = check_of(root, loaded.corpus, options.age)
    try:
        _follow(check)
    except KeyboardInterrupt:
        print("Interrompu. La même commande reprendra où elle s’est arrêtée.", file=sys.stderr)
        return 130
    if check.nobody_answered:
        print("Aucun site n’a répondu. Êtes-vous relié à Internet ?", file=sys.stderr)
        return 1
    results = check.results()
    title = loaded.corpus.publication.titre
    page, _ = write_report(results, root / options.rapport, title, check.today)
    found = problems(results)
    print(FORMATS[options.format](found))
    print(f"{summary(results)} Rapport : {page}", file=sys.stderr)
    return 1 if has_errors(found) else 0


def _follow(check: LinkCheck) -> None:
    """Run a check behind a progress bar, which is not drawn in a log."""
    from tqdm import tqdm

    total, known = len(check.externals), len(check.externals) - len(check.to_ask)
    for _ in tqdm(check.run(), "Liens", total, initial=known, unit=" lien", disable=None):
        pass


def pdf(root: Path, options: argparse.Namespace) -> int:
    """`pdf`: entries, or the whole glossary, as documents to print and to keep."""
    from prendre_place.build import SITE
    from prendre_place.pdf.documents import documents, known_names
    from prendre_place.pdf.writing import PdfToolError

    loaded = load(root)
    if loaded.corpus is None:
        print(reporters.as_text(loaded.problems), file=sys.stderr)
        return 1
    if not (root / SITE).is_dir():
        print("Les PDF se font depuis le site : lancez d’abord « make site ».", file=sys.stderr)
        return 1
    known = known_names(loaded.corpus)
    if unknown := [name for name in options.noms if name not in known]:
        print("\n".join(_unknown(name, known) for name in unknown), file=sys.stderr)
        return 1
    chosen = documents(loaded.corpus, options.noms)
    try:
        _write_all(chosen, loaded.corpus, root / SITE, root / options.dossier)
    except PdfToolError as missing:
        print(f"{PDF_TOOL_MISSING}\n({missing})", file=sys.stderr)
        return 1
    count = f"{len(chosen)} documents" if len(chosen) > 1 else "1 document"
    print(f"{count} dans {options.dossier}/.")
    return 0


PDF_TOOL_MISSING = (
    "Il manque de quoi écrire des PDF. « make pdf » installe WeasyPrint ; la bibliothèque Pango "
    "s’installe avec le système (Debian : sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0 ; macOS : brew install pango)."
)


def _unknown(name: str, known: Sequence[str]) -> str:
    near = nearest(name, list(known))
    return f"« {name} » n’est ni une partie du site ni une entrée." + (
        f" Vouliez-vous dire « {near} » ?" if near else ""
    )


def _write_all(chosen: Sequence[Document], corpus: Corpus, site: Path, folder: Path) -> None:
    from tqdm import tqdm

    from prendre_place.pdf.writing import write_pdf

    for document in tqdm(chosen, "PDF", unit=" document", disable=None):
        write_pdf(document.html(corpus, site), folder / document.file, site)


def markdown(root: Path, options: argparse.Namespace) -> int:
    """`markdown`: the whole site as a folder that other tools build."""
    from prendre_place.portable.folder import write_folder

    folder: Path = options.dossier
    written = write_folder(root, folder.resolve())
    if written.problems:
        print(reporters.as_text(written.problems), file=sys.stderr)
    if not written.pages:
        print(f"Rien n’a été écrit dans {folder}.", file=sys.stderr)
        return 1
    print(f"{written.pages} pages en Markdown, et tout ce qui va avec, dans {folder}/.")
    print(f"Pour les construire sans ce programme, lisez {folder / 'LISEZ-MOI.md'} ; ensuite,")
    print(f"« {PROGRAM} comparer-site {folder / 'site'} » dit si c’est bien le même site.")
    return 0


def compare_site(root: Path, options: argparse.Namespace) -> int:
    """`comparer-site`: what a site built by another tool lacks beside ours."""
    from prendre_place.build import SITE
    from prendre_place.checks.same_site import compare_sites

    loaded = load(root)
    if loaded.corpus is None or not (root / SITE).is_dir():
        print("Construisez d’abord le site : « make site ».", file=sys.stderr)
        return 1
    other: Path = options.dossier.resolve()
    if not (other / "index.html").is_file():
        print(f"{options.dossier} n’est pas un site construit : pas d’accueil.", file=sys.stderr)
        return 1
    differences = compare_sites(root / SITE, other, root, loaded.corpus)
    if differences:
        print(FORMATS[options.format](differences))
        return 1
    print("Les deux sites sont les mêmes : adresses, titres, texte et liens ; aucun lien cassé.")
    return 0


def measure(root: Path, options: argparse.Namespace) -> int:
    """`mesure`: times and weights, beside Material alone on the same Markdown."""
    from prendre_place.measure import keep, measures, tables

    found = measures(root, options.tailles)
    print("\n".join(tables(found)))
    if options.garder:
        keep(root, found, date.today())
    return 0
