"""The body of a table: row labels and numbers, figures by column, totals, and the tree of rows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal

from reviewer.model import Cell, Column, Figure, Role, Row, RowKind, Spot, Table
from reviewer.understanding.headers import is_column_numbers
from reviewer.understanding.numbers import cell_figures, with_mark
from reviewer.understanding.rowtree import levelled
from reviewer.understanding.text import flat, plain

FIGURE_ROLES = frozenset(
    {Role.TARGET, Role.REALISATION, Role.ACHIEVEMENT, Role.BUDGET, Role.SHARE, Role.REMAINDER, Role.TOTAL, Role.AMOUNT}
)
_ROW_NUMBER = re.compile(r"^\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[IVXivx]{1,6})\s*[.)]*$")
_CODE = re.compile(r"^(?:\d+|[X]+)(?:[. ]+(?:\d+|[X]+|-))+\s*\.?$")
_TOTAL = re.compile(r"^(?:sub[ -]?|grand |rata[ -]*rata )?(?:jumlah|total|jml)\b")
_NET = re.compile(r"^(?:surplus|defisit|sisa lebih|sisa kurang|silpa|pembiayaan net)")
_EARLIER = re.compile(r"tahun (?:anggaran )?(?:sebelumnya|yang lalu|lalu)|tahun-tahun sebelumnya")
"""What is left of the year before is an item of financing, no row that nets this year's."""
_MEAN_OF = re.compile(
    r"^(?:(?:jumlah |total )?rata[ -]*rata(?: (?:nilai|persentase|prosentase|tingkat|total|jumlah|hasil|skor|dari|semua|"
    r"seluruh|%))*[ :.]*(?:$|[\d(/]|(?:capaian|pencapaian|kinerja|sasaran|indikator|ik[uki]|tujuan|program|kegiatan|"
    r"reali[sz]asi|serapan|penyerapan|keseluruhan|seluruhnya|tahun|target|fisik|keuangan|kabupaten|kota|provinsi|"
    r"kecamatan|opd|skpd)\b)|(?:mean|average)\b)"
)
"""A mean of rows, not an indicator that is itself a mean ("Rata-rata lama sekolah")."""
_TOTAL_REST = frozenset(
    """
    jumlah total jml wajib pilihan keseluruhan seluruh seluruhnya semua umum akhir grand sub anggaran belanja pendapatan
    pembiayaan pegawai pns asn pppk program kegiatan subkegiatan urusan langsung tidak btl bl tahun ta realisasi pagu dan apbd
    murni perubahan kab kabupaten kota dinas badan opd skpd pd i ii iii iv v vi vii viii ix x a b c d e f g h rp per s
    d sd triwulan bulan 1 2 3 4 5 6 7 8 9 10 11 12 + daerah penerimaan pengeluaran transfer modal operasi bruto netto
    net orang personil personel aparatur pokok bobot nilai skor
    """.split()
)
_YEAR = re.compile(r"\b(20[0-4]\d|199\d)\b")


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a table, with its columns as their content settles them."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def body_of(table: Table, columns: tuple[Column, ...], header_count: int, block: int, unit: str = "") -> Body:
    """Read the body rows of a table whose header is known; `unit` is what its caption says of all amounts ("juta")."""
    body = list(range(header_count, len(table.rows)))
    plain_rows = [r for r in body if not is_column_numbers(table.rows[r])]
    raw = {(r, c): _figures(cell, Spot(block, r, c)) for r in body for c, cell in enumerate(table.rows[r])}
    columns = _settle(table, columns, raw, plain_rows)
    figures = {k: v for k, v in _typed(columns, raw).items() if v}
    number_columns = [c.index for c in columns if c.role in (Role.NUMBER, Role.CODE)]
    label_columns = _label_columns(table, columns, plain_rows)
    figure_columns = [c.index for c in columns if c.role in FIGURE_ROLES]
    unit_columns = [c.index for c in columns if c.role is Role.UNIT]
    drafts = [
        _row(table, r, i, number_columns, label_columns, unit_columns, figure_columns, figures, r not in plain_rows)
        for i, r in enumerate(body, 1)
    ]
    drafts = [_with_mean(table, row, columns, block) for row in drafts]
    coarse = {c.index for c in columns if c.unit in _SCALED or unit in _SCALED and c.unit in ("", "Rp")}
    return Body(columns, tuple(levelled([_rounded(row, coarse) for row in drafts])))


