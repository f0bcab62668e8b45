/* A proposal as a text, as a patch that « git apply » takes, and as addresses to open. */
import { FILE_HEADERS_ONLY, createTwoFilesPatch } from "../vendor/diff-9.0.0.js";

// What servers, then mail programs, take of an address.
const LONGEST = { demande: 8000, courriel: 2000 };
const PASTE = "(Collez ici le texte de la proposition.)";

export function patch(path, before, after) {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/* The text that the reader sees and sends, in Markdown that reads as plain text. */
export function written({ address, path, patch, said }) {
  const parts = [
    `Page : ${address}${path ? `\nFichier : ${path}` : ""}`,
    ...said.filter(([, text]) => text).map(([label, text]) => `${label} :\n${text}`),
  ];
  if (patch) {
    const fence = fenceAround(patch);
    parts.push(`Modification proposée (à enregistrer, puis « git apply ») :\n\n${fence}diff\n${patch}${fence}`);
  }
  return `${parts.join("\n\n")}\n`;
}

/* More backticks than the text has in a row. */
function fenceAround(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  return "`".repeat(longest + 1);
}

/* Addresses that open a ready request or a ready message: { demande, courriel }, each
   { address, whole }; `whole` is false where the text is to be pasted. */
export function addresses({ genre, demande, courriel }, title, text) {
  const found = {};
  if (demande) {
    const names = genre === "gitlab" ? ["issue[title]", "issue[description]"] : ["title", "body"];
    found.demande = fitting(LONGEST.demande, text, (body) => `${demande}?${query(names, [title, body])}`);
  }
  if (courriel) {
    found.courriel = fitting(LONGEST.courriel, text, (body) => `mailto:${courriel}?${query(["subject", "body"], [title, body])}`);
  }
  return found;
}

// Mail programs read « + » as a plus sign, and want the line ends of mail.
const query = (names, values) =>
  names.map((name, rank) => `${encodeURIComponent(name)}=${encodeURIComponent(values[rank].replaceAll("\n", "\r\n"))}`).join("&");

function fitting(longest, text, address) {
  const whole = address(text);
  return whole.length <= longest ? { address: whole, whole: true } : { address: address(PASTE), whole: false };
}
