"""Proposing a correction: from any page, without an account, and nothing leaves unseen."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from prendre_place.load.project import load
from prendre_place.verify import verified
from tests.conftest import ROOT, copy_project
from tests.mistakes import MISTAKES
from tests.navigateur.axe import obstacles

FRICHE = "/corriger/?page=glossaire/friche/"
GARDEN = "/corriger/?page=glossaire/jardin-partage/"
OPEN = "boxes => boxes.forEach((box) => (box.open = true))"
PLAIN = (
    "Un terrain ou un bâtiment que plus personne n’utilise, parfois depuis longtemps, et qui "
    "attend qu’on lui trouve un nouvel emploi."
)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def opened(page: Page, *names: str) -> None:
    """Unfold fields, by their names."""
    for name in names:
        page.locator("summary").filter(has_text=name).first.click()


def choose(page: Page, box: Locator, typed: str, name: str) -> None:
    """Write some letters of a name, and choose it in the list."""
    box.fill(typed)
    page.get_by_role("option", name=name).click()
    expect(box).to_have_attribute("aria-expanded", "false")


def propose(page: Page) -> Locator:
    """Read the proposal again: the text that would leave."""
    page.get_by_role("button", name="Relire ma proposition").click()
    folded = page.locator(".correction-exact:not([open]) > summary")
    if folded.is_visible():
        folded.click()
    return page.get_by_label("Le texte de la proposition, tel qu’il partira")


def friche_corrected(page: Page, site: str) -> str:
    """The proposal of one change of one field, as the reader sees it."""
    page.goto(site + FRICHE)
    opened(page, "En clair")
    page.get_by_label("En clair").fill(PLAIN)
    page.get_by_label("Pourquoi cette correction").fill("La durée compte.")
    page.get_by_label("Source (facultatif)").fill("Durand, 2010, p. 21")
    return propose(page).input_value()


def downloaded(page: Page, name: str, folder: Path) -> Path:
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    file = folder / waited.value.suggested_filename
    waited.value.save_as(file)
    return file


def test_every_page_leads_to_its_own_correction(reader: Page, site: str) -> None:
    for path in ("/", "/glossaire/", "/glossaire/friche/", "/enquete/chiffres/", "/a-propos/"):
        reader.goto(site + path)
        link = reader.get_by_role("link", name="Proposer une correction")
        expect(link).to_have_count(1)
        link.click()
        assert reader.url == f"{site}/corriger/?page={path.strip('/')}{'/' if path != '/' else ''}"
        expect(reader.get_by_role("button", name="Relire ma proposition")).to_be_visible()


def test_the_proposal_says_the_page_the_reason_and_the_lines_that_change(
    page: Page, site: str
) -> None:
    assert (
        friche_corrected(page, site)
        == """\
Page : https://val.invalid/savoir/glossaire/friche/
Fichier : glossary/friche.yml

Pourquoi :
La durée compte.

Source :
Durand, 2010, p. 21

Modification proposée (à enregistrer, puis « git apply ») :

