"""Every file of the form, by its path on the site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader

from prendre_place.corpus import Corpus
from prendre_place.form.backend import policy
from prendre_place.form.configuration import decap_configuration, sveltia_configuration

FOLDER = "redaction"
# Made by `make formulaire` from the packages that `redaction/package-lock.json` locks.
BUNDLE = Path(__file__).parent / "bundle"


def form_files(corpus: Corpus) -> Iterator[tuple[str, str | bytes]]:
    """`(path, content)` of the page, of its configurations, and of what they need."""
    yield f"{FOLDER}/index.html", _page(corpus)
    yield f"{FOLDER}/config.json", sveltia_configuration(corpus)
    yield f"{FOLDER}/decap.json", decap_configuration(corpus)
    for file in sorted(BUNDLE.rglob("*")):
        if file.is_file():
            yield f"{FOLDER}/{file.relative_to(BUNDLE).as_posix()}", file.read_bytes()


def is_online(corpus: Corpus) -> bool:
    """Whether the built site has the form; a preview always does."""
    forge = corpus.publication.forge
    return forge is not None and forge.formulaire


def _page(corpus: Corpus) -> str:
    environment = Environment(
        loader=PackageLoader("prendre_place", "form"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    publication = corpus.publication
    return environment.get_template("page.html.j2").render(
        publication=publication, policy=policy(publication)
    )
