// « Copier » beside each form of the citation; the day of reading is set as it is copied.
(() => {
  const list = document.querySelector("dl.citer");
  if (!list) return;
  const said = document.createElement("p");
  said.className = "citer-dit";
  said.setAttribute("role", "status");
  list.after(said);

  const today = (iso) => {
    const now = new Date();
    if (iso) return now.toLocaleDateString("sv-SE"); // 2026-11-20
    const text = now.toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" });
    return text.replace(/^1 /, "1er ");
  };

  const written = (citation) => {
    const copy = citation.cloneNode(true);
    copy.querySelectorAll("button").forEach((button) => button.remove());
    copy.querySelectorAll(".consulte-le").forEach((day) => {
      day.textContent = today(day.dataset.forme === "iso");
    });
    return copy;
  };

  const copy = async (citation) => {
    const copied = written(citation);
    const plain = copied.textContent.trim();
    if (citation.tagName === "PRE" || !window.ClipboardItem) {
      return navigator.clipboard.writeText(plain);
    }
    // Word processors keep the italics of titles.
    const blob = (text, type) => new Blob([text], { type });
    return navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": blob(plain, "text/plain"),
        "text/html": blob(copied.innerHTML.trim(), "text/html"),
      }),
    ]);
  };

  const select = (citation) => getSelection().selectAllChildren(citation);

  document.querySelectorAll(".citation").forEach((citation) => {
    const preformatted = citation.tagName === "PRE";
    const heading = preformatted
      ? citation.parentElement.querySelector("summary")
      : citation.previousElementSibling;
    const name = heading.textContent;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copier";
    button.textContent = "Copier";
    button.setAttribute("aria-label", `Copier la citation, ${name}`);
    button.addEventListener("click", () =>
      copy(citation)
        .then(() => { said.textContent = `Citation copiée : ${name}.`; })
        .catch(() => {
          select(citation);
          said.textContent = "La copie n’est pas permise ici : le texte est sélectionné.";
        }),
    );
    if (preformatted) citation.before(button);
    else heading.append(button);
  });
})();
