// How a file is read for the form, and written after it: only what was changed changes.
import { group } from "./writing.js";
import { read, rewritten } from "./rewriting.js";
import { cleaned } from "./values.js";

// The texts of the files as they were read, by the id of their entry.
const texts = new Map();

export const fromFile = (text) => {
  const document = read(text);
  if (document.errors.length) throw document.errors[0];
  const values = document.toJS() ?? {};
  texts.set(values.id, text);
  return values;
};

export const toFile = (values) => {
  const before = texts.get(values.id);
  if (before !== undefined) return rewritten(before, values);
  const { id, ...others } = cleaned(values) ?? {};
  return `${group({ id, ...others }, 0)}\n`;
};
