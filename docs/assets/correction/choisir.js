/* A field that is filled by choosing a name: what it shows is the name, what it holds is the id
   or the key. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
import { element } from "./elements.js";

const LONGEST = 50;
let made = 0;

const fold = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("œ", "oe").replaceAll("’", "'");

export class Picker {
  shown = [];
  active = -1;

  /* `options`: what may be chosen, { value, name, note }; `value`, what is. */
  constructor(options, value = "") {
    this.options = options.map((option) => ({ ...option, folded: fold(`${option.name} ${option.value}`) }));
    this.chosen = this.options.find((option) => option.value === value);
    const id = `choix-${++made}`;
    this.list = element("ul", { id, role: "listbox", "aria-label": "Choix", class: "correction-choix", hidden: true });
    this.status = element("p", { role: "status", class: "correction-note" });
    this.input = element("input", {
      type: "text", role: "combobox", value: this.chosen?.name ?? value, placeholder: "Quelques lettres de son nom…",
      "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocomplete: "off", spellcheck: "false",
    });
    this.input.addEventListener("focus", () => this.input.select());
    this.input.addEventListener("click", () => this.open(this.options));
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", ({ target }) => {
      const rank = [...this.list.children].indexOf(target.closest("[role=option]"));
      if (rank >= 0) this.choose(this.shown[rank]);
    });
  }

  /* What stands for a text: the id or the key of this name, else the text itself. */
  read(text) {
    if (this.chosen?.name === text) return this.chosen.value;
    const typed = fold(text);
    return this.options.find(({ name, value }) => fold(name) === typed || value === text)?.value ?? text;
  }

  search() {
    const typed = fold(this.input.value.trim());
    const words = typed.split(/\s+/);
    const found = this.options.filter(({ folded }) => words.every((word) => folded.includes(word)));
    const begins = ({ folded }) => folded.startsWith(typed) || folded.includes(`(${typed})`); // an acronym
    this.open([...found.filter(begins), ...found.filter((option) => !begins(option))]);
    if (found.length) this.activate(0);
  }

  open(found) {
    this.shown = found.slice(0, LONGEST);
    const ofList = ({ name, note }, rank) =>
      element("li", { id: `${this.list.id}-${rank}`, role: "option", "aria-selected": "false" }, name, note ? element("span", {}, note) : "");
    this.list.replaceChildren(...this.shown.map(ofList));
    this.show(found.length > 0);
    this.list.scrollIntoView({ block: "nearest", behavior: "instant" });
    this.status.classList.toggle("hors-vue", found.length > 0);
    this.status.textContent = told(found.length);
    this.activate(this.shown.indexOf(this.chosen));
  }

  close() {
    this.show(false);
    this.activate(-1);
    if (this.status.classList.contains("hors-vue")) this.status.textContent = "";
  }

  show(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", isOpen);
  }

  activate(rank) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = rank;
    const option = this.list.children[rank];
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  choose(option) {
    this.chosen = option;
    this.input.value = option.name;
    this.input.select();
    this.close();
    this.input.dispatchEvent(new Event("change"));
  }

  press(event) {
    const isOpen = !this.list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) this.open(this.options);
    if (step) this.activate(this.next(step));
    else if (event.key === "Enter" && isOpen && this.active >= 0) this.choose(this.shown[this.active]);
    else if (event.key === "Escape" && isOpen) this.close();
    else return;
    event.preventDefault();
  }

  /* The rank after the active one, or before it; the ends meet. */
  next(step) {
    const count = this.shown.length;
    if (this.active < 0) return step > 0 ? 0 : count - 1;
    return (this.active + step + count) % count;
  }
}

function told(count) {
  if (!count) return "Aucun nom ne convient : choisissez dans la liste.";
  if (count > LONGEST) return `Les ${LONGEST} premiers noms sur ${count} : écrivez quelques lettres.`;
  return `${count} choix`;
}
