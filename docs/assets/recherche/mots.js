/* What scripts/prendre_place/search/words.py does to the texts, done to what is typed. */
import FrenchStemmer from "../vendor/snowball-french-3.0.1.js";

// Words come folded and stemmed: MiniSearch is to cut and change nothing.
export const AS_IT_IS = { tokenize: (text) => [text], processTerm: (term) => term };

const snowball = new FrenchStemmer();

export const fold = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae");

/* Folded words in order; « P.T.C.E. » is one. */
export const words = (text) =>
  fold(text).replace(/\b([a-z0-9])\.(?=[a-z0-9]\b)/g, "$1").match(/[a-z0-9]+/g) ?? [];

/* The family of a long word, wider than its stem; none for a short one. */
export const family = (word) => (word.length > 6 ? [word.slice(0, 6) + "…"] : []);

/* What a folded word shares with its family. */
export const stem = (word) => snowball.stemWord(word.replace(/(?<=[a-z]{3})s$/, "").replace(/(?<=eu)x$|(?<=e)e$/, ""));
