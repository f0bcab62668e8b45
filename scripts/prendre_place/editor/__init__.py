"""What a text editor is given: JSON Schemas of the sources, and snippets."""
