"""The form, with a stand-in for the forge or a folder: what is read, said and saved."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import copy_project
from tests.mistakes import MISTAKES
from tests.navigateur.axe import obstacles
from tests.navigateur.forge import Forge
from tests.navigateur.redaction import Editor, form_of, signed_in

COMMENTED = """\
# Relu avec l’association.
id: commun
terme: Commun   # au singulier
domaine: 'coopération'
en_clair: >-
  Une chose que personne ne possède seul et dont un groupe prend soin : il suit des
  règles qu’il se donne, « sans maître ».
statut: publie
version: 2
historique:
  - version: 1
    date: 2025-03
    note: Première rédaction.
  # La source vient du comité.
  - {version: 2, date: 2026-01-15, note: Ajout d’une source.}
definition: |-
  Une ressource, un groupe, des règles [@martin2001jardin, p. 5].

  Une [[friche]] peut le devenir.
sources:
  - cle: martin2001jardin
    lieu: "p. 5"
    pour: la définition
liees: [friche]
# Fin.
"""
ENTRIES = [
    "glossary/entries/jardin-partage",
    "concepts/entries/jardiner",
    "terrains/entries/jardin-du-val",
    "preconisations/entries/ouvrir-la-grille",
    "organisations/entries/ville-de-valbourg",
    "enquete/entries/chiffres",
    "situer/entries/se-situer",
]
OPEN_FOLDER = """
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
"""
FILL_FOLDER = """async (files) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(files)) {
        const [name, folder] = path.split("/").reverse();
        const parent = folder ? await root.getDirectoryHandle(folder, { create: true }) : root;
        const file = await (await parent.getFileHandle(name, { create: true })).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
TOLD = [mistake for mistake in MISTAKES if mistake.form and mistake.form.said]
CHECKED = [mistake for mistake in MISTAKES if mistake.form and mistake.form.checked]
READ_FILE = """async ([folder, name]) => {
    const root = await navigator.storage.getDirectory();
    const parent = await root.getDirectoryHandle(folder);
    return (await (await parent.getFileHandle(name)).getFile()).text();
}"""


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Forge]]:
    """Address of the form of the invented project, and its forge."""
    forge = Forge("gitlab")
    project = copy_project(tmp_path_factory.mktemp("redaction") / "projet")
    (project / "glossary" / "commun.yml").write_text(COMMENTED, encoding="utf-8")
    with forge, form_of(project, forge, f"{forge.address}/chaire/savoir") as address:
        yield address, forge


@pytest.fixture(scope="module")
def editor(browser: Browser, form: tuple[str, Forge]) -> Iterator[Editor]:
    """The form after signing in; the browser itself speaks English."""
    address, forge = form
    with signed_in(browser, address, forge) as editor:
        yield editor


def test_a_field_changed_through_the_forge_changes_its_line_alone(editor: Editor) -> None:
    editor.open("glossary/entries/commun")
    box = editor.textbox("En clair")
    box.fill(editor.value(box).replace("qu’il se", "qu’il ne se"))
    path, text = editor.save()
    assert path == "glossary/commun.yml"
    assert text == COMMENTED.replace("règles qu’il se donne", "règles qu’il ne se donne")
    assert editor.forge.commits[-1].message == "Modifié : entrée du glossaire, commun"


@pytest.mark.parametrize("place", ENTRIES, ids=lambda place: place.split("/")[0])
def test_every_kind_is_saved_without_any_other_change(editor: Editor, place: str) -> None:
    editor.open(place)
    box = editor.textbox("En clair")
    box.fill(editor.value(box).removesuffix(".") + " !")
    known = dict(editor.forge.texts)
    path, text = editor.save()
    assert path.endswith(f"/{place.split('/')[-1]}.yml")
    lines = zip(known[path].split("\n"), text.split("\n"), strict=True)
    changed = [(before, after) for before, after in lines if before != after]
    assert len(changed) == 1
    assert changed[0][1] == changed[0][0].removesuffix(".") + " !"


def test_a_cell_of_a_table_and_an_acronym_change_alone(editor: Editor) -> None:
    for place, folded, path, old, new in (
        ("concepts/entries/jardiner", "figures", "figures.0.lignes.1.0", "Loué", "Prêté"),
        ("listes/entries/sigles", "sigles", "sigles.1.developpement", "du Val", "d’en bas"),
        ("listes/entries/mots-etrangers", "en", "en.0", "rewilding", "urban commons"),
    ):
        editor.open(place)
        known = dict(editor.forge.texts)
        if folded != "en":
            editor.unfold(folded)
        box = editor.field(path).get_by_role("textbox")
        box.fill(editor.value(box).replace(old, new))
        file, text = editor.save()
        assert text == known[file].replace(old, new), file


