"""The numbers that Word shows before paragraphs and does not store in them (ECMA-376 part 1, 17.9).

A paragraph names a list instance (`num`); the instance names a definition (`abstractNum`) of nine levels, and may
override some. Instances of one definition count on together; a start override restarts it once. What the standard
leaves open follows Word: a level that is shown before it was ever counted stands at its start and counts as used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reviewer.reading.docx.numerals import numeral
from reviewer.reading.docx.styles import Styles
from reviewer.reading.docx.symbols import bullet
from reviewer.reading.docx.xml import child, number, resolved, switch, value, w
from reviewer.reading.office_xml import Element

_LEVELS = 9
_LABEL = 100
"""Characters of a number at most."""
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 0
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    """Levels above are shown in plain figures."""
    restart: int | None = None
    """Restarts only after this level (from 1) or a higher one; 0: never; None: after any higher one."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a paragraph of a list shows."""

    label: str
    level: int


@dataclass(slots=True)
class Story:
    """The counts of one run of text: the body, all headers, the notes, or one text box."""

    counts: dict[tuple[str, int], int | None] = field(default_factory=dict)
    spent: set[tuple[str, int]] = field(default_factory=set)
    """Start overrides that were used."""


class _List:
    """An instance: its definition's id for counting, its levels, its start overrides."""

    def __init__(
        self, abstract: str, levels: dict[int, Level], links: dict[str, int], overrides: dict[int, int]
    ) -> None:
        self.abstract = abstract
        self.levels = levels
        self.links = links
        self.overrides = overrides

    def start(self, level: int) -> int:
        return self.overrides.get(level, self.levels[level].start)


class Numbering:
    """The numbering part; one without lists where there is none."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._instances: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        if root is not None:
            self._abstracts = {e.get(w("abstractNumId")) or "": e for e in root.iterfind(w("abstractNum"))}
            self._instances = {e.get(w("numId")) or "": e for e in root.iterfind(w("num"))}

    def count(self, properties: Element | None, style_id: str | None, story: Story) -> Numbered | None:
        """Count a paragraph (its `w:pPr` and style) in its story: what it shows, or None where it is in no list."""
        style = self._styles.paragraph(style_id)
        direct = child(properties, "numPr")
        num_id = value(direct, "numId") or style.num_id
        found = self._list(num_id) if num_id not in (None, "0") else None
        if found is None:
            return None
        given = value(direct, "ilvl")
        if given is not None:
            level = number(given, 0)
        else:
            level = found.links.get(style.owner or "", style.ilvl or 0)
        level = max(0, min(level, _LEVELS - 1))
        if level not in found.levels:
            return None
        self._advance(found, num_id or "", level, story)
        return Numbered(self._label(found, level, story), level)

    def _advance(self, found: _List, num_id: str, level: int, story: Story) -> None:
        counts, here = story.counts, (found.abstract, level)
        if here not in counts:
            for above in range(level - 1, -1, -1):
                if (found.abstract, above) in counts or above not in found.levels:
                    break
                counts[found.abstract, above] = found.start(above)
        current = counts.get(here)
        if level in found.overrides and (num_id, level) not in story.spent:
            story.spent.add((num_id, level))
            current = None
        counts[here] = found.start(level) if current is None else current + 1
        for below in range(level + 1, _LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if (found.abstract, below) in counts and (restart is None or level < restart):
                counts[found.abstract, below] = None

    def _label(self, found: _List, level: int, story: Story) -> str:
        this = found.levels[level]
        if this.hidden:
            return ""
        if this.format == "bullet":
            return this.text

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            if index not in found.levels:
                return ""
            current = story.counts.get((found.abstract, index))
            figure = found.start(index) if current is None else current
            plain = this.legal and index < level
            return numeral(figure, "decimal" if plain else found.levels[index].format)

        return _PLACEHOLDER.sub(shown, this.text).strip()[:_LABEL]

    def _list(self, num_id: str | None) -> _List | None:
        if num_id is None or num_id not in self._instances:
            return None
        if num_id not in self._lists:
            self._lists[num_id] = self._read(self._instances[num_id])
        return self._lists[num_id]

    def _read(self, instance: Element) -> _List | None:
        identity = self._definition(value(instance, "abstractNumId"))
        if identity is None:
            return None
        levels: dict[int, Level] = {}
        links: dict[str, int] = {}
        overrides: dict[int, int] = {}
        for element in self._abstracts[identity].iterfind(w("lvl")):
            index = number(element.get(w("ilvl")), 0)
            levels[index] = _level(element)
            if linked := value(element, "pStyle"):
                links[linked] = index
        for override in instance.iterfind(w("lvlOverride")):
            index = number(override.get(w("ilvl")), 0)
            own = child(override, "lvl")
            if own is not None:
                levels[index] = _level(own)
            start = value(override, "startOverride")
            if start is not None:
                overrides[index] = number(start, 0)
                levels.setdefault(index, replace(Level(), start=number(start, 0)))
        return _List(identity, levels, links, overrides)

    def _definition(self, identity: str | None) -> str | None:
        """The definition that holds the levels: one may point at a numbering style that points at another."""
        tried: set[str] = set()
        while identity in self._abstracts and identity not in tried:
            tried.add(identity)
            link = value(self._abstracts[identity], "numStyleLink")
            if link is None:
                return identity
            instance = self._instances.get(self._styles.named(link).num_id or "")
            identity = value(instance, "abstractNumId")
        return None


def _level(element: Element) -> Level:
    format_ = next((e for e in resolved(element) if e.tag == w("numFmt")), None)
    style = "decimal" if format_ is None else format_.get(w("val")) or "decimal"
    if style == "custom" and format_ is not None:
        style = "0" * len((format_.get(w("format")) or "").split(",")[0].strip())
    text = (value(element, "lvlText") or "")[:_LABEL]
    run = child(element, "rPr")
    if style == "bullet":
        fonts = child(run, "rFonts")
        text = bullet(text, (None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi"))) or "")
    restart = value(element, "lvlRestart")
    return Level(
        start=number(value(element, "start"), 0),
        format=style,
        text=text,
        legal=bool(switch(element, "isLgl")),
        restart=None if restart is None else number(restart, 0),
        hidden=bool(switch(run, "vanish")),
    )
