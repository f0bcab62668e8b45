// How a file is read for the form, and written after it: only what was changed changes.
import { file } from "../../docs/assets/yaml/ecrire.js";
import { modify, read } from "../../docs/assets/yaml/modifier.js";
import { cleaned, restored } from "./values.js";

// One for the entries, which have an id; one for each file that is alone of its kind, and has none.
export const fileFormat = () => {
  // The texts of the files as they were read, by the id of their entry.
  const texts = new Map();

  const fromFile = (text) => {
    const { value, errors } = read(text);
    if (errors.length) throw new Error(errors[0].message);
    const values = value ?? {};
    const [lineBreak] = /\r?\n/.exec(text) ?? ["\n"];
    texts.set(values.id, text.trimEnd() + lineBreak);
    return values;
  };

  const toFile = (values) => {
    const wanted = cleaned(values) ?? {};
    const before = texts.get(values.id);
    if (before !== undefined) return modify(before, restored(read(before).value, wanted));
    const { id, ...others } = wanted;
    return file({ id, ...others });
  };

  return { fromFile, toFile };
};

// The formats that a configuration names.
export const registerFormats = (CMS, { collections }) => {
  const named = collections.flatMap(({ format, files = [] }) => [format, ...files.map((one) => one.format)]);
  for (const name of new Set(named.filter(Boolean))) CMS.registerCustomFormat(name, "yml", fileFormat());
};
