"""What a style gives a paragraph or a run: heading level, numbering, how text is set; inherited along `basedOn`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reviewer.reading.docx.xml import child, number, switch, value, w
from reviewer.reading.office_xml import Element

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_BODY_TEXT = 9
"""Outline level that says "no heading"."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it inherits."""

    outline: int | None = None
    """Outline level from 0."""
    num_id: str | None = None
    ilvl: int | None = None
    owner: str | None = None
    """The style in whose own definition the numbering stands; levels of a list name it."""
    hidden: bool = False
    struck: bool = False
    vertical: str = ""
    """"superscript", "subscript" or ""."""
    begins_page: bool = False


_PLAIN = Style()


class Styles:
    """The styles part; an empty one where there is none."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root.iterfind(w("style")):
            identity = element.get(w("styleId")) or ""
            self._elements.setdefault(identity, element)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                self._default = self._default or identity

    def paragraph(self, identity: str | None) -> Style:
        """Of a paragraph that names this style, or none."""
        return self.named(identity if identity in self._elements else self._default)

    def named(self, identity: str | None) -> Style:
        if identity is None or identity not in self._elements:
            return _PLAIN
        if identity not in self._resolved:
            self._resolved[identity] = self._resolve(identity)
        return self._resolved[identity]

    def _resolve(self, identity: str) -> Style:
        chain: list[str] = []
        follow: str | None = identity
        while follow is not None and follow in self._elements and follow not in chain:
            chain.append(follow)
            follow = value(self._elements[follow], "basedOn")
        style = _PLAIN
        for name in reversed(chain):
            style = self._extended(style, name)
        return style

    def _extended(self, base: Style, identity: str) -> Style:
        element = self._elements[identity]
        style = base
        properties = child(element, "pPr")
        heading = _HEADING.fullmatch(value(element, "name") or "")
        outline = value(properties, "outlineLvl")
        if outline is not None:
            style = replace(style, outline=outline_level(outline))
        elif heading:
            style = replace(style, outline=int(heading[1]) - 1)
        numbering = child(properties, "numPr")
        if numbering is not None:
            level = value(numbering, "ilvl")
            style = replace(
                style,
                num_id=value(numbering, "numId") or style.num_id,
                ilvl=style.ilvl if level is None else number(level, 0),
                owner=identity,
            )
        begins_page = switch(properties, "pageBreakBefore")
        if begins_page is not None:
            style = replace(style, begins_page=begins_page)
        run = child(element, "rPr")
        hidden, struck = switch(run, "vanish"), switch(run, "strike")
        return replace(
            style,
            hidden=style.hidden if hidden is None else hidden,
            struck=style.struck if struck is None else struck,
            vertical=value(run, "vertAlign") or style.vertical,
        )


def outline_level(text: str) -> int | None:
    """Of `w:outlineLvl`; None for body text."""
    level = number(text, _BODY_TEXT)
    return level if 0 <= level < _BODY_TEXT else None
