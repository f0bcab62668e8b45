"""What VS Code shows to who writes, asked of its own YAML language server."""

from __future__ import annotations

import re

from prendre_place.schemas import source_kinds
from tests.conftest import EXAMPLES, ROOT
from tests.editeur.conftest import LanguageServer, read_as_the_editor
from tests.mistakes import MISTAKES
from tests.traps import REFUSED, TRAPS

SOUND = (EXAMPLES / "projet/glossary/friche.yml").read_text(encoding="utf-8")
MISSING = re.compile(r"1 : Champ obligatoire absent|\d+ : Attendu : un texte")


def test_every_source_of_the_site_is_sound_in_the_editor(editor: LanguageServer) -> None:
    paths = [
        file.relative_to(ROOT).as_posix()
        for kind in source_kinds()
        for file in sorted(ROOT.glob(kind.files))
    ]
    uris = [editor.open((ROOT / path).read_text("utf-8"), path) for path in paths]
    found = dict(zip(paths, editor.problems(*uris), strict=True))
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_each_usual_mistake_shows_the_message_of_the_table(editor: LanguageServer) -> None:
    uris = [editor.open(mistake.text) for mistake in MISTAKES]
    for mistake, found in zip(MISTAKES, editor.problems(*uris), strict=True):
        # After a fault of YAML the server takes the fields that follow for absent ones.
        echoes = [text for text in found if text not in mistake.editor and MISSING.match(text)]
        assert [text for text in found if text not in echoes] == mistake.editor, mistake.name
        assert not echoes or not mistake.editor[0].split(" : ")[1].startswith("Attendu")


def test_the_editor_reads_the_values_that_the_checks_read(editor: LanguageServer) -> None:
    texts = [f"terme: {typed}\nfin: x\n" for typed in TRAPS]
    for (typed, value), found in zip(TRAPS.items(), read_as_the_editor(texts), strict=True):
        if value is not REFUSED:
            read = found["value"]["terme"]
            assert (float("inf") if read == "Infinity" else read) == value, typed


def test_the_editor_underlines_what_the_checks_want_in_quotes(editor: LanguageServer) -> None:
    wanted = {typed: value for typed, value in TRAPS.items() if value is not REFUSED}
    uris = [editor.open(SOUND.replace("terme: Friche", f"terme: {typed}")) for typed in wanted]
    for (typed, value), found in zip(wanted.items(), editor.problems(*uris), strict=True):
        sound = isinstance(value, str) and bool(value.strip())
        assert (found == []) == sound, typed


def test_hovering_a_field_explains_it_in_french(editor: LanguageServer) -> None:
    assert editor.hover(SOUND, 3, 2) == (
        "#### En clair\n\n"
        "La première ligne que tout le monde lit : de 15 à 45 mots, sans sigle, sans nom "
        "d’auteur et sans mot savant.\n\n"
        "Exemple:\n\n```yaml\nUn terrain ou un bâtiment que plus personne n’utilise, et qui "
        "attend qu’on lui\ntrouve un nouvel emploi.\n```\n"
    )


def test_fields_not_yet_written_are_proposed(editor: LanguageServer) -> None:
    line = SOUND.count("\n")
    proposed = editor.completions(SOUND, line, 0)
    assert {"sigle", "variantes", "liees", "dans_l_enquete"} <= set(proposed)
    assert not {"terme", "domaine", "definition"} & set(proposed)


def test_the_values_of_a_closed_list_are_proposed(editor: LanguageServer) -> None:
    proposed = editor.completions("id: friche\nstatut: \n", 1, 8)
    assert set(proposed) == {"brouillon", "a-relire", "publie", "retire"}


def test_a_whole_source_is_proposed_under_its_dash(editor: LanguageServer) -> None:
    proposed = editor.completions("id: friche\nsources:\n  - \n", 2, 4)
    assert proposed["Sources : un élément"] == "cle: $1\n  lieu: $2\n  pour: $3"


def test_citation_keys_are_no_list_of_hundreds(editor: LanguageServer) -> None:
    assert len(editor.completions("id: friche\nsources:\n  - cle: \n", 2, 9)) <= 1