def test_a_new_entry_is_named_after_its_term_and_cites_a_chosen_reference(editor: Editor) -> None:
    page = editor.page
    editor.open("glossary/new")
    expect(editor.textbox("Terme")).to_be_visible()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("5 champs comportent des erreurs.")).to_be_visible()
    editor.textbox("Terme").fill("L’interstice d’œuvre")
    page.get_by_role("combobox", name="Domaine").click()
    page.get_by_role("option", name="territoire").click()
    editor.textbox("En clair").fill("Trop court.")
    expect(page.get_by_text("Attendu : de 15 à 45 mots.")).to_be_visible()
    editor.textbox("En clair").fill(
        "Un lieu que personne n’avait prévu, entre deux bâtiments, et où des voisins essaient "
        "ensemble quelque chose.",
    )
    editor.textbox("Définition").fill("Un lieu [@martin2001jardin, p. 5].")
    sources = editor.field("sources")
    sources.get_by_role("button", name="Ajouter").click()
    sources.get_by_role("combobox").click()
    page.get_by_role("option", name="Martin et Petit (2001), Le jardin partagé").click()
    editor.textbox("Lieu").fill("p. 5")
    editor.textbox("Pour").fill("la définition")
    path, text = editor.save()
    assert path == "glossary/l-interstice-d-oeuvre.yml"
    text = re.sub(r"date: \d{4}-\d\d-\d\d", "date: 2026-11-20", text)
    assert text == (
        """\
id: l-interstice-d-oeuvre
terme: L’interstice d’œuvre
domaine: territoire
en_clair: >-
  Un lieu que personne n’avait prévu, entre deux bâtiments, et où des voisins essaient ensemble
  quelque chose.
statut: brouillon
version: 1
historique:
  - version: 1
    date: 2026-11-20
    note: Première rédaction.
definition: Un lieu [@martin2001jardin, p. 5].
sources:
  - cle: martin2001jardin
    lieu: p. 5
    pour: la définition
"""
    )


def test_the_form_meets_the_rules_of_accessibility(editor: Editor) -> None:
    """Good practice is not whole: the editor has neither a main landmark nor a first heading."""
    for place, seen in (("glossary", "Rechercher des contenus…"), ("glossary/new", "Terme")):
        editor.open(place)
        role = editor.page.get_by_role("searchbox").or_(editor.page.get_by_role("textbox"))
        expect(role.and_(editor.page.get_by_label(seen, exact=True))).to_be_visible()
        found = obstacles(editor.page)
        known = ("region :", "landmark-one-main :", "page-has-heading-one :")
        assert [fault for fault in found if not fault.startswith(known)] == []


def test_the_form_speaks_french_and_asks_the_forge_alone(editor: Editor) -> None:
    """After all that was done above."""
    page = editor.page
    editor.open("glossary")
    expect(page.get_by_role("searchbox", name="Rechercher des contenus…")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "fr"
    loaded = page.evaluate("[...document.fonts].map(({family, status}) => `${family} ${status}`)")
    assert "Material Symbols Outlined loaded" in [name.replace('"', "") for name in loaded]
    assert editor.asked == []
    assert editor.refused == []


def test_a_folder_of_the_machine_is_read_and_written(
    browser: Browser, form: tuple[str, Forge]
) -> None:
    """The folder is one of the browser's own, given in place of the picker's."""
    address, forge = form
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.add_init_script(OPEN_FOLDER)
    page.goto(address)
    page.evaluate(FILL_FOLDER, {**forge.texts, "glossary/commun.yml": COMMENTED})
    page.get_by_role("button", name="Ouvrir le dossier du projet").click()
    expect(page.get_by_role("row", name="Friche")).to_be_visible()
    editor = Editor(page, forge)
    editor.open("glossary/entries/commun")
    expect(editor.textbox("Terme")).to_be_visible()
    editor.textbox("Terme").fill("Communs")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Entrée enregistrée.")).to_be_visible()
    text = page.evaluate(READ_FILE, ["glossary", "commun.yml"])
    assert text == COMMENTED.replace("terme: Commun ", "terme: Communs ")
    context.close()


def test_without_javascript_the_page_says_what_it_is_and_where_to_write(
    browser: Browser, form: tuple[str, Forge]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(form[0])
    expect(page).to_have_title("Rédaction – Le savoir du Val")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Il lui faut JavaScript. S’il ne s’ouvre pas,")
    expect(main.get_by_role("link", name="nous écrire")).to_have_attribute(
        "href", "https://val.invalid/"
    )
    context.close()


def test_a_usual_mistake_is_told_above_its_field(editor: Editor) -> None:
    editor.open("glossary/entries/friche")
    for name in ("historique", "sources"):
        editor.field(name).get_by_role("button", name="Développer").click()
    for mistake in TOLD:
        assert mistake.form and mistake.form.said
        field = editor.field(mistake.form.path)
        box = field.get_by_role("textbox")
        before = editor.value(box)
        box.fill(mistake.form.text)
        editor.saving.click()
        expect(field.get_by_role("alert"), mistake.name).to_contain_text(mistake.form.said)
        box.fill(before)
    editor.open("glossary")


def test_what_only_the_checks_see_is_saved_as_it_was_typed(editor: Editor) -> None:
    before: dict[str, str] = {}
    for mistake in CHECKED:
        assert mistake.form
        editor.open("glossary/entries/friche")
        for path, text in [*before.items(), (mistake.form.path, mistake.form.text)]:
            field = editor.field(path)
            box = field.get_by_role("textbox").or_(field.get_by_role("spinbutton"))
            before.setdefault(path, editor.value(box))
            box.fill(text)
        _, saved = editor.save()
        assert saved == mistake.text, mistake.name
