"""Two folders take each other's place at once: no moment is without either."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

# Linux, <fcntl.h> and <linux/fs.h>: renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE).
AT_FDCWD = -100
RENAME_EXCHANGE = 2
# macOS, <sys/stdio.h>: renamex_np(a, b, RENAME_SWAP).
RENAME_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders of one disk; False, with nothing done, where the system cannot."""
    system = ctypes.CDLL(None)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(system, "renameat2"):
        return bool(system.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0)
    if hasattr(system, "renamex_np"):
        return bool(system.renamex_np(first, second, RENAME_SWAP) == 0)
    return False
