/* Filters and sorts the préconisations, and lets one choose some to print. Inside a facet
   one value is enough, and every facet counts. All is kept in the address, nowhere else.
   Without this script the page is the whole list, grouped. */
(() => {
  const form = document.getElementById("facettes");
  const panel = form.closest("details");
  const said = document.querySelector(".facettes-dit");
  const fold = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/œ/g, "oe").replace(/’/g, "'").toLowerCase();
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const facets = [...new Set(boxes.map((box) => box.name))];
  const groups = [...document.querySelectorAll(".fiches")].map((list) => ({ list, heading: list.previousElementSibling }));
  const title = (element) => element.querySelector(".fiche-titre").textContent.trim();
  const cards = [...document.querySelectorAll(".fiche")].map((element) => ({
    element,
    id: element.id.replace("fiche-", ""),
    title: title(element),
    words: fold(`${element.textContent} ${element.dataset.mots}`),
    values: Object.fromEntries(facets.map((facet) => [facet, element.dataset[facet].split(" ")])),
    home: element.parentElement,
  }));

  /* ---- What is asked: the form, and the same in the address ---- */
  const chosen = new Set(); // ids, in « Ma sélection »

  function asked() {
    const facet = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
    return {
      words: fold(form.q.value).split(/\s+/).filter(Boolean),
      order: form.tri.value,
      facets: Object.fromEntries(facets.map((name) => [name, facet(name)]).filter(([, values]) => values.length)),
    };
  }

  function address() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (chosen.size) query.set("fiches", [...chosen].join(","));
    return `${location.pathname}${query.size ? `?${query.toString().replaceAll("%2C", ",")}` : ""}`;
  }

  function readAddress() {
    const query = new URLSearchParams(location.search);
    form.q.value = query.get("q") ?? "";
    form.tri.value = query.get("tri") ?? "";
    if (form.tri.selectedIndex < 0) form.tri.value = "";
    for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
    const ids = (query.get("fiches") ?? "").split(",");
    chosen.clear();
    for (const card of cards) if (ids.includes(card.id)) chosen.add(card.id);
  }

  /* ---- From the filters to the list, and out of an empty one ---- */
  const button = (words, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", action);
    return made;
  };
  const toList = button("", () => {
    panel.open = false;
    said.focus();
    said.scrollIntoView();
  });
  toList.className = "vers-liste";
  form.lastElementChild.append(" ", toList);
  const unfilter = button("Ôter les filtres", () => form.reset());
  said.tabIndex = -1;
  said.after(unfilter);

  /* ---- The list ---- */
  const answers = (card, { words, facets: picked }, besides) =>
    words.every((word) => card.words.includes(word)) &&
    Object.entries(picked).every(
      ([name, values]) => name === besides || values.some((value) => card.values[name].includes(value)),
    );

  const RANKS = { solidite: ["solide", "etayee", "fragile"], nature: ["enoncee", "deduite"] };
  const byTitle = (a, b) => a.title.localeCompare(b.title, "fr");
  const orders = {
    titre: byTitle,
    date: (a, b) => latest(b).localeCompare(latest(a)) || byTitle(a, b),
    solidite: (a, b) => rank(a, "solidite") - rank(b, "solidite") || byTitle(a, b),
    nature: (a, b) => rank(a, "nature") - rank(b, "nature") || byTitle(a, b),
  };
  const rank = (card, facet) => RANKS[facet].indexOf(card.values[facet][0]);
  const latest = (card) => card.element.dataset.date.split("/").pop();
  const flat = document.createElement("ul");
  flat.className = "fiches";
  unfilter.after(flat);

  function show() {
    const wish = asked();
    let shown = 0;
    for (const card of cards) {
      card.element.hidden = !answers(card, wish);
      shown += !card.element.hidden;
    }
    if (wish.order) for (const card of [...cards].sort(orders[wish.order])) flat.append(card.element);
    else for (const card of cards) card.home.append(card.element);
    for (const { list, heading } of groups) {
      list.hidden = heading.hidden = !list.querySelector(".fiche:not([hidden])");
    }
    for (const box of boxes) {
      const count = cards.filter(
        (card) => answers(card, wish, box.name) && card.values[box.name].includes(box.value),
      ).length;
      box.disabled = !count && !box.checked;
      box.parentElement.querySelector(".nombre").textContent = count;
    }
    const all = cards.length;
    said.textContent =
      shown === all ? `${all} préconisations`
      : shown === 0 ? "Aucune préconisation ne répond à tous ces choix."
      : `${shown} préconisation${shown > 1 ? "s" : ""} sur ${all}`;
    unfilter.hidden = shown > 0;
    toList.disabled = !shown;
    toList.textContent = shown === 1 ? "Voir la fiche" : `Voir les ${shown} fiches`;
  }

  /* ---- « Ma sélection » ---- */
  const basket = document.createElement("p");
  basket.className = "panier";
  const basketSays = document.createElement("span");
  basketSays.setAttribute("role", "status");
  const print = document.createElement("a");
  print.className = "panier-imprimer";
  print.textContent = "Imprimer ou enregistrer";
  const empty = button("Vider", () => {
    chosen.clear();
    showChosen();
    history.replaceState(null, "", address());
    form.q.focus();
  });
  basket.append(basketSays, " ", print, " ", empty);
  panel.closest(".parcourir").after(basket);

  for (const card of cards) {
    const label = document.createElement("label");
    label.className = "choisir";
    card.box = document.createElement("input");
    card.box.type = "checkbox";
    card.box.setAttribute("aria-label", `Ajouter à ma sélection : ${card.title}`);
    card.box.addEventListener("change", () => {
      card.box.checked ? chosen.add(card.id) : chosen.delete(card.id);
      showChosen();
      history.replaceState(null, "", address());
    });
    label.append(card.box, " Ajouter à ma sélection");
    card.element.append(label);
  }

  function showChosen() {
    for (const card of cards) card.box.checked = chosen.has(card.id);
    const count = chosen.size;
    basketSays.textContent = `Ma sélection : ${count} fiche${count > 1 ? "s" : ""}`;
    print.href = `selection/?fiches=${[...chosen].join(",")}`;
    basket.hidden = !count;
    document.documentElement.classList.toggle("avec-panier", count > 0);
  }

  /* ---- Each choice is a step that « Précédent » undoes; letters typed are not ---- */
  form.addEventListener("change", (event) => {
    if (event.target === form.q) return;
    show();
    history.pushState(null, "", address());
  });
  form.q.addEventListener("input", () => {
    show();
    history.replaceState(null, "", address());
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    form.q.value = form.tri.value = "";
    for (const box of boxes) box.checked = false;
    show();
    history.pushState(null, "", address());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const restore = () => {
    readAddress();
    show();
    showChosen();
  };
  addEventListener("popstate", restore);

  panel.open = matchMedia("(min-width: 60em)").matches;
  panel.hidden = said.hidden = false;
  restore();
})();
