"""The bibliography exchanged with Zotero: what an export brings, what is to be mended."""
