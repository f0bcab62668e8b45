"""The command `prendre-place`: the only room that prints."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from prendre_place import reporters
from prendre_place.failures import reason
from prendre_place.kinds import KINDS
from prendre_place.load.project import load
from prendre_place.load.sources import read_sources
from prendre_place.problems import Problem, has_errors, nearest
from prendre_place.verify import verified
from prendre_place.writing.edits import EditRefusedError

if TYPE_CHECKING:
    from prendre_place.corpus import Corpus
    from prendre_place.links.check import LinkCheck
    from prendre_place.pdf.documents import Document

# The kind of « nouveau » that is no entry.
REFERENCE = "reference"
FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "texte": reporters.as_text,
    "json": reporters.as_json,
    "github": reporters.as_github,
    "gitlab": reporters.as_gitlab,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 only when nothing has to be mended."""
    options = _parser().parse_args(arguments)
    root: Path = options.projet.resolve()
    try:
        return int(options.command(root, options))
    except EditRefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or options.projet} : {reason(error)}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrompu.", file=sys.stderr)
        return 130


def verify(root: Path, options: argparse.Namespace) -> int:
    """`verifier`: every problem of every source, at once."""
    from prendre_place.verify import privacy_of_what_is_made

    loaded = verified(root)
    problems = loaded.problems
    if loaded.corpus and not has_errors(problems):
        problems = sorted({*problems, *privacy_of_what_is_made(root, loaded.corpus)})
    print(FORMATS[options.format](problems))
    return 1 if has_errors(problems) else 0


def build(root: Path, options: argparse.Namespace) -> int:
    """`construire`: the checked site, or every problem and the last good site."""
    from prendre_place.build import site_of

    outcome = site_of(root)
    if outcome.problems:
        print(FORMATS[options.format](outcome.problems), file=sys.stderr)
    if outcome.site is None:
        print("Rien n’a été publié : site/ reste tel qu’il était.", file=sys.stderr)
        return 1
    shown = outcome.site.folder.relative_to(root)
    done = (
        "pages construites et vérifiées"
        if outcome.is_new
        else "pages, et rien n’a changé depuis leur construction,"
    )
    print(
        f"{outcome.site.pages} {done} dans {shown}/ "
        f"({outcome.site.entries} entrées, {outcome.site.references} références, "
        f"{outcome.site.seconds:.1f} s)."
    )
    print(
        f"Pour le regarder : {sys.executable} -m http.server -d {shown} 8000, "
        "puis http://127.0.0.1:8000/"
    )
    if new := outcome.site.unregistered:
        print(
            f"{new} adresses ne sont pas encore au registre des adresses publiées : "
            "« prendre-place adresses » les y inscrit, avant la mise en ligne."
        )
    return 0


def publish(root: Path, options: argparse.Namespace) -> int:
    """`publier`: the text of an entry, as it stands, becomes a version that stays."""
    from prendre_place.writing.publish import publish as publish_entry

    loaded = load(root)
    if loaded.corpus is None:
        print(reporters.as_text(loaded.problems), file=sys.stderr)
        print("Rien n’a été publié.", file=sys.stderr)
        return 1
    done = publish_entry(root, loaded.corpus, options.id, options.note, date.today().isoformat())
    print(f"{done.path} : version {done.version} publiée. Son texte est gardé dans {done.kept}.")
    return 0


def addresses(root: Path, options: argparse.Namespace) -> int:
    """`adresses`: those of the built site join the ledger of published ones."""
    from prendre_place.build import SITE
    from prendre_place.permanence.addresses import register
    from prendre_place.permanence.ledger import LEDGER

    loaded = load(root)
    if loaded.corpus is None or not (root / SITE).is_dir():
        print("Construisez d’abord le site : « prendre-place construire ».", file=sys.stderr)
        return 1
    new, total = register(root, root / SITE, loaded.corpus)
    print(f"{LEDGER} : {new} adresses inscrites, {total} en tout.")
    return 0


