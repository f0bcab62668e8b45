"""Former addresses lead on, without a server and without a script."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from tests.conftest import ROOT


def corpus_of(project: Path) -> Corpus:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


def check_rule(rule_page: Path, target: str) -> None:
    page = html.parse(rule_page).getroot()
    [refresh] = page.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == f"0; url={target}"
    assert page.xpath("//a/@href") == [target]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_former_address_leads_on_by_itself_or_by_its_link(built: Path) -> None:
    file = built / "site/glossaire/friche-industrielle/index.html"
    check_rule(file, "../friche/")
    page = html.parse(file).getroot()
    canonical = "https://val.invalid/savoir/glossaire/friche/"
    assert page.xpath("//link[@rel='canonical']/@href") == [canonical]
    assert "Le terme est plus large que l’industrie." in page.text_content()


def test_every_rule_of_both_projects_leads_to_an_address_of_the_site(built: Path) -> None:
    for rule in corpus_of(built).redirections:
        assert (built / "site" / rule.nouvelle.page / "index.html").is_file()
    corpus = corpus_of(ROOT)
    addresses = {corpus.address(entry_id) for entry_id in corpus.entries}
    followed = {rule.ancienne for rule in corpus.redirections}
    assert followed.isdisjoint(addresses)


def test_a_former_anchor_stands_where_its_text_is_now(built: Path) -> None:
    page = html.parse(built / "site/glossaire/commun/index.html").getroot()
    assert page.get_element_by_id("definition-courte").getparent().get("id") == "definition"


def test_the_files_of_an_entry_that_moved_are_at_both_addresses(built: Path) -> None:
    for suffix in ("bib", "ris", "yml"):
        old, new = (
            built / f"site/glossaire/{i}.{suffix}" for i in ("friche-industrielle", "friche")
        )
        assert old.read_bytes() == new.read_bytes()


def test_a_former_address_is_in_no_site_map(built: Path) -> None:
    assert "friche-industrielle" not in (built / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_former_id_still_names_its_entry_in_a_past_version(project: Path) -> None:
    kept = project / "versions/glossary/commun/v1.yml"
    text = kept.read_text(encoding="utf-8")
    kept.write_text(text.replace("[[friche]]", "[[friche-industrielle]]"), encoding="utf-8")
    loaded = load(project)
    assert loaded.problems == []
    assert loaded.corpus is not None
    assert loaded.corpus.renamed == {"friche-industrielle": "friche"}
