"""What heads tell machines: Zotero, search engines, social networks.

The context of schema.org is not fetched: a stand-in names its vocabulary, which is all
that its published context does for the terms used here.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html
from pyld import jsonld

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.pages.page import Page
from prendre_place.pages.schema_org import json_ld
from prendre_place.pages.site_pages import site_pages
from tests.conftest import copy_project
from tests.pages.test_site_pages import cited

URL = "https://val.invalid/savoir/"
CONTEXT = {"@context": {"@vocab": "https://schema.org/"}}


def stand_in(url: str, _: object) -> dict[str, Any]:
    assert url == "https://schema.org"
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def pages_of(corpus: Corpus) -> dict[str, Page]:
    return {page.path: page for page in site_pages(corpus, cited(corpus))}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    corpus = load(copy_project(tmp_path_factory.mktemp("entetes"))).corpus
    assert corpus is not None
    return pages_of(corpus)


@pytest.fixture(scope="module")
def real_pages(real_corpus: Corpus) -> dict[str, Page]:
    return pages_of(real_corpus)


def head(page: Page) -> html.HtmlElement:
    return html.fragment_fromstring(page.head, create_parent="head")


def metas(page: Page) -> list[tuple[str, str]]:
    """`(name, content)` of each meta tag; a `z:` property is a name like the others."""
    return [(m.get("name") or m.get("property"), m.get("content")) for m in head(page).iter("meta")]


def links(page: Page, relation: str) -> list[tuple[str | None, str]]:
    """`(type, address)` of the links that bear a relation."""
    found = [link for link in head(page).iter("link") if relation in link.get("rel").split()]
    return [(link.get("type"), link.get("href")) for link in found]


def graph(page: Page) -> list[dict[str, Any]]:
    (script,) = head(page).iter("script")
    return list(json.loads(script.text)["@graph"])


def normal(value: Any) -> list[Any]:
    """Lists of one and single values are the same in JSON-LD; order is not told."""
    values = value if isinstance(value, list) else [value]
    plain = [
        {key: normal(inner) for key, inner in item.items()} if isinstance(item, dict) else item
        for item in values
    ]
    return sorted(plain, key=lambda item: json.dumps(item, sort_keys=True))


def assert_nothing_is_lost(page: Page) -> None:
    written = {"@context": "https://schema.org", "@graph": graph(page)}
    options = {"documentLoader": stand_in}
    expanded = jsonld.expand(written, options)
    again = jsonld.compact(expanded, CONTEXT["@context"], {**options, "graph": True})
    assert normal(again["@graph"]) == normal(written["@graph"]), page.path


def test_json_ld_expands_without_loss(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert_nothing_is_lost(page)


def test_real_json_ld_expands_without_loss(real_pages: dict[str, Page]) -> None:
    for page in list(real_pages.values())[::12]:
        assert_nothing_is_lost(page)


def test_each_page_says_where_it_is(real_pages: dict[str, Page]) -> None:
    for page in real_pages.values():
        described, trail = graph(page)
        assert trail["@type"] == "BreadcrumbList"
        steps = trail["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[-1]["item"] == described["url"] == described["@id"]
        assert all(step["name"] for step in steps)
        for step in steps[:-1]:
            assert described["url"].startswith(step["item"])


def test_no_tag_of_a_head_is_empty_or_twice(real_pages: dict[str, Page]) -> None:
    for page in real_pages.values():
        names = [name for name, _ in metas(page)]
        assert len(set(names)) == len(names), page.path
        assert all(content for _, content in metas(page)), page.path
        addresses = [(link.get("rel"), link.get("href")) for link in head(page).iter("link")]
        assert len(set(addresses)) == len(addresses), page.path
        allowed = {"head", "meta", "link", "script"}
        assert {element.tag for element in head(page).iter()} <= allowed


def test_a_term_is_a_dictionary_entry_for_zotero(pages: dict[str, Page]) -> None:
    assert metas(pages["glossaire/commun.md"]) == [
        ("DC.title", "Commun"),
        ("DC.creator", "Chaire du Val,"),
        ("DC.date", "2026-01-15"),
        ("DC.publisher", "Chaire du Val"),
        ("DC.language", "fr-FR"),
        ("DC.rights", "Creative Commons Attribution 4.0 International"),
        ("DC.identifier", f"{URL}glossaire/commun/"),
        (
            "DCTERMS.abstract",
            "Une chose que personne ne possède seul et dont un groupe prend soin en suivant "
            "des règles qu’il se donne.",
        ),
        ("z:itemType", "dictionaryEntry"),
        ("z:dictionaryTitle", "Le savoir du Val"),
        ("z:edition", "version 2"),
    ]


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (
            "preconisations/ouvrir-la-grille.md",
            {
                "z:itemType": "report",
                "z:reportType": "Préconisation",
                "z:institution": "Chaire du Val",
            },
        ),
        (
            "terrains/jardin-du-val.md",
            {
                "z:itemType": "webpage",
                "z:websiteTitle": "Le savoir du Val",
                "z:websiteType": "Terrain",
            },
        ),
    ],
)
def test_zotero_knows_each_kind_of_page(
    path: str, wanted: dict[str, str], pages: dict[str, Page]
) -> None:
    assert {n: c for n, c in metas(pages[path]) if n.startswith("z:")} == wanted


def test_an_entry_leads_to_its_other_faces(pages: dict[str, Page]) -> None:
    assert links(pages["glossaire/commun.md"], "alternate") == [
        ("application/x-bibtex", "../commun.bib"),
        ("application/x-research-info-systems", "../commun.ris"),
        ("application/json", "../commun.json"),
        ("text/turtle", "../commun.ttl"),
        ("application/yaml", "../commun.yml"),
    ]
    assert links(pages["enquete/index.md"], "alternate")[0][1] == "enquete.bib"
    assert links(pages["glossaire/commun.md"], "cite-as") == [(None, f"{URL}glossaire/commun/")]
    licence = "https://creativecommons.org/licenses/by/4.0/deed.fr"
    assert links(pages["glossaire/commun.md"], "license") == [(None, licence)]


def test_zotero_finds_one_work_on_the_page_of_a_reference(pages: dict[str, Page]) -> None:
    page = pages["bibliographie/durand2010voisins.md"]
    server = f"{URL}bibliographie/durand2010voisins.rdf"
    assert links(page, "unapi-server") == [("application/xml", server)]
    assert 'class="unapi-id" title="durand2010voisins"' in page.body
    assert metas(page) == []  # nothing says that the page itself is the work


def test_zotero_finds_every_work_on_the_page_of_the_bibliography(pages: dict[str, Page]) -> None:
    page = pages["bibliographie/index.md"]
    assert links(page, "unapi-server") == [("application/xml", f"{URL}donnees/bibliographie.rdf")]
    assert page.body.count('class="unapi-id"') == 1


def test_only_the_bibliography_speaks_of_works_to_zotero(pages: dict[str, Page]) -> None:
    # A work that an entry cites would take the place of the entry.
    speaking = [path for path, page in pages.items() if "unapi" in page.head + page.body]
    assert {path.split("/")[0] for path in speaking} == {"bibliographie"}


def test_a_reference_describes_its_work(pages: dict[str, Page]) -> None:
    described = graph(pages["bibliographie/durand2010voisins.md"])[0]
    assert described["@type"] == "ItemPage"
    assert described["mainEntity"] == {
        "@type": "ScholarlyArticle",
        "name": "Voisins et voisines",
        "author": [
            {
                "@type": "Person",
                "name": "Chloé Durand",
                "familyName": "Durand",
                "givenName": "Chloé",
            }
        ],
        "editor": [
            {
                "@type": "Person",
                "name": "Denis Simon",
                "familyName": "Simon",
                "givenName": "Denis",
            }
        ],
        "datePublished": "2010",
        "pagination": "12--34",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {"@type": "Periodical", "name": "Revue du Val"},
        },
        "inLanguage": "fr",
    }


def test_the_glossary_is_a_set_of_terms(pages: dict[str, Page]) -> None:
    described = graph(pages["glossaire/index.md"])[0]
    assert described["@type"] == "DefinedTermSet"
    assert described["hasDefinedTerm"] == [
        {"@id": f"{URL}glossaire/{term}/"} for term in ("commun", "friche", "jardin-partage")
    ]
    term = graph(pages["glossaire/jardin-partage.md"])[0]
    assert term["@type"] == "DefinedTerm"
    assert term["termCode"] == "jardin-partage"
    assert term["alternateName"] == ["JP"]  # a plural is no other name
    assert term["inDefinedTermSet"]["@id"] == described["@id"]
    assert term["inDefinedTermSet"]["name"] == described["name"]


def test_no_text_ends_the_block_of_data() -> None:
    block = json_ld({"name": "</script><script>alert('&')</script>"})
    script = html.fragment_fromstring(block)
    assert json.loads(script.text)["@graph"][0]["name"] == "</script><script>alert('&')</script>"
