"""Words that changed between two versions, for a page: told by words, signs and colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from prendre_place import markup, places
from prendre_place.corpus import Corpus
from prendre_place.model.entry import Entry
from prendre_place.model.values import CitationKey, EntryId, Prose
from prendre_place.typography import french
from prendre_place.word_changes import FieldChange, Piece, changed_fields

# Where a template wants the changes; written after the links and the citations are.
CHANGES_HERE = "{changements}"
WRITTEN = {
    "kept": Markup("{}"),
    "removed": Markup(
        '<del><span class="hors-vue">[supprimé : </span>{}<span class="hors-vue">]</span></del>'
    ),
    "added": Markup(
        '<ins><span class="hors-vue">[ajouté : </span>{}<span class="hors-vue">]</span></ins>'
    ),
}


def changes_block(old: Entry, new: Entry, corpus: Corpus) -> str:
    """HTML of every field that differs, from `old` to `new`."""
    fields = list(changed_fields(old, new, readable(corpus)))
    if not fields:
        return "<p>Le texte est le même.</p>"
    return "\n".join(['<dl class="changements">', *_fields(fields), "</dl>"])


def readable(corpus: Corpus) -> Callable[[object], str]:
    """How a value of an entry reads in a comparison: names for keys and ids, no mark."""

    def name_of(entry_id: str) -> str:
        entry = corpus.entries.get(corpus.renamed.get(entry_id, entry_id))
        return entry.title if entry else entry_id

    def work(key: str) -> str:
        reference = corpus.references.get(key)
        return reference.short_name if reference else key

    def cited(citation: markup.Citation) -> str:
        works = (
            work(w.key) + (f", {places.readable(w.place)}" if w.place else "")
            for w in citation.works
        )
        return f"({' ; '.join(works)})"

    def shown(value: object) -> str:
        if isinstance(value, Prose):
            text = markup.replace_links(value, lambda link: link.label or name_of(link.id))
            return french(markup.replace_citations(text, cited))
        if isinstance(value, EntryId):
            return name_of(value)
        return work(value) if isinstance(value, CitationKey) else str(value)

    return shown


def _fields(fields: Iterable[FieldChange]) -> Iterable[Markup]:
    for change in fields:
        text = Markup(" ").join(map(_piece, change.pieces))
        yield Markup("<dt>{}</dt>\n<dd>{}</dd>").format(change.name, text)


def _piece(piece: Piece) -> Markup:
    return WRITTEN[piece.state].format(piece.text)
