// Files as the form reads and writes them: cases on the input, texts on the output.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "../../redaction/node_modules/esbuild/lib/main.js";

const source = fileURLToPath(new URL("../../redaction/source/format.js", import.meta.url));
const { outputFiles } = await build({ entryPoints: [source], bundle: true, format: "esm", write: false });
const script = `data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`;
const { fromFile, toFile } = (await import(script)).fileFormat();

const put = (values, path, value) => {
  const [last] = path.slice(-1);
  const parent = path.slice(0, -1).reduce((part, step) => part[step], values);
  if (value === null) delete parent[last];
  else parent[last] = value;
};

const write = ({ text, changes }) => {
  const values = fromFile(text.trim());
  for (const [path, value] of changes) put(values, path, value);
  return toFile(values);
};

const { cases, created } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify([...cases.map(write), ...created.map(toFile)]));
