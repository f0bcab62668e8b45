"""How long a writer waits, in the preview, between saving a file and seeing the page."""

from __future__ import annotations

import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from prendre_place.measure.running import OURS, write_in

TIMES = 20
LONGEST = 60  # seconds
PAUSE = 1.0  # seconds between two saves


def seconds_to_see(project: Path, entry: str) -> list[float]:
    """Seconds from each save of a term of the glossary to its page, served with the change."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    url = f"http://{address}/glossaire/{entry}/"
    command = [*OURS, str(project), "apercu", "--adresse", address]
    preview = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    file = project / "glossary" / f"{entry}.yml"
    before = file.read_text(encoding="utf-8")
    try:
        _wait_for(url, "")
        return [_seconds(file, url, f"Enregistré{number}") for number in range(TIMES)]
    finally:
        preview.terminate()
        preview.wait()
        file.write_text(before, encoding="utf-8")


def _seconds(file: Path, url: str, word: str) -> float:
    time.sleep(PAUSE)
    start = time.perf_counter()
    write_in(file, word)
    _wait_for(url, word)
    return time.perf_counter() - start


def _wait_for(url: str, word: str) -> None:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            with urlopen(url, timeout=LONGEST) as answer:
                if word in answer.read().decode():
                    return
        except URLError:
            pass
        time.sleep(0.02)
    raise RuntimeError(f"{url} ne montre pas « {word} » après {LONGEST} s")
