"""The report as a Word document: styles for headings, real tables with merged cells, repeated header rows, page numbers
(none on the cover, i to iv before the first chapter, 1 from there)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reviewer.samples.nouns import Block, Grid, Heading, PageBreak, Para
from reviewer.samples.package import WHEN, dated

if TYPE_CHECKING:
    from docx.document import Document


def docx_of(blocks: Sequence[Block], title: str, author: str) -> bytes:
    """The whole report; the same bytes for the same blocks."""
    import docx
    from docx.shared import Cm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2)
    _styles(document)
    numbered = False
    for number, block in enumerate(blocks):
        if isinstance(block, PageBreak):
            _section(document, "lowerRoman")
            _page_number(document.sections[-1].footer)
        elif isinstance(block, Heading):
            body = not numbered and block.text.startswith("BAB ")
            if body:
                numbered = True
                _section(document, "decimal")
            _heading(
                document,
                block,
                new_page=block.level == 1 and not body and not isinstance(blocks[number - 1], PageBreak),
            )
        elif isinstance(block, Para):
            _paragraph(document, block)
        else:
            _table(document, block)
    core = document.core_properties
    core.title, core.author, core.last_modified_by, core.comments = title, author, author, ""
    core.created = core.modified = WHEN
    core.revision, core.language = 1, "id-ID"
    raw = io.BytesIO()
    document.save(raw)
    return dated(raw.getvalue())


def _styles(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    styles: Any = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.25
    for level, size in ((1, 14), (2, 12), (3, 11)):
        style = styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), True
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = "Arial"
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12), Pt(6)
    styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption = styles["Caption"]
    caption.font.name, caption.font.size, caption.font.bold = "Arial", Pt(10), True
    caption.font.color.rgb = RGBColor(0, 0, 0)
    caption.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    caption.paragraph_format.keep_with_next = True


def _section(document: Document, numbers: str) -> None:
    """A new section on a new page; its pages count from 1, in `numbers`."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties: Any = document.add_section()._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    kind = OxmlElement("w:pgNumType")
    kind.set(qn("w:fmt"), numbers)
    kind.set(qn("w:start"), "1")
    properties.find(qn("w:cols")).addprevious(kind)


def _heading(document: Document, block: Heading, *, new_page: bool) -> None:
    paragraph = document.add_heading(level=block.level)
    paragraph.paragraph_format.page_break_before = new_page
    for number, line in enumerate(block.text.split("\n")):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _paragraph(document: Document, block: Para) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm, Pt

    paragraph = document.add_paragraph(block.text, style="Caption" if block.style == "caption" else None)
    shape = paragraph.paragraph_format
    if block.style == "body":
        shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        shape.first_line_indent = Cm(1)
    elif block.style == "cover":
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
        shape.space_before = Pt(48)
        for run in paragraph.runs:
            run.bold, run.font.size = True, Pt(18)
    elif block.style in ("item", "subitem"):
        shape.left_indent = Cm(1.6 if block.style == "item" else 2.4)
        shape.first_line_indent = Cm(-0.7)
    elif block.style == "contents":
        shape.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        shape.space_after = Pt(2)
    elif block.style == "signature":
        shape.left_indent = Cm(8)


def _table(document: Document, grid: Grid) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    table = document.add_table(rows=0, cols=len(grid.header[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, grid.widths, strict=False):
        column.width = Cm(width)
    texts = [*grid.header, *grid.rows]
    for number, row in enumerate(texts):
        cells = table.add_row().cells
        for column, text in enumerate(row):
            cell = cells[column]
            if grid.widths:
                cell.width = Cm(grid.widths[column])
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), 1
            head = number < len(grid.header)
            if head:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                _shaded(cell)
            elif column in grid.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if head and (column and row[column - 1] == text or number and not text):
                continue
            run = paragraph.add_run(text)
            run.font.size = Pt(9)
            run.bold = head or "Jumlah" in row or "JUMLAH" in row
    for number in range(len(grid.header)):
        _repeated(table.rows[number])
    _merge(table, grid)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _merge(table: Any, grid: Grid) -> None:
    """Equal neighbours in a header row, empty header cells with those above, and the rows of a merged column."""
    for number, row in enumerate(grid.header):
        first = 0
        for column in range(1, len(row) + 1):
            if column == len(row) or row[column] != row[first] or not row[first]:
                if column - first > 1 and row[first]:
                    table.cell(number, first).merge(table.cell(number, column - 1))
                first = column
    for column in range(len(grid.header[0])):
        if len(grid.header) > 1 and not grid.header[-1][column]:
            table.cell(0, column).merge(table.cell(len(grid.header) - 1, column))
    top = len(grid.header)
    for column in grid.merged:
        first = 0
        for number in range(1, len(grid.rows) + 1):
            if number == len(grid.rows) or grid.rows[number][grid.merged[-1]]:
                if number - first > 1:
                    table.cell(top + first, column).merge(table.cell(top + number - 1, column))
                first = number
    for row in table.rows:
        for cell in row.cells:
            for extra in cell.paragraphs[1:]:
                if not extra.text:
                    extra._element.getparent().remove(extra._element)


def _shaded(cell: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), "D9E2D0")
    cell._tc.get_or_add_tcPr().append(shade)


def _repeated(row: Any) -> None:
    """A header row that Word repeats on every page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _page_number(footer: Any) -> None:
    """The page number under the pages of a section and of those after it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
