"""What the machine refuses (no room, no right), said in French."""

from __future__ import annotations

import errno

REASONS = {
    errno.ENOSPC: "il n’y a plus de place sur le disque",
    errno.EDQUOT: "il n’y a plus de place sur le disque",
    errno.EFBIG: "il n’y a plus de place sur le disque",
    errno.EROFS: "ce disque ne peut être écrit",
    errno.EACCES: "vous n’avez pas le droit d’y accéder",
    errno.EPERM: "vous n’avez pas le droit d’y accéder",
    errno.ENOENT: "le fichier est absent",
    errno.EMFILE: "trop de fichiers sont ouverts à la fois",
}


def reason(error: OSError) -> str:
    """Why a file could not be read or written; in the system's words when they are rare."""
    return REASONS.get(error.errno or 0, error.strerror or str(error))
