"""Changes made to the sources for writers: a new file, a new id, a relation."""
