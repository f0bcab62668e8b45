/* « Se situer »: draws the profile of the answers ticked and gathers what they lead to. Answers
   are kept after the # of the address, which browsers send to no one, and nowhere else. */
(() => {
  const form = document.getElementById("questionnaire");
  const radios = [...form.querySelectorAll("input[type=radio]")];
  const questions = [...form.querySelectorAll("fieldset.demande")];
  const results = document.getElementById("resultats");
  const labels = new Map(
    [...document.querySelectorAll(".legende li")].map((item) => [item.dataset.appreciation, item.textContent.trim()]),
  );
  const address = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  const FIRST = 5; // cards shown under « Par où commencer »
  const RULE = "D’abord les fiches auxquelles le plus de vos réponses mènent, puis dans l’ordre des questions.";

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const chosen = () => radios.filter((radio) => radio.checked);
  const answer = (radio) => radio.labels[0].textContent;
  const number = (radio) => questions.indexOf(radio.closest("fieldset")) + 1;
  const plural = (count, word) => `${count} ${word}${count > 1 ? "s" : ""}`;

  // The address: #reponses=accueil-a,decision-b
  const PREFIX = "#reponses=";
  const written = () => {
    const ids = chosen().map((radio) => radio.value);
    return ids.length ? PREFIX + ids.join(",") : "";
  };
  function keep() {
    const answers = written();
    // Without an answer, the address of a place in the page stays as it is.
    if (!answers && !location.hash.startsWith(PREFIX)) return;
    history.replaceState({ situer: true }, "", location.pathname + location.search + answers);
  }
  function resume() {
    const kept = location.hash.startsWith(PREFIX) ? location.hash.slice(PREFIX.length) : "";
    const ids = kept.split(",").filter(Boolean);
    for (const radio of radios) radio.checked = ids.includes(radio.value);
    const lost = ids.length - chosen().length;
    if (lost) said.textContent = `${plural(lost, "réponse")} de l’adresse ne correspond${lost > 1 ? "ent" : ""} plus à une question.`;
  }

  // What can be done with the answers.
  const said = element("p", { className: "situer-dit" });
  const count = element("p", { className: "situer-dit" });
  for (const line of [said, count]) line.setAttribute("role", "status");
  const button = (text, action) => {
    const made = element("button", { type: "button", className: "copier", textContent: text });
    made.addEventListener("click", action);
    return made;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      said.textContent = "Lien copié : il contient vos réponses.";
    } catch {
      said.textContent = "La copie n’est pas permise ici : copiez l’adresse de la page, elle contient vos réponses.";
    }
  };
  const erase = () => {
    if (!confirm("Effacer toutes les réponses\u00a0?")) return;
    for (const radio of radios) radio.checked = false;
    said.textContent = "Réponses effacées.";
    update();
  };
  const actions = element(
    "p",
    { className: "situer-actions" },
    button("Copier le lien vers ces réponses", copy),
    " ",
    button("Imprimer", () => print()),
    " ",
    button("Effacer les réponses", erase),
  );
  document.querySelector(".profil").after(count, actions, said);

  function drawProfile() {
    for (const box of document.querySelectorAll(".case")) {
      const ticked = chosen().find((radio) => radio.name === box.dataset.question);
      const value = ticked ? ticked.dataset.appreciation : "sans-reponse";
      box.querySelector("use").setAttribute("href", `#case-${value}`);
      box.querySelector(".dit").textContent = `\u00a0: ${labels.get(value)}`;
    }
  }

  const quoted = (radio) => `«\u00a0${answer(radio)}\u00a0» (question\u00a0${number(radio)})`;

  // For each page that answers lead to, by address: its line in the list, and why.
  function leads() {
    const found = new Map();
    for (const radio of chosen()) {
      const lead = form.querySelector(`[data-reponse="${radio.dataset.pistes}"]`);
      if (!lead) continue;
      const why = lead.querySelector(".pourquoi").textContent;
      for (const link of lead.querySelectorAll(".vers a")) {
        if (!found.has(link.href)) found.set(link.href, []);
        found.get(link.href).push({ radio, why });
      }
    }
    return [...document.querySelectorAll("#fiches > li")]
      .map((line) => ({ line, link: line.querySelector("a") }))
      .filter(({ link }) => found.has(link.href))
      .map(({ line, link }) => ({ line, link, reasons: found.get(link.href) }))
      .sort((one, other) => other.reasons.length - one.reasons.length);
  }

  const BECAUSE = "Parce que vous avez répondu";
  function whole(reasons) {
    const lines = reasons.map(({ radio, why }) => element("li", { textContent: `${quoted(radio)}. ${why}` }));
    return [element("p", { className: "parce-que", textContent: `${BECAUSE}\u00a0:` }), element("ul", { className: "raisons" }, ...lines)];
  }
  function short(reasons) {
    const textContent = `${BECAUSE} ${reasons.map(({ radio }) => quoted(radio)).join(", ")}.`;
    return [element("p", { className: "parce-que", textContent })];
  }

  function shown({ line, link, reasons }, why) {
    const permanent = new URL(link.getAttribute("href"), address).href;
    const title = element("a", { href: link.href, textContent: link.textContent });
    const where = element("span", { className: "adresse", textContent: ` ${permanent}` });
    const plain = element("p", { textContent: line.querySelector(".clair").textContent });
    return element("li", {}, element("p", {}, title, where), plain, ...why(reasons));
  }

  // The page that lays cards out to be printed stands beside them.
  const together = (cards) => {
    const ids = cards.map(({ link }) => link.pathname.split("/").at(-2));
    const href = new URL(`../selection/?fiches=${ids.join(",")}`, cards[0].link.href).href;
    return element("p", { className: "situer-actions" }, element("a", { href, textContent: "Réunir ces fiches pour les imprimer" }));
  };

  function list(id, title, found, why, rule = "") {
    if (!found.length) return [];
    const lines = found.map((lead) => shown(lead, why));
    return [
      element("h3", { id, textContent: title }),
      ...(rule ? [element("p", { textContent: rule })] : []),
      element("ul", { className: "conseils" }, ...lines),
      ...(why === whole ? [together(found)] : []),
    ];
  }

  function given() {
    const lines = chosen().map((radio) => {
      const asked = radio.closest("fieldset").querySelector("legend").textContent;
      const said = element("strong", { textContent: answer(radio) });
      return element("li", {}, `${asked} `, said, ` (${labels.get(radio.dataset.appreciation).toLowerCase()})`);
    });
    return [element("h3", { id: "nos-reponses", textContent: "Nos réponses" }), element("ul", { className: "donnees" }, ...lines)];
  }

  function update() {
    drawProfile();
    keep();
    const all = leads();
    const cards = all.filter(({ line }) => line.dataset.genre === "preconisations");
    const notions = all.filter(({ line }) => line.dataset.genre !== "preconisations");
    const any = chosen().length > 0;
    count.textContent = any
      ? `${plural(chosen().length, "réponse")} sur ${questions.length}. ${plural(cards.length, "préconisation")} et ${plural(notions.length, "notion")} à lire.`
      : "Aucune réponse pour l’instant.";
    actions.hidden = results.hidden = !any;
    document.documentElement.classList.toggle("situer-rempli", any);
    results.replaceChildren(
      ...(any ? given() : []),
      ...list("par-ou-commencer", "Par où commencer", cards.slice(0, FIRST), whole, RULE),
      ...list("et-aussi", "À lire ensuite", cards.slice(FIRST), whole),
      ...list("notions-a-lire", "Les mots pour en parler", notions, short),
      element("p", { className: "retrouver", textContent: `À retrouver à l’adresse\u00a0: ${address}${written()}` }),
    );
  }

  form.addEventListener("change", () => {
    said.textContent = "";
    update();
  });
  // An address pasted here is read; a way to a place in the page, or back, changes no answer.
  addEventListener("hashchange", () => {
    if (!history.state?.situer && location.hash.startsWith(PREFIX)) resume();
    update();
  });
  document.documentElement.classList.add("situer-actif");
  resume();
  update();
})();