def compare(root: Path, options: argparse.Namespace) -> int:
    """`comparer`: what a proposal changes for readers, beside another commit."""
    from prendre_place.changes import report
    from prendre_place.changes.compare import find_changes
    from prendre_place.changes.revision import RevisionError, load_revision

    new = load(root)
    try:
        old = load_revision(root, options.ref)
    except RevisionError as error:
        print(f"Comparaison impossible : {error}.", file=sys.stderr)
        return 1
    for name, loaded in ((options.ref, old), ("le dossier de travail", new)):
        if loaded.corpus is None:
            print(reporters.as_text(loaded.problems), file=sys.stderr)
            print(f"Comparaison impossible : {name} a des erreurs.", file=sys.stderr)
            return 1
    assert old.corpus and new.corpus
    changes = find_changes(old.corpus, new.corpus)
    print(report.as_markdown(changes) if options.format == "markdown" else report.as_text(changes))
    return 0


def markdown(root: Path, options: argparse.Namespace) -> int:
    """`markdown`: the whole site as a folder that other tools build."""
    from prendre_place.portable.folder import write_folder

    folder: Path = options.dossier
    written = write_folder(root, folder.resolve())
    if written.problems:
        print(reporters.as_text(written.problems), file=sys.stderr)
    if not written.pages:
        print(f"Rien n’a été écrit dans {folder}.", file=sys.stderr)
        return 1
    print(f"{written.pages} pages en Markdown, et tout ce qui va avec, dans {folder}/.")
    print(f"Pour les construire sans ce programme, lisez {folder / 'LISEZ-MOI.md'} ; ensuite,")
    print(f"« prendre-place comparer-site {folder / 'site'} » dit si c’est bien le même site.")
    return 0


def compare_site(root: Path, options: argparse.Namespace) -> int:
    """`comparer-site`: what a site built by another tool lacks beside ours."""
    from prendre_place.build import SITE
    from prendre_place.checks.same_site import compare_sites

    loaded = load(root)
    if loaded.corpus is None or not (root / SITE).is_dir():
        print("Construisez d’abord le site : « prendre-place construire ».", file=sys.stderr)
        return 1
    other: Path = options.dossier.resolve()
    if not (other / "index.html").is_file():
        print(f"{options.dossier} n’est pas un site construit : pas d’accueil.", file=sys.stderr)
        return 1
    differences = compare_sites(root / SITE, other, root, loaded.corpus)
    if differences:
        print(FORMATS[options.format](differences))
        return 1
    print("Les deux sites sont les mêmes : adresses, titres, texte et liens ; aucun lien cassé.")
    return 0


def links(root: Path, options: argparse.Namespace) -> int:
    """`liens`: every external address asked, politely; an interrupted run can be resumed."""
    from prendre_place.links.check import check_of
    from prendre_place.links.report import problems, summary, write_report

    loaded = load(root)
    if loaded.corpus is None:
        print(FORMATS[options.format](loaded.problems))
        return 1
    check = check_of(root, loaded.corpus, options.age)
    try:
        _follow(check)
    except KeyboardInterrupt:
        print("Interrompu. La même commande reprendra où elle s’est arrêtée.", file=sys.stderr)
        return 130
    if check.nobody_answered:
        print("Aucun site n’a répondu. Êtes-vous relié à Internet ?", file=sys.stderr)
        return 1
    results = check.results()
    title = loaded.corpus.publication.titre
    page, _ = write_report(results, root / options.rapport, title, check.today)
    found = problems(results)
    print(FORMATS[options.format](found))
    print(f"{summary(results)} Rapport : {page}", file=sys.stderr)
    return 1 if has_errors(found) else 0


def _follow(check: LinkCheck) -> None:
    """Run a check behind a progress bar, which is not drawn in a log."""
    from tqdm import tqdm

    total, known = len(check.externals), len(check.externals) - len(check.to_ask)
    for _ in tqdm(check.run(), "Liens", total, initial=known, unit=" lien", disable=None):
        pass


def pdf(root: Path, options: argparse.Namespace) -> int:
    """`pdf`: entries, or the whole glossary, as documents to print and to keep."""
    from prendre_place.build import SITE
    from prendre_place.pdf.documents import documents, known_names
    from prendre_place.pdf.writing import PdfToolError

    loaded = load(root)
    if loaded.corpus is None:
        print(reporters.as_text(loaded.problems), file=sys.stderr)
        return 1
    if not (root / SITE).is_dir():
        print("Les PDF se font depuis le site : lancez d’abord « make site ».", file=sys.stderr)
        return 1
    known = known_names(loaded.corpus)
    if unknown := [name for name in options.noms if name not in known]:
        print("\n".join(_unknown(name, known) for name in unknown), file=sys.stderr)
        return 1
    chosen = documents(loaded.corpus, options.noms)
    try:
        _write_all(chosen, loaded.corpus, root / SITE, root / options.dossier)
    except PdfToolError as missing:
        print(f"{PDF_TOOL_MISSING}\n({missing})", file=sys.stderr)
        return 1
    count = f"{len(chosen)} documents" if len(chosen) > 1 else "1 document"
    print(f"{count} dans {options.dossier}/.")
    return 0


