/* The search page: the query stands in the address, so that it can be kept and sent. */
import { dressed, panel } from "./panneau.js";

export async function mount(place) {
  await dressed;
  const address = new URL(location.pathname, location.href);
  const { form, field, show } = panel({ level: 2, page: address.href, changed: keep });
  place.replaceChildren(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(field.value);
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.focus();
  if (field.value) show(field.value);

  function keep(query) {
    if (query.trim()) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }
}
