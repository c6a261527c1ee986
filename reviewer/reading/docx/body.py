"""The content of a Word document in reading order.

A story (the body, a note, a text box, a cell) is read into a flow of paragraphs and grids, numbers being counted as
they come; at the end the flow is laid out as blocks: a table, then the tables nested in it, then its text boxes and notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from reviewer.model.document import Block, Cell, Paragraph, Place, Span, Table
from reviewer.reading.docx.grid import Line as Row
from reviewer.reading.docx.grid import grid, header_rows, lines_of
from reviewer.reading.docx.inline import Fields, Inline, Line, NoteKind, Tally, cut
from reviewer.reading.docx.numbering import Numbered, Numbering, Story
from reviewer.reading.docx.numerals import numeral
from reviewer.reading.docx.package import Package
from reviewer.reading.docx.pages import Pages, pages_of
from reviewer.reading.docx.styles import Style, Styles, outline_level
from reviewer.reading.docx.xml import R_ID, child, resolved, switch, value, w
from reviewer.reading.guard import damaged, too_much
from reviewer.reading.limits import Limits
from reviewer.reading.office_xml import Element

Role = Literal["body", "header", "footer", "footnote", "textbox"]

_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins")))
_FOREIGN = tuple(map(w, ("altChunk", "subDoc")))
_NOTE_FORMATS: dict[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(slots=True)
class Grid:
    """A table that was read, and what hangs on its cells."""

    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int | None
    nested: list[tuple[int, int, Grid]] = field(default_factory=list)
    after: Flow = field(default_factory=list)


Flow = list["Paragraph | Grid"]


@dataclass(slots=True)
class _Part:
    """A part with a count of its own: where reading stands in it."""

    role: Role
    story: Story = field(default_factory=Story)
    fields: Fields = field(default_factory=Fields)
    depth: int = 0
    pages: Pages | None = None
    """Counted on by what is read, where the part makes pages."""
    place: Place | None = None
    """Else where all of it stands, if that is known."""


class Body:
    """Reads a package once: `blocks()`, then `tally` tells what was met."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self._package = package
        self._limits = limits
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self.tally = Tally()
        self._inline = Inline(self._styles, self.tally)
        self._notes: dict[NoteKind, dict[str, Element]] = {
            "footnote": _by_id(package.part("footnotes"), "footnote"),
            "endnote": _by_id(package.part("endnotes"), "endnote"),
        }
        self._note_parts: dict[NoteKind, _Part] = {"footnote": _Part("footnote"), "endnote": _Part("footnote")}
        self._note_counts: dict[NoteKind, int] = {"footnote": 0, "endnote": 0}
        self._characters = 0
        self._cells = 0

    def blocks(self) -> tuple[Block, ...]:
        """The body in order, its notes and text boxes after the block they hang on; headers and footers last."""
        document = self._package.document()
        body = child(document, "body")
        if body is None:
            raise damaged("isi dokumen tidak ada", "the document has no body")
        blocks = _laid_out(self._flow(body, _Part("body", pages=pages_of(document))))
        self.tally["foreign"] = sum(1 for _ in document.iter(*_FOREIGN))
        blocks.extend(self._margins(document))
        self.tally.update(self._package.changes)
        return tuple(blocks)

    def _flow(self, container: Element, part: _Part, blank_lines: bool = False) -> Flow:
        """The content of a container; empty paragraphs only where `blank_lines` asks for them."""
        flow: Flow = []
        line = Line(part.pages)
        for element in self._content(container):
            if element.tag == w("tbl"):
                flow.extend(self._unfinished(line, part))
                line = Line(part.pages)
                flow.append(self._table(element, part))
                continue
            properties = child(element, "pPr")
            style_id = value(properties, "pStyle")
            style = self._styles.paragraph(style_id)
            if part.pages is not None and _begins_page(properties, style):
                part.pages.turn()
            self._inline.read(element, style, part.fields, line)
            mark = child(properties, "rPr")
            if child(mark, "del") is not None:
                # A paragraph whose mark was deleted goes on in the next one.
                continue
            text, spans = line.stripped()
            if text or not (switch(mark, "vanish") or style.hidden):
                numbered = self._numbering.count(properties, style_id, part.story)
                spans = spans or _at(_here(part))
                paragraph = self._paragraph(properties, style, text, spans, numbered, part.role)
                if paragraph.shown or blank_lines:
                    flow.append(paragraph)
            flow.extend(self._hanging(line, part))
            line = Line(part.pages)
            if part.pages is not None and child(properties, "sectPr") is not None:
                part.pages.next_section()
        flow.extend(self._unfinished(line, part))
        return flow

    def _unfinished(self, line: Line, part: _Part) -> Flow:
        """A line that no paragraph was left to go on in."""
        text, spans = line.stripped()
        self._count_characters(len(text))
        own: Flow = [Paragraph(text, spans or _at(_here(part)), role=part.role)] if text else []
        return own + self._hanging(line, part)

    def _content(self, container: Element) -> Iterator[Element]:
        """Paragraphs and tables, also those inside content controls and custom XML."""
        open_: list[Iterator[Element]] = [resolved(container)]
        while open_:
            element = next(open_[-1], None)
            if element is None:
                open_.pop()
            elif element.tag in (w("p"), w("tbl")):
                yield element
            elif element.tag in _WRAPPERS:
                open_.append(resolved(element))

    def _paragraph(
        self,
        properties: Element | None,
        style: Style,
        text: str,
        spans: tuple[Span, ...],
        numbered: Numbered | None,
        role: Role,
    ) -> Paragraph:
        outline = value(properties, "outlineLvl")
        level = style.outline if outline is None else outline_level(outline)
        label = numbered.label if numbered else ""
        self._count_characters(len(text) + len(label))
        return Paragraph(
            text,
            spans,
            level=None if level is None else level + 1,
            number=label,
            role=role,
            list_level=numbered.level if numbered and level is None else None,
        )

    def _table(self, element: Element, part: _Part) -> Grid:
        part = self._deeper(part)
        rows = lines_of(element)
        self._count_cells(rows)
        nested: list[tuple[int, int, Grid]] = []
        after: Flow = []
        for r, row in enumerate(rows):
            if part.pages is not None:
                part.pages.begin_row()
            for column, slot in zip(row.starts, row.slots, strict=True):
                if slot.continues or slot.beside:
                    continue
                if part.pages is not None:
                    part.pages.begin_cell()
                flow = self._flow(slot.element, part, blank_lines=True)
                slot.text, slot.spans = _text(flow, part.role)
                for item in flow:
                    if isinstance(item, Grid):
                        nested.append((r, column, item))
                    elif item.role != part.role:
                        after.append(item)
            began = _at(part.pages.end_row() if part.pages is not None else part.place)
            for slot in row.slots:
                if not slot.text:
                    slot.spans = began
        return Grid(grid(rows), header_rows(rows), nested, after)

    def _hanging(self, line: Line, part: _Part) -> Flow:
        """What hangs on a paragraph: text boxes, then notes."""
        flow: Flow = []
        for box in line.boxes:
            # Word counts the lists of each text box on their own.
            role: Role = "textbox" if part.role == "body" else part.role
            inner = _Part(role, depth=part.depth, place=_here(part))
            if isinstance(box, str):
                text = box.translate({ord("\r"): " ", ord("\n"): " "}).strip()
                self._count_characters(len(text))
                flow.extend([Paragraph(text, _at(inner.place), role=role)] if text else [])
            else:
                flow.extend(self._flow(box, self._deeper(inner)))
        for kind, identity, own_mark in line.notes:
            flow.extend(self._note(kind, identity, own_mark, _here(part)))
        return flow

    def _note(self, kind: NoteKind, identity: str, own_mark: bool, place: Place | None) -> Flow:
        """A note under its number; one that is called twice is given once."""
        element = self._notes[kind].pop(identity, None)
        if element is None:
            return []
        mark = ""
        if not own_mark:
            self._note_counts[kind] += 1
            mark = numeral(self._note_counts[kind], _NOTE_FORMATS[kind])
        part = self._note_parts[kind]
        part.place = place
        paragraphs = _paragraphs(self._flow(element, part), "footnote")
        if paragraphs and not paragraphs[0].number:
            paragraphs[0] = replace(paragraphs[0], number=mark)
        return list(paragraphs)

    def _margins(self, document: Element) -> list[Block]:
        """Every different line of the headers and footers, once."""
        story = Story()
        found: dict[Paragraph, None] = {}
        roles: tuple[Role, ...] = ("header", "footer")
        before = self.tally.copy()
        for role in roles:
            for identity in dict.fromkeys(e.get(R_ID) for e in document.iter(w(f"{role}Reference"))):
                root = self._package.by_id(role, identity)
                if root is not None:
                    flow = self._flow(root, _Part(role, story))
                    found.update(dict.fromkeys(_paragraphs(flow, role)))
        # A letterhead's picture is no content that a reviewer would miss.
        self.tally = before
        return list(found)

    def _deeper(self, part: _Part) -> _Part:
        if part.depth >= self._limits.nesting:
            raise too_much(
                "nesting", f"{self._limits.nesting}", "tabel atau kotak teks bersarang", "nested tables or text boxes"
            )
        return replace(part, depth=part.depth + 1)

    def _count_characters(self, count: int) -> None:
        self._characters += count
        if self._characters > self._limits.text:
            size = f"{self._limits.text // 1_000_000}"
            raise too_much("text", size, "juta huruf teks", "million characters of text")

    def _count_cells(self, rows: list[Row]) -> None:
        self._cells += len(rows) * max((row.width for row in rows), default=0)
        if self._cells > self._limits.cells:
            raise too_much("cells", f"{self._limits.cells}", "sel tabel", "table cells")


