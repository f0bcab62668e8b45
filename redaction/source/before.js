// What Sveltia CMS reads as soon as it is loaded: that it must wait for its configuration, and
// that its language is French, whatever that of the browser.
window.CMS_MANUAL_INIT = true;
Object.defineProperties(navigator, {
  language: { value: "fr-FR" },
  languages: { value: ["fr-FR", "fr"] },
});
