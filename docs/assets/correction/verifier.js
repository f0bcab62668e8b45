/* What is wrong with an entry: its schema, with the schema's own messages, then what it names. */
import { Validator } from "../vendor/cfworker-json-schema-4.1.6.js";
import { nearest } from "./choix.js";

const LINK = /\[\[([^[\]|\n]+)(?:\|[^[\]]*)?\]\]/g;
const CITATION = /(?<!\[)\[(?:[^[\]@]*[\s;-])?@[^[\]]*\](?![(\]])/g;
const CITED = /@([\w-]+)/g;
const HTML = /<(?:[a-zA-Z/!?][^<>]*)>?/g;
const TOLD = new Set([
  "type", "enum", "pattern", "required", "additionalProperties", "minItems", "maxItems", "minimum", "maximum",
]);

/* Faults `{ path, label, message }` of a value, one for each place. What the file named `before`
   may stay named: entries that are not published yet, which this site does not know. */
export function faults(schema, value, choices, before) {
  const accepted = new Set([...referenceFaults(schema, before, [], choices)].map(({ message }) => message));
  const named = [...referenceFaults(schema, value, [], choices)].filter(({ message }) => !accepted.has(message));
  const found = new Map();
  for (const fault of [...schemaFaults(schema, value), ...named]) {
    const key = fault.path.join("/");
    if (!found.has(key)) found.set(key, { ...fault, label: labelOf(schema, fault.path) });
  }
  return [...found.values()];
}

function schemaFaults(schema, value) {
  const { errors } = new Validator(schema, "7", false).validate(value);
  return errors.filter(({ keyword }) => TOLD.has(keyword)).map(({ keyword, keywordLocation, instanceLocation }) => {
    const path = steps(instanceLocation);
    const rule = steps(keywordLocation).slice(0, -1).reduce((part, step) => part[step], schema);
    if (keyword === "required") path.push(rule.required[0]);
    return { path, message: message(keyword, rule) };
  });
}

function message(keyword, rule) {
  const { minItems, maxItems, minimum, maximum } = rule;
  if (keyword === "pattern") return rule.patternErrorMessage;
  if (keyword === "minItems" || keyword === "maxItems") return `Attendu : ${between(minItems, maxItems)} dans la liste.`;
  if (keyword === "minimum" || keyword === "maximum") return `Attendu : un nombre, ${between(minimum, maximum)}.`;
  return rule.errorMessage;
}

function between(least, most) {
  if (least === undefined) return `au plus ${most}`;
  return most === undefined ? `au moins ${least}` : `de ${least} à ${most}`;
}

const steps = (pointer) =>
  pointer.split("/").slice(1).map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));

/* Ids, keys, links and citations that lead nowhere. */
function* referenceFaults(schema, value, path, choices) {
  if (value === null || value === undefined) return;
  if (typeof value === "object") {
    for (const [key, item] of Object.entries(value)) {
      const part = Array.isArray(value) ? ([schema.items].flat()[key] ?? schema.items) : schema.properties?.[key];
      if (part) yield* referenceFaults(part, item, [...path, key], choices);
    }
    return;
  }
  const form = schema["x-forme"] ?? "";
  if (path.join() === "id" || typeof value !== "string") return;
  if (!choices.knows(form, value)) yield { path, message: notListed(value, form, choices) };
  if (!form.startsWith("texte")) return;
  for (const [written, id] of value.matchAll(LINK)) {
    if (!choices.entries.has(id)) yield { path, message: unknown(`lien « ${written} »`, "la page", nearest(id, [...choices.entries.keys()])) };
  }
  for (const [html] of value.matchAll(HTML)) {
    yield { path, message: `HTML « ${html} » dans un texte. Attendu : du Markdown : *italique*, **gras**, [mots](adresse).` };
  }
  for (const [citation] of value.matchAll(CITATION)) {
    for (const [written, key] of citation.matchAll(CITED)) {
      if (!choices.references.has(key)) yield { path, message: unknown(`citation « ${written} »`, "la référence", nearest(key, [...choices.references.keys()])) };
    }
  }
}

const notListed = (value, form, choices) =>
  `« ${value} » n’est pas dans la liste. Attendu : ${choices.wanted(form)}, par son nom.${instead(choices.nearest(form, value))}`;

const unknown = (what, named, near) => `${what} : ${named} n’est pas sur ce site.${instead(near)}`;

const instead = (near) => (near ? ` Vouliez-vous dire « ${near} » ?` : "");

/* The names of the fields that lead to a place: « Sources, 2, Clé ». */
function labelOf(schema, path) {
  let part = schema;
  const names = path.map((step) => {
    const isRank = part?.type === "array";
    part = isRank ? ([part.items].flat()[step] ?? part.items) : part?.properties?.[step];
    return isRank ? String(Number(step) + 1) : (part?.title ?? step);
  });
  return names.join(", ");
}
