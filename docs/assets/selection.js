/* Lays out the cards named in the address, `?fiches=a,b`, one after the other, to be printed
   or saved as one document. Each is read in its own page of this site. */
(async () => {
  const place = document.getElementById("tirage");
  place.replaceChildren();
  const asked = (new URLSearchParams(location.search).get("fiches") ?? "").split(",");
  const ids = [...new Set(asked)].filter((id) => /^[a-z0-9-]+$/.test(id));
  if (!ids.length) return;

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  async function card(id) {
    const address = new URL(`../${id}/`, location.href);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(id);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const article = page.querySelector("article:has(.nature)");
    if (!article) throw new Error(id);
    return laidOut(article, address);
  }

  // What serves on paper: neither the ways to other pages, nor the formats for machines.
  const LEFT_OUT = ["pages-liees", "emplois", "cette-page"];
  function laidOut(article, address) {
    const section = element("section", "", { class: "fiche-imprimee" });
    let part = "";
    for (const node of [...article.children]) {
      if (node.tagName === "H2") part = node.id;
      if (LEFT_OUT.includes(part) || node.matches(".variantes, script")) continue;
      if (part === "citer" && !cited(node)) continue;
      section.append(document.importNode(node, true));
    }
    for (const link of section.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
    section.querySelectorAll(".notice").forEach((node) => node.remove());
    // Names of frames are each once in a page: the same part is in every card.
    const title = article.querySelector("h1").textContent;
    section.querySelectorAll(".tableau").forEach((frame) => (frame.ariaLabel += ` : ${title}`));
    section.querySelectorAll("[id]").forEach((node) => node.removeAttribute("id"));
    for (const heading of section.querySelectorAll("h1, h2, h3")) {
      heading.replaceWith(element(`h${+heading.tagName[1] + 1}`, heading.textContent));
    }
    const today = new Date().toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" });
    section.querySelectorAll(".consulte-le").forEach((day) => (day.textContent = today.replace(/^1 /, "1er ")));
    return section;
  }

  // Of « Citer cette page »: its version and address, and the first form of the citation.
  function cited(node) {
    if (node.matches("dl.citer")) [...node.children].slice(2).forEach((other) => other.remove());
    return node.matches("h2, p, dl.citer");
  }

  const found = await Promise.allSettled(ids.map(card));
  const cards = found.filter((one) => one.status === "fulfilled").map((one) => one.value);
  const lost = ids.filter((_, at) => found[at].status === "rejected");
  const query = `?fiches=${ids.filter((id) => !lost.includes(id)).join(",")}`;

  const says = element("p", "", { role: "status", class: "tirage-dit" });
  says.textContent = `${cards.length} fiche${cards.length > 1 ? "s" : ""}.`;
  if (lost.length) says.textContent += ` Introuvable${lost.length > 1 ? "s" : ""} : ${lost.join(", ")}.`;
  const print = element("button", "Imprimer ou enregistrer en PDF", { type: "button" });
  print.addEventListener("click", () => window.print());
  const change = element("a", "Changer la sélection", { href: `../${query}` });
  const actions = element("p", "", { class: "tirage-actions" });
  actions.append(print, " ", change);

  const summary = element("ol", "");
  for (const one of cards) summary.append(element("li", one.querySelector("h2").textContent));
  const canonical = document.querySelector('link[rel="canonical"]')?.href ?? location.href;
  const here = element("p", `Cette sélection se retrouve à l’adresse ${canonical.split("?")[0]}${query}`, { class: "source" });
  place.append(says, actions, summary, here, ...cards);
})();
