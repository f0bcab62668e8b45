/* The search in a dialogue, from any page. Esc closes it, and focus returns where it was. */
import { dressed, element, panel } from "./panneau.js";

let dialogue;

/* Opens the dialogue; `page` is the address of the search page. */
export async function open(page) {
  await dressed;
  dialogue ??= made(page);
  if (!dialogue.open) dialogue.showModal();
  dialogue.querySelector("input").select();
}

function made(page) {
  const { form } = panel({ level: 3, page });
  const close = element("button", { type: "button", class: "recherche-bouton" }, "Fermer");
  const title = element("h2", { id: "recherche-titre" }, "Recherche");
  const head = element("div", { class: "recherche-tete" }, title, close);
  const box = element("dialog", { class: "recherche-dialogue md-typeset", "aria-labelledby": "recherche-titre" }, head, form);
  close.addEventListener("click", () => box.close());
  // At once: some browsers keep a first Esc to empty the field.
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    box.close();
  });
  // A press on what is around the box closes it; answers and field are inside.
  box.addEventListener("click", (event) => event.target === box && box.close());
  document.body.append(box);
  return box;
}
