"""One page for any tool."""

from __future__ import annotations

import pytest

from prendre_place.portable.markdown import own_folder, portable

FILES = {"glossaire/friche.md", "glossaire/friche.bib", "glossaire/index.md", "index.md"}


def body(markdown: str, path: str = "glossaire/friche.md") -> str:
    return portable(path, markdown, {}, FILES).removeprefix("---\n\n---\n\n")


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("index.md", "index.md"),
        ("glossaire/index.md", "glossaire/index.md"),
        ("glossaire/friche.md", "glossaire/friche/index.md"),
        ("glossaire/friche.bib", "glossaire/friche.bib"),
    ],
)
def test_each_page_has_a_folder_of_its_own(path: str, own: str) -> None:
    assert own_folder(path) == own


@pytest.mark.parametrize(
    ("path", "written", "moved"),
    [
        ("glossaire/friche.md", "[a](index.md)", "[a](../index.md)"),
        ("glossaire/friche.md", "[a](../index.md#b)", "[a](../../index.md#b)"),
        ("glossaire/friche.md", "[a](friche.bib)", "[a](../friche.bib)"),
        ("glossaire/index.md", "[a](friche.md)", "[a](friche/index.md)"),
        ("index.md", '![a](glossaire/friche.bib "b")', '![a](glossaire/friche.bib "b")'),
        # The page itself: a bare `index.md` is no address for Zensical 0.0.60.
        ("glossaire/friche.md", "[a](friche.md)", "[a](./index.md)"),
    ],
)
def test_a_link_leads_to_the_same_file_from_there(path: str, written: str, moved: str) -> None:
    assert body(written, path) == moved


@pytest.mark.parametrize(
    "text",
    [
        "[a](#b)",
        "[a](https://exemple.fr/friche.md)",
        "[a](absente.md)",
        '<a href="../friche/">',
        "`a](b`",
    ],
)
def test_what_is_no_link_to_a_file_stays_as_it_is(text: str) -> None:
    assert body(text) == text


def test_the_front_matter_is_that_of_the_page() -> None:
    meta = {"title": "L’été : « là »", "prev": {"address": "a/"}, "hide": ["toc"]}
    assert portable("index.md", "# L’été\n", meta, FILES) == (
        '---\ntitle: "L’été : « là »"\nprev: {"address": "a/"}\nhide: ["toc"]\n---\n\n# L’été\n'
    )


TABLE = "| a | b |\n| --- | --- |\n| c | d |\n"
FRAMED = (
    '<section class="tableau" tabindex="0" aria-label="{}" markdown="1">\n\n'
    f"{TABLE}\n</section>\n"
)


def test_a_table_is_in_a_frame_with_the_name_of_its_part() -> None:
    marked = "## Les *deux* [lieux](x.md) { #lieux }\n\n"
    assert body(f"{marked}{TABLE}\nPuis :\n\n{TABLE}") == (
        f"{marked}{FRAMED.format('Les deux lieux')}\nPuis :\n\n"
        f"{FRAMED.format('Les deux lieux, tableau 2')}"
    )


def test_a_table_shown_as_an_example_has_no_frame() -> None:
    example = f"```markdown\n## Titre\n\n{TABLE}```\n"
    assert body(f"{example}\n{TABLE}") == f"{example}\n{FRAMED.format('Tableau')}"
