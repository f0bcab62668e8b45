"""The command `prendre-place`: the only room that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from prendre_place.cli.formats import FORMATS
from prendre_place.cli.parser import parser
from prendre_place.failures import reason
from prendre_place.writing.edits import EditRefusedError

__all__ = ["FORMATS", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 only when nothing has to be mended."""
    options = parser().parse_args(arguments)
    root: Path = options.projet.resolve()
    try:
        return int(options.command(root, options))
    except EditRefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or options.projet} : {reason(error)}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrompu.", file=sys.stderr)
        return 130
