"""The search answers what visitors type, on the real corpus, by the page's own engine."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from hashlib import sha256

import pytest
import yaml
from playwright.sync_api import Browser, Page

from prendre_place.corpus import Corpus, sort_key
from prendre_place.hook import handwritten_page
from prendre_place.load.project import load
from prendre_place.pages.bibliography_pages import bibliography_pages
from prendre_place.pages.index_pages import index_pages
from prendre_place.pages.writer import Writer
from prendre_place.search.documents import documents
from prendre_place.search.parts import index_files
from prendre_place.search.words import SHORT, stem, words
from tests.conftest import ROOT
from tests.navigateur.conftest import serving

QUERIES = ROOT / "tests" / "navigateur" / "requetes.yml"
# Pages that answer each query, best first.
ASK = """async (queries) => {
  const { Engine } = await import("./assets/recherche/moteur.js");
  const engine = await Engine.open();
  const answers = [];
  for (const query of queries) {
    const found = (await engine.find(query)).slice(0, 6);
    const cards = await Promise.all(found.map((one) => engine.card(one)));
    answers.push(cards.map(({ url }) => new URL(url).pathname.replace(/^[/]|[/]$/g, "")));
  }
  return answers;
}"""
STEMS = """async (text) => {
  const { stem, words } = await import("./assets/recherche/mots.js");
  return words(text).map((word) => [word, stem(word)]);
}"""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    corpus = load(ROOT).corpus
    assert corpus is not None
    return corpus


@pytest.fixture(scope="module")
def real(
    corpus: Corpus, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Page]:
    """A blank page beside the index of the real corpus."""
    web = tmp_path_factory.mktemp("recherche")
    shutil.copytree(ROOT / "docs" / "assets", web / "assets")
    (web / "index.html").write_text("<!doctype html><title>Recherche</title>", encoding="utf-8")
    writer = Writer(corpus, {})
    pages = [make() for _, make in (*index_pages(writer), *bibliography_pages(writer))]
    pages += map(handwritten_page, corpus.handwritten)
    for path, text in index_files(documents(corpus, pages)):
        (web / path).parent.mkdir(parents=True, exist_ok=True)
        (web / path).write_text(text, encoding="utf-8")
    with serving(web) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


def ranks(page: Page, asked: list[tuple[str, set[str]]]) -> list[tuple[int, str, list[str]]]:
    """Rank (0: absent) of the first good page of each query, with the pages that came."""
    answers = page.evaluate(ASK, [query for query, _ in asked])
    found = []
    for (query, good), pages in zip(asked, answers, strict=True):
        rank = next((at for at, one in enumerate(pages, 1) if one.split("#")[0] in good), 0)
        found.append((rank, query, pages[:3]))
    return found


def shares(found: list[tuple[int, str, list[str]]]) -> tuple[float, float]:
    """Shares of queries whose good page is first, and in the first three."""
    first = sum(rank == 1 for rank, *_ in found)
    three = sum(1 <= rank <= 3 for rank, *_ in found)
    return first / len(found), three / len(found)


def test_what_visitors_type_leads_to_the_right_page(real: Page) -> None:
    written = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    found = {name: ranks(real, [asked(query) for query in written[name]]) for name in written}
    every = [one for listed in found.values() for one in listed]
    told = [summary(name, listed) for name, listed in [*found.items(), ("toutes", every)]]
    missed = [f"{rank or '–'} {query} → {', '.join(p)}" for rank, query, p in every if rank != 1]
    print("\n".join([*told, *missed]))
    first, three = shares(every)
    assert (first >= 0.95, three >= 0.99) == (True, True), "\n".join([*told, *missed])


def asked(query: dict[str, str | list[str]]) -> tuple[str, set[str]]:
    """A query of the list, and the pages that answer it."""
    good = query["page"]
    return str(query["q"]), {good} if isinstance(good, str) else set(good)


def summary(name: str, found: list[tuple[int, str, list[str]]]) -> str:
    first, three = shares(found)
    return f"{name} : {len(found)} requêtes, {first:.1%} en premier, {three:.1%} dans les trois"


def test_names_typed_with_a_mistake_lead_to_their_entry(real: Page, corpus: Corpus) -> None:
    chance = random.Random(1)
    mistyped = [
        (mistaken(entry.title, chance), {corpus.address(entry.id).rstrip("/")})
        for entry in corpus.entries.values()
        if entry.statut != "retire" and max(map(len, entry.title.split())) > 5
    ]
    first, three = shares(ranks(real, mistyped))
    assert (first >= 0.95, three >= 0.99) == (True, True), (first, three)


def test_a_word_said_for_short_answers_like_the_whole_word(real: Page) -> None:
    short = {word: whole for word, whole in SHORT.items() if word != "jobs"}
    assert real.evaluate(ASK, list(short)) == real.evaluate(ASK, list(short.values()))


def test_a_word_said_for_short_that_is_a_name_stays_a_name(real: Page) -> None:
    [[first, *_]] = real.evaluate(ASK, ["baraka jobs valenciennes"])
    assert first == "organisations/la-barakajobs"


def test_the_first_letters_of_a_word_lead_to_what_the_site_says_most(real: Page) -> None:
    typed = {
        "terr": "glossaire/territoire",
        "gouv": "glossaire/gouvernance",
        "coop": "glossaire/cooperation",
        "économie soc": "glossaire/ess",
        "zero cho": "glossaire/tzcld",
    }
    answers = real.evaluate(ASK, list(typed))
    assert {word: found[0] for word, found in zip(typed, answers, strict=True)} == typed


def mistaken(name: str, chance: random.Random) -> str:
    """The name without accents, its longest word with a letter doubled, left out or swapped."""
    words = sort_key(name).split()
    word = max(words, key=len)
    at = chance.randrange(1, len(word) - 1)
    wrong = chance.choice(
        [
            word[:at] + word[at - 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return " ".join(wrong if one == word else one for one in words)


def test_every_name_typed_without_accents_leads_to_its_entry(real: Page, corpus: Corpus) -> None:
    named = [
        (sort_key(name), {corpus.address(entry.id).rstrip("/")})
        for entry in corpus.entries.values()
        if entry.statut != "retire"
        for name in (entry.title, *([entry.acronym] if entry.acronym else []), *entry.variantes)
    ]
    first, three = shares(ranks(real, named))
    assert (first >= 0.9, three >= 0.99) == (True, True), (first, three)


def test_the_browser_and_the_build_cut_every_word_of_the_site_alike(
    real: Page, corpus: Corpus
) -> None:
    texts = (
        text
        for one in documents(corpus, [])
        for text in (one.title, one.plain, *one.names, *one.authors, *one.text)
    )
    every = " ".join(sorted({piece for text in texts for piece in text.split()}))
    ours = [[word, stem(word)] for word in words(every)]
    assert len(ours) > 10_000
    assert real.evaluate(STEMS, every) == ours


def test_vendored_libraries_are_those_that_are_named() -> None:
    for folder in (ROOT / "docs/assets/vendor", ROOT / "tests/navigateur/vendor"):
        said = next(folder.glob("README.*")).read_text(encoding="utf-8")
        for library in folder.glob("*.js"):
            assert library.name in said
            assert sha256(library.read_bytes()).hexdigest() in said, library.name
