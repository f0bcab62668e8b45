"""Citations and references rendered, by pandoc, for the whole site at once."""
