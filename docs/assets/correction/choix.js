/* What may be named in a field: entries by their id, references by their key. */
import { element } from "./elements.js";

const KINDS = {
  "id d’une entrée": "",
  "id d’un terme du glossaire": "glossary",
  "id d’un terrain": "terrains",
  "id d’une préconisation": "preconisations",
  "id d’une organisation": "organisations",
};
const KEY = "clé de bibliography.bib";

export class Choices {
  constructor({ fiches, sources }) {
    this.byForm = new Map([[KEY, new Map(sources)]]);
    for (const [form, kind] of Object.entries(KINDS)) {
      const chosen = fiches.filter(({ genre }) => !kind || genre === kind);
      this.byForm.set(form, new Map(chosen.map(({ id, titre }) => [id, titre])));
    }
  }

  get entries() {
    return this.byForm.get("id d’une entrée");
  }

  get keys() {
    return this.byForm.get(KEY);
  }

  /* The name of what has this id or this key, if there is one. */
  named(form, word) {
    return this.byForm.get(form)?.get(word);
  }

  knows(form, word) {
    return this.byForm.get(form)?.has(word) ?? true;
  }

  /* The id of the list that proposes what a field of this form may hold; made when first asked for. */
  listOf(form) {
    const known = this.byForm.get(form);
    if (!known) return undefined;
    const id = `choix-${[...this.byForm.keys()].indexOf(form)}`;
    if (!document.getElementById(id)) {
      const options = [...known].map(([value, label]) => element("option", { value, label }));
      document.body.append(element("datalist", { id }, ...options));
    }
    return id;
  }

  nearest(form, word) {
    return nearest(word, [...this.byForm.get(form).keys()]);
  }
}

/* The candidate that shares most pairs of letters with a word, if it shares half of them. */
export function nearest(word, candidates) {
  const pairs = (text) => Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2).toLowerCase());
  const wanted = new Set(pairs(word));
  const shared = (candidate) => {
    const found = new Set(pairs(candidate));
    const common = [...found].filter((pair) => wanted.has(pair)).length;
    return (2 * common) / (found.size + wanted.size || 1);
  };
  const scored = candidates.map((candidate) => [shared(candidate), candidate]).sort((one, other) => other[0] - one[0]);
  return scored[0]?.[0] >= 0.5 ? scored[0][1] : undefined;
}
