"""The commands of the bibliography."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from prendre_place import reporters
from prendre_place.cli.formats import FORMATS
from prendre_place.command_line import PROGRAM
from prendre_place.problems import has_errors


def verify_bibliography(root: Path, options: argparse.Namespace) -> int:
    """`biblio verifier`: everything that is to be mended in the bibliography."""
    from prendre_place.biblio.verify import verify

    problems = verify(root, date.today().year)
    print(FORMATS[options.format](problems))
    return 1 if has_errors(problems) else 0


def import_bibliography(root: Path, options: argparse.Namespace) -> int:
    """`biblio importer`: what an export of Zotero would change, then the change itself."""
    from prendre_place.biblio.importing import ImportRefusedError, compare, write
    from prendre_place.biblio.report import report

    try:
        done = compare(root, options.fichier.resolve(), dict(options.cle))
    except ImportRefusedError as refusal:
        print(reporters.as_text(refusal.problems), file=sys.stderr)
        print("bibliography.bib reste tel qu’il était.", file=sys.stderr)
        return 1
    if done.unread:
        print(reporters.as_text(done.unread), end="\n\n", file=sys.stderr)
    print("\n".join(report(done.plan, done.works, done.references)), end="\n\n")
    if not (done.plan.added or done.plan.changed):
        print("Rien à écrire.")
    elif options.appliquer:
        write(root, done.text)
        print(f"bibliography.bib est à jour. Pour le relire : {PROGRAM} biblio verifier")
    else:
        print("Rien n’est encore écrit : ajoutez --appliquer à la commande pour écrire.")
    return 1 if done.unread or done.plan.doubts else 0


def key_pair(written: str) -> tuple[str, str]:
    theirs, found, ours = written.partition("=")
    if not (theirs and found and ours):
        raise argparse.ArgumentTypeError(f"« {written} » n’est pas EXPORTEE=NOTRE")
    return theirs, ours
