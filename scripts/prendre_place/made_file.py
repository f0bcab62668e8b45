"""A file of the site that is made when it is first asked for: by a build, or by a reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel


class MadeFile(File):
    """A file that MkDocs takes for one of `docs/`, its content made by `make` when it is read."""

    generated_by = "prendre-place"

    def __init__(
        self, config: MkDocsConfig, path: str, make: Callable[[], str | bytes | None]
    ) -> None:
        # Out of the navigation: 1,000 entries in it cost 22 s and 280 KB a page.
        super().__init__(
            path,
            None,
            config.site_dir,
            config.use_directory_urls,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self._make = make

    @cached_property
    def _content(self) -> str | bytes | None:  # type: ignore[override]  # theirs is an attribute
        return self._make()
