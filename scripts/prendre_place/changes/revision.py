"""The project as it stood at another commit, read like any other."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from prendre_place.load.project import Loaded, load


class RevisionError(Exception):
    """The other commit cannot be had; the message says why, in French."""


def load_revision(root: Path, ref: str) -> Loaded:
    """Read the project at a commit, a branch or a tag; raises `RevisionError`.

    The working folder is left alone: git writes the files of the commit elsewhere.
    """
    archive = _git(root, "archive", "--format=zip", _commit(root, ref))
    with TemporaryDirectory() as folder:
        # Zip: tarfile takes its safety filter only from Python 3.11.4 on.
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
        return load(Path(folder))


def _commit(root: Path, ref: str) -> str:
    try:
        name = _git(
            root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"
        )
    except subprocess.CalledProcessError as error:
        if error.stderr:
            raise RevisionError("ce dossier n’est pas suivi par git") from error
        raise RevisionError(f"git ne connaît pas « {ref} »") from error
    return name.decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except FileNotFoundError as error:
        raise RevisionError("git est absent de cette machine") from error
