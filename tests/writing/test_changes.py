"""A change touches the characters it is asked to, and no other."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest

from prendre_place.kinds import KINDS
from prendre_place.load.project import load
from prendre_place.load.sources import Sources, read_sources
from prendre_place.reporters import as_text
from prendre_place.verify import verified
from prendre_place.writing.edits import EditRefusedError
from prendre_place.writing.relate import relate
from prendre_place.writing.rename import rename
from prendre_place.writing.uses import uses
from tests.conftest import ROOT


def snapshot(project: Path) -> dict[str, str]:
    files = (f for f in sorted(project.rglob("*")) if f.suffix in (".yml", ".md", ".bib"))
    return {f.relative_to(project).as_posix(): f.read_bytes().decode() for f in files}


def changed_lines(before: str, after: str) -> list[str]:
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    diff = list(difflib.unified_diff(*lines, n=0))[2:]
    return [line.rstrip("\n") for line in diff if not line.startswith("@@")]


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A copy of the real sources."""
    for name in (*KINDS, "docs"):
        ignored = shutil.ignore_patterns("assets")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    for name in ("bibliography.bib", "carte.yml", "sigles.yml", "publication.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_an_entry_is_renamed_everywhere_it_is_named(project: Path) -> None:
    page = project / "docs/a-propos.md"
    page.write_text(
        page.read_text(encoding="utf-8")
        + "\nVoir [[commun]], [ceci](glossaire/commun.md) et `[[commun]]`.\n",
        encoding="utf-8",
    )
    ledger = project / "registre" / "adresses.txt"
    ledger.parent.mkdir(exist_ok=True)
    ledger.write_text("glossaire/commun/ .bib #definition\nglossaire/commun/v1/\n", "utf-8")
    before = snapshot(project)
    done = rename(read_sources(project), "commun", "bien-commun")
    after = snapshot(project)
    assert done.redirects == [
        ("glossaire/commun/", "glossaire/bien-commun/"),
        ("glossaire/commun/v1/", "glossaire/bien-commun/v1/"),
    ]
    assert "versions/glossary/bien-commun/v1.yml" in after
    assert "nouvelle: glossaire/bien-commun/#definition" in after["redirections.yml"]
    assert "glossary/commun.yml" not in after
    assert changed_lines(before.pop("glossary/commun.yml"), after.pop(done.new_path)) == [
        "-id: commun",
        "+id: bien-commun",
    ]
    assert changed_lines(before["glossary/ancien-mot.yml"], after["glossary/ancien-mot.yml"]) == [
        "-  remplace_par: commun",
        "+  remplace_par: bien-commun",
    ]
    assert (
        "[[bien-commun]], [ceci](glossaire/bien-commun.md) et `[[commun]]`"
        in (after["docs/a-propos.md"])
    )
    assert as_text(verified(project).problems) == "Aucun problème."


def test_a_word_that_is_no_name_of_the_entry_is_left_alone(project: Path) -> None:
    file = project / "glossary/jardin-partage.yml"
    before = file.read_text(encoding="utf-8")
    rename(read_sources(project), "commun", "bien-commun")
    after = file.read_text(encoding="utf-8")
    assert "Voir aussi\n  le [[bien-commun|bien commun]]" in after
    assert after.count("mise en commun") == before.count("mise en commun") == 1


def test_renaming_a_much_cited_entry_there_and_back_gives_the_same_bytes(real: Path) -> None:
    before = snapshot(real)
    for entry_id in ("ptce", "toit-commun"):
        done = rename(read_sources(real), entry_id, f"{entry_id}-essai")
        assert len(done.places) > 50
        rename(read_sources(real), f"{entry_id}-essai", entry_id)
        assert snapshot(real) == before


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("comun", "x", "Aucune entrée n’a l’id « comun ». Vouliez-vous dire « commun » ?"),
        ("commun", "friche", "L’id « friche » est déjà celui de glossary/friche.yml"),
        ("commun", "jardiner", "L’id « jardiner » est déjà celui de concepts/jardiner.yml"),
        ("commun", "sigles", "« sigles » est déjà l’adresse d’une page du site."),
        ("commun", "Bien commun", "« Bien commun » n’est pas un id"),
        ("commun", "../x", "« ../x » n’est pas un id"),
        ("chiffres", "nombres", "« chiffres » est une page de l’enquête : son id ne change pas."),
    ],
)
def test_a_renaming_that_cannot_be_is_refused_with_its_reason(
    old: str, new: str, reason: str, project: Path
) -> None:
    before = snapshot(project)
    with pytest.raises(EditRefusedError) as refused:
        rename(read_sources(project), old, new)
    assert str(refused.value).startswith(reason)
    assert snapshot(project) == before


