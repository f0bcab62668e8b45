/* Filters a long list as one types: on the glossary, the acronyms, the bibliography.
   Without this script the page is the plain list. Nothing is kept, nothing is sent. */
(() => {
  const article = document.querySelector("article");
  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/’/g, "'").toLowerCase();

  // One item is a term with its definitions, or one line of a list.
  const items = [];
  for (const term of article.querySelectorAll("dl > dt")) {
    const parts = [term];
    for (let next = term.nextElementSibling; next && next.tagName === "DD"; next = next.nextElementSibling) parts.push(next);
    items.push(parts);
  }
  for (const line of article.querySelectorAll("h2 ~ ul > li")) {
    if (!line.querySelector('[id^="ref-"]')) items.push([line]);
  }
  if (!items.length) return;
  const texts = items.map((parts) => fold(parts.map((part) => part.textContent).join(" ")));

  const form = article.querySelector(".filtre"); // its place is kept: nothing moves
  const label = document.createElement("label");
  label.textContent = "Filtrer la liste ";
  const field = document.createElement("input");
  field.type = "search";
  field.autocomplete = "off";
  label.append(field);
  const count = document.createElement("span");
  count.setAttribute("role", "status");
  form.append(label, count);

  field.addEventListener("input", () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    items.forEach((parts, at) => {
      const kept = words.every((word) => texts[at].includes(word));
      shown += kept;
      for (const part of parts) part.hidden = !kept;
    });
    // A letter with nothing under it goes too.
    for (const heading of article.querySelectorAll('h2[id^="lettre-"], h2[id^="groupe-"], h2[id^="type-"]')) {
      let any = false;
      for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) {
        any ||= [...next.children].some((child) => !child.hidden);
      }
      heading.hidden = !any;
    }
    count.textContent = !words.length ? "" : shown === 0 ? "Aucun résultat" : shown === 1 ? "1 résultat" : `${shown} résultats`;
  });
})();
