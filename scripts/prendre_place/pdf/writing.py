"""The only room that knows WeasyPrint: HTML in, a tagged PDF out.

WeasyPrint rather than a browser: it numbers the pages of a table of contents, needs no
display, and writes PDF/UA-1 (ISO 14289-1): tags, language, bookmarks.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

VARIANT = "pdf/ua-1"
STYLE = "pdf.css"


class PdfToolError(Exception):
    """WeasyPrint, or the Pango library that it draws text with, is not installed."""


def write_pdf(document: str, file: Path, site: Path) -> None:
    """Write an HTML document as PDF; fonts and pictures are those of `site`.

    Raises PdfToolError when the tool is not there.
    """
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        raise PdfToolError(str(error)) from error
    base = site.resolve().as_uri() + "/"
    style = resources.files(__package__).joinpath(STYLE).read_text(encoding="utf-8")
    file.parent.mkdir(parents=True, exist_ok=True)
    fonts = FontConfiguration()
    sheet = CSS(string=style, base_url=base, font_config=fonts)
    HTML(string=document, base_url=base).write_pdf(
        file, stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT
    )
