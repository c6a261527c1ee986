"""Word documents made for the tests, from raw XML, so that each holds exactly the trait it is made for."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from reviewer.model import Document, Paragraph, Table
from reviewer.reading.docx import read

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ROLE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(body: str, **parts: str) -> bytes:
    """A .docx with this content of `w:body`. `parts`: content of "styles", "numbering", "footnotes", "endnotes",
    "header1", "footer1" … (whose relationship ids are their names)."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    relations = ""
    for name, content in parts.items():
        role = name.rstrip("0123456789")
        root = roots.get(role, {"header": "hdr", "footer": "ftr"}.get(role, role))
        files[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{_ROLE}/{role}" Target="{name}.xml"/>'
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
    return packed(files)


def packed(files: dict[str, str | bytes]) -> bytes:
    """A package of parts; the usual container parts are added where they are not given."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_ROLE}/officeDocument" Target="word/document.xml"/></Relationships>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**usual, **files}.items():
            archive.writestr(name, content)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    """A paragraph; `content` is text unless it holds elements."""
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(text: str, style: str) -> str:
    return para(text, f'<w:pStyle w:val="{style}"/>')


def listed(text: str, num_id: int, level: int = 0) -> str:
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    inner = content if content.startswith("<w:") else para(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    held = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{held}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def box(content: str) -> str:
    """A text box as Word stores it: once for new programs, once for old ones."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def level(index: int, text: str, format: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity: int, definition: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def start_override(index: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def texts(document: Document) -> list[str]:
    """What the paragraphs show, in order."""
    return [block.shown for block in document.blocks if isinstance(block, Paragraph)]


def shown(body: str, **parts: str) -> list[str]:
    return texts(read(word(body, **parts)))


def only_table(body: str, **parts: str) -> Table:
    tables = [block for block in read(word(body, **parts)).blocks if isinstance(block, Table)]
    assert len(tables) == 1
    return tables[0]


def grid_of(table: Table) -> list[list[str]]:
    """The text of every position; "^" where a merged cell covers it."""
    return [["^" if each.covered_by else each.text for each in line] for line in table.rows]
