"""Where the form reads and writes: the Git host of `publication.yml`, or a folder."""

from __future__ import annotations

from typing import Any

from prendre_place.model.publication import Forge, Publication, origin_of

COMMITS = {
    "create": "Nouveau : {{collection}}, {{slug}}",
    "update": "Modifié : {{collection}}, {{slug}}",
    "delete": "Supprimé : {{collection}}, {{slug}}",
    "uploadMedia": "Fichier ajouté : {{path}}",
    "deleteMedia": "Fichier supprimé : {{path}}",
}
# Sveltia CMS opens a folder only beside a Git host: this one is never asked anything.
FOLDER_ONLY = {"name": "github", "repo": "local/projet", "auth_methods": ["oauth"]}


def backend(publication: Publication) -> dict[str, Any]:
    """The `backend` of the configuration."""
    forge = publication.forge
    if forge is None:
        return FOLDER_ONLY
    found = {"name": forge.genre, "repo": forge.repository, "branch": forge.branche}
    return {**found, **_sign_in(forge), **_addresses(forge), "commit_messages": COMMITS}


def hosts(publication: Publication) -> list[str]:
    """The origins that the form may ask, beside its own."""
    forge = publication.forge
    if forge is None:
        return []
    return [origin_of(_addresses(forge)["api_root"])]


def policy(publication: Publication) -> str:
    """What a browser may do with the form: as with any page, and ask the Git host.

    `blob:` and `data:` are pictures that the interface makes itself.
    """
    connect = " ".join(["'self'", *hosts(publication)])
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        f"font-src 'self'; connect-src {connect} data:; form-action 'self'; base-uri 'none'"
    )


def _addresses(forge: Forge) -> dict[str, str]:
    """Where the host is asked; a GitHub of one's own has its two interfaces apart."""
    if forge.genre == "gitlab":
        return {"api_root": f"{forge.host}/api/v4"}
    if forge.host == "https://github.com":
        return {"api_root": "https://api.github.com"}
    return {"api_root": f"{forge.host}/api/v3", "graphql_api_root": f"{forge.host}/api/graphql"}


def _sign_in(forge: Forge) -> dict[str, Any]:
    if forge.application:
        return {"auth_type": "pkce", "app_id": forge.application, "base_url": forge.host}
    if forge.connexion:
        return {"base_url": forge.connexion}
    return {"auth_methods": ["token"]}
