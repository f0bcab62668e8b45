// Decap CMS with the same configuration and the same way of saving: for a page that has loaded it
// after setting `window.CMS_MANUAL_INIT = true`.
import { configuration } from "./configuration.js";
import { fromFile, toFile } from "./format.js";

const start = async () => {
  const { config } = await configuration(new URL("decap.json", import.meta.url));
  window.CMS.registerCustomFormat("prendre-place", "yml", { fromFile, toFile });
  window.CMS.init({ config });
};

start();
