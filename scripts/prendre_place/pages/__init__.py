"""The corpus as Markdown pages: pure functions, no file is read or written."""
