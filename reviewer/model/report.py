"""What a draft says: its outline, identity, typed tables, figures and sentences."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from reviewer.model.document import Document, Paragraph, Place, Spot, Table, place_at, texts_of

if TYPE_CHECKING:
    import pandas

    from reviewer.model.workbook import Workbook


class Role(StrEnum):
    """What a column holds, in the field's words."""

    NUMBER = "nomor"
    CODE = "kode"
    LABEL = "uraian"
    TARGET = "target"
    REALISATION = "realisasi"
    ACHIEVEMENT = "capaian"
    BUDGET = "anggaran"
    SHARE = "proporsi"
    REMAINDER = "sisa"
    TOTAL = "jumlah"
    UNIT = "satuan"
    AMOUNT = "angka"
    """Numbers of which the header says no more."""
    TEXT = "teks"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as written, and what it stands for."""

    text: str
    """As written, with its sign, currency and unit: "Rp. 1.000,-", "85,71 %"."""
    value: Decimal
    """Scaled ("2,5 juta" is 2500000); a malformed number has the value it most likely is."""
    decimals: int
    """Digits printed after the decimal mark, before scaling."""
    spot: Spot
    unit: str = ""
    """"%", "Rp", or the word that follows ("orang"), in lower case."""
    scale: int = 0
    """Power of ten of a scaling word: ribu 3, juta 6, miliar 9, triliun 12."""
    mark: Literal["", ",", "."] = ""
    """The decimal mark used."""
    fault: str = ""
    """What is wrong with the way it is written, "" where nothing is."""
    dash: bool = False
    """A "-" or "nihil" that stands for none; its value is 0."""
    rounded: bool = False
    """Printed in thousands, millions or more, as its column or caption says: its last digit is rounded."""

    @property
    def percent(self) -> bool:
        return self.unit == "%"

    @property
    def exact(self) -> bool:
        """Counts and unscaled amounts are exact; percentages and scaled units stand for an interval."""
        return not self.percent and not self.scale and not self.rounded

    @property
    def step(self) -> Decimal:
        """One unit of the last printed digit."""
        return Decimal(1).scaleb(self.scale - self.decimals)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a typed table."""

    index: int
    header: tuple[str, ...]
    """Header texts from the top row down, equal neighbours once."""
    role: Role
    year: int | None = None
    unit: str = ""
    """A unit the header gives: "%", "Rp", "ribu rupiah", "orang"."""

    @property
    def title(self) -> str:
        return " › ".join(self.header)

    @property
    def name(self) -> str:
        """Its own header, with the group above where the header alone ("%", "Jumlah") does not tell it apart."""
        if len(self.header) > 1 and len(self.header[-1]) <= 14:
            return " › ".join(self.header[-2:])
        return self.header[-1] if self.header else ""


class Rule(StrEnum):
    """How a relation computes what its result should be."""

    SUM = "sum"
    """Signed sum of the terms."""
    PERCENT = "percent"
    """First term / second term x 100."""
    PERCENT_LOWER = "percent-lower"
    """(2 x second - first) / second x 100: lower is better."""
    PERCENT_INVERSE = "percent-inverse"
    """Second / first x 100: lower is better, the other formula in use."""
    GROWTH = "growth"
    """(first - second) / second x 100."""
    EQUAL = "equal"
    """The first term, written twice."""
    MEAN = "mean"
    """Arithmetic mean of the terms."""
    RATIO = "ratio"
    """First / second: inhabitants per km²."""
    PRODUCT = "product"
    """First x second: volume x price, bobot x skor."""
    PRODUCT_PERCENT = "product-percent"
    """First x second / 100, where one of them is a percentage."""


class RowKind(StrEnum):
    PART = "part"
    TOTAL = "total"
    """A row whose label says that it sums others."""
    GROUP = "group"
    """A heading inside the body that carries no figure."""
    NUMBERS = "numbers"
    """The row 1 2 3 4 that numbers the columns."""
    MEAN = "mean"
    """A row that averages others: "Rata-rata"."""
    NET = "net"
    """A row that nets sections off against each other: "Surplus/(Defisit)", "SiLPA"."""


