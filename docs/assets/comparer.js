/* Lets one choose which field sites to put side by side; on a phone, one at a time.
   Without this script all are shown. The choice is kept in the address, nowhere else. */
(() => {
  const columns = [...document.querySelectorAll(".colonne[data-terrain]")];
  if (!columns.length) return;
  const names = new Map(columns.map((column) => [column.dataset.terrain, column.getAttribute("aria-label")]));
  const asked = new URLSearchParams(location.search).getAll("terrain").filter((id) => names.has(id));
  const narrow = matchMedia("(max-width: 44.9375em)").matches;
  const shown = new Set(asked.length ? asked : narrow ? [names.keys().next().value] : names.keys());

  const choice = document.createElement("fieldset");
  const legend = document.createElement("legend");
  legend.textContent = narrow ? "Terrains à montrer, un ou plusieurs" : "Terrains à montrer";
  choice.append(legend);
  for (const [id, name] of names) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = shown.has(id);
    box.addEventListener("change", () => {
      box.checked ? shown.add(id) : shown.delete(id);
      if (!shown.size) {
        shown.add(id);
        box.checked = true;
      }
      show();
      const kept = [...names.keys()].filter((key) => shown.has(key)).map((key) => "terrain=" + key);
      history.replaceState(null, "", "?" + kept.join("&") + location.hash);
    });
    label.append(box, " " + name);
    choice.append(label);
  }
  document.querySelector(".choix").append(choice); // its place is kept: nothing moves

  // Columns of the tables follow the same choice: the first column names the row.
  const order = [...names.keys()];
  const cells = [...document.querySelectorAll("article table tr")].map((row) => [...row.children].slice(1));
  function show() {
    for (const column of columns) column.hidden = !shown.has(column.dataset.terrain);
    for (const row of cells) row.forEach((cell, at) => (cell.hidden = !shown.has(order[at])));
  }
  show();
})();
