/* The words of the site, and those that a reader may mean by what is typed: a word said for short,
   begun, mistyped, or written without its space. */
import MiniSearch from "../vendor/minisearch-7.2.0.js";
import { AS_IT_IS, stem } from "./mots.js";
import { BEGUN, MENDED } from "./pesee.js";

const WHOLE = /^([a-z]{3,}|\d{2,})$/; // a word written without its space: « toitcommun », « agenda2030 »
const COMPLETED_FROM = 3; // letters
const COMPLETIONS = 24;
const NEAR = 3; // tried for a word that no name and no plain line uses

export class Spellings {
  /* `words`: those of names, plain lines and requests; `short`: { what is said for short: the word }. */
  constructor(words, short) {
    this.words = words;
    this.short = new Map(Object.entries(short));
    this.engine = new MiniSearch({ fields: ["mot"], idField: "mot", ...AS_IT_IS });
    this.engine.addAll(words.map((mot) => ({ mot })));
  }

  /* Folded words as the site writes them: « asso » whole, unless a name has it (« Baraka Jobs »);
     « agenda2030 » in two, when the site has both and nothing like the whole. */
  read(words) {
    return words
      .map((word) => (this.has(word) ? word : (this.short.get(word) ?? word)))
      .flatMap((word, at, list) => this.split(word, at === list.length - 1));
  }

  has(word) {
    return this.engine.has(word);
  }

  split(word, last) {
    if (this.has(word) || (last && this.begun(word).length) || this.near(word, false).length) return [word];
    const cuts = [...word].map((_, cut) => [word.slice(0, cut), word.slice(cut)]);
    return cuts.find((parts) => parts.every((part) => WHOLE.test(part) && this.has(part))) ?? [word];
  }

  /* Words that a word begins, the shortest first. */
  begun(word) {
    if (word.length < COMPLETED_FROM) return [];
    const inflected = (other) => this.has(word) && stem(other) === stem(word);
    const longer = this.words.filter((other) => other.startsWith(word) && !inflected(other));
    return longer.sort((a, b) => a.length - b.length).slice(0, COMPLETIONS);
  }

  /* Words near to one that the site does not use; two letters swapped first. */
  near(word, lenient) {
    const swapped = [...word].slice(1).map((_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
    const mistakes = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    const fuzzy = lenient ? Math.max(1, 2 * mistakes) : mistakes;
    const found = [...swapped.filter((other) => this.has(other)), ...this.engine.search(word, { fuzzy }).map(({ id }) => id)];
    return [...new Set(found)].slice(0, NEAR);
  }

  /* What else may be meant by a word, and how much each weighs, by itself and in a name: [{ word,
     weight, named }]. `begun`: the words that it begins; `uses`: how much the site uses a word. */
  others(word, begun, uses, lenient) {
    const weighing = (other, weight, named) => ({ word: other, weight, named });
    if (this.short.has(word)) return [weighing(this.short.get(word), 1, 1)];
    if (begun.length) {
      const unit = (this.has(word) ? BEGUN.known : BEGUN.unknown) / Math.max(...begun.map(uses));
      return begun.map((other) => weighing(other, uses(other) * unit, uses(other) * unit));
    }
    const mended = uses(word) ? MENDED.known : MENDED.unknown;
    return this.has(word) ? [] : this.near(word, lenient).map((other) => weighing(other, mended, 1));
  }
}
