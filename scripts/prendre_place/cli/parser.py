"""The commands as they are typed, and their help."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from prendre_place.cli.bibliography import import_bibliography, key_pair, verify_bibliography
from prendre_place.cli.formats import FORMATS
from prendre_place.cli.french_parser import FrenchParser
from prendre_place.cli.outputs import compare_site, links, markdown, measure, pdf
from prendre_place.cli.site import addresses, build, compare, host_and_port, preview, verify
from prendre_place.cli.writing import (
    REFERENCE,
    editor_files,
    new,
    publish,
    relate_entries,
    rename_entry,
    uses_of_reference,
)
from prendre_place.kinds import KINDS


def parser() -> argparse.ArgumentParser:
    """Every command, its arguments and their help."""
    whole = FrenchParser(
        prog="prendre-place",
        description="Vérifie, construit et montre la base de connaissances Prendre place.",
    )
    whole.add_argument(
        "--projet",
        type=Path,
        default=Path(),
        metavar="DOSSIER",
        help="dossier du projet (par défaut, celui où l’on se trouve)",
    )
    commands = whole.add_subparsers(title="commandes", metavar="COMMANDE", required=True)

    def command(  # type: ignore[no-untyped-def]
        name: str,
        run: Callable[[Path, argparse.Namespace], int] | None,
        text: str,
        among=commands,
    ):
        sub = among.add_parser(name, help=text, description=text)
        sub.set_defaults(command=run)
        return sub

    def format_of_problems(sub: argparse.ArgumentParser) -> None:
        sub.add_argument("--format", choices=FORMATS, default="texte", help="forme des problèmes")

    sub = command("verifier", verify, "Dit tout ce qui est à corriger dans les sources.")
    format_of_problems(sub)
    about = "Vérifie les sources, construit le site dans site/, le contrôle."
    format_of_problems(command("construire", build, about))
    sub = command("liens", links, "Vérifie les adresses d’autres sites, et en fait le rapport.")
    format_of_problems(sub)
    sub.add_argument(
        "--rapport",
        type=Path,
        default=Path("rapport-liens"),
        metavar="DOSSIER",
        help="où écrire le rapport (par défaut rapport-liens)",
    )
    sub.add_argument(
        "--age",
        type=int,
        default=1,
        metavar="JOURS",
        help="ne redemande pas une adresse vérifiée depuis moins longtemps (par défaut 1)",
    )
    sub = command("pdf", pdf, "Fait des PDF de pages du site, ou du glossaire entier.")
    sub.add_argument(
        "noms",
        nargs="*",
        metavar="NOM",
        help="une partie du site (glossaire, notions, terrains, preconisations…) ou l’id d’une "
        "entrée ; par défaut, ces quatre parties",
    )
    sub.add_argument(
        "--dossier", type=Path, default=Path("pdf"), help="où les écrire (par défaut pdf)"
    )
    sub = command("apercu", preview, "Montre le site et le refait à chaque enregistrement.")
    sub.add_argument(
        "--adresse",
        type=host_and_port,
        default="127.0.0.1:8000",
        metavar="HÔTE:PORT",
        help="où le montrer (par défaut 127.0.0.1:8000)",
    )
    sub = command("publier", publish, "Publie le texte d’une entrée et garde cette version.")
    sub.add_argument("id", metavar="ID", help="l’id d’une entrée")
    sub.add_argument(
        "--note", required=True, metavar="TEXTE", help="ce qui a changé pour qui lit la page"
    )
    about = "Inscrit au registre les adresses du site construit, avant sa mise en ligne."
    command("adresses", addresses, about)
    about = "Dit ce qu’une proposition change pour qui lit le site."
    sub = command("comparer", compare, about)
    sub.add_argument("ref", metavar="REF", help="le commit, la branche ou l’étiquette de départ")
    sub.add_argument(
        "--format", choices=("texte", "markdown"), default="texte", help="forme de la réponse"
    )
    _writing_commands(command)
    _bibliography_commands(command)
    about = "Écrit tout le site en Markdown, pour le construire sans ce programme."
    sub = command("markdown", markdown, about)
    sub.add_argument("dossier", type=Path, metavar="DOSSIER", help="un dossier vide ou nouveau")
    about = "Dit en quoi un site construit avec un autre outil diffère de site/."
    sub = command("comparer-site", compare_site, about)
    sub.add_argument("dossier", type=Path, metavar="DOSSIER", help="l’autre site, construit")
    format_of_problems(sub)
    sub = command(
        "mesure", measure, "Mesure la durée et le poids du site, à côté de Material seul."
    )
    sub.add_argument(
        "--tailles",
        type=int,
        nargs="*",
        default=[1000, 3000, 10000],
        metavar="N",
        help="nombres d’entrées inventées (par défaut 1000, 3000 et 10000 : un quart d’heure)",
    )
    sub.add_argument(
        "--garder",
        action="store_true",
        help="garde les mesures dans docs/contribuer/mesures.md et sur la page « À propos »",
    )
    return whole


def _writing_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    from prendre_place.biblio.new_reference import TYPES

    words = [*(kind.word for kind in KINDS.values() if kind.word), REFERENCE]
    about = "Crée le fichier commenté d’une nouvelle entrée, ou une notice de la bibliographie."
    sub = command("nouveau", new, about)
    sub.add_argument("genre", choices=words, metavar="GENRE", help=", ".join(words))
    sub.add_argument("titre", metavar="TITRE", help="le nom affiché, entre guillemets")
    sub.add_argument("--id", metavar="ID", help="un autre id, ou une autre clé, que ceux proposés")
    about = f"d’une référence : {', '.join(TYPES)} (livre si rien n’est dit)"
    sub.add_argument("--type", choices=TYPES, default="livre", metavar="TYPE", help=about)
    about = "d’une référence : « Nom, Prénom and Nom, Prénom »"
    sub.add_argument("--auteur", default="", metavar="NOMS", help=about)
    sub.add_argument("--annee", default="", metavar="AAAA", help="d’une référence : son année")
    sub.add_argument("--editer", action="store_true", help="ouvre le fichier dans $EDITOR")
    sub = command("renommer", rename_entry, "Change l’id d’une entrée partout où il est écrit.")
    sub.add_argument("ancien", metavar="ANCIEN", help="l’id d’une entrée")
    sub.add_argument("nouveau", metavar="NOUVEAU", help="son nouvel id")
    sub = command("relier", relate_entries, "Relie une entrée à une autre, sans doublon.")
    sub.add_argument("entree", metavar="ENTREE", help="l’id de l’entrée qui déclare la relation")
    sub.add_argument("autre", metavar="AUTRE", help="l’id de l’autre entrée")
    sub = command("sources", uses_of_reference, "Dit où une source est citée, à la ligne près.")
    sub.add_argument("cle", metavar="CLE", help="une clé de bibliography.bib")
    command("editeur", editor_files, "Met à jour ce que lit VS Code : schémas et extraits.")


def _bibliography_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    group = command("biblio", None, "Échange la bibliographie avec Zotero, et la vérifie.")
    inner = group.add_subparsers(title="commandes", metavar="COMMANDE", required=True)
    about = "Dit ce qu’une exportation de Zotero changerait, puis l’écrit si on le demande."
    sub = command("importer", import_bibliography, about, inner)
    sub.add_argument("fichier", type=Path, metavar="FICHIER.bib", help="ce que Zotero a exporté")
    sub.add_argument("--appliquer", action="store_true", help="écrit dans bibliography.bib")
    sub.add_argument(
        "--cle",
        type=key_pair,
        action="append",
        default=[],
        metavar="EXPORTEE=NOTRE",
        help="dit quelle est notre clé, déjà là ou nouvelle, d’une notice exportée",
    )
    about = "Dit tout ce qui est à corriger dans la bibliographie."
    sub = command("verifier", verify_bibliography, about, inner)
    sub.add_argument("--format", choices=FORMATS, default="texte", help="forme des problèmes")
