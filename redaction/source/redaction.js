// The form: Sveltia CMS in French, configured from the models, saving only what was changed.
import "./before.js";
import CMS from "@sveltia/cms";
import { configuration } from "./configuration.js";
import { registerFormats } from "./format.js";
import { guard } from "./guard.js";

// A new entry's id is the name of its file.
const nameEntry = ({ entry }) => {
  const data = entry.get("data");
  return data.get("id") || !entry.get("newRecord") ? data : data.set("id", entry.get("slug"));
};

const start = async () => {
  const place = document.getElementById("nc-root");
  const { config, hosts } = await configuration("config.json");
  guard(hosts);
  registerFormats(CMS, config);
  CMS.registerEventListener({ name: "preSave", handler: nameEntry });
  place.replaceChildren();
  await CMS.init({ config });
};

start();
