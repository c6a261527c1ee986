"""PDF files made in the test: text, lines and pictures placed in points from the upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reviewer.model import Document, Paragraph, Table
from reviewer.reading.limits import LIMITS, Limits
from reviewer.reading.pdf import read

WIDTHS = dict(zip(" ,.-()%:;/", (278, 278, 278, 333, 333, 333, 889, 278, 278, 278), strict=True)) | dict.fromkeys(
    "0123456789", 556
)
"""Of Helvetica, in thousandths, for the characters whose width tests reckon with."""


@dataclass
class Page:
    """What is written on one page. `y` is that of the base line, or of the line drawn."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom of what is shown."""
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 10, bold: bool = False, turn: int = 0) -> Page:
        """`turn` 1 runs up the page."""
        a, b, c, d = ((1, 0, 0, 1), (0, 1, -1, 0))[turn]
        place = f"{a} {b} {c} {d} {x:g} {self.height - y:.2f}"
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.parts.append(f"BT /F{2 if bold else 1} {size:g} Tf {place} Tm ({shown}) Tj ET")
        return self

    def right(self, x: float, y: float, text: str, size: float = 10) -> Page:
        """Figures that end at `x`."""
        return self.text(x - width_of(text, size), y, text, size)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        self.parts.append(f"0.5 w {x0:g} {self.height - y0:g} m {x1:g} {self.height - y1:g} l S")
        return self

    def fill(self, left: float, top: float, right: float, bottom: float, grey: float = 0.8) -> Page:
        self.parts.append(f"{grey:g} g {left:g} {self.height - bottom:g} {right - left:g} {bottom - top:g} re f 0 g")
        return self

    def picture(self, left: float, top: float, right: float, bottom: float) -> Page:
        self.parts.append(f"q {right - left:g} 0 0 {bottom - top:g} {left:g} {self.height - bottom:g} cm /I Do Q")
        return self

    def clipped(self, left: float, top: float, right: float, bottom: float, x: float, y: float, text: str) -> Page:
        """Text that is shown only as far as it lies in a rectangle."""
        self.parts.append(f"q {left:g} {self.height - bottom:g} {right - left:g} {bottom - top:g} re W n")
        self.text(x, y, text)
        self.parts.append("Q")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Page:
        """Every rule of a table with these borders."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self

    def row(self, xs: Sequence[float], y: float, texts: Sequence[str], size: float = 10) -> Page:
        """One text a column, a little inside its left border."""
        for x, text in zip(xs, texts, strict=False):
            if text:
                self.text(x + 4, y, text, size)
        return self

    def lines(self, x: float, y: float, texts: Sequence[str], pitch: float = 14, size: float = 10) -> Page:
        for k, text in enumerate(texts):
            self.text(x, y + k * pitch, text, size)
        return self


def width_of(text: str, size: float = 10) -> float:
    return sum(WIDTHS[character] for character in text) * size / 1000


_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica{} /Encoding /WinAnsiEncoding >>"
_IMAGE = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"


def pdf(*pages: Page, trailer: str = "", catalog: str = "") -> bytes:
    """The file of some pages."""
    kids = " ".join(f"{6 + 2 * k} 0 R" for k in range(len(pages)))
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        _FONT.format(""),
        _FONT.format("-Bold"),
        f"{_IMAGE}\nstream\n0\nendstream",
    ]
    for k, page in enumerate(pages):
        content = "\n".join(page.parts)
        crop = ""
        if page.crop is not None:
            left, top, right, bottom = page.crop
            crop = f"/CropBox [{left:g} {page.height - bottom:g} {right:g} {page.height - top:g}] "
        bodies += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width:.0f} {page.height:.0f}] {crop}/Rotate {page.rotate} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I 5 0 R >> >> /Contents {7 + 2 * k} 0 R >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    return assembled(bodies, trailer)


def assembled(bodies: Sequence[str], trailer: str = "") -> bytes:
    """A file of these objects, the first of them its catalog."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    return out + (
        f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def document(*pages: Page, limits: Limits = LIMITS) -> Document:
    return read(pdf(*pages), limits)


def tables(source: Document) -> list[Table]:
    return [block for block in source.blocks if isinstance(block, Table)]


def only_table(*pages: Page) -> Table:
    found = tables(document(*pages))
    assert len(found) == 1, f"{len(found)} tables"
    return found[0]


def grid_of(table: Table) -> list[list[str]]:
    """The text of every position; "^" where a merged cell covers it."""
    return [["^" if cell.covered_by else cell.text for cell in row] for row in table.rows]


def body(source: Document) -> list[str]:
    """The texts of the paragraphs that are no header or footer."""
    return [block.text for block in source.blocks if isinstance(block, Paragraph) and block.role == "body"]
