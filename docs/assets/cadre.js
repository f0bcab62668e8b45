/* What is around every text, for those whose browser runs scripts: light or dark, the part being
   read marked in the table of contents, « Copier le lien » beside each part. */
(() => {
  const root = document.documentElement;

  // Light or dark: the system's choice unless the reader made another, which alone is kept.
  const KEPT = "mode";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector("[data-mode]");
  const dark = () => (root.dataset.mode ? root.dataset.mode === "sombre" : system.matches);
  const kept = () => {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null; // storage refused: the system's choice
    }
  };
  const keep = (mode) => {
    try {
      mode ? localStorage.setItem(KEPT, mode) : localStorage.removeItem(KEPT);
    } catch {
      // storage refused: the choice holds for this page
    }
  };
  const say = () => (button.lastElementChild.textContent = dark() ? "Mode clair" : "Mode sombre");
  if (["clair", "sombre"].includes(kept())) root.dataset.mode = kept();
  say();
  button.hidden = !CSS.supports("color", "light-dark(#000, #fff)");
  system.addEventListener("change", say);
  button.addEventListener("click", () => {
    const wanted = dark() ? "clair" : "sombre";
    const own = (wanted === "sombre") !== system.matches;
    own ? (root.dataset.mode = wanted) : delete root.dataset.mode;
    keep(own ? wanted : null);
    say();
  });

  document.querySelector(".imprimer")?.addEventListener("click", () => print());

  // A panel that led somewhere closes.
  const contents = document.getElementById("sommaire");
  contents?.addEventListener("click", (event) => {
    if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });

  // The part being read: the last whose heading has come near the top of the screen.
  const entries = [...(contents?.querySelectorAll("a") ?? [])].map((link) => ({
    link,
    heading: document.getElementById(decodeURIComponent(link.hash.slice(1))),
  }));
  const mark = () => {
    const read = entries.findLast(({ heading }) => heading?.getBoundingClientRect().top < innerHeight / 6);
    for (const { link } of entries) link.removeAttribute("aria-current");
    read?.link.setAttribute("aria-current", "true");
  };
  if (entries.length) {
    const headings = new IntersectionObserver(mark, { rootMargin: "0px 0px -83% 0px" });
    entries.forEach(({ heading }) => heading && headings.observe(heading));
  }

  // « Copier le lien » beside each part of a text.
  const said = document.createElement("p");
  said.className = "dit";
  said.setAttribute("role", "status");
  document.body.append(said);
  let quiet;
  const tell = (text) => {
    clearTimeout(quiet);
    said.textContent = text;
    quiet = setTimeout(() => (said.textContent = ""), 4000);
  };
  for (const heading of document.querySelectorAll("article > :is(h2, h3)[id]:not([id^='lettre-'])")) {
    const title = heading.textContent.trim();
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "lien-partie";
    copy.title = "Copier le lien";
    copy.setAttribute("aria-label", `Copier le lien vers « ${title} »`);
    heading.setAttribute("aria-label", title); // without the name of the button
    copy.addEventListener("click", () => {
      const address = new URL(`#${heading.id}`, location.href).href;
      history.replaceState(null, "", `#${heading.id}`);
      navigator.clipboard
        .writeText(address)
        .then(() => tell("Lien copié."))
        .catch(() => tell("La copie n’est pas permise ici : le lien est dans la barre d’adresse."));
    });
    heading.append(copy);
  }
})();
