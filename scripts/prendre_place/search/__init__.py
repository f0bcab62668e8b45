"""The index of the search: written here, read in the browser by `docs/assets/recherche/`."""
