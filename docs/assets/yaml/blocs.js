/* Texts on several lines: literal blocks (« | »), kept as typed, and folded ones (« > »), whose
   line breaks are blanks. Only the lines that changed are written again. */
export const WIDTH = 100;
const HEADER = /^([|>])[-+]?([ \t]+#.*)?$/;
// What a block cannot hold: a text that begins with a blank or ends with several line breaks,
// a line of blanks, signs that some readers take for line breaks.
const NOT_A_BLOCK = /^[ \t\n]|\n\n$|\n[ \t]+(\n|$)|[\r\u0085\u2028\u2029\ufeff\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u;
const NOT_FOLDED = /(^|\n)[ \t]/;

export const blockStyle = (style) => style === "BLOCK_LITERAL" || style === "BLOCK_FOLDED";

/* The block `old`, of a field at `indent`, with `value` for content; null if none can hold it. */
export function rewritten(old, value, indent) {
  const [header, ...rest] = old.split("\n");
  const [, sign, comment] = HEADER.exec(header) ?? [];
  if (!sign || header.includes("+")) return null;
  const margin = /^ */.exec(rest.find((line) => line.trim()) ?? "")[0].length || indent + 2;
  const end = rest.length - [...rest].reverse().findIndex((line) => line.trim());
  const lines = rest.slice(0, end).map((line) => line.slice(margin));
  const after = rest.slice(end);
  if (sign === "|") return block("|", value, margin - 2, comment, after);
  const cuts = NOT_FOLDED.test(lines.join("\n")) ? [] : unfolded(lines);
  return folded(value, margin - 2, cuts, comment, after);
}

/* A block whose lines are those of `content`, of a field at `indent`. */
export function block(sign, value, indent, comment = "", after = [], content = value.split("\n")) {
  if (!value || NOT_A_BLOCK.test(value)) return null;
  const clipped = value.endsWith("\n");
  const lines = clipped && sign === "|" ? content.slice(0, -1) : content;
  const margin = " ".repeat(indent + 2);
  const body = lines.map((line) => (line ? margin + line : ""));
  return [sign + (clipped ? "" : "-") + comment, ...body, ...after].join("\n");
}

/* A folded block; `old` lists, for each line of its former text, the lines it was cut into. */
export function folded(value, indent, old = [], comment, after) {
  if (NOT_FOLDED.test(value)) return null;
  const width = Math.max(WIDTH - indent - 2, ...old.flat().map((line) => line.length));
  const wanted = value.replace(/\n$/, "").split("\n");
  const content = recut(old, wanted, width).flatMap((lines, rank) => (rank ? ["", ...lines] : lines));
  return block(">", value, indent, comment, after, content);
}

/* Lines of a folded block, gathered by line of its text: a blank line is a line break. */
function unfolded(lines) {
  const groups = [[]];
  for (const line of lines) {
    if (line) groups.at(-1).push(line);
    else groups.push([]);
  }
  return groups;
}

/* Each wanted line cut anew, those that did not change as they were. */
function recut(old, wanted, width) {
  const joined = old.map((lines) => lines.join(" "));
  const before = common(joined, wanted);
  const after = common(joined.slice(before).reverse(), wanted.slice(before).reverse());
  return wanted.map((line, rank) => {
    if (rank < before) return old[rank];
    const fromEnd = wanted.length - rank;
    if (fromEnd <= after) return old[old.length - fromEnd];
    return cut(line, rank < old.length - after ? old[rank] : [], width);
  });
}

const common = (one, other) => {
  const differs = other.findIndex((item, rank) => item !== one[rank]);
  return differs < 0 ? other.length : differs;
};

/* One line cut at its blanks; the lines of `old` before and after what changed are kept. */
function cut(line, old, width) {
  const begins = (part, at) => line.startsWith(part, at) && mayTurn(line, at + part.length);
  const ends = (part, at) => line.endsWith(part, at) && mayTurn(line, at - part.length - 1);
  let [first, start] = [0, 0];
  while (first < old.length && begins(old[first], start)) start += old[first++].length + 1;
  let [last, end] = [old.length, line.length];
  while (last > first && end - old[last - 1].length > start && ends(old[last - 1], end)) end -= old[--last].length + 1;
  return [...old.slice(0, first), ...filled(line.slice(start, end), width), ...old.slice(last)];
}

/* Whether what is at this rank is one blank alone, between two words. */
const mayTurn = (line, at) => /^[^ \t] [^ \t]$/.test(line.slice(at - 1, at + 2));

function filled(line, width) {
  if (!line) return [];
  const lines = [];
  for (const word of line.split(/(?<=[^ \t]) (?=[^ \t])/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
