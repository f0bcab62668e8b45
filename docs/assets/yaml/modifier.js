/* Changes in a YAML text: what did not change keeps its very bytes — comments, order of the
   fields, quotes, blocks, line breaks. A library that writes a file back would change them all. */
import { isMap, isScalar, isSeq, parseDocument } from "../vendor/yaml-2.9.1.js";
import { aligned, same } from "./aligner.js";
import { WIDTH, blockStyle, rewritten } from "./blocs.js";
import { flow, written } from "./ecrire.js";

const UNSURE = "Ce changement ne peut pas être écrit sans risque : il est à faire à la main, dans le fichier.";

/* The value of a text of YAML 1.2, and its faults: `{ value, errors: [{ line, message }] }`. */
export function read(text) {
  const document = parseDocument(text);
  if (!document.errors.length) return { value: document.toJS(), errors: [] };
  const errors = document.errors.map(({ linePos, message }) => ({ line: linePos?.[0].line ?? 1, message }));
  return { value: null, errors };
}

/* The text whose value is `value`, made from `text` by the least of changes.
   Fields that are new go after the one that precedes them in `value`; the order of the others
   is that of the text, whatever their order in `value`. Throws on a text that is not sound YAML,
   and where the result, read again, does not say `value`. */
export function modify(text, value) {
  const windows = text.includes("\r\n");
  const unix = windows ? text.replaceAll("\r\n", "\n") : text;
  const document = parseDocument(unix, { keepSourceTokens: true });
  if (document.errors.length) throw document.errors[0];
  if (same(document.toJS(), value)) return text;
  if (!isMap(document.contents)) throw new Error("Le fichier ne contient pas de champs.");
  const editor = new Editor(unix);
  editor.change(document.contents, value, { open: 0, indent: -2, flow: false });
  const result = editor.result();
  if (!same(read(result).value, value)) throw new Error(UNSURE);
  return windows ? result.replaceAll("\n", "\r\n") : result;
}

class Editor {
  edits = [];

  constructor(text) {
    this.text = text;
  }

  result() {
    const pieces = [];
    let at = 0;
    for (const { start, end, by } of this.edits.sort(inOrder)) {
      pieces.push(this.text.slice(at, start), by);
      at = end;
    }
    return pieces.join("") + this.text.slice(at);
  }

  splice(start, end, by) {
    this.edits.push({ start, end, by });
  }

  /* `place.open` is where the value may begin, after a colon or a dash; `place.indent`, the
     column of the field or of the dash. */
  change(node, value, place) {
    if (same(plain(node), value)) return;
    if (isMap(node) && isRecord(value)) this.changeEntries(node, pairs(node, value), place);
    else if (isSeq(node) && Array.isArray(value)) this.changeEntries(node, items(node, value), place);
    else this.replace(node, value, place);
  }

  replace(node, value, { open, indent, flow: inFlow }) {
    const [start, end] = node?.range ?? [open, open];
    if (inFlow) return this.splice(start, end, flow(value));
    const old = this.text.slice(start, end);
    const style = isScalar(node) && typeof value === "string" && node.type;
    const isLong = end - this.lineStart(start) > WIDTH;
    const kept = style && (blockStyle(style) ? rewritten(old, value, indent) : requoted(style, old, value, isLong));
    if (kept) return this.splice(start, end, kept);
    const fresh = written(value, indent, open - this.lineStart(open));
    const last = this.contentEnd(node, open);
    const comment = /^[ \t]+#.*/.exec(this.text.slice(last, this.lineEnd(last)))?.[0] ?? "";
    if (!fresh.includes("\n") || !comment) return this.splice(open, last, fresh);
    this.splice(open, last + comment.length, fresh.replace("\n", `${comment}\n`));
  }

  /* `steps` pairs each entry of the text with its new value; one of the two may be missing. */
  changeEntries(node, steps, place) {
    const kept = steps.filter((step) => step.entry && step.stays);
    const moved = steps.some((step) => !step.entry || !step.stays);
    if (!kept.length || (moved && node.flow)) return this.rewrite(node, steps, place);
    const head = this.removeHead(steps.find((step) => step.entry).entry, kept[0].entry);
    let last = null;
    for (const step of steps) {
      if (!step.entry) this.insert(step, last, kept[0].entry);
      else if (!step.stays) step.entry.start >= head && this.remove(step.entry);
      else {
        const { open, start, node } = step.entry;
        this.change(node, step.value, { open, indent: start - this.lineStart(start), flow: place.flow || step.entry.flow });
        last = step.entry;
      }
    }
  }

