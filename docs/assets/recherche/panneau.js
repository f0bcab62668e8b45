/* The field, the number of answers, the answers by kind: the same in the dialogue and on the page. */
import { Engine } from "./moteur.js";

const PAUSE = 120; // ms between the last key and the search
const SPOKEN_PAUSE = 600; // ms before the count is spoken, so that it is spoken once
const FIRST = 3; // best answers of all kinds, shown before the groups
const BATCH = 12; // answers shown at once

let engine;
const ready = () => (engine ??= Engine.open().catch((fault) => ((engine = undefined), Promise.reject(fault))));

const sheet = element("link", { rel: "stylesheet", href: new URL("recherche.css", import.meta.url) });
/* Settles when the panel has its look, or will do without. */
export const dressed = new Promise((settle) => (sheet.onload = sheet.onerror = settle));
document.head.append(sheet);

/* One element with its attributes and its children; strings become text, never HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/* A search panel: { form, field, show(query) }. `level` is that of its headings; `changed` is
   told each query. */
export function panel({ level, page, changed = () => {} }) {
  const field = element("input", {
    type: "search", name: "q", id: "recherche-champ", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    enterkeyhint: "search",
  });
  const status = element("p", { role: "status", class: "recherche-nombre" });
  const answers = element("div", { class: "recherche-reponses" });
  const form = element(
    "form",
    { role: "search", action: page, method: "get", class: "recherche" },
    element("label", { for: "recherche-champ" }, "Un terme, un sigle, un conseil, un nom"),
    field,
    status,
    answers,
  );
  let turn = 0;
  let typing;
  let speaking;

  const say = (text, pause) => {
    clearTimeout(speaking);
    speaking = setTimeout(() => (status.textContent = text), pause);
  };

  async function show(query, pause = 0) {
    const mine = ++turn;
    changed(query);
    try {
      const asked = query.trim();
      const search = asked ? await ready() : undefined;
      const found = search ? await search.find(asked) : [];
      const near = search && !found.length ? await search.find(asked, true) : [];
      const shown = await batch(search, found.length ? found : near.slice(0, FIRST), 0);
      if (mine !== turn) return; // something else was typed meanwhile
      const lacking = asked ? [found.length ? lack(asked) : nothing(asked)] : [];
      const heading = asked && !found.length && shown.length ? [element("p", {}, "Vouliez-vous dire :")] : [];
      answers.replaceChildren(...heading, ...shown, ...lacking);
      say(asked ? count(found.length, asked) : "", pause);
    } catch {
      if (mine === turn) say("La recherche n’a pas pu être chargée. Vérifiez la connexion, puis recommencez.", 0);
    }
  }

  /* The answers from one on, and a button for those after. */
  async function batch(search, found, from) {
    const cards = await Promise.all(found.slice(from, from + BATCH).map((one) => search.card(one)));
    const shown = grouped(cards, level, from ? 0 : FIRST);
    if (found.length <= from + BATCH) return shown;
    const more = element("button", { type: "button", class: "recherche-bouton" }, "Afficher la suite");
    more.addEventListener("click", async () => {
      const next = await batch(search, found, from + BATCH);
      more.replaceWith(...next);
      next[0].querySelector("a").focus();
    });
    return [...shown, more];
  }

  const nothing = (asked) =>
    element(
      "p",
      {},
      "Parcourez le ",
      element("a", { href: new URL("../glossaire/", page).href }, "glossaire de A à Z"),
      ", ou, si un terme manque, ",
      proposing(asked, "proposez-le"),
      ".",
    );

  const lack = (asked) => element("p", { class: "recherche-clair" }, "Un terme manque ? ", proposing(asked, "Proposez-le"), ".");

  function proposing(asked, words) {
    const address = new URL("../corriger/", page);
    address.searchParams.set("terme", asked);
    return element("a", { href: address.href, rel: "nofollow" }, words);
  }

  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => show(field.value, SPOKEN_PAUSE), PAUSE);
  });
  field.addEventListener("focus", () => ready().catch(() => {}), { once: true });
  form.addEventListener("keydown", (event) => move(event, field, answers));
  return { form, field, show };
}

/* Up and down arrows go from the field to the answers and back. */
function move(event, field, answers) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [field, ...answers.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/* The best answers whatever their kind, then the others by kind. */
function grouped(cards, level, first) {
  const best = cards.slice(0, first);
  const kinds = byKind(cards.slice(first));
  const sections = [...kinds].map(([kind, members]) => group(kind, members, level, false));
  return best.length ? [group("Les plus proches", best, level, true), ...sections] : sections;
}

function byKind(cards) {
  const kinds = new Map();
  for (const card of cards) kinds.set(card.kind, [...(kinds.get(card.kind) ?? []), card]);
  return kinds;
}

function group(title, cards, level, withKind) {
  const items = cards.map(({ kind, url, title, acronym, plain }) => {
    const name = acronym && acronym !== title ? `${title} (${acronym})` : title;
    const line = element("p", {}, element("a", { href: url }, name));
    if (withKind) line.append(" ", element("span", { class: "etat" }, kind));
    return element("li", {}, line, element("p", { class: "recherche-clair" }, plain));
  });
  return element("section", {}, element(`h${level}`, {}, title), element("ul", {}, ...items));
}

const count = (number, asked) =>
  number === 0 ? `Aucun résultat pour « ${asked} »` : `${number} résultat${number > 1 ? "s" : ""} pour « ${asked} »`;
