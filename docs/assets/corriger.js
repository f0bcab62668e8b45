/* Loads the form of a proposal; where it cannot be, the page says how to write without it. */
(() => {
  const place = document.getElementById("correction");
  const folder = document.currentScript.src;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent = "Le formulaire se charge…";
  place.append(said);
  import(new URL("correction/page.js", folder))
    .then(({ mount }) => mount(place))
    .catch(() => {
      for (const other of document.querySelectorAll(".sans-script")) other.classList.remove("sans-script");
      said.textContent = "Le formulaire n’a pas pu être chargé. Rechargez la page, ou écrivez sans lui.";
      place.replaceChildren(said);
    });
})();
