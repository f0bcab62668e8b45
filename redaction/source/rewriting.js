// The text of a file with new values in it: what did not change keeps every byte.
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { cleaned, isText, matched, same } from "./values.js";
import { WIDTH, block, field, flow, group, inline, item, text as newText } from "./writing.js";

const OPTIONS = { version: "1.2", keepSourceTokens: true, logLevel: "error" };

export const read = (text) => parseDocument(text, OPTIONS);

// `text` holding `values`. An error where that cannot be told from the result itself.
export const rewritten = (text, values) => {
  const wanted = cleaned(values) ?? {};
  const source = `${text.trimEnd()}\n`;
  const document = read(source);
  if (document.errors.length || !isMap(document.contents)) throw new Error(UNREADABLE);
  const editor = new Editor(source);
  editor.change(document.contents, wanted);
  const result = editor.result();
  if (!same(cleaned(read(result).toJS()), wanted)) throw new Error(UNSURE);
  return result;
};

const UNREADABLE = "Ce fichier n’est pas du YAML lisible : prendre-place verifier dit où.";
const UNSURE = "Ce changement ne peut pas être écrit sans risque : modifiez le fichier à la main.";

// Collects the replacements of parts of a text: [start, end, what stands there instead].
class Editor {
  constructor(source) {
    this.source = source;
    this.edits = [];
  }

  result() {
    const ordered = this.edits
      .map((edit, index) => ({ edit, index }))
      .sort((a, b) => a.edit[0] - b.edit[0] || a.edit[1] - b.edit[1] || a.index - b.index);
    let result = "";
    let position = 0;
    for (const { edit: [start, end, text] } of ordered) {
      result += this.source.slice(position, start) + text;
      position = Math.max(position, end);
    }
    return result + this.source.slice(position);
  }

  replace(start, end, text) {
    this.edits.push([start, end, text]);
  }

  // Make a node hold a cleaned value.
  change(node, value) {
    if (same(cleaned(node.toJS(read(""))), value)) return;
    if (isMap(node) && isGroup(value)) this.changeMap(node, value);
    else if (isSeq(node) && Array.isArray(value)) this.changeSeq(node, value);
    else if (isScalar(node) && typeof value !== "object") this.changeScalar(node, value);
    else this.replaceNode(node, value);
  }

  changeMap(node, value) {
    if (node.flow) return this.changeFlow(node, value);
    const pairs = node.items.filter((pair) => pair.key.value in value);
    const isFirstKept = pairs[0] === node.items[0];
    const added = Object.keys(value).filter((name) => !node.has(name));
    const names = Object.keys(value);
    const isBefore = (name) => pairs.some((pair) => names.indexOf(pair.key.value) < names.indexOf(name));
    if (!isFirstKept || (added.length && !added.every(isBefore))) {
      if (!this.startsLine(node.items[0].key.range[0])) return this.replaceNode(node, value);
    }
    for (const pair of node.items) {
      const name = pair.key.value;
      if (!(name in value)) this.removeLines(pair.key.range[0], this.endOf(pair.value ?? pair.key));
      else if (pair.value.range[0] === pair.value.range[1]) this.fill(pair, value[name]);
      else this.change(pair.value, value[name]);
    }
    const indent = this.column(node.items[0].key.range[0]);
    let previous = null;
    for (const name of names) {
      const pair = pairs.find((kept) => kept.key.value === name);
      if (pair) previous = pair;
      else this.addLines(field(name, value[name], indent), indent, previous, node.items[0].key.range[0]);
    }
    return undefined;
  }

  changeSeq(node, value) {
    if (node.flow) return this.changeFlow(node, value);
    const starts = node.srcToken.items.map((token) => dashOf(token));
    if (!starts.every((start) => this.startsLine(start))) return this.replaceNode(node, value);
    const before = node.items.map((part) => cleaned(part.toJS(read(""))));
    const becomes = new Map(matched(before, value));
    const comesFrom = new Map([...becomes].map(([i, j]) => [j, i]));
    node.items.forEach((part, index) => {
      if (becomes.has(index)) this.change(part, value[becomes.get(index)]);
      else this.removeLines(starts[index], this.endOf(part));
    });
    const indent = this.column(starts[0]);
    let previous = null;
    value.forEach((part, index) => {
      if (comesFrom.has(index)) previous = node.items[comesFrom.get(index)];
      else this.addLines(item(part, indent), indent, previous, starts[0]);
    });
    return undefined;
  }

