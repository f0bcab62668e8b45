"""Proposing a correction: from any page, without an account, and nothing leaves unseen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from playwright.sync_api import Browser, Page, Route, expect

from prendre_place.load.project import load
from prendre_place.verify import verified
from tests.conftest import ROOT, copy_project
from tests.navigateur.axe import obstacles
from tests.navigateur.corriger import (
    FRICHE,
    GARDEN,
    OPEN,
    PLAIN,
    choose,
    downloaded,
    friche_corrected,
    lines,
    opened,
    propose,
)


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
    assert lines(page.locator("dl.changements")) == [
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
    told = lines(page.locator("dl.changements"))
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
    expect(reader.get_by_role("heading", name="Proposer un terme", level=1)).to_be_visible()
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
