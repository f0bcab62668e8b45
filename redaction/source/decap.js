// Decap CMS with the same configuration and the same way of saving: for a page that has loaded it
// after setting `window.CMS_MANUAL_INIT = true`.
import { configuration } from "./configuration.js";
import { registerFormats } from "./format.js";

const start = async () => {
  const { config } = await configuration(new URL("decap.json", import.meta.url));
  registerFormats(window.CMS, config);
  window.CMS.init({ config });
};

start();
