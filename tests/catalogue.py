"""The catalogue of messages: its examples are the messages of the bad example files.

`python -m tests.catalogue` writes them into the page again.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from prendre_place.problems import Problem
from prendre_place.reporters import as_text
from prendre_place.verify import verified
from tests.conftest import EXAMPLES, ROOT, copy_project

PAGE = ROOT / "docs" / "contribuer" / "messages.md"
RULE = re.compile(
    r"^### [^\n]+ \{ #(?P<code>[a-z0-9-]+) \}\n\n```text\n(?P<message>.*?)```",
    re.MULTILINE | re.DOTALL,
)

# Their examples hold what no page of the site may: a code, an address, a false letter.
UNSHOWN = {"vie-privee-code", "vie-privee-adresse", "vie-privee-prenom", "signe-trompeur"}


def messages() -> dict[str, str]:
    """By code, the first message of the bad examples that a page may show."""
    found: dict[str, Problem] = {}
    for example in sorted((EXAMPLES / "mauvais").iterdir()):
        with tempfile.TemporaryDirectory() as folder:
            for problem in verified(copy_project(Path(folder) / "projet", example)).problems:
                found.setdefault(problem.code, problem)
    return {code: _shown(problem) for code, problem in found.items() if code not in UNSHOWN}


def _shown(problem: Problem) -> str:
    """The message as the terminal shows it, without the count that ends the list."""
    lines = as_text([replace(problem)]).split("\n")[:-1]
    return "\n".join(lines) + "\n"


def current(page: str, by_code: dict[str, str]) -> str:
    """The page with each message as it is now."""
    return RULE.sub(
        lambda rule: rule.group().replace(
            f"```text\n{rule['message']}", f"```text\n{by_code.get(rule['code'], '')}"
        ),
        page,
    )


if __name__ == "__main__":
    PAGE.write_text(current(PAGE.read_text(encoding="utf-8"), messages()), encoding="utf-8")
