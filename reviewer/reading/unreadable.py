"""The one way in which reading fails: a line for a person."""

from __future__ import annotations

from pathlib import Path

from reviewer.model.words import Words

_BIDIRECTIONAL = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Unreadable(Exception):
    """A draft that cannot be used: what is wrong, where, and what to do, in one line without a final full stop.

    A format's reader raises it without the name of the file; `reviewer.reading.read` puts the name in front.
    `str()` gives the Indonesian line.
    """

    def __init__(self, message: Words) -> None:
        super().__init__(message.id)
        self.message = message

    def named(self, path: Path | str) -> Unreadable:
        """The same with the file's name in front."""
        name = printable(str(path))
        return Unreadable(Words(f"{name}: {self.message.id}", f"{name}: {self.message.en}"))


def printable(text: str) -> str:
    """A name on one line of a terminal: control characters, line breaks and what cannot be encoded are written as escapes."""
    return "".join(
        character
        if character == " " or character.isprintable() and character not in _BIDIRECTIONAL
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
