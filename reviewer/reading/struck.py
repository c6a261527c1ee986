"""Struck-out text: what an author crossed out is no longer meant, in whatever format."""

from __future__ import annotations

from reviewer.model.words import Words

STRUCK = Words(
    "Teks yang dicoret di {count} tempat tidak dibaca, seolah-olah dihapus.",
    "Struck-out text in {count} places was not read, as if it were deleted.",
)
