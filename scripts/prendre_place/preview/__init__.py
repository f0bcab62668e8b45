"""The live preview: a page is made when it is looked at, from the sources as last saved."""

from prendre_place.preview.server import serve

__all__ = ["serve"]
