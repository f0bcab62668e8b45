/* Elements of the form, and its sheet. Strings become text, never HTML. */

const sheet = element("link", { rel: "stylesheet", href: new URL("correction.css", import.meta.url) });
/* Settles when the form has its look, or will do without. */
export const dressed = new Promise((settle) => (sheet.onload = sheet.onerror = settle));
document.head.append(sheet);

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.map((child) => (typeof child === "string" ? french(child) : child)));
  return made;
}

/* A sign of two parts stays with its word. */
const french = (text) => text.replaceAll("« ", "«\u00a0").replace(/ (?=[»:;?!])/g, "\u00a0");

export function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", class: "md-button", ...attributes }, text);
  made.addEventListener("click", act);
  return made;
}

let made = 0;
const newId = () => `champ-${++made}`;

/* A control with its label, its help, and the place of its fault. */
export function labelled(control, { label, help, optional = false, id = newId() }) {
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-aide ${id}-faute`);
  return element(
    "div",
    { class: "correction-champ" },
    element("label", { for: id }, label, optional ? element("span", { class: "correction-note" }, " (facultatif)") : ""),
    element("p", { id: `${id}-aide`, class: "correction-note" }, help ?? ""),
    control,
    element("p", { id: `${id}-faute`, class: "correction-faute" }),
  );
}

/* A place for a text of about this length. */
export function textarea(text = "") {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 75), 0);
  const control = element("textarea", { rows: Math.min(Math.max(lines + 1, 3), 24) });
  control.value = text;
  return control;
}
