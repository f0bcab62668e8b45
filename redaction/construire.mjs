// Makes the files of the form from the locked packages: `make formulaire`.
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const OUTPUT = process.argv[2] ?? here("../scripts/prendre_place/form/bundle");
const CMS = "node_modules/@sveltia/cms";
const CDN = "https://cdn.jsdelivr.net/fontsource/fonts";
const FONTS = [
  [
    "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
    `${CDN}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2`,
  ],
  ["noto-mono-latin-400-normal-DiC8lJru.woff2", `${CDN}/noto-mono@5.3.0/latin-400-normal.woff2`],
  ["source-sans-3-latin-wght-normal-BqRLTx4X.woff2", `${CDN}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2`],
];
// Loaded on demand for what the form does not do: code, maps, pictures, rich text, other languages.
const UNUSED =
  /^(@shikijs\/|svgo|exifr|leaflet|terra-draw|turndown|\.\/chunks\/(heic|react-dom|shiki|webp)|\.\.\/locales\/(?!fr\.json))/;
// What is changed in Sveltia CMS, each exactly once.
const CHANGES = [
  // Styles as sheets of the document: the page's policy allows no style written in it.
  [/let (\w)=(\w+)\(`style`\);\1\.id=(\w)\.hash,\1\.textContent=\3\.code,(\w)\.appendChild\(\1\)/g,
    "let $1=$2(`meta`);$1.id=$3.hash,$4.appendChild($1);let sheet=new CSSStyleSheet;" +
    "sheet.replaceSync($3.code),$4.ownerDocument.adoptedStyleSheets.push(sheet)"],
  // A page that can be enlarged.
  [/`initial-scale=1`,`maximum-scale=1`,/g, "`initial-scale=1`,"],
  // Two languages to choose from: French, and the English that it falls back to.
  [/`ar,bg,ca,[\w,-]+`/g, "`en-US,fr`"],
];

const reduced = {
  name: "reduced",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path }) =>
      UNUSED.test(path) ? { path, namespace: "unused" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "unused" }, () => ({ contents: "export default {};" }));
    onLoad({ filter: /cms\/npm\/index\.js$/ }, async ({ path }) => ({
      contents: changed(await readFile(path, "utf8")),
    }));
    onLoad({ filter: /locales\/fr\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(await completed(path)),
      loader: "json",
    }));
  },
};

const changed = (source) => {
  const result = CHANGES.reduce((text, [found, replacement]) => {
    const count = [...text.matchAll(found)].length;
    if (count !== 1) throw new Error(`${found} : ${count} fois dans Sveltia CMS, une attendue`);
    return text.replace(found, replacement);
  }, source);
  return FONTS.reduce(withFont, result).replaceAll('style="display: contents"', "");
};

// A font comes from beside the page, and not from a CDN.
const withFont = (text, [file, address]) => {
  if (!text.includes(address)) throw new Error(`Sveltia CMS ne demande plus ${address}`);
  return text.replaceAll(address, `assets/${file}`);
};

// Their French, and ours for what they have not translated: nothing is left in English.
const completed = async (path) => {
  const theirs = JSON.parse(await readFile(path, "utf8"));
  const ours = JSON.parse(await readFile(here("source/francais.json"), "utf8"));
  const english = JSON.parse(await readFile(path.replace("fr.json", "en-US.json"), "utf8"));
  const result = merged(theirs, ours);
  const missing = leaves(english).filter((name) => !leaves(result).includes(name));
  if (missing.length) throw new Error(`Sans traduction : ${missing.join(", ")}`);
  return result;
};

const isGroup = (value) => typeof value === "object" && value !== null;

const merged = (a, b) =>
  isGroup(a) && isGroup(b)
    ? Object.fromEntries(
        [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [
          name,
          name in b ? merged(a[name], b[name]) : a[name],
        ]),
      )
    : b;

const leaves = (value, within = "") =>
  Object.entries(value).flatMap(([name, part]) =>
    isGroup(part) ? leaves(part, `${within}${name}.`) : `${within}${name}`,
  );

const LICENCES = [
  ["@sveltia/cms", `${CMS}/LICENSE.txt`],
  ["immutable", "node_modules/immutable/LICENSE"],
  ["yaml", "../docs/assets/vendor/yaml-LICENSE.txt"],
  ["Material Symbols", `${CMS}/npm/assets/material-symbols-outlined.LICENSE.txt`],
  ["Noto Mono", `${CMS}/npm/assets/noto-mono.LICENSE.txt`],
  ["Source Sans 3", `${CMS}/npm/assets/source-sans-3.LICENSE.txt`],
];
const licences = await Promise.all(
  LICENCES.map(async ([name, path]) => `${name}\n\n${(await readFile(here(path), "utf8")).trim()}`),
);

await rm(OUTPUT, { recursive: true, force: true });
await mkdir(OUTPUT, { recursive: true });
await build({
  absWorkingDir: here("."),
  entryPoints: ["source/redaction.js", "source/redaction.css", "source/decap.js"],
  outdir: OUTPUT,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: "es2022",
  legalComments: "eof",
  logLevel: "warning",
  // Fonts are looked for beside the script.
  banner: { js: "var scriptAddress=document.currentScript.src;" },
  footer: { js: `/*!\n${licences.join(`\n\n${"-".repeat(80)}\n\n`)}\n*/` },
  define: { "import.meta.url": "scriptAddress", "import.meta.resolve": "undefined" },
  plugins: [reduced],
});
for (const [file] of FONTS) await cp(here(`${CMS}/npm/assets/${file}`), `${OUTPUT}/assets/${file}`);

const { packages } = JSON.parse(await readFile(here("package-lock.json"), "utf8"));
const version = (name) => packages[`node_modules/${name}`].version;
const digest = createHash("sha256").update(await readFile(`${OUTPUT}/redaction.js`)).digest("hex");
await writeFile(
  `${OUTPUT}/VERSION.txt`,
  `Sveltia CMS ${version("@sveltia/cms")}, MIT (https://sveltiacms.app)\n` +
    `SHA-256 de redaction.js : ${digest}\n`,
);
