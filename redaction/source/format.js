// How a file is read for the form, and written after it: only what was changed changes.
import { file } from "../../docs/assets/yaml/ecrire.js";
import { modify, read } from "../../docs/assets/yaml/modifier.js";
import { cleaned, restored } from "./values.js";

// The texts of the files as they were read, by the id of their entry.
const texts = new Map();

export const fromFile = (text) => {
  const { value, errors } = read(text);
  if (errors.length) throw new Error(errors[0].message);
  const values = value ?? {};
  const [lineBreak] = /\r?\n/.exec(text) ?? ["\n"];
  texts.set(values.id, text.trimEnd() + lineBreak);
  return values;
};

export const toFile = (values) => {
  const wanted = cleaned(values) ?? {};
  const before = texts.get(values.id);
  if (before !== undefined) return modify(before, restored(read(before).value, wanted));
  const { id, ...others } = wanted;
  return file({ id, ...others });
};
