/* The fields of an entry, from the schema of its kind. What is typed goes into `value`, and what
   is not touched stays as it was read. */
import { Picker } from "./choisir.js";
import { button, element, labelled, textarea } from "./elements.js";
import { inWords, itemOf, uncited } from "./mots.js";

// Given by who publishes, never by a reader.
const NOT_PROPOSED = ["id", "statut", "version", "historique", "retrait"];
const EXCERPT = 90;
const CONTROL = "input, textarea, select";

/* { fields, show(faults) }: the list of fields, and what is wrong with them said beside them. */
export function fields(schema, value, choices) {
  const controls = new Map();
  const boxes = new Map();
  const context = { controls, boxes, choices, required: requiredIn(schema) };
  const names = Object.keys(schema.properties).filter((name) => !NOT_PROPOSED.includes(name));
  const filled = names.filter((name) => name in value);
  const empty = names.filter((name) => !(name in value));
  const list = element("div", { class: "correction-champs" }, ...filled.map((name) => field(schema, name, value, context)));
  const more = element(
    "details",
    { class: "correction-autres" },
    element("summary", {}, "Remplir un champ vide"),
    ...empty.map((name) => field(schema, name, value, context)),
  );
  return { list: empty.length ? element("div", {}, list, more) : list, show: (faults) => show(faults, context) };
}

/* A value as the project writes it: nothing empty, fields in the order of the schema. */
export function tidied(value, schema) {
  if (Array.isArray(value)) {
    return value.map((item, rank) => tidied(item, itemOf(schema, rank))).filter((item) => item !== undefined);
  }
  if (value === null || typeof value !== "object") return value === "" ? undefined : value;
  const known = Object.keys(schema.properties ?? {});
  const names = [...known.filter((name) => name in value), ...Object.keys(value).filter((name) => !known.includes(name))];
  const kept = names.map((name) => [name, tidied(value[name], schema.properties?.[name] ?? {})]);
  const full = kept.filter(([, item]) => item !== undefined && !(Array.isArray(item) && !item.length));
  return full.length ? Object.fromEntries(full) : undefined;
}

const requiredIn = (schema) => (schema.allOf ?? []).flatMap((rule) => rule.required ?? []);
const typesOf = (schema) => [schema.type ?? (schema.properties ? "object" : "string")].flat();

/* A field of the entry, folded: its name, the beginning of what it says. */
function field(schema, name, value, context) {
  const part = schema.properties[name];
  const excerpt = element("span", { class: "correction-extrait" });
  const tell = () => (excerpt.textContent = excerptOf(value[name], part, context.choices));
  const box = element("details", { class: "correction-pli" }, element("summary", {}, part.title, excerpt));
  const body = element("div", { class: "correction-corps" });
  box.append(body);
  // Hundreds of controls are not made before they are asked for.
  const fill = () => body.childElementCount || body.append(control(part, place(value, name), [name], context));
  box.addEventListener("toggle", () => (box.open ? fill() : tell()));
  context.boxes.set(name, () => (fill(), openAll(box)));
  tell();
  return box;
}

function openAll(box) {
  for (let at = box; at; at = at.parentElement.closest("details")) at.open = true;
}

/* The beginning of what a value says, entries by their names. */
function excerptOf(value, schema, choices) {
  if (value === undefined) return "";
  const words = (item) => inWords(schema.items ?? schema, typeof item === "string" ? uncited(item, choices) : item, choices);
  if (typeof value !== "object") return short(words(value));
  const items = Array.isArray(value) ? value : Object.values(value);
  return items.every((item) => typeof item !== "object") ? short(items.map(words).join(", ")) : `${items.length} élément${items.length > 1 ? "s" : ""}`;
}

