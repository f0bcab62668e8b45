/* Finds pages: asks for the parts of the index that a query needs, and lets MiniSearch weigh them.
   How the index is laid out: scripts/prendre_place/search/parts.py. */
import MiniSearch from "../vendor/minisearch-7.2.0.js";
import { Spellings } from "./graphies.js";
import { AS_IT_IS, family, stem, words } from "./mots.js";
import { WEIGHTS, answered, covered, rarities, shares, unpacked, weightOf, wish } from "./pesee.js";

const INDEX = new URL("../../recherche/index/", import.meta.url);
const WORST = 0.02; // share of the best score under which a page is no answer
const LONGEST_NAME = 8; // words, as in the index
const LONGEST_QUERY = 16; // words: a pasted page is no query

const json = async (address, options) => {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

export class Engine {
  /* Loads the small first part: every word of names and plain lines. */
  static async open() {
    return new Engine(await json(new URL("mots.json", INDEX), { cache: "no-cache" }));
  }

  constructor(heading) {
    this.heading = heading;
    this.empty = new Set(heading.vides);
    this.light = new Set(heading.legers);
    this.folder = new URL(`${heading.edition}/`, INDEX);
    this.parts = new Map();
    this.kinds = heading.genres.flatMap(([kind, count]) => Array(count).fill(kind));
    this.frame = frame(heading.champs, this.kinds.length);
    this.spellings = new Spellings(heading.mots.split(" "), heading.abreges);
  }

  /* Pages that answer, best first: [{ number, kind, score }]. The last word may not be typed
     to its end; a `lenient` search forgives twice as many mistakes. */
  async find(text, lenient = false) {
    const typed = await this.typed(this.spellings.read(words(text).slice(0, LONGEST_QUERY)), lenient);
    if (!typed.length) return [];
    const names = [typed, ...otherwise(typed)].flatMap((list) => this.askedNames(list));
    const asked = [...this.askedWords(typed), ...names];
    const postings = await this.terms(asked.map(({ term }) => term));
    const light = (word) => this.empty.has(word) || this.light.has(word);
    const rarity = rarities(typed, asked, postings, this.kinds.length, light);
    const wished = wish(words(text).join(" "), this.holders(typed, postings));
    return this.weigh(shares(asked, rarity), postings, rarity, (number) => weightOf(this.kinds[number], wished));
  }

  /* Each word of the query, with those that it may stand for. */
  async typed(found, lenient) {
    const begun = found.length ? this.spellings.begun(found.at(-1)) : [];
    const held = await this.terms([...found, ...begun].map(stem));
    const uses = (word) => held.get(stem(word))?.flat().length ?? 0;
    const last = found.length - 1;
    return found.map((word, at) => ({
      at,
      word,
      others: this.spellings.others(word, at === last ? begun : [], uses, lenient),
    }));
  }

  /* The kinds that each word of the query names whole. */
  holders(typed, postings) {
    const name = this.heading.champs.indexOf("nom");
    return typed.map(({ word }) => {
      const held = unpacked(postings.get(stem(word)) ?? [])[name] ?? {};
      return new Set(Object.keys(held).map((number) => this.kinds[number]));
    });
  }

  /* The stem and the family of each word that counts. */
  askedWords(typed) {
    const full = typed.filter(({ word }) => !this.empty.has(word));
    const telling = full.filter(({ word }) => !this.light.has(word));
    const spelt = (word, weight, ...words) => [
      { term: stem(word), weight, words, fields: ["mots", "clair", "demande", "texte"] },
      ...family(word).map((term) => ({ term, weight, words, fields: ["famille"] })),
    ];
    const apart = [telling, full, typed].find((list) => list.length).flatMap(({ at, word, others }) =>
      [spelt(word, 1, at), ...others.map((other) => spelt(other.word, other.weight, at))].flat(),
    );
    const pairs = typed.slice(1).map((second, before) => [typed[before], second]);
    const joined = pairs // « web radio »
      .filter((pair) => pair.every((one) => telling.includes(one)))
      .flatMap(([one, other]) => spelt(one.word + other.word, 1, one.at, other.at));
    const small = telling.length ? full.filter((one) => !telling.includes(one)) : [];
    const beside = small // « c’est toujours les mêmes » is asked so
      .map(({ at, word }) => ({ term: stem(word), weight: 1, words: [at], fields: ["demande"], small: true }));
    return [...apart, ...joined, ...beside];
  }

  /* Every run of words that may be a whole name, as typed and as stems. */
  askedNames(typed) {
    const full = typed.filter(({ word }) => !this.empty.has(word));
    const list = full.length ? full : typed;
    const names = (run) => run.length === list.length || run.some(({ word }) => !this.light.has(word));
    const telling = list.filter(({ word }) => !this.light.has(word));
    return [...runs(list), ...runs(telling)].filter(names).flatMap((run) => {
      const weight = Math.min(...run.map(({ named = 1 }) => named));
      const common = { words: run.map(({ at }) => at), name: true, weight };
      const plain = run.map(({ word }) => word);
      return [
        { ...common, term: plain.join(" "), fields: ["titre"] },
        { ...common, term: plain.map(stem).join(" "), fields: ["nom"] },
        { ...common, term: stem(plain.join("")), fields: ["nom"] }, // « co construction »
        { ...common, term: plain.join(""), fields: ["titre"] },
      ];
    });
  }

  /* What the index holds of these terms: Map(term → postings). */
  async terms(wanted) {
    const found = new Map();
    await Promise.all(
      [...new Set(wanted)].map(async (term) => {
        const part = await this.part(`termes-${this.partOf(term)}.json`);
        if (Object.hasOwn(part, term)) found.set(term, part[term]);
      }),
    );
    return found;
  }

  /* The part where a term would be: the last whose first term does not come after it. */
  partOf(term) {
    const firsts = this.heading.termes;
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  part(name) {
    if (!this.parts.has(name)) {
      const coming = json(new URL(name, this.folder));
      coming.catch(() => this.parts.delete(name)); // asked again next time
      this.parts.set(name, coming);
    }
    return this.parts.get(name);
  }

  /* MiniSearch's scores (BM25+), times a power of how much of the query is answered. */
  weigh(asked, postings, rarity, boostDocument) {
    const index = [...postings].map(([term, fields]) => [term, unpacked(fields)]);
    const engine = MiniSearch.loadJS({ ...this.frame, index }, { fields: this.heading.champs, ...AS_IT_IS });
    const known = once(asked.filter(({ term }) => postings.has(term)));
    const queries = known.map(({ term, weight, fields }) => ({ queries: [term], fields, boostTerm: () => weight }));
    const small = new Set(known.filter((one) => one.small).map(({ term }) => term));
    const wordsOf = new Map();
    for (const { term, words } of known) wordsOf.set(term, [...(wordsOf.get(term) ?? []), ...words]);
    const scored = engine
      .search({ combineWith: "OR", queries }, { boost: WEIGHTS, boostDocument })
      .map(({ id, score, queryTerms, match }) => ({
        number: id,
        kind: this.kinds[id],
        score: (score / Math.max(1, queryTerms.filter((term) => !small.has(term)).length)) * covered(answered(match, wordsOf), rarity),
      }))
      .sort((a, b) => b.score - a.score || a.number - b.number);
    return scored.filter(({ score }) => score >= scored[0].score * WORST);
  }

  /* What is shown of a page. */
  async card({ number, kind }) {
    const size = this.heading.fiches;
    const cards = await this.part(`fiches-${Math.floor(number / size)}.json`);
    const [address, title, acronym, plain] = cards[number % size];
    return { kind, url: new URL(`../../${address}`, INDEX).href, title, acronym, plain };
  }
}

/* The query with the first other word of each, then with each other last word. */
function otherwise(typed) {
  const first = typed.map(({ at, word, others }) => ({ at, ...(others[0] ?? { word }) }));
  const last = typed.at(-1);
  return [first, ...last.others.slice(1).map((other) => [...first.slice(0, -1), { at: last.at, ...other }])];
}

/* MiniSearch's own record of an index, without its terms; all fields count as equally long. */
function frame(fields, count) {
  const numbers = [...Array(count).keys()];
  return {
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries(numbers.map((number) => [number, number])),
    fieldIds: Object.fromEntries(fields.map((field, at) => [field, at])),
    fieldLength: Object.fromEntries(numbers.map((number) => [number, fields.map(() => 1)])),
    averageFieldLength: fields.map(() => 1),
    storedFields: {},
    dirtCount: 0,
    serializationVersion: 2,
  };
}

/* Every run of neighbours in a list, no longer than a name. */
const runs = (list) =>
  list.flatMap((_, start) => list.slice(start, start + LONGEST_NAME).map((_, more) => list.slice(start, start + more + 1)));

/* Each term once in a place, with the greatest of its weights. */
function once(asked) {
  const best = new Map();
  for (const one of asked) {
    const key = `${one.fields[0]} ${one.term}`;
    if (!(best.get(key)?.weight >= one.weight)) best.set(key, one);
  }
  return [...best.values()];
}