_SCALED = ("ribu", "juta", "miliar")


def _rounded(row: Row, columns: set[int]) -> Row:
    """The row with its amounts of these columns marked as rounded."""
    if not any(c in columns for c, _ in row.figures):
        return row
    return replace(
        row,
        figures=tuple(
            (c, replace(f, rounded=True) if c in columns and f.unit in ("", "Rp") and not f.scale and not f.dash else f)
            for c, f in row.figures
        ),
    )


_MEAN_TOLD = re.compile(r"(?<=\s)\d{1,3}[.,]\d+(?:\s*%)?$")


def _with_mean(table: Table, row: Row, columns: tuple[Column, ...], block: int) -> Row:
    """A mean written in its own label, "Rata-rata 102,35", belongs to the one column of capaian."""
    told = _MEAN_TOLD.search(row.label) if row.kind is RowKind.MEAN and not row.figures else None
    achieved = [c.index for c in columns if c.role is Role.ACHIEVEMENT]
    if told is None or len(achieved) != 1:
        return row
    for c, cell in enumerate(table.rows[row.index]):
        at = cell.text.rfind(told.group())
        if at >= 0:
            spot = Spot(block, row.index, c, at, at + len(told.group()))
            figures = cell_figures(told.group(), Spot(block, row.index, c))
            return replace(row, figures=tuple((achieved[0], replace(f, unit="%", spot=spot)) for f in figures))
    return row


def _figures(cell: Cell, spot: Spot) -> tuple[Figure, ...]:
    """The figures of a cell; an amount shown rounded by a workbook has the value that is stored."""
    figures = cell_figures(cell.text, spot)
    stored = cell.value
    if len(figures) != 1 or not isinstance(stored, Decimal) or figures[0].percent:
        return figures
    apart = abs(stored - figures[0].value)
    # What binary fractions leave behind: 98.5 - 97.86 is stored as 0.6400000000000006.
    noise = Decimal("1e-9") * max(Decimal(1), abs(stored))
    return (replace(figures[0], value=stored),) if noise < apart < Decimal(1).scaleb(-figures[0].decimals) else figures


def _hidden(table: Table, row: int) -> bool:
    """A row that the spreadsheet does not show."""
    filled = [cell for cell in table.rows[row] if cell.text.strip()]
    return bool(filled) and all(cell.hidden for cell in filled)


def _settle(
    table: Table, columns: tuple[Column, ...], raw: dict[tuple[int, int], tuple[Figure, ...]], rows: list[int]
) -> tuple[Column, ...]:
    """Give every column the role that its content allows."""
    settled = []
    has_number = any(c.role in (Role.NUMBER, Role.CODE) for c in columns)
    for column in columns:
        c = column.index
        filled = [r for r in rows if table.rows[r][c].text.strip()]
        numeric = [r for r in filled if raw[r, c]]
        firm = [r for r in numeric if not raw[r, c][0].dash]
        share = len(numeric) / len(filled) if filled else 0.0
        role = column.role
        if role in (Role.NUMBER, Role.CODE, Role.UNIT):
            pass
        elif c == 0 and not has_number and filled and _numbers_rows(table, c, filled) and table.width > 2:
            role = Role.NUMBER
        elif role in (Role.LABEL, Role.TEXT):
            years = [
                r
                for r in firm
                if raw[r, c][0].decimals == 0 and 1950 <= raw[r, c][0].value <= 2100 and not raw[r, c][0].unit
            ]
            if firm and share >= 0.6 and len(years) < len(firm) and not _ordinals(table, c, firm, raw):
                role = Role.AMOUNT
            elif not filled and role is Role.TEXT:
                role = Role.TEXT
        elif (
            role is Role.ACHIEVEMENT and firm and sum(1 for r in firm if abs(raw[r, c][0].value) > 1000) * 2 > len(firm)
        ):
            role = Role.REALISATION if "realisasi" in plain(column.title) else Role.AMOUNT
        elif filled and not numeric and role not in (Role.TARGET, Role.REALISATION):
            role = Role.TEXT
        elif filled and share < 0.3 and role in (Role.BUDGET, Role.TOTAL, Role.SHARE, Role.REMAINDER):
            role = Role.TEXT
        settled.append(replace(column, role=role))
    return tuple(settled)


