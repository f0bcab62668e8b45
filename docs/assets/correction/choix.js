/* What may be named in a field: entries by their id, references by their key. */

// By the form of a value, what is to be chosen, and its kind where there is but one.
const FORMS = {
  "id d’une entrée": { wanted: "une page de ce site" },
  "id d’un terme du glossaire": { wanted: "un terme du glossaire", kind: "glossary" },
  "id d’un terrain": { wanted: "un terrain", kind: "terrains" },
  "id d’une préconisation": { wanted: "une préconisation", kind: "preconisations" },
  "id d’une organisation": { wanted: "une organisation", kind: "organisations" },
};
const ENTRY = "id d’une entrée";
const KEY = "clé de bibliography.bib";
const REFERENCE = "une référence de la bibliographie";

export class Choices {
  /* `byForm`: for each form, what may be chosen, by id or key: { value, name, note }. */
  constructor({ genres, fiches, sources }) {
    const references = sources.map(([value, name]) => ({ value, name, note: "" }));
    this.byForm = new Map([[KEY, { wanted: REFERENCE, options: indexed(references) }]]);
    for (const [form, { wanted, kind }] of Object.entries(FORMS)) {
      const chosen = fiches.filter(({ genre }) => !kind || genre === kind);
      const options = chosen.map((entry) => ({ value: entry.id, name: nameOf(entry), note: kind ? "" : genres[entry.genre] }));
      this.byForm.set(form, { wanted, options: indexed(options) });
    }
  }

  get entries() {
    return this.byForm.get(ENTRY).options;
  }

  get references() {
    return this.byForm.get(KEY).options;
  }

  /* What a field of this form may hold, in the order of names; nothing where it is typed freely. */
  options(form) {
    const known = this.byForm.get(form);
    return known && [...known.options.values()];
  }

  /* The name of what has this id or this key, if there is one. */
  named(form, word) {
    return this.byForm.get(form)?.options.get(word)?.name;
  }

  knows(form, word) {
    return this.byForm.get(form)?.options.has(word) ?? true;
  }

  /* What is to be chosen in a field of this form, in words. */
  wanted(form) {
    return this.byForm.get(form).wanted;
  }

  /* The name that looks most like what was typed. */
  nearest(form, word) {
    const { options } = this.byForm.get(form);
    return options.get(nearest(word, [...options.keys()]))?.name ?? nearest(word, [...options.values()].map(({ name }) => name));
  }
}

const nameOf = ({ titre, sigle }) => (sigle && sigle !== titre ? `${titre} (${sigle})` : titre);

const indexed = (options) =>
  new Map(options.sort((one, other) => one.name.localeCompare(other.name, "fr")).map((option) => [option.value, option]));

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
