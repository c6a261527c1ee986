"""The parts of an .xlsx: which sheets it has, their texts and styles, and what the workbook says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reviewer.reading.fragments import raised
from reviewer.reading.guard import Archive, damaged, too_much
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.relations import Relation, relations
from reviewer.reading.sheets.references import row_span
from reviewer.reading.sheets.styles import Style, styles_of
from reviewer.reading.sheets.xml import Element, attribute, children, integer, local, parse, switched, walk

_PRINT_TITLES = "_xlnm.Print_Titles"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet as the workbook lists it."""

    name: str
    part: str
    hidden: bool
    print_header: tuple[int, int] | None


class Workbook:
    """An opened workbook; its sheets are read one by one."""

    def __init__(self, archive: Archive, limits: Limits = LIMITS) -> None:
        """Raises `Unreadable` where the main part is missing or broken."""
        self._archive = archive
        self._limits = limits
        named = [r.part for r in self.relations("").values() if r.role == "officeDocument"]
        main = next((part for part in (*named, "xl/workbook.xml") if part in archive), None)
        if main is None:
            raise damaged("bagian utamanya tidak ada", "its main part is missing")
        self._related = self.relations(main)
        self._root = parse(archive.read(main))
        properties = next((e for e in children(self._root) if local(e) == "workbookPr"), None)
        self.since_1904 = properties is not None and switched(properties, "date1904")

    @cached_property
    def sheets(self) -> tuple[Entry, ...]:
        """Worksheets in the order of their tabs."""
        print_headers = dict(self._print_headers())
        found = []
        for index, sheet in enumerate(self._elements("sheets")):
            relation = self._related.get(attribute(sheet, "id") or "")
            if relation is not None and relation.role == "worksheet" and relation.part in self._archive:
                hidden = (sheet.get("state") or "visible") != "visible"
                found.append(Entry(sheet.get("name") or "", relation.part, hidden, print_headers.get(index)))
        return tuple(found)

    @property
    def chart_sheets(self) -> int:
        return sum(1 for relation in self._related.values() if relation.role == "chartsheet")

    @cached_property
    def styles(self) -> tuple[Style, ...]:
        part = self._of_role("styles")
        return styles_of(None if part is None else parse(self._archive.read(part)))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The shared texts by their index."""
        part = self._of_role("sharedStrings")
        if part is None:
            return ()
        found: list[str] = []
        size = 0
        for item in walk(self._archive.read(part), "si"):
            found.append(text_of(item))
            size += len(found[-1])
            if size > self._limits.text:
                raise too_much(
                    "text", f"{self._limits.text // 1_000_000}", "juta huruf teks", "million characters of text"
                )
        return tuple(found)

    def read(self, part: str) -> bytes:
        return self._archive.read(part)

    def relations(self, source: str) -> dict[str, Relation]:
        """Id → the part of the workbook that `source` points at ("" for the workbook's own root)."""
        return {relation.identity: relation for relation in relations(self._archive, source)}

    def related(self, source: str, role: str) -> list[Element]:
        """The roots of the parts of a role that `source` points at."""
        parts = [r.part for r in self.relations(source).values() if r.role == role and r.part in self._archive]
        return [parse(self._archive.read(part)) for part in parts]

    def _of_role(self, role: str) -> str | None:
        return next((r.part for r in self._related.values() if r.role == role and r.part in self._archive), None)

    def _elements(self, name: str) -> Iterator[Element]:
        return children(next((e for e in children(self._root) if local(e) == name), None))

    def _print_headers(self) -> Iterator[tuple[int, tuple[int, int]]]:
        for defined in self._elements("definedNames"):
            if defined.get("name") == _PRINT_TITLES:
                for area in (defined.text or "").split(","):
                    if rows := row_span(area.rpartition("!")[2]):
                        yield integer(defined.get("localSheetId"), -1), rows


def text_of(item: Element) -> str:
    """The text of a shared or inline string: its runs in order, without the readings above East Asian words."""
    pieces = []
    for part in children(item):
        if local(part) == "t":
            pieces.append(part.text or "")
        elif local(part) == "r":
            text = "".join(t.text or "" for t in children(part) if local(t) == "t")
            pieces.append(raised(text) if pieces and _is_raised(part) else text)
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """Characters that XML cannot hold are stored as _x000D_ (ECMA-376 part 1, 22.4.2.4)."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: _character(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _character(code: int) -> str:
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _is_raised(run: Element) -> bool:
    properties = next((part for part in children(run) if local(part) == "rPr"), None)
    return any(local(p) == "vertAlign" and p.get("val") == "superscript" for p in children(properties))
