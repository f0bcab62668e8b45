/* Loads the form of a proposal; where it cannot be, the page says how to write without it. */
(() => {
  const place = document.getElementById("correction");
  const folder = document.currentScript.src;
  import(new URL("correction/page.js", folder))
    .then(({ mount }) => mount(place))
    .catch(() => {
      for (const other of document.querySelectorAll(".sans-script")) other.classList.remove("sans-script");
      place.replaceChildren();
    });
})();
