/* What a proposal changes, field by field, for the reader's eyes. */
import { aligned, same } from "../yaml/aligner.js";
import { inWords, isNothing, itemOf } from "./mots.js";

/* Changes { label, before, after, isText } in words; one of the two is empty for what comes or
   goes. */
export function* changes(schema, before, after, choices, names = []) {
  if (same(before, after)) return;
  if (isGroup(before) && isGroup(after)) yield* ofGroup(schema, before, after, choices, names);
  else if (Array.isArray(before) && Array.isArray(after)) yield* ofList(schema, before, after, choices, names);
  else yield { label: names.join(", "), ...worded(schema, before, after, choices) };
}

function* ofGroup(schema, before, after, choices, names) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const part = schema.properties?.[name] ?? {};
    yield* changes(part, before[name], after[name], choices, [...names, part.title ?? name]);
  }
}

function* ofList(schema, before, after, choices, names) {
  for (const [from, to] of aligned(before, after)) {
    const rank = String((to ?? from) + 1);
    yield* changes(itemOf(schema, to ?? from), before[from], after[to], choices, [...names, rank]);
  }
}

/* In words, unless words hide the change: another link, under the same words. */
function worded(schema, before, after, choices) {
  const said = [before, after].map((value) => inWords(schema, value, choices));
  const [one, other] = said[0] === said[1] ? [before, after].map((value) => (isNothing(value) ? "" : String(value))) : said;
  return { before: one, after: other, isText: Boolean(schema["x-forme"]?.startsWith("texte")) };
}

const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
