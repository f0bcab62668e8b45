"""The form at /redaction/: Sveltia CMS, configured from the models."""
