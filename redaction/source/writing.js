// Values to YAML, in the form that the project's files have: long prose in blocks, two spaces.
import { stringify } from "yaml";
import { isText } from "./values.js";

export const WIDTH = 100;

// A value on one line; `type` is the quoting wished for, changed only where YAML must have another.
export const inline = (value, type = "PLAIN", isInFlow = false) => {
  if (isText(value) && value.includes("\n")) return JSON.stringify(value);
  const options = {
    lineWidth: 0,
    version: "1.2",
    defaultStringType: type,
    singleQuote: type === "QUOTE_SINGLE",
  };
  if (!isInFlow) return stringify(value, options).trimEnd();
  const list = stringify([value], { ...options, collectionStyle: "flow", flowCollectionPadding: false });
  return list.trimEnd().slice(1, -1);
};

// A list or a group between brackets, on one line.
export const flow = (value) => {
  if (!isGroup(value)) return inline(value, "PLAIN", true);
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${flow(part)}`);
  return `{${parts.join(", ")}}`;
};

const spaces = (count) => " ".repeat(count);

// Lines of a text that breaks only where it says, for `|-`.
const literalLines = (text) => text.split("\n");

// Lines for `>-`: one line break of the text is an empty line, and blanks are where lines turn.
const foldedLines = (text, width, before) =>
  text
    .split("\n")
    .flatMap((paragraph, index, all) => [
      ...(index ? [""] : []),
      ...(paragraph ? foldedParagraph(paragraph, width, paragraphsLike(before, index, all.length)) : []),
    ]);

const paragraphsLike = (before, index, count) => {
  const paragraphs = before.join("\n").split("\n\n").map((lines) => lines.split("\n").filter(Boolean));
  return paragraphs.length === count ? paragraphs[index] : [];
};

// Lines of one paragraph; those of `before` that still fit, at its start and its end, are kept.
const foldedParagraph = (paragraph, width, before) => {
  const start = [];
  let rest = paragraph;
  for (const line of before) {
    if (rest === line) return [...start, line];
    if (!rest.startsWith(`${line} `)) break;
    start.push(line);
    rest = rest.slice(line.length + 1);
  }
  const end = [];
  for (const line of before.slice(start.length).reverse()) {
    if (!rest.endsWith(` ${line}`)) break;
    end.unshift(line);
    rest = rest.slice(0, -line.length - 1);
  }
  return [...start, ...turned(rest, width), ...end];
};

// A line may turn at a single blank between two words, never at a no-break space.
const turned = (text, width) =>
  text.split(/(?<! ) (?! )/).reduce((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
    return lines;
  }, []);

const isFoldable = (text) => !/^ |\n[ \t]/.test(text);

// A block: its header (`>-`, `|-`…), then its lines. `before` are the lines it had.
export const block = (text, header, indent, before = [], width = WIDTH) => {
  const isFolded = header.startsWith(">") && isFoldable(text);
  const lines = isFolded ? foldedLines(text, width - indent, before) : literalLines(text);
  const kept = header.startsWith(">") && !isFolded ? header.replace(">", "|") : header;
  return [kept, ...lines.map((line) => (line ? spaces(indent) + line : ""))].join("\n");
};

// A text as a new field or item holds it; `used` counts the signs before it on its line.
export const text = (value, indent, used, type) => {
  if (value.includes("\n")) return block(value, "|-", indent);
  const written = inline(value, type);
  const isLong = used + written.length > WIDTH && value.includes(" ");
  return isLong ? block(value, ">-", indent) : written;
};

const isGroup = (value) => typeof value === "object" && value !== null;

// The lines of a new field, its first line without indentation.
export const field = (name, value, indent) => {
  if (!isGroup(value)) return `${name}: ${scalar(value, indent + 2, indent + name.length + 2)}`;
  return `${name}:\n${spaces(indent + 2)}${group(value, indent + 2)}`;
};

export const item = (value, indent) =>
  `- ${isGroup(value) ? group(value, indent + 2) : scalar(value, indent + 2, indent + 2)}`;

const scalar = (value, indent, used) =>
  isText(value) ? text(value, indent, used) : inline(value);

// The lines of a list or of a group of fields, the first without indentation.
export const group = (value, indent) => {
  const parts = Array.isArray(value)
    ? value.map((part) => item(part, indent))
    : Object.entries(value).map(([name, part]) => field(name, part, indent));
  return parts.join(`\n${spaces(indent)}`);
};
