"""The real site: built and checked like any other, and true to its own rules."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from prendre_place.build import build_site
from prendre_place.corpus import sort_key
from prendre_place.kinds import KINDS
from prendre_place.load.project import load
from prendre_place.model.organisation import Organisation
from prendre_place.reporters import as_text
from tests.conftest import ROOT

FOLDERS = [*KINDS, "docs", "theme", "scripts"]
LISTS = ("mkdocs", "publication", "sigles", "mots-etrangers", "carte", "redirections")
YAML = [f"{name}.yml" for name in LISTS]
FILES = ["bibliography.bib", *YAML]
PUBLISHED = [name for name in ("registre", "versions") if (ROOT / name).is_dir()]
SOURCES = [*FOLDERS, *FILES, *PUBLISHED]
COPY_FINDER = ROOT.parent / "shared" / "outils" / "recopie.py"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real sources, so that the working folder is left alone."""
    folder = tmp_path_factory.mktemp("reel")
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    return folder


def test_the_real_site_builds_without_a_single_problem(real: Path) -> None:
    outcome = build_site(real)
    assert as_text(outcome.problems) == "Aucun problème."
    assert outcome.site is not None
    assert (real / "site/glossaire/ptce/index.html").is_file()


def test_a_glossary_entry_weighs_less_than_42_kb_of_html(real: Path) -> None:
    heavy = {
        page.parent.name: size
        for page in (real / "site/glossaire").glob("*/index.html")
        if page.parent.name not in KINDS["glossary"].reserved
        and (size := page.stat().st_size) >= 42_000
    }
    assert heavy == {}


def test_foreign_words_and_titles_bear_their_language(real: Path) -> None:
    concept = (real / "site/notions/cooperations-territoriales/index.html").read_text("utf-8")
    assert '<span lang="la">cum operari</span>' in concept
    work = (real / "site/bibliographie/ostrom1990governing/index.html").read_text("utf-8")
    body = work.partition("</head>")[2]
    title = "Governing the Commons. The Evolution of Institutions for Collective Action"
    # The breadcrumb, the heading, the reference.
    assert body.count(title) == body.count(f'<span lang="en">{title}</span>') == 3


def test_no_sentence_is_carried_over_from_the_corpus() -> None:
    if not COPY_FINDER.is_file():
        pytest.skip("le corpus n’est pas à côté du projet : recopies non cherchées")
    sources = [ROOT / name for name in (*KINDS, "docs")]
    done = subprocess.run(
        [sys.executable, COPY_FINDER, *sources, "--bib", ROOT / "bibliography.bib"],
        capture_output=True,
        text=True,
        check=False,
    )
    runs = re.findall(r"^(.+?): \d+ words: (.*)$", done.stdout, flags=re.MULTILINE)
    assert done.returncode in (0, 1), done.stderr
    assert [(place, run) for place, run in runs if not _is_a_name(run)] == []


def _is_a_name(run: str) -> bool:
    """Official names of organisations are the same words everywhere."""
    corpus = load(ROOT).corpus
    assert corpus is not None
    names = [
        name
        for entry in corpus.entries.values()
        if isinstance(entry, Organisation)
        for name in (entry.nom, *entry.variantes)
    ]
    return any(run in " ".join(re.findall(r"[0-9a-z]+", sort_key(name))) for name in names)


@pytest.mark.parametrize("guide", ["README.md", "docs/contribuer/ma-premiere-definition.md"])
def test_the_example_of_the_guide_is_a_sound_entry(guide: str, real: Path, tmp_path: Path) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(id: friche .*?|id: friche\n.*?)```", text, flags=re.DOTALL)
    assert example is not None
    project = shutil.copytree(
        real, tmp_path / "projet", ignore=shutil.ignore_patterns("site", ".*")
    )
    (project / "glossary" / "friche.yml").write_text(example[1], encoding="utf-8")
    assert as_text(load(project).problems) == "Aucun problème."