  /* All the entries at once: those that did not change are copied, in a list on one line. */
  rewrite(node, steps, place) {
    const wanted = steps.filter((step) => !step.entry || step.stays);
    const value = isMap(node)
      ? Object.fromEntries(wanted.map(({ key, value }) => [key, value]))
      : wanted.map(({ value }) => value);
    if (!node.flow || !wanted.length) return this.replace(node, value, place);
    const listed = wanted.map(({ key, entry, value }) => {
      if (entry && same(plain(entry.node), value)) return this.text.slice(entry.start, this.contentEnd(entry.node, entry.open));
      return key === undefined ? flow(value) : `${flow(key)}: ${flow(value)}`;
    });
    const [start, end] = node.range;
    const inside = this.text[start + 1] === " " ? ` ${listed.join(", ")} ` : listed.join(", ");
    this.splice(start, end, this.text[start] + inside + this.text[end - 1]);
  }

  insert({ key, value }, previous, first) {
    const indent = first.start - this.lineStart(first.start);
    const head = key === undefined ? "-" : `${flow(key)}:`;
    const lines = head + written(value, indent, indent + head.length);
    if (!previous) return this.splice(first.start, first.start, `${lines}\n${" ".repeat(indent)}`);
    const end = this.lineEnd(this.contentEnd(previous.node, previous.open));
    this.splice(end, end, `\n${" ".repeat(indent)}${lines}`);
  }

  /* Take out what precedes the first that stays, where it begins on the line of a dash:
     it takes its place. Where that ends, or 0. */
  removeHead(first, kept) {
    if (first.start >= kept.start || this.begins(first)) return 0;
    this.splice(first.start, kept.start, "");
    return kept.start;
  }

  remove(entry) {
    const line = this.lineStart(entry.start);
    const end = this.lineEnd(this.contentEnd(entry.node, entry.open));
    if (line) this.splice(line - 1, end, "");
    else this.splice(0, Math.min(end + 1, this.text.length), "");
  }

  /* Whether an entry begins its line. */
  begins({ start }) {
    return /^ *$/.test(this.text.slice(this.lineStart(start), start));
  }

  /* Where what a value holds ends, without the blanks that follow it. */
  contentEnd(node, open) {
    if (node && (isMap(node) || isSeq(node)) && !node.flow) {
      const entry = entries(node).at(-1);
      return this.contentEnd(entry.node, entry.open);
    }
    if (!node || node.range[0] === node.range[1]) return open;
    const blanks = blockStyle(node.type) ? /[ \t\n]*$/ : /$/;
    return node.range[0] + this.text.slice(node.range[0], node.range[1]).replace(blanks, "").length;
  }

  lineStart(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  lineEnd(at) {
    const end = this.text.indexOf("\n", at);
    return end < 0 ? this.text.length : end;
  }
}

const inOrder = (one, other) => one.start - other.start || one.end - other.end;
const plain = (node) => (node ? node.toJSON() : null);
const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/* The fields or the elements of a group: where each starts, where its value may, its node. */
function entries(node) {
  const inFlow = Boolean(node.flow);
  if (isMap(node)) {
    return node.items.map(({ key, value, srcToken }) => {
      const colon = srcToken.sep?.find(({ type }) => type === "map-value-ind");
      return { key: key.value, start: key.range[0], open: colon ? colon.offset + 1 : key.range[1], node: value, flow: inFlow };
    });
  }
  return node.items.map((item, index) => {
    const dash = node.srcToken.items[index].start.find(({ type }) => type === "seq-item-ind");
    const start = dash ? dash.offset : item.range[0];
    return { start, open: dash ? start + 1 : start, node: item, flow: inFlow };
  });
}

function pairs(node, value) {
  const found = entries(node);
  const steps = found.map((entry) => ({
    key: entry.key,
    entry,
    stays: Object.hasOwn(value, entry.key),
    value: value[entry.key],
  }));
  let after = -1;
  for (const [key, wanted] of Object.entries(value)) {
    const at = steps.findIndex((step) => step.key === key);
    if (at >= 0) after = at;
    else steps.splice(++after, 0, { key, value: wanted });
  }
  return steps;
}

function items(node, value) {
  const found = entries(node);
  const old = found.map((entry) => plain(entry.node));
  return aligned(old, value).map(([from, to]) => ({
    entry: found[from],
    stays: to !== undefined,
    value: value[to],
  }));
}

/* A text on one line, in the quotes it had, or as long as it was; nothing where it cannot be. */
function requoted(style, old, value, isLong) {
  if (/[\n\t]/.test(value) || old.includes("\n") || !value) return null;
  if (style === "QUOTE_DOUBLE") return flow(value, '"');
  if (style === "QUOTE_SINGLE") return flow(value, "'");
  return isLong ? flow(value, "", false) : null;
}
