"""Times and weights of a build, beside the plain stack on the same Markdown."""

from prendre_place.measure.report import report

__all__ = ["report"]
