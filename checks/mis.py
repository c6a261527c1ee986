"""MIS: blanks, placeholders, what was left unfinished."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Column, Problem, Report, Role, Row, RowKind, Severity, Spot, TypedTable, Words

_REASON = Words(
    "Informasi target, capaian dan penjelasannya harus lengkap (Formulir Checklist Reviu, kelengkapan format).",
    "Targets, results and their explanation must be complete (review checklist, format).",
)
_MEANT = (Role.TARGET, Role.REALISATION, Role.ACHIEVEMENT, Role.BUDGET, Role.TOTAL)


class BlankCells(Check):
    """A row with amounts has no blank among the columns that the other rows fill."""

    code = "MIS001"
    name = "blank-cells"
    severity = Severity.WARNING
    title = Words("Sel kosong dalam kolom yang terisi", "A blank cell in a filled column")
    reason = _REASON
    docs = Words(
        "Dalam kolom indikator, target, realisasi, capaian atau anggaran yang terisi pada sebagian besar barisnya, "
        "sel yang kosong (bukan “-”) pada baris yang memuat angka dilaporkan. Indikator dan angkanya yang sama-sama "
        "kosong pada baris beranggaran, anggaran atau realisasi yang kosong di sebelah persentasenya, dan angka yang "
        "kosong pada satu-satunya baris yang satuannya tertulis adalah peringatan, selebihnya hanya info. Sel gabungan "
        "dan kolom yang memang "
        "jarang terisi dibiarkan.",
        "In a column of indicators, targets, realisasi, capaian or budgets that most rows fill, a blank cell (not "
        "“-”) of a row with figures is reported. An indicator and its figure both blank in a row with a budget, a budget "
        "or realisasi blank beside its percentage, and figures blank in the only such row whose unit is written are a "
        "warning, the rest is an info. Merged cells and columns that are seldom filled are left alone.",
    )
    messages = {
        "found": Words(
            "{row}: kolom {columns} kosong, padahal {filled} dari {rows} baris lain mengisinya.",
            "{row}: {columns} is blank, while {filled} of the {rows} other rows fill it.",
        ),
        "bare": Words(
            "{row}: seluruh kolom angka kosong, padahal semua baris lain mengisinya.",
            "{row}: all figure columns are blank, while every other row fills them.",
        ),
    }
    _TABLE = "Tabel 1 PK\n\nNo\tIndikator Kinerja\tTarget\tProgram\tAnggaran (Rp)\n"
    _UNITS = (
        "Tabel 3 Indikator\n\nNo\tIndikator\tSatuan\tTarget\n1\tCakupan layanan\t%\t81\n2\tJumlah kader\torang\t12\n"
        "3\tCakupan desa\t%\t84\n4\tJumlah forum\tkali\t2\n"
    )
    good = (
        Example(_UNITS + "5\tCakupan pos\t%\t-\n6\tJumlah pos\tpos\tAda\n"),
        Example(_UNITS + "5\tCakupan pos\t%\t\n6\tJumlah pos\tpos\t\n"),
        Example(
            _TABLE
            + "1\tJumlah peserta\t50 orang\tPelatihan\t10.000.000\n2\tJumlah laporan\t4 dokumen\tKajian\t20.000.000\n"
            "3\tJumlah forum\t2 kali\tRapat\t5.000.000\n"
            "4\tJumlah desa\t12 desa\tPembinaan\t7.500.000\n5\tJumlah kader\t-\tPenyuluhan\t8.000.000\n"
        ),
    )
    bad = (
        Example(
            _TABLE + "1\tJumlah peserta\t50 orang\tPelatihan\t10.000.000\n2\t\t\tKajian\t20.000.000\n"
            "3\tJumlah forum\t2 kali\tRapat\t5.000.000\n"
            "4\tJumlah desa\t12 desa\tPembinaan\t7.500.000\n5\tJumlah kader\t10 orang\tPenyuluhan\t8.000.000\n"
            "6\tJumlah pos\t4 pos\tPatroli\t9.000.000\n",
            "Kajian",
        ),
        Example(_UNITS + "5\tCakupan pos\t%\t\n", "Cakupan pos"),
        Example(
            "Tabel 3 Realisasi\n\nNo\tProgram\tAnggaran (Rp)\tRealisasi (Rp)\t%\n1\tProgram A\t100.000.000\t90.000.000\t90,00\n"
            "2\tProgram B\t200.000.000\t180.000.000\t90,00\n3\tProgram C\t300.000.000\t\t90,00\n"
            "4\tProgram D\t400.000.000\t360.000.000\t90,00\n5\tProgram E\t500.000.000\t450.000.000\t90,00\n",
            "Program C",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            rows = [r for r in table.rows if r.kind is RowKind.PART and r.figures]
            yield from self._untold(table, rows)
            if len(rows) < 5:
                continue
            yield from self._partly(table, rows)
            yield from self._bare(table, rows)

    def _partly(self, table: TypedTable, rows: list[Row]) -> Iterator[Problem]:
        targets = table.column(Role.TARGET)
        columns = [c for c in table.columns if c.role in _MEANT and (c.role is not Role.TARGET or len(targets) <= 2)]
        columns = [c for c in table.columns if c in columns or _is_indicator(c)]
        parents = {r.parent for r in rows}
        leaves = [r for r in rows if r.index not in parents]
        for row in leaves:
            cells = table.table.rows[row.index]
            empty = [c for c in columns if cells[c.index].covered_by is None and not _said(cells[c.index].text)]
            others = _alike(row, leaves) if empty else []
            blank = []
            for column in empty:
                filled = sum(1 for o in others if _filled(table, o.index, column.index))
                if filled * 10 >= len(others) * 9 and len(others) >= 4:
                    blank.append((column, filled, len(others)))
            blank = [entry for entry in blank if not _meant_blank(table, row, entry[0], columns)]
            if not blank:
                continue
            column, filled, count = blank[0]
            budgeted = any(table.columns[c].role is Role.BUDGET for c, _ in row.figures)
            loud = len(blank) > 1 and budgeted and any(_is_indicator(c) for c, _, _ in blank)
            loud = loud or (column.role in (Role.BUDGET, Role.REALISATION) and _has_share(table, row))
            yield Problem(
                Spot(table.block, row.index, column.index, 0, len(table.table.rows[row.index][column.index].text)),
                stated=row.label,
                quote=row.label,
                params=(
                    ("columns", ", ".join(dict.fromkeys(f"“{c.name}”" for c, _, _ in blank))),
                    ("filled", str(filled)),
                    ("rows", str(count)),
                ),
                severity=Severity.WARNING if loud else Severity.INFO,
                evidence=tuple(Spot(table.block, row.index, c.index, 0, 0) for c, _, _ in blank[1:]),
                content=tuple(c.name for c, _, _ in blank),
            )

    def _untold(self, table: TypedTable, rows: list[Row]) -> Iterator[Problem]:
        """A row that names its thing and its unit, and whose figures, which all other rows have, are blank."""
        units = [c.index for c in table.columns if c.role is Role.UNIT]
        columns = [c for c in table.columns if c.role in _MEANT]
        if len(units) != 1 or not columns or len(rows) < 3:
            return
        if not all(_filled(table, r.index, c.index) for r in rows for c in columns):
            return
        bare = [
            r
            for r in table.rows
            if r.kind is RowKind.GROUP and r.label and not any(o.parent == r.index for o in table.rows)
        ]
        if len(bare) != 1:
            return
        cells = table.table.rows[bare[0].index]
        if not re.search(r"[A-Za-z%]", cells[units[0]].text) or cells[units[0]].text.strip() == bare[0].label:
            return
        if any(c.text.strip() or c.covered_by is not None for c in (cells[column.index] for column in columns)):
            return
        yield Problem(
            Spot(table.block, bare[0].index, columns[0].index, 0, 0),
            stated=bare[0].label,
            quote=bare[0].label,
            params=(
                ("columns", ", ".join(f"“{c.name}”" for c in columns)),
                ("filled", str(len(rows))),
                ("rows", str(len(rows))),
            ),
            evidence=tuple(Spot(table.block, bare[0].index, c.index, 0, 0) for c in columns[1:]),
            content=tuple(c.name for c in columns),
        )

    def _bare(self, table: TypedTable, rows: list[Row]) -> Iterator[Problem]:
        """A numbered row without any figure in a table whose rows all have a Jumlah."""
        totals = [c.index for c in table.columns if c.role is Role.TOTAL]
        if not totals or not all(r.figure(totals[-1]) for r in rows):
            return
        for row in table.rows:
            if row.kind is RowKind.GROUP and row.number and row.label and not any(o.parent == row.index for o in rows):
                if table.table.rows[row.index][totals[-1]].text.strip() or not _goes_on(table, row):
                    continue
                spot = Spot(table.block, row.index, totals[-1], 0, 0)
                yield Problem(
                    spot, "bare", stated=row.label, quote=row.label, severity=Severity.INFO, content=("bare",)
                )


def _meant_blank(table: TypedTable, row: Row, column: Column, columns: list[Column]) -> bool:
    """Whether a blank says nothing: a row without label that holds an average or little more, a merged cell that a page end
    cut, or one half of a table that compares two with the other half filled."""
    cells = table.table.rows[row.index]
    figures = [c for c in columns if not _is_indicator(c)]
    if not row.label and sum(1 for c in figures if _said(cells[c.index].text)) * 2 < len(figures):
        return True
    above = table.table.rows[row.index - 1][column.index] if row.index else None
    if row.index in table.table.joined_at and above is not None and (above.covered_by is not None or above.rowspan > 1):
        return True
    twins = [c for c in table.columns if c.index != column.index and c.header[-1:] == column.header[-1:] and c.header]
    if any(_said(cells[c.index].text) for c in twins if c.role is column.role):
        return True
    same = [k for k, cell in enumerate(cells) if row.label and _flat(cell.text) == row.label]
    again = [k for k in same if k > column.index]
    return len(again) < len(same) and bool(again) and any(_said(cell.text) for cell in cells[again[0] + 1 :])


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _has_share(table: TypedTable, row: Row) -> bool:
    """Whether a row tells the percentage that its blank amount gives."""
    return any(
        table.columns[c].role in (Role.ACHIEVEMENT, Role.SHARE) and f.percent and not f.dash and f.value > 0
        for c, f in row.figures
    )


def _alike(row: Row, rows: list[Row]) -> list[Row]:
    """The other rows; those that begin with the same word (Program, Kegiatan) where they are the most."""
    others = [o for o in rows if o is not row]
    kin = [o for o in others if o.label[:7].lower() == row.label[:7].lower()]
    return kin if len(kin) * 2 >= len(others) else others


def _goes_on(table: TypedTable, row: Row) -> bool:
    """Whether the next row carries the next number: then this one is an item, not a heading of what follows."""
    following = table.row(row.index + 1)
    return following is not None and row.number.isdigit() and following.number == str(int(row.number) + 1)


def _is_indicator(column: Column) -> bool:
    return column.role is Role.LABEL and re.search("indikator", column.title, re.IGNORECASE) is not None


def _said(text: str) -> bool:
    """Whether a cell says anything: a lone bullet does not, a dash does."""
    return bool(re.search(r"[A-Za-z0-9]|^\s*[-–—]+\s*$", text))


def _filled(table: TypedTable, row: int, col: int) -> bool:
    cell = table.table.rows[row][col]
    return _said(cell.text) or cell.covered_by is not None


class Placeholder(Check):
    """Nothing is left to be filled in."""

    code = "MIS002"
    name = "placeholder"
    title = Words("Isian yang belum dilengkapi", "A blank left to be filled in")
    reason = _REASON
    docs = Words(
        "Titik-titik, “xx” atau “...” setelah kata Tahun, Nomor, tanggal, sebesar, Rp, dan tahun yang terpotong "
        "(19..); titik-titik di tengah kalimat (“masukan bagi ……… dalam”); isian templat dalam kurung (“[nama "
        "kabupaten]”, “(nama OPD)”, “(diisi …)”, “<nama kepala>”). Titik-titik daftar isi, baris tanda tangan, elipsis "
        "di akhir kalimat dan formulir kosong dalam lampiran dibiarkan.",
        "Dots, “xx” or “...” after the words Tahun, Nomor, tanggal, sebesar, Rp, and a year that is cut (19..); dots in "
        "the middle of a sentence (“masukan bagi ……… dalam”); fields of a template in brackets (“[nama kabupaten]”, "
        "“(nama OPD)”, “(diisi …)”, “<nama kepala>”). The leader dots of contents, lines of signature, an ellipsis at a "
        "sentence's end and blank forms in annexes are left alone.",
    )
    messages = {"found": Words("Isian belum dilengkapi: “{stated}”.", "Left to be filled in: “{stated}”.")}
    good = (
        Example(
            "Peraturan Nomor 90 Tahun 2019 menjadi dasar penyusunan, dan seterusnya... Nilainya Rp. 1.000.000,-.\n"
        ),
        Example(
            "Rapat, kunjungan, dst... Kegiatan ... dan pembinaan berjalan sepanjang tahun ini.\n\n"
            "Kata pengantar ............ i\nLatar belakang .............. 1\n\nWanajaya, ............ Januari 2022\n\n"
            "Nama : ............ jabatan : ............\n\nYang menerima, (............)\n"
        ),
        Example(
            "Capaian dihitung dengan rumus [jumlah desa] / [jumlah seluruh desa] x 100%. Dinas (nama lama Dinas Pasar) "
            "mengisi kolom (diisi oleh petugas) setiap bulan bila realisasi < target dan target > nol.\n\n(nama terang)\n"
        ),
    )
    bad = (
        Example("Peraturan Nomor 90 Tahun 19.. tentang pedoman menjadi dasar penyusunan laporan ini.\n", "19.."),
        Example("Anggaran sebesar Rp. ........ digunakan untuk dua kegiatan dalam tahun berjalan.\n", "Rp. ...."),
        Example("Laporan ini menjadi bahan masukan bagi ……………… dalam pengambilan keputusan.\n", "………"),
        Example("Semoga laporan ini bermanfaat bagi ………… (diisi oleh sekretariat).\n", "…………"),
        Example("Hal lain diatur dengan Keputusan Kepala Badan Nomor ...../XXX/2023.\n", "...../XXX/2023"),
        Example("Jumlah desa yang dibina mencapai ... persen pada akhir masa laporan ini.\n", "..."),
        Example("Demikian laporan kinerja [nama kabupaten] ini disusun dengan sebenarnya.\n", "[nama kabupaten]"),
        Example("Demikian laporan kinerja (nama OPD) ini disusun. Kepala dinas menandatanganinya.\n", "(nama OPD)"),
        Example("Demikian laporan kinerja ini ditandatangani oleh <nama kepala> dan disampaikan.\n", "<nama kepala>"),
    )
    _DOTS = re.compile(
        r"\b(?:tahun|nomor|no|tanggal|sebesar|sebanyak|rp)\b\.?\s*:?\s*(?:(?:19|20)\d?(?:\.{2,}|…|_{2,}|x{1,2}\b)|"
        r"\.{4,}|…{1,}|_{3,}|x{2,}\b)(?:/[\w.…-]*\w)*",
        re.IGNORECASE,
    )

    # The word before must ask for another, unless the dots are many; a lower-case word, a per cent sign or who is to
    # fill it in goes on.
    _GAP = re.compile(
        r"(?:(?<=\s)|(?<=\b(?:bagi|oleh|pada|dari)))"
        r"(?:(?P<many>\.{6,}|…{2,}|_{6,})|(?P<few>\.{3,5}|…|_{3,5}))"
        r"(?=\s*%|\s+(?P<next>[a-z]{2,})|\s*\(\s*diisi\b)"
    )
    _ASKS = re.compile(
        r"\b(?:mencapai|sebesar|sebanyak|sejumlah|senilai|target|realisasi|dari|bagi|oleh|kepada|adalah|menjadi|rp)\s*\.?\s*$",
        re.IGNORECASE,
    )
    _FIELD = re.compile(
        r"[\[<{]\s*(?:nama|diisi|isi|isikan|sebutkan|tuliskan|cantumkan)(?:\s+[A-Za-z/]+){0,4}\s*[\]>}]"
        r"|[\[<{]\s*(?:nomor|tanggal|jabatan)\s*[\]>}]"
        r"|\(\s*nama\s+(?:opd|skpd|instansi|perangkat daerah|unit kerja|kabupaten|kota|kab/kota|kabupaten/kota|daerah|"
        r"dinas|kepala dinas|kepala|pejabat)\s*\)"
        r"|\(\s*(?:diisi|sebutkan|tuliskan|cantumkan)\b(?!\s+oleh)(?:\s+[A-Za-z/]+){0,4}\s*\)",
        re.IGNORECASE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for block, paragraph in report.paragraphs():
            if block in report.contents or len(re.findall(r"\.{5,}|…{2,}", paragraph.text)) > 3:
                continue
            spans = [m.span() for m in self._DOTS.finditer(paragraph.text)]
            firm = set(spans)
            if len(re.findall(r"[A-Za-z]{2,}", paragraph.text)) >= 6 and not _is_form(report, block):
                for start, end in self._left(paragraph.text):
                    if all(end <= s or e <= start for s, e in spans):
                        spans.append((start, end))
            for start, end in sorted(spans):
                yield Problem(
                    Spot(block, start=start, end=end),
                    stated=paragraph.text[start:end],
                    severity=None if (start, end) in firm else Severity.WARNING,
                )

    def _left(self, text: str) -> Iterator[tuple[int, int]]:
        """What a sentence leaves to be filled in: dots in its middle, fields of a template."""
        for match in self._GAP.finditer(text):
            before = text[: match.start()]
            asked = self._ASKS.search(before) or (match["many"] and re.search(r"[A-Za-z]{2,}\s*$", before))
            month_or_page = match["next"] and re.match(rf"(?:[ivxlc]+|hal|halaman|{_MONTHS})$", match["next"])
            if asked and not month_or_page:
                yield match.span()
        yield from (m.span() for m in self._FIELD.finditer(text))


_MONTHS = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"


def _is_form(report: Report, block: int) -> bool:
    """Whether a block stands in an annex: its blank forms are meant to be blank."""
    path = report.headings[block] if block < len(report.headings) else ()
    return any(re.search(r"\b(?:lampiran|formulir|format|blangko)\b", h, re.IGNORECASE) for h in path)


class MissingNumber(Check):
    """A row of a numbered level has its number."""

    code = "MIS003"
    name = "missing-row-number"
    severity = Severity.INFO
    title = Words("Baris tanpa nomor di antara baris bernomor", "A row without number among numbered ones")
    reason = _REASON
    docs = Words(
        "Dalam tabel yang rincian programnya bernomor (1.1, 1.2 …), rincian tanpa nomor dilaporkan satu per satu.",
        "In a table whose details are numbered (1.1, 1.2 …), details without a number are reported one by one.",
    )
    messages = {
        "found": Words(
            "“{stated}” tidak bernomor, padahal rincian lain dalam tabel ini bernomor.",
            "“{stated}” has no number, while the other details of the table have.",
        )
    }
    _HEAD = (
        "Tabel 1 Anggaran\n\nNo\tUraian\tAnggaran\n1\tProgram Satu\t3.000.000\n1.1\tRapat\t1.000.000\n"
        "1.2\tKajian\t2.000.000\n2\tProgram Dua\t800.000\n2.1\tPatroli\t300.000\n"
    )
    good = (Example(_HEAD + "2.2\tPelatihan\t500.000\n"),)
    bad = (
        Example(
            _HEAD + "2.2\tPelatihan\t500.000\n3\tProgram Tiga\t100.000\n\tPenyuluhan desa\t100.000\n", "Penyuluhan desa"
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            levels: dict[int, list[Row]] = defaultdict(list)
            for row in table.rows:
                if row.kind is RowKind.PART and row.figures and row.level > 0:
                    levels[row.level].append(row)
            for rows in levels.values():
                numbered = [r for r in rows if "." in r.number]
                bare = [r for r in rows if not r.number]
                if len(numbered) < 4 or len(bare) * 3 > len(numbered):
                    continue
                for row in bare:
                    yield Problem(_label(table, row), stated=row.label, quote=row.label)


def _label(table: TypedTable, row: Row) -> Spot:
    for c, cell in enumerate(table.table.rows[row.index]):
        if re.sub(r"\s+", " ", cell.text).strip() == row.label:
            return Spot(table.block, row.index, c, 0, len(cell.text))
    return Spot(table.block, row.index, 0, 0, 0)
