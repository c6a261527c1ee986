"""Characters that no reader of a draft sees, but every comparison of two words does."""

from __future__ import annotations

_SHAPELESS = (
    "\u00ad"  # soft hyphen: shown only where a line happens to end
    "\u200b\u200c\u200d\u2060\ufeff"  # of no width
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # marks of direction
)
_AS_SEEN = {**dict.fromkeys(map(ord, _SHAPELESS)), 0x2011: "-"}


def as_seen(text: str) -> str:
    """A text without characters of no shape; a hyphen that does not break is a hyphen."""
    return text if text.isascii() else text.translate(_AS_SEEN)
