"""The form with its sources on GitHub: signed in by a token, a save is a commit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import copy_project
from tests.navigateur.forge import Commit, Forge
from tests.navigateur.redaction import Editor, form_of, signed_in


@pytest.fixture
def editor(browser: Browser, tmp_path: Path) -> Iterator[Editor]:
    project = copy_project(tmp_path / "projet")
    with (
        Forge("github") as forge,
        form_of(project, forge, "https://github.com/chaire/savoir") as address,
        signed_in(browser, address, forge) as editor,
    ):
        yield editor


def test_a_save_is_a_commit_of_the_line_that_changed(editor: Editor) -> None:
    before = editor.forge.texts["glossary/friche.yml"]
    for old, new in (("Friche", "Lande"), ("Lande", "Jachère")):
        editor.open("glossary/entries/friche")
        expect(editor.textbox("Terme")).to_have_value(old)
        editor.textbox("Terme").fill(new)
        editor.save()
    assert editor.forge.commits == [
        Commit(
            "Modifié : entrée du glossaire, friche",
            {"glossary/friche.yml": before.replace("terme: Friche", f"terme: {name}")},
        )
        for name in ("Lande", "Jachère")
    ]
    assert editor.asked == []
    assert editor.refused == []
