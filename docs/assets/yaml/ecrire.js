/* A value as YAML, in the way the project's files are written. */
import { parseDocument } from "../vendor/yaml-2.9.1.js";
import { WIDTH, block, folded } from "./blocs.js";

const INDICATORS = /^[-?:,[\]{}#&*!|>'"%@`.=<~]/;
const ENDS_A_PLAIN_TEXT = /: | #|:$|^[ \t]|[ \t]$/;
const ENDS_IT_IN_A_LIST = /[:,[\]{}]/;
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|\p{Surrogate}/u;
const EVERY_UNPRINTABLE = new RegExp(UNPRINTABLE, "gu");

/* A new file, of these fields. */
export const file = (value) => `${written(value, -2, 0).trimStart()}\n`;

/* What follows a colon or a dash written at `column`, of a field or element at `indent`. */
export function written(value, indent, column) {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return text(value, indent, column);
  if (typeof value !== "object" || !Object.keys(value).length) return ` ${flow(value)}`;
  const inside = indent + 2;
  const lines = Array.isArray(value)
    ? value.map((item) => `-${written(item, inside, inside + 1)}`)
    : Object.entries(value).map(([key, item]) => {
        const head = `${flow(key)}:`;
        return head + written(item, inside, inside + head.length);
      });
  const margin = " ".repeat(inside);
  // Fields begin on the line of their dash.
  const first = column === indent + 1 && !Array.isArray(value) ? " " : `\n${margin}`;
  return first + lines.join(`\n${margin}`);
}

function text(value, indent, column) {
  const line = flow(value, "", false);
  if (value.includes("\n")) return ` ${block("|", value, indent) ?? line}`;
  if (column + 1 + line.length > WIDTH) return ` ${folded(value, indent) ?? line}`;
  return ` ${line}`;
}

/* A value on one line, as within brackets; `quote` is the sign wanted around a text. */
export function flow(value, quote = "", inList = true) {
  if (Array.isArray(value)) return `[${value.map((item) => flow(item)).join(", ")}]`;
  if (value === null || value === undefined) return "null";
  if (typeof value === "object") {
    return `{${Object.entries(value).map(([key, item]) => `${flow(key)}: ${flow(item)}`).join(", ")}}`;
  }
  if (typeof value !== "string") return String(value);
  if (!quote && isPlain(value, inList)) return value;
  if (quote === "'" && !UNPRINTABLE.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return JSON.stringify(value).replace(EVERY_UNPRINTABLE, escaped);
}

const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

function isPlain(value, inList) {
  if (!value || INDICATORS.test(value) || ENDS_A_PLAIN_TEXT.test(value) || UNPRINTABLE.test(value)) return false;
  if (inList && ENDS_IT_IN_A_LIST.test(value)) return false;
  return parseDocument(value).toJS() === value; // a number, a date or a word such as « true » is no text
}
