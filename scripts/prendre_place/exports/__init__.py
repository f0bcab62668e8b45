"""The same knowledge for machines; nothing here reads or writes a file."""
