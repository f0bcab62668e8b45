/* The whole proposal under the reader's eyes, in words, then the ways to send it; the text that
   leaves, with its patch, is there to be unfolded. */
import { diffWordsWithSpace } from "../vendor/diff-9.0.0.js";
import { button, element } from "./elements.js";
import { addresses, written } from "./proposition.js";

const CONTEXT = 60;

export function review(place, proposal, publisher) {
  const { title, path, patch, changes, said, isNew } = proposal;
  const message = written({ address: publisher.site + publisher.page, path, patch, said });
  const exact = exactText(proposal, message);
  const status = element("p", { role: "status", class: "correction-dit" });
  place.replaceChildren(
    element("h2", { id: "relire" }, "3. Relire et envoyer"),
    element("p", {}, `Voici ce que vous proposez${isNew ? "" : ` pour « ${title} »`}. Rien n’est encore parti.`),
    ...(changes.length || !path ? [] : [element("p", {}, "Aucun champ n’est changé : la proposition est une remarque.")]),
    element("dl", { class: "changements" }, ...changes.flatMap(changed), ...said.flatMap(told)),
    ...ways(addresses(publisher, `${isNew ? "Proposition" : "Correction"} : ${title}`, message), publisher),
    element("p", { class: "correction-actions" }, button("Copier le texte", () => copy(exact, status))),
    status,
    exact,
  );
  place.hidden = false;
}

const told = ([label, text]) => (text ? [element("dt", {}, label), element("dd", {}, text)] : []);

/* One field that changes: what it says, what it would say. */
function changed({ label, before, after, isText }) {
  const name = element("dt", {}, label);
  if (!before || !after) return [name, line(before ? "Ôté" : "Ajouté", element(before ? "del" : "ins", {}, before || after))];
  const parts = isText ? diffWordsWithSpace(before, after) : [{ removed: true, value: before }, { added: true, value: after }];
  return [
    name,
    line("Avant", ...parts.filter(({ added }) => !added).map(({ removed, value }) => marked("del", removed, value))),
    line("Après", ...parts.filter(({ removed }) => !removed).map(({ added, value }) => marked("ins", added, value))),
  ];
}

const line = (word, ...parts) => element("dd", {}, element("span", { class: "correction-sens" }, `${word} : `), ...parts);

const marked = (tag, changes, text) => (changes ? element(tag, {}, text) : shortened(text));

/* The beginning and the end of a long text, in whole words. */
const shortened = (text) =>
  text.length > 3 * CONTEXT ? `${text.slice(0, CONTEXT).replace(/\S*$/, "")}[…]${text.slice(-CONTEXT).replace(/^\S*/, "")}` : text;

/* The text that leaves, folded: who keeps the files reads it, not who proposes. */
function exactText({ id, path, patch, after }, message) {
  const shown = element("textarea", { id: "texte-propose", readonly: true, rows: Math.min(message.split("\n").length, 24) });
  shown.value = message;
  const files = patch
    ? [file("Enregistrer le correctif", `correction-${id}.patch`, patch), file("Enregistrer le fichier corrigé", path.split("/").at(-1), after)]
    : [file("Enregistrer le texte", `correction-${id}.txt`, message)];
  const lines = patch ? " et, pour qui tient les fichiers du site, les lignes exactes à changer. Vous n’avez pas besoin de les comprendre" : "";
  return element(
    "details",
    { class: "correction-exact" },
    element("summary", {}, "Voir le texte exact qui partira"),
    element("p", {}, `Il dit la même chose que ci-dessus : la page, vos explications${lines}.`),
    element("label", { for: shown.id, class: "hors-vue" }, "Le texte de la proposition, tel qu’il partira"),
    shown,
    element("p", { class: "correction-actions" }, ...files),
  );
}

async function copy(exact, status) {
  const shown = exact.querySelector("textarea");
  try {
    await navigator.clipboard.writeText(shown.value);
    status.textContent = "Le texte est copié.";
  } catch {
    exact.open = true;
    shown.select();
    status.textContent = "La copie n’est pas permise ici : le texte est sélectionné plus bas.";
  }
}

function file(label, name, content) {
  const href = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
  return element("a", { class: "md-button", href, download: name }, label);
}

/* Where to send it: the host of the files, a mailbox, or the publisher's own page. */
function ways({ demande, courriel }, { genre, contact }) {
  const items = [];
  const outside = { target: "_blank", rel: "noopener noreferrer" };
  const paste = (whole) => (whole ? "" : " Le texte est trop long pour être mis d’avance : copiez-le, puis collez-le.");
  if (demande) {
    const host = genre === "gitlab" ? "GitLab" : "GitHub";
    const link = element("a", { href: demande.address, ...outside }, `Ouvrir une demande sur ${host}`);
    items.push(element("li", {}, link, ` (nouvel onglet ; il y faut un compte). La demande est prête ; vous la validez là-bas.${paste(demande.whole)}`));
  }
  if (courriel) {
    const link = element("a", { href: courriel.address }, "Écrire un courriel");
    items.push(element("li", {}, link, ` dans votre messagerie.${paste(courriel.whole)}`));
  }
  if (!courriel) {
    const link = element("a", { href: contact, ...outside }, "page de contact");
    items.push(element("li", {}, "Copier le texte, et le coller dans un message à l’adresse donnée sur la ", link, " (nouvel onglet)."));
  }
  return [element("p", {}, items.length > 1 ? "Pour l’envoyer, au choix :" : "Pour l’envoyer :"), element("ul", {}, ...items)];
}
