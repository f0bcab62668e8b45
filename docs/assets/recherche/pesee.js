/* What counts, and how much: places, kinds, the words of a query. Settled by trying values on the
   queries of tests/navigateur/requetes.yml; around these the results hardly change. */

// A whole name first, then words of a name, then the plain line, then the text.
export const WEIGHTS = { titre: 12, nom: 10, mots: 1.5, famille: 1.3, clair: 0.8, demande: 0.8, texte: 0.5 };
// What a spelling of the site weighs, for a word that it uses elsewhere than in names, or nowhere.
export const MENDED = { known: 0.05, unknown: 0.2 };
// What a word that is begun weighs, when the site has what is typed as a word, or has not.
export const BEGUN = { known: 0.15, unknown: 1 };
// How well a word of the query is answered by the place that holds it.
const QUALITY = { titre: 1, nom: 1, mots: 0.9, famille: 0.6, clair: 0.7, demande: 0.5, texte: 0.2 };
// Among pages that hold the same words.
const KINDS = {
  Glossaire: 1.1,
  "Pages du site": 1.1,
  "L’enquête": 0.9,
  Préconisations: 0.9,
  Organisations: 0.85,
  Terrains: 0.8,
  Bibliographie: 0.65,
  Notions: 0.75,
  Sigles: 0.6,
  Contribuer: 0.8,
};
// What some queries wish for, by their words.
const WISHES = [
  { asked: /\b(contact|contacter|telecharger)\b/, kind: "Pages du site", weight: 3 },
  { asked: /\b(c est quoi|definition|definir|differences?|qu est ce|veut dire|signifie)\b/, kind: "Glossaire", weight: 2 },
  { asked: /^(comment|faut il|que (faire|doit|peut|peuvent))\b/, kind: "Préconisations", weight: 3 },
  { asked: /^combien\b/, kind: "L’enquête", weight: 2 },
];
const WORK = { kind: "Bibliographie", weight: 1.6 }; // when an author is named
const COVER = 3; // power: pages that answer half the query come far after those that answer it all
const SHARE = 1.5; // power: a name that is half the query weighs less than half of the whole
const LIGHT = 0.05; // what a word of a question tells, beside the others
const UNKNOWN = 1.5; // what a word that no page holds would have told

/* The kind of page that a query wishes for, if it says. `holders`: the kinds that each of its
   words names whole; a word that names only works is an author. */
export const wish = (question, holders) =>
  WISHES.find(({ asked }) => asked.test(question)) ??
  (holders.some((kinds) => kinds.size === 1 && kinds.has(WORK.kind)) ? WORK : undefined);

export const weightOf = (kind, wished) => (kind === wished?.kind ? wished.weight : (KINDS[kind] ?? 1));

/* How much each word of the query tells: Map(its place → weight). One that few of the `count`
   pages hold tells more. */
export function rarities(typed, asked, postings, count, isLight) {
  const holders = new Map(typed.map(({ at }) => [at, new Set()]));
  for (const { term, words, name } of asked) {
    if (name || words.length > 1) continue;
    const held = Object.values(unpacked(postings.get(term) ?? []));
    for (const number of held.flatMap(Object.keys)) holders.get(words[0]).add(number);
  }
  const told = (many) => (many ? Math.log(1 + count / many) : UNKNOWN);
  return new Map(typed.map(({ at, word }) => [at, told(holders.get(at).size) * (isLight(word) ? LIGHT : 1)]));
}

/* What is asked, a name weighing as much as it is of the query. */
export function shares(asked, rarity) {
  const whole = sum(rarity.values());
  const share = (words) => (sum(words.map((at) => rarity.get(at))) / whole) ** SHARE;
  return asked.map((one) => (one.name ? { ...one, weight: one.weight * share(one.words) } : one));
}

/* How well a page answers each word of the query: that of the best place that holds it. */
export function answered(match, wordsOf) {
  const best = new Map();
  for (const [term, fields] of Object.entries(match)) {
    const quality = Math.max(...fields.map((field) => QUALITY[field]));
    for (const word of wordsOf.get(term)) best.set(word, Math.max(best.get(word) ?? 0, quality));
  }
  return best;
}

/* From 0 to 1, which part of what the query tells is answered, to the power that makes it count. */
export const covered = (answers, rarity) =>
  (sum([...answers].map(([word, quality]) => quality * rarity.get(word))) / sum(rarity.values())) ** COVER;

/* [[field, step, times, step, times, …]] → { field: { document: times } } */
export function unpacked(fields) {
  const held = {};
  for (const [field, ...flat] of fields) {
    const times = (held[field] = {});
    let number = 0;
    for (let at = 0; at < flat.length; at += 2) {
      number += flat[at];
      times[number] = flat[at + 1];
    }
  }
  return held;
}

const sum = (numbers) => [...numbers].reduce((total, one) => total + one, 0);
