"""The commands that read the sources, build the site and show it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from prendre_place import reporters
from prendre_place.cli.formats import tell
from prendre_place.command_line import PROGRAM
from prendre_place.load.project import load
from prendre_place.problems import has_errors
from prendre_place.verify import verified


def verify(root: Path, options: argparse.Namespace) -> int:
    """`verifier`: every problem of every source, at once."""
    from prendre_place.verify import privacy_of_what_is_made

    loaded = verified(root)
    problems = loaded.problems
    if loaded.corpus and not has_errors(problems):
        problems = sorted({*problems, *privacy_of_what_is_made(root, loaded.corpus)})
    tell(problems, options.format)
    if loaded.corpus and loaded.corpus.drafts:
        print(reporters.drafts(loaded.corpus.draft_files), file=sys.stderr)
    return 1 if has_errors(problems) else 0


def build(root: Path, options: argparse.Namespace) -> int:
    """`construire`: the checked site, or every problem and the last good site."""
    from prendre_place.build import site_of

    outcome = site_of(root)
    if outcome.problems:
        tell(outcome.problems, options.format, sys.stderr)
    if outcome.site is None:
        print("Rien n’a été publié : site/ reste tel qu’il était.", file=sys.stderr)
        return 1
    shown = outcome.site.folder.relative_to(root)
    done = (
        "pages construites et vérifiées"
        if outcome.is_new
        else "pages, et rien n’a changé depuis leur construction,"
    )
    print(
        f"{outcome.site.pages} {done} dans {shown}/ "
        f"({outcome.site.entries} entrées, {outcome.site.references} références, "
        f"{outcome.site.seconds:.1f} s)."
    )
    print(
        f"Pour le regarder : {sys.executable} -m http.server -d {shown} 8000, "
        "puis http://127.0.0.1:8000/"
    )
    if outcome.site.drafts:
        print(reporters.drafts(outcome.site.drafts))
    if new := outcome.site.unregistered:
        print(
            f"{new} adresses ne sont pas encore au registre des adresses publiées : "
            f"« {PROGRAM} adresses » les y inscrit, avant la mise en ligne."
        )
    return 0


def preview(root: Path, options: argparse.Namespace) -> int:
    """`apercu`: a live preview; a saved source shows."""
    from prendre_place.preview import serve

    return serve(root, options.adresse, lambda line: print(line, flush=True))


def host_and_port(written: str) -> str:
    """An address for the preview: `127.0.0.1:8000`."""
    host, _, port = written.rpartition(":")
    if not (host and port.isdecimal() and 0 < int(port) < 65536):
        raise argparse.ArgumentTypeError(f"127.0.0.1:8001, par exemple, et non « {written} »")
    return written


def addresses(root: Path, options: argparse.Namespace) -> int:
    """`adresses`: those of the built site join the ledger of published ones."""
    from prendre_place.build import SITE
    from prendre_place.permanence.addresses import register
    from prendre_place.permanence.ledger import LEDGER

    loaded = load(root)
    if loaded.corpus is None or not (root / SITE).is_dir():
        print("Construisez d’abord le site : « make site ».", file=sys.stderr)
        return 1
    new, total = register(root, root / SITE, loaded.corpus)
    print(f"{LEDGER} : {new} adresses inscrites, {total} en tout.")
    return 0


def compare(root: Path, options: argparse.Namespace) -> int:
    """`comparer`: what a proposal changes for readers, beside another commit."""
    from prendre_place.changes import report
    from prendre_place.changes.compare import find_changes
    from prendre_place.changes.revision import RevisionError, load_revision

    new = load(root)
    try:
        old = load_revision(root, options.ref)
    except RevisionError as error:
        print(f"Comparaison impossible : {error}.", file=sys.stderr)
        return 1
    for name, loaded in ((options.ref, old), ("le dossier de travail", new)):
        if loaded.corpus is None:
            print(reporters.as_text(loaded.problems), file=sys.stderr)
            print(f"Comparaison impossible : {name} a des erreurs.", file=sys.stderr)
            return 1
    assert old.corpus and new.corpus
    changes = find_changes(old.corpus, new.corpus)
    print(report.as_markdown(changes) if options.format == "markdown" else report.as_text(changes))
    return 0
