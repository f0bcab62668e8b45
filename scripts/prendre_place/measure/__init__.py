"""Times and weights of the site, beside MkDocs Material alone on the same Markdown."""

from prendre_place.measure.report import keep, measures, tables

__all__ = ["keep", "measures", "tables"]
