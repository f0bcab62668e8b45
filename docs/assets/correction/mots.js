/* Values in words, as a reader understands them: names, not ids; no sign of YAML. */

const LINK = /\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g;
const CITATION = /\s?\[[^[\]]*@[^[\]]*\]/g;
const CITED = /@([\w-]+)/g;

export const isNothing = (value) => value === undefined || value === "" || (Array.isArray(value) && !value.length);

/* A whole value: « Référence : Fraisse (2017), … ; Lieu : p. 4 ». */
export function inWords(schema, value, choices) {
  if (isNothing(value)) return "";
  if (Array.isArray(value)) return value.map((item, rank) => inWords(itemOf(schema, rank), item, choices)).join(" ; ");
  if (typeof value === "object") return fieldsInWords(schema, value, choices);
  if (typeof value === "boolean") return value ? "oui" : "non";
  return choices.named(schema["x-forme"], value) ?? cited(String(value), choices);
}

const fieldsInWords = (schema, value, choices) =>
  Object.entries(value)
    .filter(([, item]) => !isNothing(item))
    .map(([name, item]) => `${schema.properties[name]?.title ?? name} : ${inWords(schema.properties[name] ?? {}, item, choices)}`)
    .join(" ; ");

export const itemOf = (schema, rank) => (Array.isArray(schema.items) ? schema.items[rank] : schema.items) ?? {};

/* A text with the words of its links, and the authors and years of its citations. */
const cited = (text, choices) =>
  linked(text, choices).replace(CITATION, (found) => found.replace(CITED, (written, key) => shortName(choices.named(KEY, key)) ?? written));
const KEY = "clé de bibliography.bib";
const shortName = (name) => name && (/^.*?\(.*?\)/.exec(name)?.[0] ?? name);

/* The same without its citations. */
export const uncited = (text, choices) => linked(text, choices).replace(CITATION, "");

const linked = (text, { entries }) => text.replace(LINK, (_, id, said) => said ?? entries.get(id)?.name ?? id);