def _numbers_rows(table: Table, col: int, filled: list[int]) -> bool:
    texts = [table.rows[r][col].text.strip() for r in filled]
    fitting = sum(1 for t in texts if _ROW_NUMBER.match(t) or _CODE.match(t))
    return fitting >= max(1, 0.6 * len(texts))


def _ordinals(table: Table, col: int, firm: list[int], raw: dict[tuple[int, int], tuple[Figure, ...]]) -> bool:
    """A headerless column 1, 2, 3 … numbers the rows."""
    values = [raw[r, col][0].value for r in firm]
    return (
        col == 0 and len(values) > 2 and values == sorted(values) and values[0] == 1 and values[-1] <= len(values) + 2
    )


def _typed(
    columns: tuple[Column, ...], raw: dict[tuple[int, int], tuple[Figure, ...]]
) -> dict[tuple[int, int], tuple[Figure, ...]]:
    """Figures read again with what their column says: percentages without a sign, and its decimal mark."""
    typed = dict(raw)
    for column in columns:
        if column.role not in FIGURE_ROLES:
            continue
        keys = [k for k in raw if k[1] == column.index and raw[k] and not raw[k][0].dash]
        firsts = [raw[k][0] for k in keys]
        marks = Counter(f.mark for f in firsts if f.mark and f.decimals != 3)
        plain_mark = {f.mark for f in firsts if f.decimals == 3 and not f.fault and re.search(r"\..*,|,.*\.", f.text)}
        """The decimal mark of numbers with three decimals that have a mark of thousands too: "1.356,000"."""
        percent = _is_percent(column, firsts)
        for k in keys:
            first = raw[k][0]
            if percent and not first.unit:
                first = replace(first, unit="%")
            if len(plain_mark) == 1 and not marks:
                first = with_mark(first, next(iter(plain_mark)))
            elif marks and re.fullmatch(r"\D*\d+[.,]\d{3}\D*", first.text):
                if _ambiguous_as_decimal(first, firsts):
                    first = with_mark(first, marks.most_common(1)[0][0])
            elif percent:
                first = with_mark(first, ",")
            typed[k] = (first, *raw[k][1:])
    return typed


def _ambiguous_as_decimal(figure: Figure, column: list[Figure]) -> bool:
    """ "1.234" in a column of small decimals is one and two tenths; in a column of amounts it is a thousand."""
    others = [abs(f.value) for f in column if f is not figure and f.decimals]
    return bool(others) and max(others) < 1000 and len(others) * 2 >= len(column) - 1


def _of_a_hundred(figures: list[Figure]) -> bool:
    """Whether figures under no header are percentages: two decimals, up to 100, and 100 itself without any."""
    told = sum(1 for f in figures if f.decimals == 2)
    full = any(f.value == 100 and not f.decimals for f in figures)
    return full and told >= 3 and told * 2 >= len(figures) and all(0 <= f.value <= 100 for f in figures)


def _is_percent(column: Column, figures: list[Figure]) -> bool:
    signed = sum(1 for f in figures if f.percent)
    if signed * 2 >= len(figures) and signed:
        return column.role is not Role.BUDGET
    if not column.header and _of_a_hundred(figures):
        return True
    if column.role not in (Role.ACHIEVEMENT, Role.SHARE) and column.unit != "%":
        return False
    fitting = sum(1 for f in figures if abs(f.value) <= 1000 and f.unit in ("", "%"))
    return fitting * 2 > len(figures)


