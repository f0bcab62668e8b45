"""Changes told: as text for a terminal, as Markdown for a comment on a proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from prendre_place.changes.kinds_of_change import Change, EntryRevised
from prendre_place.pages.environment import escaped
from prendre_place.pages.grouping import grouped
from prendre_place.word_changes import FieldChange

NOTHING = "Rien ne change pour les lecteurs et lectrices."
# Beyond it a comment is no longer read; the files of the proposal show the rest.
MOST_OF_A_KIND = 40


def as_text(changes: Sequence[Change]) -> str:
    """One block for each kind of change."""
    if not changes:
        return NOTHING
    return "\n\n".join(
        "\n".join([_heading(same), *_lines(same, "  - ", "      ", str, "[-{}-]", "{{+{}+}}")])
        for same in _by_heading(changes)
    )


def as_markdown(changes: Sequence[Change]) -> str:
    """A level-3 section for each kind of change."""
    if not changes:
        return NOTHING
    return "\n\n".join(
        "\n".join(
            [f"### {_heading(same)}", "", *_lines(same, "- ", "  - ", escaped, "~~{}~~", "**{}**")]
        )
        for same in _by_heading(changes)
    )


def _by_heading(changes: Iterable[Change]) -> list[list[Change]]:
    """Changes of one kind together, those that readers would suffer from first."""
    groups = grouped(changes, lambda change: change.heading)
    return sorted(groups.values(), key=lambda same: not same[0].breaks)


def _heading(same: Sequence[Change]) -> str:
    warning = "⚠ " if same[0].breaks else ""
    return f"{warning}{same[0].heading} ({len(same)})"


def _lines(
    same: Sequence[Change],
    bullet: str,
    below: str,
    safe: Callable[[str], str],
    removed: str,
    added: str,
) -> Iterable[str]:
    for change in same[:MOST_OF_A_KIND]:
        yield f"{bullet}{safe(change.explain())}"
        if isinstance(change, EntryRevised):
            for field in change.fields:
                yield f"{below}{safe(field.name)} : {_words(field, safe, removed, added)}"
    if len(same) > MOST_OF_A_KIND:
        yield f"{bullet}et {len(same) - MOST_OF_A_KIND} de plus"


def _words(field: FieldChange, safe: Callable[[str], str], removed: str, added: str) -> str:
    marks = {"kept": "{}", "removed": removed, "added": added}
    return " ".join(marks[piece.state].format(safe(piece.text)) for piece in field.pieces)
