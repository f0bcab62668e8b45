"""The fields of a proposal: what is chosen by name, what is told of faults, the keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.mistakes import MISTAKES
from tests.navigateur.axe import obstacles
from tests.navigateur.corriger import (
    FRICHE,
    GARDEN,
    friche_corrected,
    lines,
    opened,
    propose,
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
    assert lines(summary.locator("li")) == [
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
    assert lines(page.locator(".correction-fautes li")) == [
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
