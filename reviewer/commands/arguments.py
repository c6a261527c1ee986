"""Command lines, read by a table of options.

Small and our own rather than argparse, so that what it says is in the reader's language and alike under every Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.language import tr


class Usage(Exception):
    """A command line that cannot be understood; the message is one line."""


@dataclass(frozen=True, slots=True)
class Option:
    """`--name` without a value, or with one where `value` names it."""

    names: tuple[str, ...]
    """The first is the one the value is kept under."""
    help: str
    """One sentence, in Indonesian, as for `tr`."""
    value: str = ""
    choices: tuple[str, ...] = ()
    listed: bool = False
    """May be given several times; the value is then a tuple."""
    commas: bool = False
    """A listed value may hold several, with commas between them."""

    @property
    def key(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Arguments:
    """A command line understood."""

    words: tuple[str, ...]
    """What is no option: drafts, codes."""
    values: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def many(self, key: str) -> tuple[str, ...]:
        return self.lists.get(key, ())

    def has(self, key: str) -> bool:
        return key in self.flags


def first_word(argv: Sequence[str], options: Sequence[Option]) -> int | None:
    """Where the first word stands that is neither an option nor an option's value, nor follows `--`."""
    valued = {name for option in options if option.value for name in option.names}
    skip = False
    for index, word in enumerate(argv):
        if skip:
            skip = False
        elif word == "--":
            return None
        elif word.startswith("-") and word != "-":
            skip = word in valued
        else:
            return index
    return None


def read_arguments(argv: Sequence[str], options: Sequence[Option]) -> Arguments:
    """Options may stand before, between and after the words; after `--` all are words. Raises `Usage`."""
    known = {name: option for option in options for name in option.names}
    words: list[str] = []
    values: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    flags: set[str] = set()
    rest = iter(argv)
    for word in rest:
        if word == "--":
            words.extend(rest)
        elif not word.startswith("-") or word == "-":
            words.append(word)
        else:
            name, equals, attached = word.partition("=")
            option = known.get(name)
            if option is None:
                raise Usage(_unknown(name, known))
            if not option.value:
                if equals:
                    raise Usage(tr("Opsi {name} tidak memakai nilai.").format(name=name))
                flags.add(option.key)
                continue
            value = attached if equals else next(rest, None)
            if value is None or value == "" or (not equals and value.startswith("--")):
                raise Usage(tr("Opsi {name} memerlukan nilai: {value}.").format(name=name, value=option.value))
            _check_choice(option, name, value)
            if option.listed:
                parts = tuple(part.strip() for part in (value.split(",") if option.commas else [value]) if part.strip())
                lists[option.key] = lists.get(option.key, ()) + parts
            else:
                values[option.key] = value
    return Arguments(tuple(words), values, lists, frozenset(flags))


def _check_choice(option: Option, name: str, value: str) -> None:
    if option.choices and value not in option.choices:
        raise Usage(
            tr("Nilai “{value}” untuk {name} tidak dikenal; pilihannya: {choices}.").format(
                value=value, name=name, choices=", ".join(option.choices)
            )
        )


def _unknown(name: str, known: dict[str, Option]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    if near:
        return tr("Opsi {name} tidak dikenal; mungkin maksud Anda {near}?").format(name=name, near=near[0])
    return tr("Opsi {name} tidak dikenal; lihat “reviewer --help”.").format(name=name)