PDF_TOOL_MISSING = (
    "Il manque de quoi écrire des PDF. « make pdf » installe WeasyPrint ; la bibliothèque Pango "
    "s’installe avec le système (Debian : sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0 ; macOS : brew install pango)."
)


def _unknown(name: str, known: Sequence[str]) -> str:
    near = nearest(name, list(known))
    return f"« {name} » n’est ni une partie du site ni une entrée." + (
        f" Vouliez-vous dire « {near} » ?" if near else ""
    )


def _write_all(chosen: Sequence[Document], corpus: Corpus, site: Path, folder: Path) -> None:
    from tqdm import tqdm

    from prendre_place.pdf.writing import write_pdf

    for document in tqdm(chosen, "PDF", unit=" document", disable=None):
        write_pdf(document.html(corpus, site), folder / document.file, site)


def preview(root: Path, options: argparse.Namespace) -> int:
    """`apercu`: a live preview; a saved source shows."""
    from prendre_place.preview import serve

    return serve(root, options.adresse, lambda line: print(line, flush=True))


def verify_bibliography(root: Path, options: argparse.Namespace) -> int:
    """`biblio verifier`: everything that is to be mended in the bibliography."""
    from prendre_place.biblio.verify import verify

    problems = verify(root, date.today().year)
    print(FORMATS[options.format](problems))
    return 1 if has_errors(problems) else 0


def import_bibliography(root: Path, options: argparse.Namespace) -> int:
    """`biblio importer`: what an export of Zotero would change, then the change itself."""
    from prendre_place.biblio.importing import ImportRefusedError, compare, write
    from prendre_place.biblio.report import report

    try:
        done = compare(root, options.fichier.resolve(), dict(options.cle))
    except ImportRefusedError as refusal:
        print(reporters.as_text(refusal.problems), file=sys.stderr)
        print("bibliography.bib reste tel qu’il était.", file=sys.stderr)
        return 1
    if done.unread:
        print(reporters.as_text(done.unread), end="\n\n", file=sys.stderr)
    print("\n".join(report(done.plan, done.works, done.references)), end="\n\n")
    if not (done.plan.added or done.plan.changed):
        print("Rien à écrire.")
    elif options.appliquer:
        write(root, done.text)
        print("bibliography.bib est à jour. Pour le relire : prendre-place biblio verifier")
    else:
        print("Rien n’est encore écrit : ajoutez --appliquer à la commande pour écrire.")
    return 1 if done.unread or done.plan.doubts else 0


def _key_pair(written: str) -> tuple[str, str]:
    theirs, found, ours = written.partition("=")
    if not (theirs and found and ours):
        raise argparse.ArgumentTypeError(f"« {written} » n’est pas EXPORTEE=NOTRE")
    return theirs, ours


def measure(root: Path, options: argparse.Namespace) -> int:
    """`mesure`: times and weights, beside Material alone on the same Markdown."""
    from prendre_place.measure import keep, measures, tables

    found = measures(root, options.tailles)
    print("\n".join(tables(found)))
    if options.garder:
        keep(root, found, date.today())
    return 0


def new(root: Path, options: argparse.Namespace) -> int:
    """`nouveau`: a commented file for a new entry, or an entry of the bibliography."""
    from prendre_place.writing.new_entry import KIND_WORDS, new_entry

    if options.genre == REFERENCE:
        return _new_reference(root, options)
    kind = KIND_WORDS[options.genre]
    today = date.today().isoformat()
    made = new_entry(read_sources(root), kind, options.titre, options.id, today)
    print(f"{made.path} créé. Son nom devient l’adresse de la page et ne changera plus :")
    print(f"    pour en changer : prendre-place renommer {Path(made.path).stem} AUTRE-ID")
    if made.near:
        print("Noms proches (si c’est la même chose, complétez plutôt cette entrée) :")
        print("\n".join(f"    {line}" for line in made.near))
    return _edit(root / made.path) if options.editer else 0