const short = (text) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).replace(/\s\S*$/, "")}…` : text);

/* Where a value is, in an object or a list that is made when something is put there. */
function place(holder, key) {
  return { get: () => holder[key], set: (value) => (holder[key] = value) };
}

function inside(parent, key, empty) {
  return {
    get: () => parent.get()?.[key],
    set: (value) => {
      if (parent.get() === undefined) parent.set(empty());
      parent.get()[key] = value;
    },
  };
}

/* What fills one value, whatever its type; `path` leads to it from the entry. */
function control(schema, at, path, context) {
  const types = typesOf(schema);
  if (types.includes("array")) return Array.isArray(schema.items) ? tuple(schema, at, path, context) : list(schema, at, path, context);
  if (types.includes("object")) return group(schema, at, path, context);
  return scalar(schema, at, path, context);
}

function group(schema, at, path, context) {
  const wanted = requiredIn(schema);
  return element(
    "fieldset",
    {},
    element("legend", {}, schema.title ?? "Élément"),
    ...Object.entries(schema.properties).map(([name, part]) =>
      control(part, inside(at, name, () => ({})), [...path, name], { ...context, required: wanted }),
    ),
  );
}

function tuple(schema, at, path, context) {
  const parts = schema.items.map((part, rank) => control(part, inside(at, rank, () => []), [...path, rank], context));
  return element("fieldset", {}, element("legend", {}, schema.title ?? "Élément"), ...parts);
}

function list(schema, at, path, context) {
  const title = schema.title ?? "Liste";
  const items = element("ol", { class: "correction-liste" });
  const fault = element("p", { class: "correction-faute", tabindex: "-1" });
  const status = element("p", { role: "status", class: "hors-vue" });
  context.controls.set(path.join("/"), { element: fault, fault });
  const draw = () => {
    const values = at.get() ?? [];
    items.replaceChildren(...values.map((_, rank) => item(rank)));
  };
  const item = (rank) => {
    const filled = control({ ...schema.items, title: `${title}, ${rank + 1}` }, inside(at, rank, () => []), [...path, rank], context);
    return element("li", {}, filled, button("Retirer", () => remove(rank), { "aria-label": `Retirer : ${title}, ${rank + 1}` }));
  };
  const remove = (rank) => {
    at.get().splice(rank, 1);
    draw();
    status.textContent = "Élément retiré.";
    (items.children[rank]?.querySelector(CONTROL) ?? add).focus();
  };
  const add = button("Ajouter un élément", () => {
    if (!at.get()) at.set([]);
    at.get().push(schema.items.properties ? {} : "");
    draw();
    items.lastElementChild.querySelector(CONTROL).focus();
  }, { "aria-label": `Ajouter un élément : ${title}` });
  draw();
  return element("fieldset", {}, element("legend", {}, title), help(schema), items, fault, add, status);
}

const help = (schema) => element("p", { class: "correction-note" }, schema.description?.split("\n\n")[0] ?? "");

/* The help of one value; what is chosen is not typed, and its form is not told. */
function helpOf({ description = "", "x-forme": form }, isChosen) {
  const paragraphs = description.split("\n\n");
  return paragraphs.filter((said) => !isChosen || said.toLowerCase() !== `${form}.`).join("\n\n");
}

function scalar(schema, at, path, context) {
  const { made, read, beside = [] } = input(schema, at.get(), context.choices);
  const optional = !context.required.includes(path.at(-1)) && typeof path.at(-1) === "string";
  const box = labelled(made, { label: schema.title ?? "Valeur", help: helpOf(schema, beside.length > 0), optional });
  for (const event of ["input", "change"]) {
    made.addEventListener(event, () => at.set(read(made.value.normalize("NFC").trim())));
  }
  made.after(...beside);
  context.controls.set(path.join("/"), { element: made, fault: box.querySelector(".correction-faute") });
  return box;
}

/* The control of a type, and how what it holds becomes a value. */
function input(schema, value, choices) {
  const types = typesOf(schema);
  if (schema.enum) return { made: select(schema.enum.map((word) => [word, word]), value), read: (text) => text };
  if (types.includes("boolean")) {
    const words = { oui: true, non: false };
    const shown = value === undefined ? "" : value ? "oui" : "non";
    return { made: select(Object.keys(words).map((word) => [word, word]), shown), read: (text) => words[text] ?? "" };
  }
  const form = schema["x-forme"] ?? "";
  if (form.startsWith("texte")) return { made: textarea(value), read: (text) => text };
  const options = choices.options(form);
  if (options) return chosen(new Picker(options, value));
  const made = element("input", { type: "text", value: value ?? "", autocomplete: "off", spellcheck: form === "mots, sans mise en forme" ? undefined : "false" });
  const isNumber = !types.includes("string") || typeof value === "number";
  return { made, read: (text) => (isNumber && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text) };
}

const chosen = (picker) => ({ made: picker.input, read: (text) => picker.read(text), beside: [picker.list, picker.status] });

function select(options, value = "") {
  const made = element("select", {}, element("option", { value: "" }, "–"), ...options.map(([word, label]) => element("option", { value: word }, label)));
  made.value = value;
  return made;
}

/* Each fault beside its field; the list of them, with the way to each, for the end of the form. */
function show(faults, { controls, boxes }) {
  for (const { element, fault } of controls.values()) {
    fault.textContent = "";
    element.removeAttribute("aria-invalid");
  }
  const ours = faults.filter(({ path }) => boxes.has(path[0]));
  return ours.map(({ path, label, message }) => {
    boxes.get(path[0])();
    const { element, fault } = nearestControl(path, controls);
    fault.textContent = message;
    if (element !== fault) element.setAttribute("aria-invalid", "true");
    return { text: `${label} : ${message}`, focus: () => (boxes.get(path[0])(), element.focus()) };
  });
}

/* The control of a path, or of what holds it. */
function nearestControl(path, controls) {
  for (let length = path.length; length; length--) {
    const found = controls.get(path.slice(0, length).join("/"));
    if (found?.element.isConnected) return found;
  }
  return controls.get([...controls.keys()].find((key) => key.startsWith(`${path.join("/")}/`)));
}