def _by_id(root: Element | None, name: str) -> dict[str, Element]:
    return {} if root is None else {element.get(w("id")) or "": element for element in root.iterfind(w(name))}


def _begins_page(properties: Element | None, style: Style) -> bool:
    own = switch(properties, "pageBreakBefore")
    return style.begins_page if own is None else own


def _here(part: _Part) -> Place | None:
    return part.place if part.pages is None else part.pages.here()


def _at(place: Place | None) -> tuple[Span, ...]:
    return () if place is None else (Span(0, place),)


def _text(flow: Flow, role: Role) -> tuple[str, tuple[Span, ...]]:
    """A cell's own paragraphs, one a line, blank lines at its ends left out; and where they stand."""
    lines: list[str] = []
    spans: list[Span] = []
    length = 0
    for item in flow:
        if isinstance(item, Paragraph) and item.role == role:
            shown = item.shown
            start = length + len(shown) - len(item.text)
            spans.extend(Span(start + span.start, span.place) for span in item.spans)
            lines.append(shown)
            length += len(shown) + 1
    text = "\n".join(lines)
    bare = text.strip()
    return bare, cut(spans, len(text) - len(text.lstrip()), len(bare))


def _paragraphs(flow: Flow, role: Role) -> list[Paragraph]:
    """A flow as paragraphs alone: in a margin or a note, a table is layout."""
    found: list[Paragraph] = []
    for item in flow:
        if isinstance(item, Grid):
            for row in item.rows:
                found.extend(Paragraph(cell.text, cell.spans, role=role) for cell in row if cell.text)
            for _, _, inner in item.nested:
                found.extend(_paragraphs([inner], role))
            found.extend(_paragraphs(item.after, role))
        else:
            found.append(replace(item, role=role))
    return found


def _laid_out(flow: Flow) -> list[Block]:
    blocks: list[Block] = []
    _lay_out(flow, blocks)
    return blocks


def _lay_out(flow: Flow, blocks: list[Block]) -> None:
    for item in flow:
        if isinstance(item, Paragraph):
            blocks.append(item)
        else:
            _lay_out_grid(item, None, blocks)


def _lay_out_grid(item: Grid, inside: tuple[int, int, int] | None, blocks: list[Block]) -> None:
    index = len(blocks)
    if item.rows and item.rows[0]:
        place = next((span.place for row in item.rows for cell in row for span in cell.spans), Place())
        blocks.append(Table(item.rows, place, header_rows=item.header_rows, inside=inside))
    for r, c, inner in item.nested:
        _lay_out_grid(inner, (index, r, c), blocks)
    _lay_out(item.after, blocks)
