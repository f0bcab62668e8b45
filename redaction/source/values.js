// Values as the form and the file agree on them: nothing empty, no blank around a text.
import { aligned } from "../../docs/assets/yaml/aligner.js";

const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// The same value without what stands for nothing, undefined when nothing is left. An editor adds
// such values to fields that nobody filled: null, "", [], {}, and `false` to an unticked box.
export const cleaned = (value) => {
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n").trim() || undefined;
  if (Array.isArray(value)) {
    const items = value.map(cleaned).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  }
  if (isMap(value)) {
    const entries = Object.entries(value).map(([name, item]) => [name, cleaned(item)]);
    const filled = entries.filter(([, item]) => item !== undefined);
    return filled.length ? Object.fromEntries(filled) : undefined;
  }
  return value === null || value === false ? undefined : value;
};

// Cleaned values as a file that held `before` is to hold them: what the form shows alike stays as
// it was there, a number for its digits, a text with its last line break, an empty field.
export const restored = (before, after) => {
  if (isMap(before) && isMap(after)) return restoredMap(before, after);
  if (Array.isArray(before) && Array.isArray(after)) {
    const steps = aligned(before.map(cleaned), after).filter(([, to]) => to !== undefined);
    return steps.map(([from, to]) => restored(before[from], after[to]));
  }
  const isShownAlike = typeof after !== "object" && String(cleaned(before)) === String(after);
  return isShownAlike ? before : after;
};

const restoredMap = (before, after) => {
  const empty = Object.entries(before).filter(([name, item]) => !(name in after) && cleaned(item) === undefined);
  const filled = Object.entries(after).map(([name, item]) => [name, restored(before[name], item)]);
  return Object.fromEntries([...filled, ...empty]);
};
