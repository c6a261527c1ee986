"""WordprocessingML as elements: the names that matter, and the small reads everything uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewer.reading.office_xml import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@cache
def w(name: str) -> str:
    """`w:name` as lxml writes it."""
    return f"{{{_W}}}{name}"


@cache
def m(name: str) -> str:
    """`m:name`, of an equation."""
    return f"{{http://schemas.openxmlformats.org/officeDocument/2006/math}}{name}"


R_ID = f"{{{_R}}}id"
VAL = w("val")

_ALTERNATE = f"{{{_MC}}}AlternateContent"
_CHOICE = f"{{{_MC}}}Choice"
FALLBACK = f"{{{_MC}}}Fallback"
# What a Choice may require for its content to be read here; of any other its Fallback is read, as the standard says.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "v"})

_OFF = frozenset({"0", "false", "off", "none"})
_INTEGER = re.compile(r"\s*[+-]?\d{1,9}\s*")


def child(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of `w:` names."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(w(name)), None)
    return element


def value(element: Element | None, *names: str) -> str | None:
    """`w:val` at the end of a path of `w:` names."""
    found = child(element, *names)
    return None if found is None else found.get(VAL)


def number(text: str | None, default: int) -> int:
    """A whole number of up to nine digits; anything else is the default."""
    return int(text) if text and _INTEGER.fullmatch(text) else default


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not there."""
    found = child(element, name)
    return None if found is None else is_on(found)


def is_on(property: Element) -> bool:
    """Of an on/off property that is there."""
    return property.get(VAL, "1").lower() not in _OFF


def resolved(element: Element) -> Iterator[Element]:
    """The children of an element, with the one branch of each AlternateContent in its place."""
    for part in element:
        if part.tag == _ALTERNATE:
            yield from _branch(part)
        else:
            yield part


def _branch(alternate: Element) -> Iterator[Element]:
    for choice in alternate.iterfind(_CHOICE):
        if _UNDERSTOOD.issuperset((choice.get("Requires") or "").split()):
            return resolved(choice)
    fallback = alternate.find(FALLBACK)
    return iter(()) if fallback is None else resolved(fallback)
