"""The path of a draft as other programs read it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from urllib.parse import quote


def relative(path: str) -> str:
    """With forward slashes, relative to the working folder where it lies inside."""
    given = Path(path)
    if given.is_absolute():
        with suppress(ValueError, OSError):
            given = given.relative_to(Path.cwd())
    return given.as_posix()


def uri(path: str) -> str:
    """The same as a URI reference: relative where the path is."""
    text = relative(path)
    given = Path(text)
    if given.is_absolute():
        return given.as_uri()
    return quote(text.encode("utf-8", "surrogateescape"), safe="/")
