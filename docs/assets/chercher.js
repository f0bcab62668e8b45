/* Opens the search, and loads it only then. Without this script the link leads to its page.
   No single-key shortcut: Ctrl+K (or ⌘K) alone, which no screen reader and no form uses. */
(() => {
  const link = document.querySelector("[data-recherche]");
  const folder = document.currentScript.src;
  const load = (name) => import(new URL(`recherche/${name}.js`, folder));
  const place = document.getElementById("recherche");
  if (place) load("page").then(({ mount }) => mount(place));

  const open = () =>
    place
      ? place.querySelector("input")?.focus()
      : load("dialogue").then(({ open }) => open(link.href)).catch(() => location.assign(link.href));

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab or window was asked
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
})();
