"""What changed between two versions, word by word."""

from __future__ import annotations

from pathlib import Path

from prendre_place.corpus import Corpus
from prendre_place.load.project import load
from prendre_place.model.entry import Entry
from prendre_place.model.values import CitedProse, Prose
from prendre_place.word_changes import FieldChange, Piece, changed_fields


def corpus_of(project: Path) -> Corpus:
    corpus = load(project).corpus
    assert corpus is not None
    return corpus


def changes(old: Entry, **new: object) -> list[FieldChange]:
    return list(changed_fields(old, old.model_copy(update=new), str))


def test_words_added_and_removed_are_told_apart(project: Path) -> None:
    entry = corpus_of(project).entries["friche"]
    assert changes(entry, definition=CitedProse("Un lieu vide [@durand2010voisins, p. 20].")) == [
        FieldChange(
            "Définition",
            (
                Piece("kept", "Un lieu"),
                Piece("removed", "sans usage"),
                Piece("added", "vide"),
                Piece("kept", "[@durand2010voisins, p. 20]."),
            ),
        )
    ]


def test_a_word_or_two_between_two_changes_is_part_of_them(project: Path) -> None:
    entry = corpus_of(project).entries["friche"]
    old = entry.model_copy(update={"definition": CitedProse("Un deux trois quatre cinq six.")})
    [change] = changes(old, definition=CitedProse("Un 2 trois 4 cinq six."))
    assert change.pieces == (
        Piece("kept", "Un"),
        Piece("removed", "deux trois quatre"),
        Piece("added", "2 trois 4"),
        Piece("kept", "cinq six."),
    )


def test_long_runs_of_kept_words_are_cut_around_the_changes(project: Path) -> None:
    entry = corpus_of(project).entries["friche"]
    words = [f"m{n}" for n in range(30)]
    old = entry.model_copy(update={"definition": CitedProse(" ".join(words))})
    [change] = changes(old, definition=CitedProse(" ".join([*words, "fin"])))
    kept = "[…] m22 m23 m24 m25 m26 m27 m28 m29"
    assert change.pieces == (Piece("kept", kept), Piece("added", "fin"))


def test_what_is_no_part_of_the_text_is_no_change(project: Path) -> None:
    entry = corpus_of(project).entries["friche"]
    assert changes(entry, variantes=("terrain vague",), liees=(), statut="publie", version=4) == []


def test_a_layout_that_changes_no_word_is_no_change(project: Path) -> None:
    entry = corpus_of(project).entries["friche"]
    assert changes(entry, en_clair=Prose(entry.en_clair.replace(" ", "\n"))) == []
