/* « Proposer une correction »: the fields of the page, why, then all that would be sent, to be
   read again. Nothing leaves the browser before the reader sends it. */
import { modify, read } from "../yaml/modifier.js";
import { changes } from "./changements.js";
import { Choices } from "./choix.js";
import { fields, tidied } from "./champs.js";
import { button, dressed, element, labelled, textarea } from "./elements.js";
import { patch } from "./proposition.js";
import { review } from "./relecture.js";
import { faults } from "./verifier.js";

const ROOT = new URL("../", location.href.replace(/[?#].*/, ""));
const PAGE = /^(?:[\w-]+\/)*$/;
const PAST_VERSION = /(?<=.)v\d+\/$/;

export async function mount(place) {
  const query = new URLSearchParams(location.search);
  const asked = query.get("page") ?? "";
  const page = PAGE.test(asked) ? asked.replace(PAST_VERSION, "") : "";
  const subject = query.has("terme") ? ofMissing(query.get("terme")) : await ofKnown(page);
  if (subject.isNew) document.querySelector("h1").textContent = "Proposer un terme";
  await dressed;
  place.replaceChildren(form(subject, { ...place.dataset, page: subject.page ?? page }));
}

async function ofKnown(page) {
  const known = await json("corriger/choix.json");
  const entry = known.fiches.find((one) => one.page === page);
  return entry ? ofEntry(entry, new Choices(known)) : ofPage(page);
}

const text = (path) => fetch(new URL(path, ROOT)).then((got) => (got.ok ? got.text() : Promise.reject(got)));
const json = (path) => text(path).then(JSON.parse);

/* What is corrected: { title, parts, check(), proposal() }. */
async function ofEntry(entry, choices) {
  const [schema, source] = await Promise.all([json(`corriger/schemas/${entry.schema}.json`), text(entry.donnees)]);
  const { value } = read(source);
  const before = structuredClone(value);
  const { list, show } = fields(schema, value, choices);
  const wanted = () => tidied(value, schema);
  return {
    title: entry.titre,
    id: entry.id,
    path: entry.fichier,
    parts: [
      element(
        "p",
        {},
        "Ouvrez le champ à corriger ; les autres resteront tels qu’ils sont. Dans les textes, laissez en place ce qui est entre crochets : « [[…]] » mène à une autre page, « [@…] » à une source. ",
        "Vous pouvez aussi ne rien changer ici et seulement ",
        element("a", { href: "#expliquer" }, "expliquer ce qui ne va pas"),
        ".",
      ),
      list,
    ],
    faults: () => [...show(faults(schema, wanted(), choices, before)), ...refusal(source, wanted())],
    proposal: () => {
      const after = modify(source, wanted());
      return {
        after,
        patch: after === source ? "" : patch(entry.fichier, source, after),
        changes: [...changes(schema, before, wanted(), choices)],
        said: [],
      };
    },
  };
}

/* Why a value cannot be written in a text, where that is so. */
function refusal(source, value) {
  try {
    modify(source, value);
    return [];
  } catch ({ message }) {
    const instead = "Rechargez la page, et décrivez-le dans « Pourquoi cette correction ».";
    return [{ text: `${message} ${instead}`, focus: () => document.getElementById("pourquoi").focus() }];
  }
}

/* A page that is no entry: a list, the home page, a page written by hand. */
function ofPage(page) {
  const where = textarea();
  const what = textarea();
  return {
    title: page ? `/${page}` : "l’accueil",
    id: page.replaceAll("/", "-").replace(/-$/, "") || "accueil",
    parts: [
      labelled(where, { label: "Où, dans la page", help: "Le titre de la partie, ou le passage recopié.", optional: true }),
      labelled(what, { label: "Ce qu’il faudrait lire", optional: true }),
    ],
    faults: () => [],
    proposal: () => ({ changes: [], said: [["Où", where.value.trim()], ["À lire", what.value.trim()]] }),
  };
}

/* A term that the glossary lacks. */
function ofMissing(word) {
  const term = element("input", { type: "text", autocomplete: "off" });
  const meaning = textarea();
  term.value = word.trim();
  const box = labelled(term, { label: "Le terme" });
  return {
    title: "un terme qui manque",
    id: "terme",
    page: "glossaire/",
    isNew: true,
    parts: [
      box,
      labelled(meaning, {
        label: "Ce qu’il veut dire",
        help: "Avec vos mots, ou comme vous l’avez lu. Quelques lignes suffisent.",
        optional: true,
      }),
    ],
    faults: () => {
      const missing = term.value.trim() ? "" : "Attendu : le terme à ajouter.";
      box.querySelector(".correction-faute").textContent = missing;
      term.setAttribute("aria-invalid", missing ? "true" : "false");
      return missing ? [{ text: `Le terme : ${missing}`, focus: () => term.focus() }] : [];
    },
    proposal: () => ({ changes: [], said: [["Terme", term.value.trim()], ["Ce qu’il veut dire", meaning.value.trim()]] }),
  };
}

function form(subject, publisher) {
  const why = textarea();
  const source = textarea();
  const who = element("input", { type: "text", autocomplete: "off" });
  const summary = element("div", { class: "correction-fautes", role: "alert" });
  const after = element("section", { class: "correction-relecture", "aria-labelledby": "relire", tabindex: "-1", hidden: true });
  const reason = subject.isNew
    ? { label: "Pourquoi ce terme", help: "Où vous l’avez rencontré, à quoi il servirait." }
    : { label: "Pourquoi cette correction", help: "Ce qui ne va pas, en une ou deux phrases." };
  const whyBox = labelled(why, { id: "pourquoi", ...reason });
  const made = element(
    "form",
    { class: "correction", novalidate: true },
    ...(subject.isNew ? [] : [element("p", {}, "Page : ", element("a", { href: new URL(publisher.page, ROOT) }, subject.title))]),
    element("h2", { id: "corriger" }, subject.isNew ? "1. Dire" : "1. Corriger"),
    ...subject.parts,
    element("h2", { id: "expliquer" }, "2. Expliquer"),
    whyBox,
    labelled(source, { label: "Source", help: "D’après quoi : auteur, titre, année, page, adresse.", optional: true }),
    labelled(who, {
      label: "Votre nom, ou une adresse où vous répondre",
      help: "Ce que vous écrivez ici sera dans la proposition, et nulle part ailleurs.",
      optional: true,
    }),
    element("p", { class: "correction-note" }, "Ne nommez aucune personne interrogée pendant l’enquête."),
    summary,
    element("p", {}, element("button", { class: "md-button correction-principal" }, "Relire ma proposition")),
  );
  made.addEventListener("submit", (event) => {
    event.preventDefault();
    const missing = why.value.trim() ? "" : "Attendu : une raison, en quelques mots.";
    whyBox.querySelector(".correction-faute").textContent = missing;
    why.setAttribute("aria-invalid", missing ? "true" : "false");
    const found = subject.faults();
    if (missing) found.push({ text: `${reason.label} : ${missing}`, focus: () => why.focus() });
    after.hidden = found.length > 0;
    tell(summary, found);
    if (found.length) return summary.querySelector("button").focus();
    const { said, ...proposal } = subject.proposal();
    const all = [...said, ["Pourquoi", why.value.trim()], ["Source", source.value.trim()], ["De la part de", who.value.trim()]];
    review(after, { ...subject, ...proposal, said: all }, publisher);
    after.focus();
  });
  return element("div", {}, made, after);
}

/* What is to be mended first, each leading to its field. */
function tell(summary, found) {
  if (!found.length) return summary.replaceChildren();
  const items = found.map(({ text, focus }) => element("li", {}, button(text, focus, { class: "correction-vers" })));
  const many = found.length > 1 ? `${found.length} points sont à revoir` : "Un point est à revoir";
  summary.replaceChildren(element("p", {}, element("strong", {}, `${many} :`)), element("ul", {}, ...items));
}
