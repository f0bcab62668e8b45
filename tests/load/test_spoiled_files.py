"""Whatever a file holds, the answer is problems and never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from prendre_place.load.project import load
from prendre_place.reporters import as_json, as_text

SIGNS = "\t\"'[]{}|#@%`~\\&*!?><é"
INSERTED = [
    *(sign.encode() for sign in SIGNS),
    *(b": ", b"- ", b"&a ", b"*a", b"!!python/object:os.system ", b">-\n", b"[[", b"]]", b"[@"),
    *(b"<b>", b"---\n", b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xcc\x81"),
    *(b"no", b"<<: ", b"a: " * 20, b"[" * 300, b"- " * 300, b"@book{", b"}, "),
]


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes put in, taken out or moved."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content) + 1)
        length = chance.randint(0, 40)
        kind = chance.choice(["insert", "insert", "delete", "move"])
        if kind == "insert":
            content = content[:at] + chance.choice(INSERTED) + content[at:]
        else:
            piece = content[at : at + length]
            content = content[:at] + content[at + length :]
            if kind == "move":
                to = chance.randrange(len(content) + 1)
                content = content[:to] + piece + content[to:]
    return content


@pytest.mark.parametrize("seed", range(8))
def test_spoiled_files_give_problems_and_no_traceback(seed: int, project: Path) -> None:
    chance = random.Random(seed)
    files = sorted(f for f in project.rglob("*") if f.suffix in (".yml", ".bib", ".md"))
    sound = {file: file.read_bytes() for file in files}
    for _ in range(40):
        chosen = chance.sample(files, 2)
        for file in chosen:
            file.write_bytes(spoiled(sound[file], chance))
        problems = load(project).problems
        assert as_text(problems)
        assert as_json(problems)
        for file in chosen:
            file.write_bytes(sound[file])