def _new_reference(root: Path, options: argparse.Namespace) -> int:
    from prendre_place.biblio.new_reference import new_reference
    from prendre_place.load.project import BIBLIOGRAPHY

    made = new_reference(
        root, options.type, options.titre, options.auteur, options.annee, options.id
    )
    print(
        f"{BIBLIOGRAPHY}:{made.line} : notice « {made.key} ». Pour la citer : [@{made.key}, lieu]"
    )
    if made.missing:
        print("Reste à remplir :")
        print("\n".join(f"    {name} : {meaning}" for name, meaning in made.missing.items()))
    if made.near:
        print("Notices proches (si c’est la même, citez-la et retirez celle-ci) :")
        print("\n".join(f"    {line}" for line in made.near))
    return _edit(root / BIBLIOGRAPHY) if options.editer else 0


def _edit(file: Path) -> int:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        print("Aucun éditeur n’est indiqué : EDITOR=nano, par exemple.", file=sys.stderr)
        return 1
    return subprocess.run([*shlex.split(editor), str(file)], check=False).returncode


def rename_entry(root: Path, options: argparse.Namespace) -> int:
    """`renommer`: a new id, everywhere it is named."""
    from prendre_place.writing.rename import rename

    done = rename(read_sources(root), options.ancien, options.nouveau)
    print(f"{done.old_path} → {done.new_path}")
    print("\n".join(f"    {p.source.path}:{p.line}" for p in done.places))
    if done.redirects:
        print("Adresses publiées, redirigées dans redirections.yml :")
        print("\n".join(f"    {old} → {new}" for old, new in done.redirects))
    return 0


def relate_entries(root: Path, options: argparse.Namespace) -> int:
    """`relier`: a relation from one entry to another."""
    from prendre_place.writing.relate import relate

    print(relate(read_sources(root), options.entree, options.autre))
    return 0


def uses_of_reference(root: Path, options: argparse.Namespace) -> int:
    """`sources`: every place that cites a reference."""
    from prendre_place.writing.uses import uses

    print("\n".join(uses(read_sources(root), options.cle)))
    return 0


def editor_files(root: Path, options: argparse.Namespace) -> int:
    """`editeur`: the schemas and snippets that VS Code reads."""
    from prendre_place.editor.files import write_files

    changed = write_files(root, read_sources(root).bibliography)
    print("\n".join(f"{path} mis à jour." for path in changed) or "Tout était à jour.")
    return 0


class _FrenchHelp(argparse.HelpFormatter):
    """argparse's help, with its own words in French."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Emploi : " if prefix is None else prefix)


def _parser() -> argparse.ArgumentParser:
    parser = _french(
        argparse.ArgumentParser(
            prog="prendre-place",
            description="Vérifie, construit et montre la base de connaissances Prendre place.",
            formatter_class=_FrenchHelp,
            add_help=False,
        )
    )
    parser.add_argument(
        "--projet",
        type=Path,
        default=Path(),
        metavar="DOSSIER",
        help="dossier du projet (par défaut, celui où l’on se trouve)",
    )
    commands = parser.add_subparsers(title="commandes", metavar="COMMANDE", required=True)

    def command(  # type: ignore[no-untyped-def]
        name: str,
        run: Callable[[Path, argparse.Namespace], int] | None,
        text: str,
        among=commands,
    ):
        sub = _french(
            among.add_parser(
                name, help=text, description=text, formatter_class=_FrenchHelp, add_help=False
            )
        )
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
    return parser


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
        type=_key_pair,
        action="append",
        default=[],
        metavar="EXPORTEE=NOTRE",
        help="dit quelle est notre clé, déjà là ou nouvelle, d’une notice exportée",
    )
    about = "Dit tout ce qui est à corriger dans la bibliographie."
    sub = command("verifier", verify_bibliography, about, inner)
    sub.add_argument("--format", choices=FORMATS, default="texte", help="forme des problèmes")


def _french(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser._optionals.title = "options"
    parser._positionals.title = "arguments"
    parser.add_argument("-h", "--help", action="help", help="affiche cette aide et s’arrête")
    return parser
