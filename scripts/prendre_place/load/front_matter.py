"""The front matter of pages written by hand, judged like any other YAML.

MkDocs would lose a title that it cannot read, without a word.
"""

from __future__ import annotations

import re

from prendre_place.load.validation import validate_as
from prendre_place.load.yaml_reader import read_yaml
from prendre_place.model.front_matter import FrontMatter
from prendre_place.problems import Problem
from prendre_place.source_file import SourceFile

# As in `mkdocs.utils.meta`.
FENCED = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.{3})[ \t]*\n", re.DOTALL)


def check_front_matter(page: SourceFile) -> list[Problem]:
    """Every fault of what the page says of itself."""
    fenced = FENCED.match(page.text)
    if not fenced:
        return [_absent(page)]
    # An empty line in the place of the first dashes: lines count from the top of the page.
    document, problems = read_yaml(SourceFile(page.path, f"\n{fenced[1]}"))
    return [*problems, *(validate_as(FrontMatter, document)[1] if document else [])]


def _absent(page: SourceFile) -> Problem:
    found = "la page ne commence pas par son titre et sa description"
    expected = "« --- », « title: … », « description: … », puis « --- », chacun sur sa ligne"
    return Problem(page.path, 1, 1, "en-tete-absent", found, expected=expected)
