from __future__ import annotations

import pytest
from lxml import etree

from prendre_place.corpus import Corpus
from prendre_place.exports.feed import MOST, day_of, feed
from tests.exports.conftest import Files

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(text: str) -> list[etree._Element]:
    return etree.fromstring(text.encode()).findall(f"{ATOM}entry")


def test_new_and_revised_entries_are_news_the_newest_first(invented: Corpus) -> None:
    found = entries(feed(invented))
    days = [e.findtext(f"{ATOM}updated") for e in found]
    assert days == sorted(days, reverse=True)
    commun = [e for e in found if "/commun/" in e.find(f"{ATOM}link").get("href")]
    assert [e.findtext(f"{ATOM}summary") for e in commun] == [
        "Version 2. Ajout d’une source.",
        "Nouveau. Première rédaction.",
    ]
    assert [e.findtext(f"{ATOM}updated") for e in commun] == [
        "2026-01-15T00:00:00Z",
        "2025-03-01T00:00:00Z",
    ]
    assert len({e.findtext(f"{ATOM}id") for e in found}) == len(found)


def test_neither_a_draft_nor_a_withdrawn_entry_is_news(invented: Corpus) -> None:
    text = feed(invented)
    assert "brouillon" not in text
    assert "ancien-mot" not in text


def test_the_feed_is_complete_as_atom_wants_it(real: Corpus, files: Files) -> None:
    root = etree.fromstring(files["flux.xml"].encode())
    assert root.tag == f"{ATOM}feed"
    for required in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{required}") is not None
    own = root.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert own.get("href") == real.publication.url("flux.xml")
    found = entries(files["flux.xml"])
    assert 0 < len(found) <= MOST
    for entry in found:
        for required in ("id", "title", "updated", "link", "summary"):
            assert entry.find(f"{ATOM}{required}") is not None


def test_a_site_without_entries_has_an_empty_feed(invented: Corpus) -> None:
    empty = Corpus({}, {}, {}, invented.publication)
    assert entries(feed(empty)) == []


def test_hostile_text_stays_text(invented: Corpus) -> None:
    entry = invented.entries["friche"]
    hostile = entry.model_copy(update={"terme": "<script>alert(1)</script> & ]]>"})
    corpus = Corpus(
        {**invented.entries, "friche": hostile},
        invented.references,
        invented.paths,
        invented.publication,
    )
    titles = [e.findtext(f"{ATOM}title") for e in entries(feed(corpus))]
    assert "<script>alert(1)</script> & ]]> – Glossaire" in titles


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2026", "2026-01-01"),
        ("2026-03", "2026-03-01"),
        ("2026-03-09", "2026-03-09"),
        ("2021/2023-05", "2023-05-01"),
    ],
)
def test_every_date_has_a_day(edtf: str, day: str) -> None:
    assert day_of(edtf) == day
