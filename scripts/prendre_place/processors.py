"""Work shared between processors, where a process can be copied as it stands (Linux)."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

PR_SET_PDEATHSIG = 1  # linux/prctl.h
T = TypeVar("T")
R = TypeVar("R")


def begun(work: Callable[[], R]) -> Callable[[], R]:
    """`work` is done meanwhile by another process; what is returned waits for its outcome.

    The process has all that this one has; the outcome alone comes back, and is pickled.
    """
    if sys.platform != "linux":
        return cache(work)
    receiver, sender = get_context("fork").Pipe(duplex=False)
    process = get_context("fork").Process(target=_do, args=(work, sender, os.getpid()), daemon=True)
    process.start()
    sender.close()

    def outcome() -> R:
        try:
            done: R = receiver.recv()
            return done
        except EOFError:
            return work()  # it failed there: here its error can be told
        finally:
            process.join()

    return outcome


def shared_out(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """`work` done on each item, an equal share of them by each processor."""
    count = os.cpu_count() or 1
    shares = [begun(partial(_each, work, items[n::count])) for n in range(1, count)]
    done = [_each(work, items[::count]), *(share() for share in shares)]
    return [done[n % count][n // count] for n in range(len(items))]


def _each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [work(item) for item in items]


def _do(work: Callable[[], R], sender: Connection, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the interruption is told by the parent
    # Nobody would take what is sent after the death of the parent, however it comes.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    with suppress(Exception):  # the parent, who gets nothing, does the work and tells its error
        sender.send(work())
