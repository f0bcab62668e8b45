/* The whole proposal under the reader's eyes, then the ways to send it. */
import { diffWordsWithSpace } from "../vendor/diff-9.0.0.js";
import { button, element } from "./elements.js";
import { addresses, written } from "./proposition.js";

export function review(place, proposal, publisher) {
  const { id, title, path, patch, after, changes, said } = proposal;
  const address = publisher.site + publisher.page;
  const message = written({ address, path, patch, said });
  const shown = element("textarea", { id: "texte-propose", readonly: true, rows: Math.min(message.split("\n").length, 24) });
  shown.value = message;
  const status = element("p", { role: "status", class: "correction-dit" });
  const heading = `Correction : ${title}`;
  place.replaceChildren(
    element("h2", { id: "relire" }, "3. Relire et envoyer"),
    ...(changes.length ? changed(changes) : [element("p", {}, path ? "Aucun champ n’est changé : la proposition est une remarque." : "")]),
    element("label", { for: "texte-propose" }, "Le texte de la proposition, tel qu’il partira"),
    shown,
    element("p", { class: "correction-actions" },
      button("Copier le texte", () => copy(shown, status)),
      ...(patch ? [file("Enregistrer le correctif", `correction-${id}.patch`, patch), file("Enregistrer le fichier corrigé", path.split("/").at(-1), after)] : []),
      ...(patch ? [] : [file("Enregistrer le texte", `correction-${id}.txt`, message)]),
    ),
    status,
    ...ways(addresses(publisher, heading, message), publisher),
  );
  place.hidden = false;
}

/* Each field that changes, word by word. */
function changed(changes) {
  const rows = changes.flatMap(([label, before, after]) => {
    const parts = diffWordsWithSpace(plain(before), plain(after)).map(({ added, removed, value }) => {
      if (!added && !removed) return shortened(value);
      return element(added ? "ins" : "del", {}, element("span", { class: "hors-vue" }, added ? " ajouté : " : " ôté : "), value);
    });
    return [element("dt", {}, label), element("dd", {}, ...parts)];
  });
  return [element("p", {}, "Ce qui change :"), element("dl", { class: "changements" }, ...rows)];
}

/* The beginning and the end of a long text, in whole words. */
const shortened = (text) =>
  text.length > 160 ? `${text.slice(0, 60).replace(/\S*$/, "")}[…]${text.slice(-60).replace(/^\S*/, "")}` : text;

/* A value as words: its texts one after the other. */
function plain(value) {
  if (value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return Object.values(value).map(plain).join(" · ");
}

async function copy(shown, status) {
  try {
    await navigator.clipboard.writeText(shown.value);
    status.textContent = "Le texte est copié.";
  } catch {
    shown.select();
    status.textContent = "La copie n’est pas permise ici : le texte est sélectionné.";
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
