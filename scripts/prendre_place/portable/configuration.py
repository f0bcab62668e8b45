"""What MkDocs and Zensical are told of the folder: `mkdocs.yml`, which both read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

import prendre_place
from prendre_place.portable.markdown import own_folder

MARK = "# Écrit par « prendre-place markdown »"
INTRODUCTION = f"""{MARK}, qui remplacera tout ce dossier s’il est lancé de nouveau.
# Rien ici n’a besoin du programme d’origine : voir LISEZ-MOI.md.

"""
GUIDE = """# {title}

Tout le site en Markdown, avec ses citations, son habillage et ses fichiers de données. Pour le construire dans `site/`, depuis ce dossier :

```sh
pip install zensical==0.0.60 && zensical build    # avec Zensical
pip install 'mkdocs<2' && mkdocs build            # ou avec MkDocs
```

Les pages sont dans `docs/`, l’habillage dans `theme/`. Les citations, les listes de références, les données et l’index de la recherche sont ceux du jour où ce dossier a été écrit.
"""  # noqa: E501 - one paragraph, one line: Markdown


def configuration(config: MkDocsConfig) -> str:
    """The text of `mkdocs.yml`: what the site is made with, less what only we can make."""
    told = {
        "site_name": config.site_name,
        "site_description": config.site_description,
        "site_author": config.site_author,
        "site_url": config.site_url,
        "theme": {
            "name": None,
            "language": "fr",
            "custom_dir": "theme",
            "static_templates": ["404.html"],
        },
        "extra_css": list(config.extra_css),
        "extra_javascript": [_script(script) for script in config.extra_javascript],
        "nav": _moved(config.nav),
        "validation": {"nav": {"omitted_files": "ignore"}},
        "plugins": [],
        "markdown_extensions": list(_extensions(config)),
        "extra": {
            "policy": config.extra["policy"],
            "publication": config.extra["publication"].model_dump(),
        },
    }
    plain = json.loads(json.dumps(told, ensure_ascii=False))  # of words with a source, words
    return INTRODUCTION + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False)


def guide(config: MkDocsConfig) -> str:
    """The text of `LISEZ-MOI.md`."""
    return GUIDE.format(title=config.site_name)


def _extensions(config: MkDocsConfig) -> Iterator[str | dict[str, Any]]:
    for name in config.markdown_extensions:
        if not name.startswith(prendre_place.__name__):
            options = config.mdx_configs.get(name)
            yield {name: options} if options else name


def _script(script: Any) -> dict[str, Any]:
    return {"path": script.path, "defer": script.defer}


def _moved(nav: Any) -> Any:
    """The navigation, each page in its own folder."""
    if isinstance(nav, list):
        return [_moved(item) for item in nav]
    if isinstance(nav, dict):
        return {title: _moved(item) for title, item in nav.items()}
    return own_folder(nav) if isinstance(nav, str) else nav