  // Between brackets: texts one by one where only they change, else the whole.
  changeFlow(node, value) {
    const parts = node.items.map((part) => part.value ?? part);
    const names = isMap(node) ? node.items.map((pair) => pair.key.value) : node.items.map((_, i) => i);
    const hasSameParts = same(names.map(String), Object.keys(value));
    if (hasSameParts && parts.every((part) => isScalar(part) || part.flow)) {
      parts.forEach((part, index) => this.changeInFlow(part, value[names[index]]));
    } else this.replace(node.range[0], node.range[1], flow(value));
  }

  changeInFlow(node, value) {
    if (same(cleaned(node.toJS(read(""))), value)) return;
    if (!isScalar(node) && typeof value === "object") this.changeFlow(node, value);
    else this.replace(node.range[0], node.range[1], inline(value, quoting(node), true));
  }

  changeScalar(node, value) {
    const [start, end] = node.range;
    if (isText(value) && node.type?.startsWith("BLOCK")) this.changeBlock(node, value);
    else this.replace(start, end, isText(value) ? this.onItsLine(node, value) : inline(value));
  }

  // A text that was on the line of its name: it stays there if it is short, or if it was long.
  onItsLine(node, value) {
    const [start, end] = node.range;
    const line = this.lineStart(start);
    const isBroken = this.source.slice(start, end).includes("\n");
    if (end - line > WIDTH && !isBroken) return inline(value, quoting(node));
    return newText(value, this.indentOf(line) + 2, isBroken ? WIDTH : start - line, quoting(node));
  }

  // A block keeps its header, its indentation, its width and its lines that still fit.
  changeBlock(node, value) {
    const [start] = node.range;
    const end = this.endOf(node);
    const [header, ...lines] = this.source.slice(start, end).split("\n");
    const [, indent] = /^( *)/.exec(lines.find((line) => line.trim()) ?? "");
    const width = Math.max(80, ...lines.map((line) => line.length));
    const bare = lines.map((line) => line.slice(indent.length));
    const plainHeader = header.replace(/\d/, "");
    this.replace(start, end, block(value, plainHeader, indent.length, bare, Math.min(width, 110)));
  }

  // The value of a field that held nothing.
  fill(pair, value) {
    const start = pair.key.range[0];
    const [, end] = pair.key.range;
    const colon = this.source.indexOf(":", end) + 1;
    const written = field(pair.key.source ?? pair.key.value, value, this.column(start));
    this.replace(start, colon, written);
  }

  // The whole of a list or a group, written again.
  replaceNode(node, value) {
    const start = node.range[0];
    const line = this.lineStart(start);
    const isOnItsLine = this.source.slice(line, start).trim() === "";
    const inList = /^[\s-]*$/.test(this.source.slice(line, start));
    const indent = isOnItsLine || inList ? start - line : this.indentOf(line) + 2;
    const lead = isOnItsLine || inList || typeof value !== "object" ? "" : `\n${" ".repeat(indent)}`;
    const written = typeof value === "object" ? group(value, indent) : newText(String(value), indent, 0);
    this.replace(start, this.endOf(node), lead + written);
  }

  removeLines(start, end) {
    this.replace(this.lineStart(start), this.nextLine(end), "");
  }

  // New lines after those of `previous`, or before the one at `first`.
  addLines(written, indent, previous, first) {
    if (previous) {
      const position = this.nextLine(this.endOf(previous));
      this.replace(position, position, `${" ".repeat(indent)}${written}\n`);
    } else {
      const position = this.lineStart(first);
      this.replace(position, position, `${" ".repeat(indent)}${written}\n`);
    }
  }

  // Where what a node says ends, without the comments and blank lines after it.
  endOf(node) {
    if (node.key) return this.endOf(node.value && node.value.range[1] > node.key.range[1] ? node.value : node.key);
    if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length) return this.endOf(node.items.at(-1));
    const [start, end] = node.range;
    return start + this.source.slice(start, end).trimEnd().length;
  }

  lineStart(position) {
    return this.source.lastIndexOf("\n", position - 1) + 1;
  }

  nextLine(position) {
    return this.source.indexOf("\n", position) + 1;
  }

  column(position) {
    return position - this.lineStart(position);
  }

  indentOf(line) {
    return /^[ -]*/.exec(this.source.slice(line))[0].replace(/-$/, "").length;
  }

  startsLine(position) {
    return this.source.slice(this.lineStart(position), position).trim() === "";
  }
}

const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const quoting = (node) => (node.type?.startsWith("QUOTE") ? node.type : "PLAIN");

const dashOf = (token) => token.start.find((part) => part.type === "seq-item-ind").offset;
