"""How words are typed: vowels left out, spoken endings, apostrophes forgotten. Pure functions over a set of known words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

CONTRACTED: dict[str, str] = {
    written.replace("'", ""): written
    for written in "that's it's i'm i've they've they're we've you're what's who's where's there's here's don't doesn't didn't "
    "can't couldn't wouldn't shouldn't aren't wasn't weren't haven't hasn't let's".split()
} | {"ill": "i'll", "theyll": "they'll", "whys": "why's", "wont": "won't", "isnt": "isn't"}
"""English contractions typed without the apostrophe; "were", "well" and "shell" are words of their own."""

_VOWELS = re.compile(r"[aeiou]")
_TWICE = re.compile(r"(.)\1+")


def spoken_forms(word: str) -> Iterator[str]:
    """What a word with a spoken ending may stand for: "jadiin" is "jadikan", "lewatin" "lewati", "diputusin" "diputuskan"."""
    if len(word) > 5 and word.endswith("in"):
        stem = word[:-2]
        yield from (f"{stem}kan", f"{stem}i", stem)
    if len(word) > 6 and word.endswith("kin"):
        yield from (f"{word[:-3]}kan", word[:-1])
    if len(word) > 6 and word.endswith("iin"):
        yield word[:-2]
    if len(word) > 6 and word.endswith(("kn", "ny")):
        yield {"kn": f"{word[:-2]}kan", "ny": f"{word[:-2]}nya"}[word[-2:]]


def spoken(word: str, known: Container[str]) -> str:
    """The known word that a word with a spoken ending stands for; the word itself where there is none."""
    if word in known:
        return word
    if len(word) > 3 and word[:-1].endswith(word[-1:]) and (short := _TWICE.sub(r"\1", word)) in known:
        return short
    return next((form for form in spoken_forms(word) if form in known), word)


def skeleton(word: str) -> str:
    """The first letter and the consonants after it, doubled ones once: "setuju" is "stj"."""
    return word[:1] + _TWICE.sub(r"\1", _VOWELS.sub("", word[1:]))


def unvowelled(typed: str, meant: str) -> bool:
    """Whether vowels alone were left out: "tlk" of "tolak", "acpt" of "accept"; three letters are left at least."""
    if not 3 <= len(typed) < len(meant) or len(meant) > 3 * len(typed) or skeleton(typed) != skeleton(meant):
        return False
    if len(skeleton(typed)) < 3 and len(typed) < 4 and typed[0] in "aeiou":
        return False
    letters = iter(meant)
    return all(letter in letters for letter in typed)


def unvowelled_of(typed: str, known: Iterable[str]) -> list[str]:
    """The known words of which the vowels were left out; of "tambah" and "tambahi" the shorter."""
    found = sorted((word for word in known if unvowelled(typed, word)), key=len)
    return [word for word in found if not any(word != other and word.startswith(other) for other in found)]


def slipped(typed: str, meant: str) -> bool:
    """The same word by a slip of the hand: letters in another order or too often, one too few or too many, vowels left out.

    The first letter is kept. A letter typed for another makes another word.
    """
    if Counter(typed) == Counter(meant) or _TWICE.sub(r"\1", typed) == _TWICE.sub(r"\1", meant):
        return True
    if unvowelled(typed, meant):
        return True
    short, long = sorted((typed, meant), key=len)
    if len(long) - len(short) != 1 or len(short) < 4 or short[0] != long[0]:
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))