def test_nothing_is_renamed_while_a_file_cannot_be_read(project: Path) -> None:
    (project / "glossary/friche.yml").write_text("terme: [", encoding="utf-8")
    with pytest.raises(EditRefusedError) as refused:
        rename(read_sources(project), "commun", "bien-commun")
    assert str(refused.value) == (
        "glossary/friche.yml ne peut être lu : lancez « make verifier », corrigez, "
        "puis recommencez."
    )


def test_a_file_of_another_encoding_is_not_rewritten(project: Path) -> None:
    file = project / "glossary/ancien-mot.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = snapshot(project)
    with pytest.raises(EditRefusedError, match=r"glossary/ancien-mot\.yml n’est pas en UTF-8"):
        rename(read_sources(project), "commun", "bien-commun")
    assert snapshot(project) == before


def test_a_relation_is_one_line_more_in_every_real_file(real: Path) -> None:
    sources = read_sources(real)
    before = snapshot(real)
    target = next(iter(sources.entries))
    lines = {}
    for entry_id, document in sources.entries.items():
        if entry_id == target or "Déjà" in relate(sources, entry_id, target):
            continue
        after = (real / document.path).read_bytes().decode()
        lines[document.path] = changed_lines(before[document.path], after)
        (real / document.path).write_bytes(before[document.path].encode())
    assert len(lines) > 300
    for path, changed in lines.items():
        removed = [line for line in changed if line.startswith("-")]
        added = [line for line in changed if line.startswith("+")]
        block = removed == [] and added[-1].lstrip("+ ") == f"- {target}"
        flow = len(removed) == len(added) == 1 and f", {target}" in added[0]
        assert (block and len(added) <= 2) or flow, path


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("", "liees:\n  - jardiner\n"),
        ("liees:\n  - commun\n", "liees:\n  - commun\n  - jardiner\n"),
        ("liees:\n- commun # note\n", "liees:\n- commun # note\n- jardiner\n"),
        ("liees: [commun]\n", "liees: [commun, jardiner]\n"),
        ('liees: [\n  "commun", # note\n]\n', 'liees: [\n  "commun", jardiner, # note\n]\n'),
        ("liees:\n  - commun", "liees:\n  - commun\n  - jardiner"),
    ],
)
def test_a_relation_is_written_as_the_list_it_joins(
    listed: str, expected: str, project: Path
) -> None:
    commun = project / "glossary/commun.yml"
    sound = commun.read_text(encoding="utf-8").replace("liees:\n  - friche\n", "")
    commun.write_text(sound, encoding="utf-8")
    file = project / "glossary/friche.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + listed, encoding="utf-8")
    relate(read_sources(project), "friche", "jardiner")
    assert file.read_text(encoding="utf-8") == text + expected
    assert as_text(load(project).problems) == "Aucun problème."


def test_a_relation_that_exists_is_told_with_its_place(project: Path) -> None:
    before = snapshot(project)
    told = relate(read_sources(project), "friche", "commun")
    assert told == (
        "Déjà reliées : glossary/commun.yml:20, champ « liees › 1 ». Rien n’a été changé."
    )
    assert snapshot(project) == before


def test_a_relation_says_where_it_was_added(project: Path) -> None:
    told = relate(read_sources(project), "commun", "jardiner")
    assert told == "glossary/commun.yml:21 : « jardiner » ajouté à « liees »."
    told = relate(read_sources(project), "friche", "jardiner")
    assert told == "glossary/friche.yml:13 : « jardiner » ajouté à « liees »."


def test_an_entry_is_not_related_to_itself_nor_to_nothing(project: Path) -> None:
    for first, second in (("friche", "friche"), ("friche", "rien"), ("rien", "friche")):
        with pytest.raises(EditRefusedError):
            relate(read_sources(project), first, second)


def test_every_use_of_a_reference_is_told_with_its_line(project: Path) -> None:
    told = uses(read_sources(project), "lebrun1999")
    assert told == [
        "bibliography.bib:27 : Lebrun et al. (1999)",
        "glossary/ancien-mot.yml:13 : definition",
        "glossary/ancien-mot.yml:15 : sources › 1 › cle",
        "glossary/brouillon.yml:9 : definition",
        "glossary/brouillon.yml:11 : sources › 1 › cle",
        "glossary/jardin-partage.yml:30 : definitions_comparees › 1 › source › cle",
        "5 emplois dans 3 fichiers.",
    ]


def test_each_line_told_names_the_reference(real: Path) -> None:
    sources: Sources = read_sources(real)
    for key in list(sources.bibliography.references)[::25]:
        for line in uses(sources, key)[1:-1]:
            path, number, *_ = line.split(":")
            text = (real / path).read_text(encoding="utf-8").split("\n")[int(number) - 1]
            assert key in text


def test_an_unknown_reference_is_told_with_a_near_one(project: Path) -> None:
    with pytest.raises(EditRefusedError) as refused:
        uses(read_sources(project), "lebrun2000")
    assert str(refused.value) == (
        "Aucune source n’a la clé « lebrun2000 ». Vouliez-vous dire « lebrun1999 » ?"
    )
