// Sorts a table by a column: each header becomes a button; aria-sort says the order.
(() => {
  const collator = new Intl.Collator("fr", { numeric: true });
  const sort = (body, column, sign) => {
    const rows = [...body.rows];
    const text = (row) => row.cells[column].textContent.trim();
    rows.sort((a, b) => sign * collator.compare(text(a), text(b)));
    body.append(...rows);
  };

  document.querySelectorAll(".triable table").forEach((table) => {
    const headers = [...table.tHead.rows[0].cells];
    headers.forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = header.textContent;
      button.addEventListener("click", () => {
        const down = header.getAttribute("aria-sort") === "ascending";
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        header.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table.tBodies[0], column, down ? -1 : 1);
      });
      header.replaceChildren(button);
    });
  });
})();
