/* Shows, beside a link that leads to an entry, the plain line of that entry: on hover, on
   focus, and at the first touch. The line is read in the entry's own page, once, when asked.
   Without this script the link is a link. WCAG 1.4.13: Esc closes, the pointer may go on it. */
(() => {
  // Lists and comparisons stand beside the entries, and have no plain line.
  const ENTRY = /\/(glossaire|notions|terrains|preconisations|organisations)\/(?!(domaines|comparer|selection)\/)[^/]+\/$/;
  const SOON = 180;
  const links = [...document.querySelectorAll("article :is(p, li, dd, td) a[href]")].filter(
    (link) => link.origin === location.origin && ENTRY.test(link.pathname) && link.pathname !== location.pathname,
  );
  if (!links.length) return;

  const bubble = document.createElement("div");
  bubble.id = "bulle-definition";
  bubble.className = "bulle";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.body.append(bubble);

  const lines = new Map();
  let shown = null;
  let wanted = null;
  let timer;

  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();

  // An entry says its plain line; a row of the acronyms, what it stands for.
  function plainLine(page, hash) {
    const row = hash && page.getElementById(hash.slice(1))?.closest("dt");
    if (row) return [text(row), text(row.nextElementSibling)];
    const line = page.querySelector(".en-clair p")?.cloneNode(true);
    if (!line) return null;
    line.querySelector("strong")?.remove();
    return [text(page.querySelector("h1")), text(line)];
  }

  function read(link) {
    if (!lines.has(link.href)) {
      const read = fetch(link.href)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject()))
        .then((html) => plainLine(new DOMParser().parseFromString(html, "text/html"), link.hash))
        .catch(() => null);
      lines.set(link.href, read);
    }
    return lines.get(link.href);
  }

  async function show(link, byTouch) {
    clearTimeout(timer);
    wanted = link;
    if (shown === link) return true;
    const line = await read(link);
    if (wanted !== link) return true;
    if (!line) return false;
    hide();
    wanted = shown = link;
    const title = document.createElement("strong");
    title.textContent = line[0];
    bubble.replaceChildren(title, " ", line[1]);
    if (byTouch) {
      const hint = document.createElement("em");
      hint.textContent = "Touchez encore le mot pour ouvrir sa page.";
      bubble.append(" ", hint);
    }
    link.setAttribute("aria-describedby", bubble.id);
    bubble.hidden = false;
    place(link);
    return true;
  }

  // Under the line where the link begins, or above it when there is no room.
  function place(link) {
    const margin = 8;
    const line = link.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(margin, Math.min(line.left, width - bubble.offsetWidth - margin));
    const below = line.bottom + bubble.offsetHeight + margin <= innerHeight || line.top < bubble.offsetHeight + margin;
    bubble.style.left = `${left + scrollX}px`;
    bubble.style.top = `${(below ? line.bottom + 2 : line.top - bubble.offsetHeight - 2) + scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    shown?.removeAttribute("aria-describedby");
    shown = null;
    bubble.hidden = true;
  }

  const soon = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, SOON);
  };

  let touched = false; // the last press was a touch…
  let again = false; // …of the link whose line was shown already
  for (const link of links) {
    link.classList.add("defini");
    link.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch";
      again = shown === link;
    });
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") soon(() => show(link));
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch" && document.activeElement !== link) soon(hide);
    });
    link.addEventListener("focus", () => {
      if (!touched) show(link);
    });
    link.addEventListener("blur", () => soon(hide));
    link.addEventListener("click", (event) => {
      if (!touched || again) return;
      event.preventDefault();
      show(link, true).then((said) => said || location.assign(link.href));
    });
  }
  bubble.addEventListener("pointerenter", () => clearTimeout(timer));
  bubble.addEventListener("pointerleave", () => soon(hide));
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !bubble.contains(event.target) && !shown.contains(event.target)) hide();
  });
  addEventListener("resize", hide);
})();
