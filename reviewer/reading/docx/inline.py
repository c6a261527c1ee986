"""What stands in a paragraph: its text as Word shows it, and what hangs on it (text boxes, notes).

Hidden and struck-out text is left out, a field is read as its last result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from reviewer.model.document import Span
from reviewer.reading.characters import as_seen
from reviewer.reading.docx import equations
from reviewer.reading.docx.pages import Pages
from reviewer.reading.docx.styles import Style, Styles
from reviewer.reading.docx.symbols import readable, symbol
from reviewer.reading.docx.xml import VAL, child, is_on, m, number, resolved, switch, value, w
from reviewer.reading.office_xml import Element

_WRAPPERS = frozenset(map(w, ("ins", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")))
_EQUATIONS = frozenset({m("oMath"), m("oMathPara")})
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_PICTURES = {
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": "pictures",
    "{urn:schemas-microsoft-com:vml}imagedata": "pictures",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "charts",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "diagrams",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "objects",
}
_STYLE, _VANISH, _VERTICAL, _FONTS = w("rStyle"), w("vanish"), w("vertAlign"), w("rFonts")
_STRIKES = (w("strike"), w("dstrike"))
_PAGE_STORED = w("lastRenderedPageBreak")
_BREAK = w("br")
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_NO_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SPACES = " \t\r\n"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ONE_SPACE = str.maketrans("\r\n", "  ")

_Set = dict[str, Element]
"""The properties of a run by their names."""
NoteKind = Literal["footnote", "endnote"]
Tally = Counter[str]
"""How many there are of what a reviewer must be told about: "pictures", "charts", "diagrams", "objects", "struck"."""


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reading stands: True from where a field's result begins."""

    open: list[bool] = field(default_factory=list)

    @property
    def showing(self) -> bool:
        return all(self.open)

    def mark(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(False)
        elif kind == "separate" and self.open:
            self.open[-1] = True
        elif kind == "end" and self.open:
            self.open.pop()

    def end_paragraph(self) -> None:
        """An instruction does not go on in the next paragraph: one left open would swallow the rest of the draft."""
        while self.open and not self.open[-1]:
            self.open.pop()


@dataclass(slots=True)
class Line:
    """The content of one paragraph as it is shown."""

    pages: Pages | None = None
    """Where its text stands, if that is known."""
    pieces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    boxes: list[Element | str] = field(default_factory=list)
    """Content of text boxes; a string is a piece of WordArt."""
    notes: list[tuple[NoteKind, str, bool]] = field(default_factory=list)
    """Kind, id, and whether the author wrote a mark of his own."""

    _length: int = 0

    def add(self, text: str) -> None:
        if not text:
            return
        if self.pages is not None:
            place = self.pages.text()
            if not self.spans or self.spans[-1].place is not place:
                self.spans.append(Span(self._length, place))
        self.pieces.append(text)
        self._length += len(text)

    def stripped(self) -> tuple[str, tuple[Span, ...]]:
        """Its text without blanks at the ends, and where it stands."""
        text = "".join(self.pieces)
        bare = text.strip()
        return bare, cut(self.spans, len(text) - len(text.lstrip()), len(bare))


def cut(spans: Sequence[Span], start: int, length: int) -> tuple[Span, ...]:
    """The spans of `length` characters of a text from `start` on."""
    found: list[Span] = []
    for span in spans:
        at = max(span.start - start, 0)
        if found and found[-1].start == at:
            found.pop()
        if at < max(length, 1):
            found.append(Span(at, span.place))
    return tuple(found)


class Inline:
    """Reads paragraphs; one for a document."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self._styles = styles
        self._tally = tally

    def read(self, paragraph: Element, style: Style, fields: Fields, line: Line) -> None:
        """Add the content of a paragraph of this style to a line."""
        open_: list[Iterator[Element]] = [resolved(paragraph)]
        while open_:
            element = next(open_[-1], None)
            if element is None:
                open_.pop()
                continue
            tag = element.tag
            if tag == w("r"):
                self._run(element, style, fields, line)
            elif tag in _WRAPPERS:
                open_.append(resolved(element))
            elif tag == w("sdt"):
                content = child(element, "sdtContent")
                open_.append(iter(()) if content is None else resolved(content))
            elif tag in _EQUATIONS:
                line.add(equations.line(element))
        fields.end_paragraph()

    def _run(self, run: Element, style: Style, fields: Fields, line: Line) -> None:
        properties = child(run, "rPr")
        set_: _Set = {} if properties is None else {str(part.tag): part for part in properties}
        named = self._styles.named(_value(set_, _STYLE))
        hidden = _toggled(set_, _VANISH, style.hidden, named.hidden)
        struck = any(_toggled(set_, tag, style.struck, named.struck) for tag in _STRIKES)
        raised = (_value(set_, _VERTICAL) or named.vertical or style.vertical) == "superscript"
        for part in resolved(run):
            if part.tag == w("fldChar"):
                fields.mark(part.get(w("fldCharType")))
                if not hidden:
                    line.add(_form_field(part))
            elif part.tag == w("ruby"):
                # Of text with a reading above it, the text.
                for base in part.iterfind(f"{w('rubyBase')}/{w('r')}"):
                    self._run(base, style, fields, line)
            elif part.tag == _PAGE_STORED:
                if line.pages is not None:
                    line.pages.stored()
            elif hidden or not fields.showing:
                continue
            elif part.tag in _DRAWN:
                self._drawn(part, line)
            elif part.tag in (w("footnoteReference"), w("endnoteReference")):
                own = part.get(w("customMarkFollows"), "0") not in ("0", "false", "off")
                line.notes.append((_note_kind(part), part.get(w("id")) or "", own))
            elif struck and part.tag == w("t"):
                self._tally["struck"] += bool((part.text or "").strip())
            else:
                line.add(_shown(part, set_.get(_FONTS), raised and bool(line.pieces)))
                if part.tag == _BREAK and part.get(w("type")) == "page" and line.pages is not None:
                    line.pages.turn()

    def _drawn(self, drawing: Element, line: Line) -> None:
        """Text boxes and WordArt of a drawing, outermost ones; what cannot be read of it is counted."""
        open_: list[Iterator[Element]] = [resolved(drawing)]
        while open_:
            element = next(open_[-1], None)
            if element is None:
                open_.pop()
            elif element.tag == w("txbxContent"):
                line.boxes.append(element)
            elif element.tag == _WORD_ART:
                line.boxes.append(element.get("string") or "")
            else:
                if element.tag in _PICTURES:
                    self._tally[_PICTURES[element.tag]] += 1
                open_.append(resolved(element))


def _toggled(set_: _Set, tag: str, by_paragraph: bool, by_run: bool) -> bool:
    """A toggle property: set by the styles of both paragraph and run it is off (ECMA-376 part 1, 17.7.3)."""
    return is_on(set_[tag]) if tag in set_ else by_paragraph != by_run


def _value(set_: _Set, tag: str) -> str | None:
    return set_[tag].get(VAL) if tag in set_ else None


def _note_kind(reference: Element) -> NoteKind:
    return "footnote" if reference.tag == w("footnoteReference") else "endnote"


def _shown(part: Element, fonts: Element | None, raised: bool) -> str:
    """The text of one element of a run; `raised` where it is a superscript to some."""
    tag = part.tag
    if tag == w("t"):
        text = part.text or ""
        if part.get(_NO_SPACE) != "preserve":
            text = text.strip(_SPACES)
        text = as_seen(readable(text.translate(_ONE_SPACE), _font(fonts)))
        return text.translate(_SUPERSCRIPT) if raised else text
    if tag in (w("tab"), w("ptab")):
        return "\t"
    if tag in (w("br"), w("cr")):
        return "\n"
    if tag == w("noBreakHyphen"):
        return "-"
    if tag == w("sym"):
        return symbol(_hexadecimal(part.get(w("char"))), part.get(w("font")) or "")
    return ""


def _font(fonts: Element | None) -> str:
    return "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""


def _hexadecimal(text: str | None) -> int:
    try:
        return int(text or "", 16)
    except ValueError:
        return -1


def _form_field(mark: Element) -> str:
    """What an old form field shows without any text of its own: a tick box, the choice in a list."""
    data = child(mark, "ffData")
    box = child(data, "checkBox")
    if box is not None:
        ticked = switch(box, "checked")
        return "☒" if (switch(box, "default") if ticked is None else ticked) else "☐"
    choices = child(data, "ddList")
    if choices is not None:
        entries = choices.findall(w("listEntry"))
        chosen = number(value(choices, "result") or value(choices, "default"), 0)
        return (entries[chosen].get(w("val")) or "") if 0 <= chosen < len(entries) else ""
    return ""
