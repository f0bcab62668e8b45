"""Every field of every file is explained on one page."""

from __future__ import annotations

from prendre_place.model.entry import Entry
from prendre_place.pages.fields import field_groups
from prendre_place.schemas import source_kinds

GROUPS = {group.anchor: group for group in field_groups()}


def test_each_kind_of_file_has_its_group() -> None:
    assert set(GROUPS) == {"toutes", *(kind.name for kind in source_kinds())}


def test_every_field_of_every_model_is_there_once() -> None:
    shared = set(Entry.model_fields)
    for kind in source_kinds():
        own = set(kind.model.model_fields) - (shared if issubclass(kind.model, Entry) else set())
        first = [row.name for row in GROUPS[kind.name].rows if "›" not in row.name]
        assert sorted(first) == sorted(own)


def test_a_row_says_what_a_field_holds_and_how() -> None:
    rows = {row.name: row for row in GROUPS["glossary"].rows}
    definition = rows["definition"]
    assert definition.title == "Définition"
    assert definition.form == "texte, avec au moins une citation et son lieu : `[@cle, lieu]`"
    assert definition.required
    assert rows["plus_large"].form == "liste : id d’un terme du glossaire"
    assert rows["usages › registre"].form == (
        "au choix : « courant », « savant », « militant », « juridique »"
    )
    assert rows["definitions_comparees › source"].form == (
        "« cle » et « lieu », comme dans « sources »"
    )
    assert not rows["sigle"].required


def test_marks_of_authors_are_shown_and_not_read() -> None:
    texts = [row.what + row.form for group in GROUPS.values() for row in group.rows]
    marked = [text for text in texts if "[[" in text or "[@" in text]
    assert marked
    assert all("`[" in text for text in marked)
