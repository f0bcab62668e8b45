"""Tables as they are handed to ears and to fingers."""

from __future__ import annotations

from markdown import Markdown

TABLE = "| Logique | Val |\n| --- | --- |\n| **Aide** | Oui |\n| Entraide **vive** | Non |\n"


def html(text: str) -> str:
    return Markdown(extensions=["tables", "prendre_place.pages.tables"]).convert(text)


def test_columns_and_rows_in_bold_are_headings_of_their_cells() -> None:
    shown = html(TABLE)
    assert '<th scope="col">Logique</th>' in shown
    assert '<th scope="row"><strong>Aide</strong></th>' in shown
    assert "<td>Entraide <strong>vive</strong></td>" in shown


def test_a_table_bears_the_name_of_its_part_and_the_keyboard_reaches_it() -> None:
    shown = html(f"## Les logiques\n\n{TABLE}")
    assert '<section aria-label="Les logiques" class="tableau" tabindex="0">' in shown
    assert '<table aria-label="Les logiques">' in shown


def test_two_tables_of_one_part_have_two_names() -> None:
    shown = html(f"## Les logiques\n\n{TABLE}\n\n> Autre\n\n{TABLE}\n\n## Ailleurs\n\n{TABLE}")
    names = [line.split('"')[1] for line in shown.splitlines() if "<section" in line]
    assert names == ["Les logiques", "Les logiques, tableau 2", "Ailleurs"]