def _label_columns(table: Table, columns: tuple[Column, ...], rows: list[int]) -> list[int]:
    """The text columns, the one that names the row first."""
    texts = [c for c in columns if c.role in (Role.LABEL, Role.TEXT)]
    money = any(c.role is Role.BUDGET for c in columns)
    target = any(c.role is Role.TARGET for c in columns)
    apart = any("kegiatan" in plain(c.title) and "program" not in plain(c.title) for c in texts)

    def rank(column: Column) -> tuple[int, int]:
        title = plain(column.title)
        if re.search(r"program|kegiatan", title):
            grade = 0 if money and not target else 1 if money else 2
            if "program" in title and "kegiatan" not in title and apart:
                grade += 1
        elif "indikator" in title:
            grade = 1 if target and not money else 0 if target and not re.search("program", title) else 3
        elif re.search(r"uraian|nama|jabatan|jenis|bidang|golongan|pendidikan|urusan|unit", title):
            grade = 2
        elif re.search(r"keterangan|ket\b|sumber|rumus|formula|penanggung|lokasi", title):
            grade = 8
        elif "sasaran" in title:
            grade = 5
        else:
            grade = 6
        empty = not any(table.rows[r][column.index].text.strip() for r in rows)
        return grade + 20 * empty, column.index

    order = sorted(texts, key=rank)
    if money and target:
        programs = [
            c for c in order if re.search(r"program|kegiatan", plain(c.title)) and "indikator" not in plain(c.title)
        ]
        order = programs + [c for c in order if c not in programs]
    return [c.index for c in order]


def _row(
    table: Table,
    r: int,
    ordinal: int,
    number_columns: list[int],
    label_columns: list[int],
    unit_columns: list[int],
    figure_columns: list[int],
    figures: dict[tuple[int, int], tuple[Figure, ...]],
    is_numbers: bool,
) -> Row:
    cells = table.rows[r]
    number, label = "", ""
    stray = []
    for c in number_columns:
        text = flat(cells[c].text)
        if not text:
            continue
        if _ROW_NUMBER.match(text) or _CODE.match(text):
            number = re.sub(r"\s*\.\s*", ".", text.rstrip(" .)").lstrip("("))
        else:
            stray.append(text)
    for c in label_columns:
        text = flat(cells[c].text)
        if text:
            label = text
            break
    if not label and stray:
        label = stray[0]
    elif stray and not number and (is_total(stray[0]) or _is_mean(stray[0])):
        label = stray[0]
    own = tuple((c, f) for c in figure_columns for f in figures.get((r, c), ()))
    total = not number and is_total(label)
    if not total and not number:
        for c in label_columns[1:]:
            text = flat(cells[c].text)
            if text and is_total(text) and not flat(cells[label_columns[0]].text):
                label, total = text, True
    if not label:
        label = next((t for c in unit_columns if (t := flat(cells[c].text))), "")
    if is_numbers:
        kind = RowKind.NUMBERS
    elif _is_mean(label) and not number:
        kind = RowKind.MEAN
    elif _NET.match(plain(label)) and not _EARLIER.search(plain(label)):
        kind = RowKind.NET
    elif total:
        kind = RowKind.TOTAL
    elif figure_columns and not own:
        kind = RowKind.GROUP
    else:
        kind = RowKind.PART
    years = {int(y) for y in _YEAR.findall(label)}
    return Row(
        index=r, ordinal=ordinal, label=label, number=number, kind=kind, level=0, parent=None, figures=own,
        year=years.pop() if len(years) == 1 else None, hidden=_hidden(table, r),
    )  # fmt: skip


def _is_mean(label: str) -> bool:
    return _MEAN_OF.match(plain(label)) is not None


def is_total(label: str) -> bool:
    """Whether a label says that its row sums others: "JUMLAH", "Total Belanja", "Sub Total", not "Jumlah peserta"."""
    text = re.sub(r"[():.,&/=]+", " ", plain(label)).strip()
    text = re.sub(r"^(jumlah|total)(?=[a-z])", r"\1 ", text)
    if not _TOTAL.match(text):
        return False
    if text.startswith("rata"):
        return False
    rest = [w for w in re.split(r"[\s+\-]+", text) if w]
    return all(w in _TOTAL_REST or _YEAR.fullmatch(w) for w in rest)