@dataclass(frozen=True)
class Row:
    """A body row of a typed table."""

    index: int
    """Row of the grid, from 0."""
    ordinal: int
    """Body row, from 1, headers not counted."""
    label: str
    number: str
    """Its number, letter or code as written, without closing punctuation."""
    kind: RowKind
    level: int
    """Depth in the row tree, 0 is outermost."""
    parent: int | None
    """Grid row of the row it belongs to."""
    figures: tuple[tuple[int, Figure], ...]
    """Column index and figure; a cell with two ("6.500.000 (85%)") gives both."""
    year: int | None = None
    hidden: bool = False
    """A row that the spreadsheet does not show."""

    def figure(self, col: int) -> Figure | None:
        own = self._by_column.get(col)
        return own[0] if own else None

    def second(self, col: int) -> Figure | None:
        """The second figure of a cell that has two."""
        own = self._by_column.get(col, ())
        return own[1] if len(own) > 1 else None

    @cached_property
    def _by_column(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for column, figure in self.figures:
            found.setdefault(column, []).append(figure)
        return found


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts as the structure of the table tells them; whether they match is not asked here."""

    total: int
    """Grid row of the total."""
    parts: tuple[int, ...]
    basis: Literal["label", "number", "words", "first-row", "position"]
    """What the reading rests on."""
    columns: tuple[int, ...]
    """Columns in which it is meant to hold."""


@dataclass(frozen=True, slots=True)
class Across:
    """A column that each row computes from other columns, as headers and the rows themselves tell."""

    rule: Rule
    result: int
    terms: tuple[tuple[int, Literal[1, -1]], ...]
    """Columns with their signs; for `Rule.PERCENT` numerator and denominator."""
    basis: Literal["header", "rows"]
    """Decided by what the headers say, or by the rows in which it holds."""
    whole_row: int | None = None
    """For shares: the grid row whose cell is the denominator."""
    inner: bool = False
    """The result is the second figure of its cell: "6.500.000 (85%)"."""


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]+", "", text.lower())


@dataclass(frozen=True)
class TypedTable:
    """A table understood: its columns, rows, and which row sums which."""

    block: int
    """Index of the table among the document's blocks."""
    table: Table
    number: str
    """Of its caption: "3.11"; "" without one."""
    caption: str
    heading: tuple[str, ...]
    """Headings above it, outermost first."""
    header_rows: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    sums: tuple[Sum, ...]
    across: tuple[Across, ...] = ()
    ordinal: int = 0
    """Among the tables of the draft, from 1."""
    year: int | None = None

    def row(self, index: int) -> Row | None:
        return self._by_index.get(index)

    @cached_property
    def _by_index(self) -> dict[int, Row]:
        return {row.index: row for row in self.rows}

    @cached_property
    def row_names(self) -> dict[int, tuple[str, int]]:
        """By grid row: what tells it from the others, and which of those so called it is, from 0. A row is called by its
        label under its parent's, else by its other words or its number, else after the row above it that has a name."""
        found: dict[int, tuple[str, int]] = {}
        seen: Counter[str] = Counter()
        above = ""
        for row in self.rows:
            own = _letters(row.label) or self._words_of(row) or re.sub(r"[^a-z0-9.]+", "", row.number.lower())
            parent = self.row(row.parent) if row.parent is not None else None
            path = f"{_letters(parent.label)}/{own}" if parent is not None and parent.label else own
            name = path if own else f"{above}+"
            found[row.index] = name, seen[name]
            seen[name] += 1
            above = name if own else above
        return found

    def _words_of(self, row: Row) -> str:
        """The first words in the cells of a row; amounts with their unit are none."""
        texts = (cell.text for cell in self.table.rows[row.index])
        return next((_letters(t)[:80] for t in texts if len(_letters(t)) >= 8 and not re.match(r"\s*(?:Rp|\d)", t)), "")

    @cached_property
    def under(self) -> dict[int, tuple[Row, ...]]:
        """The rows right under each row that has some, by its grid row."""
        found: dict[int, list[Row]] = {}
        for row in self.rows:
            if row.parent is not None:
                found.setdefault(row.parent, []).append(row)
        return {parent: tuple(rows) for parent, rows in found.items()}

    def column(self, *roles: Role) -> tuple[Column, ...]:
        """Its columns of these roles, from the left."""
        return tuple(c for c in self.columns if c.role in roles)

    @property
    def title(self) -> str:
        """How a person would call it: "Tabel 3.11", else its caption, else its ordinal."""
        if self.number:
            return f"Tabel {self.number}"
        return self.caption or f"Tabel ke-{self.ordinal}"

    @property
    def frame(self) -> pandas.DataFrame:
        """Its body as a DataFrame: columns "nomor", "uraian" and each figure column by its title; numbers as Decimal."""
        from reviewer.model.frame import frame_of

        return frame_of(self)


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter, section or item heading of the body."""

    level: int
    number: str
    title: str
    block: int


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a table or figure."""

    kind: Literal["table", "figure", "chart"]
    number: str
    title: str
    block: int
    table: int | None
    """Block index of the table it belongs to."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that says something of a named thing: the pagu of a kegiatan, the target of an indicator in a year."""

    entity: str
    """Key that all spellings of the thing share."""
    name: str
    """As written here."""
    kind: Literal["program", "kegiatan", "indikator", "total", "lain"]
    measure: Role
    year: int | None
    state: Literal["", "murni", "perubahan"]
    """Which budget it speaks of, "" where the draft does not say."""
    money: bool
    figure: Figure
    table: int
    """Block of the table."""
    row: int


@dataclass(frozen=True, slots=True)
class Work:
    """A kegiatan that the draft lists under its program."""

    name: str
    """As written, without number and "Kegiatan"."""
    program: str
    """Its program as written, without number and "Program"."""
    spot: Spot


@dataclass(frozen=True, slots=True)
class Listing:
    """Programs with their kegiatan, as one table or one list of the draft has them."""

    block: int
    """Block of the table, or of the first program of the list."""
    works: tuple[Work, ...]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words beside the figure it repeats: "8 (delapan)"."""

    figure: Figure
    text: str
    """The words as written, without brackets."""
    value: Decimal | None
    """What they say, None where they do not make a number."""
    should: str
    """The figure in words."""
    spot: Spot


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of running text with its figures."""

    text: str
    spot: Spot
    figures: tuple[Figure, ...] = ()
    heading: tuple[str, ...] = ()
    spelled: tuple[Spelled, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, or one numbered line."""

    number: str
    style: str
    """"1", "a", "A", "i", "I", "-", and dotted depth: "1.1"."""
    text: str
    level: int
    block: int


@dataclass(frozen=True, slots=True)
class ItemList:
    """Consecutive items of one level, with the sentence that introduces them."""

    items: tuple[Item, ...]
    level: int
    lead: int | None
    """Block index of the paragraph that introduces the list."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation that the draft names."""

    kind: str
    """Its kind in short: "UU", "PP", "Perpres", "Permendagri", "PermenPANRB", "Perda", "Perbup", "Tap MPR" …"""
    number: str
    """As written, without blanks: "53", "XI/MPR/1998", "PER/09/M.PAN/5/2007"."""
    year: int | None
    title: str
    """What follows "tentang", as far as it reads as the title; "" where nothing does."""
    spot: Spot
    """From its kind to its year."""
    maker: str = ""
    """What stands between kind and number: "Bupati Wanajaya", "Negara Pendayagunaan Aparatur Negara"."""
    link: Literal["", "amended-by", "replaced-by", "inside"] = ""
    """How it hangs on the citation before it: "… diubah dengan", "… diganti dengan", part of that one's title."""

    @property
    def shown(self) -> str:
        """ "PP Nomor 8 Tahun 2006"."""
        dated = f" Tahun {self.year}" if self.year and "/" not in self.number else ""
        return f"{self.kind} Nomor {self.number}{dated}"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that the draft names."""

    spot: Spot
    day: int | None
    """None for a month alone: "Januari 2021"."""
    month: int
    """1 to 12."""
    year: int
    month_text: str
    """The month as written."""
    should: str = ""
    """The month's name where it is misspelt; old spellings and abbreviations are none."""
    weekday: str = ""
    """The day of the week before it, as written."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report this is, and of which year."""

    year: int | None = None
    institution: str = ""
    region: str = ""
    title: str = ""
    kind: str = ""
    """"LKjIP", "Renja", "Renstra", "PK", "LRA" or ""."""
    period: tuple[int, int] | None = None
    """Planning period (RPJMD, Renstra) that most of the draft names."""


@dataclass(frozen=True)
class Report:
    """A draft understood."""

    document: Document
    identity: Identity
    outline: tuple[Heading, ...] = ()
    captions: tuple[Caption, ...] = ()
    tables: tuple[TypedTable, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    lists: tuple[ItemList, ...] = ()
    contents: tuple[int, ...] = ()
    """Blocks that belong to the table of contents and other front lists."""
    facts: tuple[Fact, ...] = ()
    """What the tables say of programs, kegiatan and indicators."""
    listings: tuple[Listing, ...] = ()
    """Where programs stand with their kegiatan, in the order of the draft."""
    citations: tuple[Citation, ...] = ()
    """Regulations that paragraphs and cells name, in the order of the draft."""
    dates: tuple[Dated, ...] = ()
    headings: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    """Heading path of every block."""

    @cached_property
    def _tables_by_block(self) -> dict[int, TypedTable]:
        return {table.block: table for table in self.tables}

    def table_at(self, block: int) -> TypedTable | None:
        return self._tables_by_block.get(block)

    def paragraphs(self) -> tuple[tuple[int, Paragraph], ...]:
        return self._paragraphs

    @cached_property
    def _paragraphs(self) -> tuple[tuple[int, Paragraph], ...]:
        return tuple((i, b) for i, b in enumerate(self.document.blocks) if isinstance(b, Paragraph))

    @cached_property
    def texts(self) -> tuple[tuple[Spot, str], ...]:
        """Every text of the draft, paragraphs and cells, with the spot of its whole."""
        return tuple(texts_of(self.document))

    @cached_property
    def workbook(self) -> Workbook:
        """The cells and formulas of a workbook by sheet and name; empty where the draft is none."""
        from reviewer.model.workbook import Workbook

        return Workbook.of(self.document)

    @cached_property
    def _sentences_by_block(self) -> dict[int, tuple[Sentence, ...]]:
        found: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.spot.block, []).append(sentence)
        return {block: tuple(own) for block, own in found.items()}

    def sentences_in(self, block: int) -> tuple[Sentence, ...]:
        """The sentences of a paragraph, in order; none of a table."""
        return self._sentences_by_block.get(block, ())

    def place(self, spot: Spot) -> Place:
        return place_at(self.document, spot)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the tables and of running text, in the order of the draft."""
        found = [f for t in self.tables for row in t.rows for _, f in row.figures]
        found += [f for s in self.sentences for f in s.figures]
        return tuple(sorted(found, key=lambda f: f.spot))