```diff
--- a/glossary/friche.yml
+++ b/glossary/friche.yml
@@ -1,7 +1,7 @@
 id: friche
 terme: Friche
 domaine: territoire
-en_clair: Un terrain ou un bâtiment que plus personne n’utilise et qui attend qu’on lui trouve un \
nouvel emploi.
+en_clair: Un terrain ou un bâtiment que plus personne n’utilise, parfois depuis longtemps, et qui \
attend qu’on lui trouve un nouvel emploi.
 statut: a-relire
 version: 1
 historique:
```
"""
    )
    assert page.locator("dl.changements").inner_text().split("\n") == [
        "En clair",
        "Avant : Un terrain ou un bâtiment que plus personne n’utilise et qui attend qu’on lui "
        "trouve un nouvel emploi.",
        "Après : Un terrain ou un bâtiment que plus personne n’utilise, parfois depuis longtemps, "
        "et qui attend qu’on lui trouve un nouvel emploi.",
        "Pourquoi",
        "La durée compte.",
        "Source",
        "Durand, 2010, p. 21",
    ]
    marked = page.locator("dl.changements ins").all_inner_texts()
    assert marked == [",", "parfois depuis longtemps, "]


def test_what_changes_is_told_in_words_and_the_patch_is_folded(page: Page, site: str) -> None:
    page.goto(site + GARDEN)
    opened(page, "À ne pas confondre", "Variantes", "Définition", "Sources")
    page.get_by_role("button", name="Retirer : Variantes, 1").click()
    definition = page.get_by_label("Définition", exact=True)
    definition.fill(
        definition.input_value() + " Voir [[friche|un lieu]] [@durand2010voisins, p. 9]."
    )
    choose(page, page.get_by_label("Entrée", exact=True), "comm", "Commun")
    page.get_by_role("button", name="Ajouter un élément : Sources").click()
    choose(page, page.get_by_label("Référence").last, "voisines", "Durand (2010)")
    page.get_by_label("Lieu").last.fill("p. 4")
    page.get_by_label("Pour", exact=True).last.fill("le groupe")
    page.get_by_label("Pourquoi cette correction").fill("Plus juste.")
    page.get_by_role("button", name="Relire ma proposition").click()
    told = page.locator("dl.changements").inner_text().split("\n")
    assert told == [
        "Variantes",
        "Ôté : jardins partagés",
        "Définition",
        'Avant : Selon l\'enquête : un jardin "partagé" est un Commun [Martin […] (2010), p. 4].',
        "",
        "Il suppose :",
        "- une terre ;",
        "- des voisins.",
        'Après : Selon l\'enquête : un jardin "partagé" est un Commun [Martin […] (2010), p. 4].',
        "",
        "Il suppose :",
        "- une terre ;",
        "- des voisins. Voir un lieu [Durand (2010), p. 9].",
        "À ne pas confondre, 1, Entrée",
        "Avant : Friche",
        "Après : Commun",
        "Sources, 2",
        "Ajouté : Référence : Durand (2010), Voisins et voisines ; Lieu : p. 4 ; Pour : le groupe",
        "Pourquoi",
        "Plus juste.",
    ]
    expect(page.locator("#texte-propose")).to_be_hidden()
    opened(page, "Voir le texte exact qui partira")
    expect(page.locator("details.correction-exact > p").first).to_have_text(
        "Il dit la même chose que ci-dessus : la page, vos explications et, pour qui tient les "
        "fichiers du site, les lignes exactes à changer. Vous n’avez pas besoin de les comprendre."
    )


def test_the_patch_is_one_that_git_applies_and_the_project_stays_sound(
    page: Page, site: str, tmp_path: Path
) -> None:
    page.goto(site + GARDEN)
    opened(page, "Définition", "Variantes", "Sources")
    box = page.get_by_label("Définition", exact=True)
    box.fill(box.input_value().replace("des voisins.", "des voisines et des voisins : un groupe."))
    page.get_by_role("button", name="Ajouter un élément : Variantes").click()
    page.get_by_label("Variantes, 2", exact=True).fill("jardins « de tous »")
    page.get_by_role("button", name="Ajouter un élément : Sources").click()
    choose(page, page.get_by_label("Référence").last, "VOISINES", "Durand (2010)")
    page.get_by_label("Lieu").last.fill("p. 4")
    page.get_by_label("Pour", exact=True).last.fill("le groupe")
    page.get_by_label("Pourquoi cette correction").fill("Les voisines aussi.")
    propose(page)
    patch = downloaded(page, "Enregistrer le correctif", tmp_path)
    whole = downloaded(page, "Enregistrer le fichier corrigé", tmp_path)

    project = copy_project(tmp_path / "projet")
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    subprocess.run(["git", "apply", patch], cwd=project, check=True)
    source = project / "glossary" / "jardin-partage.yml"
    assert source.read_bytes() == whole.read_bytes()
    assert (patch.name, whole.name) == ("correction-jardin-partage.patch", "jardin-partage.yml")
    assert verified(project).problems == verified(ROOT / "tests/exemples/projet").problems
    corpus = load(project).corpus
    assert corpus is not None
    entry = corpus.entries["jardin-partage"]
    assert entry.variantes == ("jardins partagés", "jardins « de tous »")
    assert [(source.cle, source.lieu) for source in entry.sources][-1] == (
        "durand2010voisins",
        "p. 4",
    )


def test_faults_are_told_beside_their_fields_in_the_words_of_the_model(
    reader: Page, site: str
) -> None:
    reader.goto(site + GARDEN)
    opened(reader, "En clair", "Définition", "À ne pas confondre", "Sources")
    reader.get_by_label("En clair").fill("Un jardin.")
    reader.get_by_label("Définition", exact=True).fill("Voir [[comun]] [@martin2001jardinn, p. 1].")
    reader.get_by_label("Entrée", exact=True).fill("frishe")
    reader.get_by_label("Référence").fill("martin2001")
    reader.get_by_label("Lieu").fill("")
    propose(reader)
    summary = reader.locator(".correction-fautes")
    expect(summary.locator("strong")).to_have_text("6 points sont à revoir :")
    assert summary.locator("li").all_inner_texts() == [
        "En clair : Attendu : de 15 à 45 mots.",
        "Sources, 1, Lieu : Champ obligatoire absent : « lieu ». L’endroit de la source où cela se "
        "lit : page, partie, section, article, note. « §3, 1.2.2 » est la partie 3, section 1.2.2 "
        "du rapport.",
        "Définition : lien « [[comun]] » : la page n’est pas sur ce site. Vouliez-vous dire "
        "« commun » ?",
        "À ne pas confondre, 1, Entrée : « frishe » n’est pas dans la liste. Attendu : un terme du "
        "glossaire, par son nom. Vouliez-vous dire « Friche » ?",
        "Sources, 1, Référence : « martin2001 » n’est pas dans la liste. Attendu : une référence "
        "de la bibliographie, par son nom. Vouliez-vous dire « Martin et Petit (2001), Le jardin "
        "partagé : une enquête » ?",
        "Pourquoi cette correction : Attendu : une raison, en quelques mots.",
    ]
    expect(reader.get_by_role("heading", name="3. Relire et envoyer")).to_be_hidden()
    summary.get_by_role("button", name="Sources, 1, Référence").click()
    key = reader.get_by_label("Référence")
    expect(key).to_be_focused()
    expect(key).to_have_accessible_description(
        "Le document cité. « martin2001 » n’est pas dans la liste. Attendu : une référence de la "
        "bibliographie, par son nom. Vouliez-vous dire « Martin et Petit (2001), Le jardin "
        "partagé : une enquête » ?"
    )


def test_what_the_file_names_and_the_site_has_not_published_may_stay(page: Page, site: str) -> None:
    source = page.request.get(f"{site}/glossaire/friche.yml").text()
    linked = source.replace("definition: ", "liees: [brouillon]\ndefinition: Un [[brouillon]]. ")
    assert linked.count("brouillon") == source.count("brouillon") + 2
    page.route("**/glossaire/friche.yml", lambda route: route.fulfill(body=linked))
    text = friche_corrected(page, site)
    assert "parfois depuis longtemps" in text
    opened(page, "Domaine", "Entrées liées")
    page.get_by_role("button", name="Ajouter un élément : Entrées liées").click()
    page.get_by_label("Entrées liées, 2", exact=True).fill("brouillonne")
    expect(page.get_by_text("Aucun nom ne convient : choisissez dans la liste.")).to_be_visible()
    propose(page)
    assert page.locator(".correction-fautes li").all_inner_texts() == [
        "Entrées liées, 2 : « brouillonne » n’est pas dans la liste. "
        "Attendu : une page de ce site, par son nom."
    ]
    choices = page.request.get(f"{site}/corriger/choix.json").json()
    assert "brouillon" not in {entry["id"] for entry in choices["fiches"]}


FAULTS = """async ([assets, texts, schema, choices]) => {
  const { read } = await import(`${assets}/yaml/modifier.js`);
  const { faults } = await import(`${assets}/correction/verifier.js`);
  const { Choices } = await import(`${assets}/correction/choix.js`);
  const told = ({ value }) => faults(schema, value, new Choices(choices));
  return texts.map(read).map((found) => found.errors.length || told(found));
}"""


def test_the_usual_mistakes_are_told_in_the_words_of_the_editor(reader: Page, site: str) -> None:
    reader.goto(f"{site}/corriger/")
    choices = json.loads(reader.request.get(f"{site}/corriger/choix.json").text())
    schema = json.loads(reader.request.get(f"{site}/corriger/schemas/glossary.json").text())
    texts = [mistake.text for mistake in MISTAKES]
    every = reader.evaluate(FAULTS, [f"{site}/assets", texts, schema, choices])
    told = {
        mistake.name: {fault["message"] for fault in found}
        for mistake, found in zip(MISTAKES, every, strict=True)
        if isinstance(found, list)  # what is no YAML cannot be typed in the form
    }
    assert len(told) > 20
    editor = {m.name: {line.split(" : ", 1)[1] for line in m.editor} for m in MISTAKES}
    # The form knows what the editor does not: which entries and references there are.
    assert {name: found for name, found in told.items() if found != editor[name]} == {
        "Une clé de source inconnue": {
            "« durand2010 » n’est pas dans la liste. Attendu : une référence de la bibliographie, "
            "par son nom. Vouliez-vous dire « Durand (2010), Voisins et voisines » ?"
        },
        "Un lien vers une entrée inconnue": {
            "lien « [[comun]] » : la page n’est pas sur ce site. Vouliez-vous dire « commun » ?"
        },
        "Une relation avec une entrée inconnue": {
            "« comun » n’est pas dans la liste. Attendu : une page de ce site, par son nom. "
            "Vouliez-vous dire « Commun » ?"
        },
        "Du HTML dans un texte": {
            "HTML « <b> » dans un texte. Attendu : du Markdown : *italique*, **gras**, "
            "[mots](adresse)."
        },
    }


def test_entries_and_references_are_chosen_by_their_names(reader: Page, site: str) -> None:
    reader.goto(site + GARDEN)
    opened(reader, "Sources", "À ne pas confondre")
    expect(reader.get_by_label("Référence")).to_have_value(
        "Martin et Petit (2001), Le jardin partagé : une enquête"
    )
    term = reader.get_by_label("Entrée", exact=True)
    expect(term).to_have_value("Friche")
    term.click()
    options = reader.get_by_role("option")
    assert options.all_inner_texts() == [
        "Ancien mot (retirée)",
        "Commun",
        "Friche",
        "Jardin partagé (JP)",
    ]
    expect(options.and_(reader.locator("[aria-selected=true]"))).to_have_text("Friche")
    assert obstacles(reader) == []
    term.fill("PARTAGE")
    assert options.all_inner_texts() == ["Jardin partagé (JP)"]
    term.fill("qqq")
    expect(options).to_have_count(0)
    expect(reader.get_by_text("Aucun nom ne convient : choisissez dans la liste.")).to_be_visible()


def test_a_name_is_chosen_by_the_keyboard(reader: Page, site: str) -> None:
    reader.goto(site + GARDEN)
    opened(reader, "À ne pas confondre")
    term = reader.get_by_label("Entrée", exact=True)
    active = reader.locator("[role=option][aria-selected=true]")

    def press(key: str, name: str) -> None:
        term.press(key)
        expect(active).to_have_text(name)
        assert term.get_attribute("aria-activedescendant") == active.get_attribute("id")

    press("ArrowDown", "Jardin partagé (JP)")
    press("ArrowDown", "Ancien mot (retirée)")
    press("ArrowUp", "Jardin partagé (JP)")
    press("ArrowUp", "Friche")
    term.press("Escape")
    expect(reader.get_by_role("listbox")).to_be_hidden()
    press("ArrowUp", "Commun")
    term.press("Enter")
    expect(term).to_have_value("Commun")
    expect(reader.get_by_role("listbox")).to_be_hidden()
    term.press_sequentially("ancien")  # what is chosen is selected: typing replaces it
    expect(active).to_have_text("Ancien mot (retirée)")


def test_what_a_folded_field_says_is_in_words(page: Page, site: str) -> None:
    source = page.request.get(f"{site}/glossaire/friche.yml").text()
    linked = source.replace("definition: ", "liees: [commun]\ndefinition: Un [[commun|bien]]. ")
    page.route("**/glossaire/friche.yml", lambda route: route.fulfill(body=linked))
    page.goto(site + FRICHE)
    summaries = page.locator(".correction-champs .correction-pli > summary")
    expect(summaries.filter(has_text="Définition")).to_have_text(
        "DéfinitionUn bien. Un lieu sans usage."
    )
    expect(summaries.filter(has_text="Entrées liées")).to_have_text("Entrées liéesCommun")


def test_the_keyboard_alone_corrects_and_reads_again(reader: Page, site: str) -> None:
    reader.goto(site + FRICHE)
    reader.locator("summary").first.focus()

    def until(reached: Callable[[], bool]) -> None:
        for _ in range(60):
            if reached():
                return
            reader.keyboard.press("Tab")
        raise AssertionError("not reached by the keyboard")

    def focused(selector: str) -> Callable[[], bool]:
        return lambda: bool(reader.evaluate("s => document.activeElement.matches(s)", selector))

    reader.keyboard.press("Enter")
    until(focused(".correction-pli input"))
    reader.keyboard.press("End")
    reader.keyboard.type(" (urbaine)")
    until(focused("#pourquoi"))
    reader.keyboard.type("Plus précis.")
    until(focused("button.correction-principal"))
    reader.keyboard.press("Enter")
    expect(reader.locator(".correction-relecture")).to_be_focused()
    until(lambda: reader.evaluate("document.activeElement.textContent") == "Copier le texte")
    until(focused(".correction-exact > summary"))
    reader.keyboard.press("Enter")
    until(focused("#texte-propose"))
    assert "+terme: Friche (urbaine)" in reader.locator("#texte-propose").input_value()


def test_without_a_change_the_proposal_is_a_remark(reader: Page, site: str) -> None:
    reader.goto(site + FRICHE)
    reader.get_by_label("Pourquoi cette correction").fill("Rien sur les friches rurales.")
    assert propose(reader).input_value() == (
        "Page : https://val.invalid/savoir/glossaire/friche/\nFichier : glossary/friche.yml\n\n"
        "Pourquoi :\nRien sur les friches rurales.\n"
    )
    expect(reader.locator(".correction-relecture")).to_contain_text(
        "Aucun champ n’est changé : la proposition est une remarque."
    )


def test_a_past_version_is_corrected_in_the_current_one(reader: Page, site: str) -> None:
    reader.goto(f"{site}/corriger/?page=glossaire/commun/v1/")
    expect(reader.locator("form.correction p").first).to_have_text("Page : Commun")


def test_a_page_that_is_no_entry_takes_a_free_text(reader: Page, site: str, tmp_path: Path) -> None:
    reader.goto(f"{site}/corriger/?page=a-propos/")
    reader.get_by_label("Où, dans la page").fill("Le premier paragraphe")
    reader.get_by_label("Ce qu’il faudrait lire").fill("Un nom\ncomplet")
    reader.get_by_label("Pourquoi cette correction").fill("Le nom a changé.")
    reader.get_by_label("Votre nom").fill("Une lectrice")
    text = propose(reader).input_value()
    assert text == (
        "Page : https://val.invalid/savoir/a-propos/\n\nOù :\nLe premier paragraphe\n\n"
        "À lire :\nUn nom\ncomplet\n\nPourquoi :\nLe nom a changé.\n\n"
        "De la part de :\nUne lectrice\n"
    )
    file = downloaded(reader, "Enregistrer le texte", tmp_path)
    assert (file.name, file.read_text("utf-8")) == ("correction-a-propos.txt", text)


def test_a_term_that_is_lacking_is_proposed(reader: Page, site: str) -> None:
    reader.goto(f"{site}/corriger/?terme=interstice")
    expect(reader.get_by_role("heading", name="1. Proposer un terme")).to_be_visible()
    reader.get_by_label("Le terme").fill("")
    reader.get_by_role("button", name="Relire ma proposition").click()
    expect(reader.locator(".correction-fautes li")).to_have_text(
        [
            "Le terme : Attendu : le terme à ajouter.",
            "Pourquoi ce terme : Attendu : une raison, en quelques mots.",
        ]
    )
    reader.get_by_label("Le terme").fill("Interstice")
    reader.get_by_label("Ce qu’il veut dire").fill("Un lieu entre deux.")
    reader.get_by_label("Pourquoi ce terme").fill("Lu dans un article.")
    text = propose(reader).input_value()
    assert text == (
        "Page : https://val.invalid/savoir/glossaire/\n\nTerme :\nInterstice\n\n"
        "Ce qu’il veut dire :\nUn lieu entre deux.\n\nPourquoi :\nLu dans un article.\n"
    )


def test_a_page_address_that_is_none_of_the_site_is_not_followed(reader: Page, site: str) -> None:
    for asked in ("https://ailleurs.invalid/", "../../", "javascript:alert(1)", "%3Cscript%3E"):
        reader.goto(f"{site}/corriger/?page={asked}")
        link = reader.locator("form.correction p a").first
        expect(link).to_have_text("l’accueil")
        assert link.get_attribute("href") == f"{site}/"


@pytest.fixture
def with_a_host(reader: Page) -> Callable[[str], None]:
    """Give the page a Git host of this kind, and a mailbox."""

    def give(kind: str) -> None:
        path = "/-/issues/new" if kind == "gitlab" else "/issues/new"
        said = (
            f'data-genre="{kind}" data-demande="https://forge.invalid/val/savoir{path}" '
            'data-courriel="contact@val.invalid" data-contact='
        )

        def served(route: Route) -> None:
            got = route.fetch()
            route.fulfill(response=got, body=got.text().replace("data-contact=", said, 1))

        reader.route(re.compile(r"/corriger/\?page="), served)

    return give


@pytest.mark.parametrize(
    ("kind", "start", "title", "body"),
    [
        ("github", "/val/savoir/issues/new", "title", "body"),
        ("gitlab", "/val/savoir/-/issues/new", "issue[title]", "issue[description]"),
    ],
)
def test_the_request_is_ready_on_the_host_of_the_files(
    reader: Page,
    site: str,
    with_a_host: Callable[[str], None],
    kind: str,
    start: str,
    title: str,
    body: str,
) -> None:
    with_a_host(kind)
    text = friche_corrected(reader, site)
    link = reader.get_by_role("link", name="Ouvrir une demande sur Git")
    address = urlsplit(link.get_attribute("href") or "")
    said = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert (address.netloc, address.path) == ("forge.invalid", start)
    assert said == {title: "Correction : Friche", body: text.replace("\n", "\r\n")}
    assert link.get_attribute("rel") == "noopener noreferrer"
    mail = reader.get_by_role("link", name="Écrire un courriel").get_attribute("href") or ""
    assert mail.startswith("mailto:contact@val.invalid?subject=Correction%20%3A%20Friche&body=Page")


def test_a_long_text_is_to_be_pasted(
    reader: Page, site: str, with_a_host: Callable[[str], None]
) -> None:
    with_a_host("github")
    reader.goto(site + FRICHE)
    reader.get_by_label("Pourquoi cette correction").fill("Une longue raison, bien étayée. " * 300)
    propose(reader)
    link = reader.get_by_role("link", name="Ouvrir une demande sur GitHub")
    href = link.get_attribute("href") or ""
    assert len(href) < 8000
    assert parse_qs(urlsplit(href).query)["body"] == ["(Collez ici le texte de la proposition.)"]
    expect(reader.locator("li").filter(has=link)).to_contain_text(
        "Le texte est trop long pour être mis d’avance : copiez-le, puis collez-le."
    )


def test_without_host_nor_mailbox_the_text_is_copied_for_the_contact_page(
    reader: Page, site: str
) -> None:
    reader.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text = friche_corrected(reader, site)
    reader.get_by_role("button", name="Copier le texte").click()
    expect(reader.get_by_text("Le texte est copié.")).to_be_visible()
    assert reader.evaluate("navigator.clipboard.readText()") == text
    contact = reader.get_by_role("link", name="page de contact")
    assert contact.get_attribute("href") == "https://val.invalid/"


def test_nothing_is_asked_elsewhere_nor_kept_nor_refused(reader: Page, site: str) -> None:
    asked: list[str] = []
    said: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.on("console", lambda message: said.append(message.text))
    friche_corrected(reader, site)
    assert [url for url in asked if not url.startswith((site, "blob:"))] == []
    assert said == []
    stored = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert reader.evaluate(stored) == [0, 0, ""]


def test_axe_finds_nothing_folded_open_at_fault_or_read_again(page: Page, site: str) -> None:
    page.goto(site + GARDEN)
    page.wait_for_selector("form.correction")
    assert obstacles(page) == []
    page.locator("form.correction details").evaluate_all(OPEN)
    page.get_by_label("En clair", exact=True).fill("Court.")
    propose(page)
    assert obstacles(page) == []
    page.get_by_label("En clair", exact=True).fill(PLAIN)
    page.get_by_label("Pourquoi cette correction").fill("Pour voir.")
    propose(page)
    expect(page.locator(".correction-relecture")).to_be_visible()
    assert obstacles(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_not_touched_of_any_kind_of_entry_does_not_change(reader: Page, site: str) -> None:
    choices = json.loads(reader.request.get(f"{site}/corriger/choix.json").text())
    one_of_each = {entry["schema"]: entry for entry in choices["fiches"]}
    assert len(one_of_each) > 8
    for entry in one_of_each.values():
        reader.goto(f"{site}/corriger/?page={entry['page']}")
        reader.wait_for_selector("form.correction")
        reader.locator("form.correction details").evaluate_all(OPEN)
        reader.get_by_label("Pourquoi cette correction").fill("Rien.")
        text = propose(reader).input_value()
        assert text.endswith("Pourquoi :\nRien.\n"), entry["fichier"]


def test_without_a_script_the_page_says_where_and_what_to_write(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/glossaire/friche/")
    page.get_by_role("link", name="Proposer une correction").click()
    told = page.locator(".sans-script")
    expect(told).to_be_visible()
    expect(told).to_contain_text("l’adresse de la page, telle qu’elle est dans la barre")
    link = told.get_by_role("link", name="la page de contact de la Chaire du Val")
    assert link.get_attribute("href") == "https://val.invalid/"
    context.close()


def test_where_the_form_cannot_be_loaded_the_page_says_so_too(reader: Page, site: str) -> None:
    reader.route("**/choix.json", lambda route: route.abort())
    reader.goto(site + FRICHE)
    expect(reader.get_by_role("heading", name="Écrire sans formulaire")).to_be_visible()
    expect(reader.locator("#correction")).to_have_text(
        "Le formulaire n’a pas pu être chargé. Rechargez la page, ou écrivez sans lui."
    )


def test_while_the_form_is_coming_the_page_says_so(reader: Page, site: str) -> None:
    waiting: list[Route] = []
    reader.route("**/choix.json", lambda route: waiting.append(route))
    with reader.expect_request("**/choix.json"):
        reader.goto(site + FRICHE)
    expect(reader.locator("#correction")).to_have_text("Le formulaire se charge…")
    waiting[0].continue_()
    expect(reader.locator("form.correction")).to_be_visible()


def test_search_engines_are_not_led_to_it(reader: Page, site: str) -> None:
    reader.goto(site + FRICHE)
    assert reader.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert "/corriger/" not in reader.request.get(f"{site}/sitemap.xml").text()
