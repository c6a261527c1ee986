"""Small helpers for comparing and shortening words of a draft."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACED = re.compile(r"\b(?:[A-Za-z] ){2,}[A-Za-z]\b")


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Lower case, one blank between words, spaced letters joined: "J U M L A H" is "jumlah"."""
    text = unicodedata.normalize("NFKC", text)
    text = _SPACED.sub(lambda m: m.group().replace(" ", ""), text)
    return re.sub(r"\s+", " ", text).strip().lower()


def key(text: str) -> str:
    """What two spellings of one label share: letters and digits only, "&" read as "dan"."""
    return re.sub(r"[^a-z0-9]+", "", plain(text).replace("&", " dan "))


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, punctuation dropped."""
    return tuple(re.findall(r"[a-z0-9]+", plain(text)))


def flat(text: str) -> str:
    """The text on one line."""
    return re.sub(r"\s+", " ", text).strip()
