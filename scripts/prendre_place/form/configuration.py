"""The configuration of the form, for Sveltia CMS and for Decap CMS, from the models.

Both read the same one, but for the way an entry is named. A list of choices that many
fields share is named in them, and written once.
https://sveltiacms.app/en/docs, https://decapcms.org/docs/configuration-options/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from prendre_place.corpus import Corpus
from prendre_place.form.backend import backend, hosts
from prendre_place.form.choices import choices
from prendre_place.form.fields import UNSHOWN, Widget, fields
from prendre_place.kinds import ENQUIRY_PAGES, KINDS, Kind
from prendre_place.model.values import ID_PATTERN, MEANINGS
from prendre_place.schemas import schema_of, source_kinds

# How the form reads and writes a file: `redaction/source/format.js`.
FORMAT = "prendre-place"
# The files without an entry that the form offers, by the names of their schemas.
LISTS = ("sigles", "mots-etrangers")
TITLES = ("terme", "titre", "nom")
# What a new entry holds already; the form puts the day where `{{today}}` stands.
FIRST_VALUES: dict[str, Any] = {
    "statut": "brouillon",
    "version": 1,
    "historique": [{"version": 1, "date": "{{today}}", "note": "Première rédaction."}],
}


def sveltia_configuration(corpus: Corpus) -> str:
    """The JSON file that the form reads."""
    config = {
        "app_title": f"Rédaction – {corpus.publication.titre}",
        "logo": {"src": "../assets/favicon.svg"},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        **_shared(corpus),
        "collections": list(_collections(by_slug=True)),
    }
    return _with_choices(config, corpus)


def decap_configuration(corpus: Corpus) -> str:
    """The same for Decap CMS, whose page loads it by `decap.js`."""
    collections = list(_collections(by_slug=False))
    return _with_choices({"locale": "fr", **_shared(corpus), "collections": collections}, corpus)


def _with_choices(config: Widget, corpus: Corpus) -> str:
    """A configuration, the lists of choices that its fields name, the hosts it may ask."""
    whole = {"config": config, "choices": choices(corpus), "hosts": hosts(corpus.publication)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _shared(corpus: Corpus) -> dict[str, Any]:
    return {
        "backend": backend(corpus.publication),
        "site_url": corpus.publication.adresse,
        "show_preview_links": False,
        "media_folder": "docs/assets/images",
        "public_folder": "/assets/images",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
    }


def _collections(by_slug: bool) -> Iterator[Widget]:
    """A collection for each kind: a folder where entries can be added, else its files."""
    for kind in KINDS.values():
        shared: Widget = {"name": kind.folder, "label": kind.plural, "format": FORMAT}
        model = kind.model_for("")
        if kind.word and model:
            yield {**shared, "extension": "yml", **_folder(kind, by_slug)}
        else:
            yield {**shared, "files": list(_files(kind))}
    yield {"name": "listes", "label": "Listes de mots", "files": list(_lists())}


def _folder(kind: Kind, by_slug: bool) -> Widget:
    model = kind.model_for("")
    assert model is not None
    title = next(name for name in TITLES if name in model.model_fields)
    shown = fields(schema_of(model), UNSHOWN if by_slug else frozenset())
    return {
        "label_singular": kind.singular,
        "folder": kind.folder,
        "create": True,
        "delete": False,  # a published address stays: « statut: retire » says it
        "identifier_field": title if by_slug else "id",
        "summary": f"{{{{{title}}}}}",
        "slug": _slug(title) if by_slug else "{{fields.id}}",
        "sortable_fields": [title],
        "fields": [_with_first_value(widget) for widget in shown],
    }


def _slug(title: str) -> Widget:
    return {
        "template": f"{{{{{title}}}}}",
        "editable": ["create"],
        "hint": "L’id de l’entrée : son nom permanent et son adresse. Il ne change plus.",
        "pattern": [ID_PATTERN, f"Attendu : {MEANINGS[ID_PATTERN]}."],
    }


def _files(kind: Kind) -> Iterator[Widget]:
    models = {kind.section: model} if (model := kind.model_for("")) else ENQUIRY_PAGES
    for name, page in models.items():
        yield {
            "name": name,
            "label": kind.plural if name == kind.section else name.replace("-", " ").capitalize(),
            "file": f"{kind.folder}/{name}.yml",
            "format": FORMAT,
            "fields": fields(schema_of(page), UNSHOWN),
        }


def _lists() -> Iterator[Widget]:
    """Each in a format of its own: the texts of files are known by ids, and these have none."""
    for kind in source_kinds():
        if kind.name in LISTS:
            yield {
                "name": kind.name,
                "label": kind.title,
                "file": kind.files,
                "format": f"{FORMAT}-{kind.name}",
                "fields": fields(kind.schema),
            }


def _with_first_value(widget: Widget) -> Widget:
    name = widget["name"]
    return {**widget, "default": FIRST_VALUES[name]} if name in FIRST_VALUES else widget
