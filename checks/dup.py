"""DUP: what stands twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Role, Row, RowKind, Severity, Spot, TypedTable, Words
from reviewer.model.titles import same_word

_REASON = Words(
    "Baris, kegiatan atau paragraf yang tersalin dua kali membuat informasi tidak andal dan jumlah tidak cocok.",
    "A row, kegiatan or paragraph copied twice makes information unreliable and totals wrong.",
)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower().replace("&", "dan"))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{4,}", text.lower())


class DuplicateRow(Check):
    """One row stands twice under one program."""

    code = "DUP001"
    name = "duplicate-row"
    title = Words("Baris yang sama tercantum dua kali", "A row stands twice")
    reason = _REASON
    docs = Words(
        "Dalam satu tabel dan di bawah program atau kelompok yang sama, dua baris dengan nama yang sama dan isi "
        "kolom teks lain yang sama dilaporkan. Nama kegiatan yang sama di "
        "bawah program berbeda, baris yang dibedakan kolom lain (pangkat, satuan, tahun), serta angka yang kebetulan "
        "sama dibiarkan.",
        "In one table and under the same program or group, two rows of one name whose other text columns are alike "
        "are reported. The same kegiatan under different "
        "programs, rows told apart by another column (rank, unit, year), and figures that merely agree are left alone.",
    )
    messages = {
        "found": Words(
            "“{row}” tercantum dua kali dalam kelompok yang sama (juga pada {other}).",
            "“{row}” stands twice in the same group (also at {other}).",
        ),
    }
    good = (
        Example(
            "Tabel 1 Kegiatan\n\nNo\tUraian\tAnggaran\n1\tProgram Pelayanan Umum\t3.000.000\n1.1\tMonitoring dan "
            "Evaluasi\t3.000.000\n"
            "2\tProgram Ketertiban\t500.000\n2.1\tMonitoring dan Evaluasi\t500.000\n"
        ),
        Example(
            "Tabel 2 Pegawai\n\nNo\tJabatan\tPangkat\tJumlah\n1\tKepala Subbagian\tPenata\t2\n2\tKepala "
            "Subbagian\tPembina\t1\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Kegiatan\n\nNo\tUraian\tAnggaran\n1\tProgram Pelayanan Umum\t7.000.000\n1.1\tPenyediaan bahan "
            "bacaan\t3.000.000\n1.2\tRapat koordinasi\t1.000.000\n"
            "1.3\tPenyediaan Bahan Bacaan\t3.000.000\n",
            "Penyediaan Bahan Bacaan",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            seen: dict[tuple[object, ...], Row] = {}
            for row, group in _grouped(table):
                name = _letters(row.label)
                if row.kind is not RowKind.PART or len(name) < 12:
                    continue
                key = (group, name, *_other_texts(table, row))
                if key not in seen:
                    seen[key] = row
                    continue
                first = seen[key]
                if _different_figures(first, row) or _heads(first, row):
                    continue
                yield Problem(
                    _label_spot(table, row),
                    stated=row.label,
                    params=(
                        ("other", Words(f"baris ke-{first.ordinal} tabel ini", f"row {first.ordinal} of the table")),
                    ),
                    evidence=(_label_spot(table, first),),
                    content=(name,),
                )


def _heads(first: Row, row: Row) -> bool:
    """Whether a row in capitals stands right above its only part, which bears its name."""
    return row.index == first.index + 1 and first.label.isupper() and not row.label.isupper()


def _grouped(table: TypedTable) -> Iterator[tuple[Row, object]]:
    """Rows with the group they belong to: their parent, and the last row that opened a program."""
    opener: int | None = None
    programs = [c.index for c in table.columns if re.search("program", c.title, re.IGNORECASE) and c.role is Role.LABEL]
    opening = len(table.columns) > 2 and bool(programs) and not _fills_all(table, programs)
    for row in table.rows:
        texts = [table.table.rows[row.index][c].text.strip() for c in programs]
        if row.kind is RowKind.GROUP or (opening and any(texts)):
            opener = row.index
        yield row, (row.parent, opener)


def _fills_all(table: TypedTable, columns: list[int]) -> bool:
    """Whether a program column is filled in every row, so that its text does not open groups."""
    rows = [r for r in table.rows if r.kind is RowKind.PART]
    filled = sum(1 for r in rows if any(table.table.rows[r.index][c].text.strip() for c in columns))
    return filled * 10 >= len(rows) * 9


def _other_texts(table: TypedTable, row: Row) -> tuple[str, ...]:
    cells = table.table.rows[row.index]
    texts = (_letters(cells[c.index].text) for c in table.columns if c.role in (Role.LABEL, Role.TEXT, Role.UNIT))
    return tuple(t for t in texts if t and t != _letters(row.label))


def _different_figures(a: Row, b: Row) -> bool:
    """Two rows of one name with figures that differ are two things, or a contradiction of another kind."""
    mine, other = dict(a.figures), dict(b.figures)
    shared = [c for c in mine if c in other]
    return any(mine[c].value != other[c].value for c in shared) or bool(mine) != bool(other)


def _label_spot(table: TypedTable, row: Row) -> Spot:
    cells = table.table.rows[row.index]
    for c, cell in enumerate(cells):
        flat = re.sub(r"\s+", " ", cell.text).strip()
        if flat and flat == row.label:
            return Spot(table.block, row.index, c, 0, len(cell.text))
    return Spot(table.block, row.index, 0, 0, len(cells[0].text))


class CopiedIndicator(Check):
    """An indicator copied to a kegiatan it does not speak of."""

    code = "DUP002"
    name = "copied-indicator"
    title = Words("Indikator tersalin ke kegiatan lain", "An indicator copied to another kegiatan")
    reason = _REASON
    docs = Words(
        "Satu indikator berdiri pada dua kegiatan yang berbeda, kata-katanya membicarakan kegiatan yang satu dan "
        "sama sekali tidak kegiatan yang lain: tampaknya tersalin.",
        "One indicator stands at two different kegiatan; its words speak of the one and not at all of the other: it "
        "seems to have been copied.",
    )
    messages = {
        "found": Words(
            "Indikator “{stated}” pada “{row}” sama dengan indikator “{expected}” dan hanya membicarakan yang "
            "terakhir.",
            "The indicator “{stated}” of “{row}” is that of “{expected}” and speaks of the latter only.",
        ),
    }
    good = (
        Example(
            "Tabel 1 PK\n\nSasaran\tIndikator Kinerja\tTarget\tProgram dan Kegiatan\tAnggaran (Rp)\nTertib\tJumlah "
            "peserta pelatihan kader desa\t50 orang\tPelatihan kader desa\t10.000.000\n"
            "Aman\tJumlah laporan pemantauan wilayah\t4 dokumen\tPemantauan wilayah perbatasan\t20.000.000\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 PK\n\nSasaran\tIndikator Kinerja\tTarget\tProgram dan Kegiatan\tAnggaran (Rp)\nTertib\tJumlah "
            "peserta pelatihan kader desa\t50 orang\tPelatihan kader desa\t10.000.000\n"
            "Aman\tJumlah peserta pelatihan kader desa\t4 dokumen\tPemantauan wilayah perbatasan\t20.000.000\n",
            "Pemantauan wilayah",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            column = next(
                (c for c in table.columns if re.search("indikator", c.title, re.IGNORECASE) and c.role is Role.LABEL),
                None,
            )
            if column is None:
                continue
            groups: dict[str, list[Row]] = defaultdict(list)
            for row in table.rows:
                text = table.table.rows[row.index][column.index].text
                if row.kind is RowKind.PART and len(_letters(text)) >= 25 and _letters(row.label) != _letters(text):
                    groups[_letters(text)].append(row)
            for rows in groups.values():
                yield from self._copied(table, column.index, rows)

    def _copied(self, table: TypedTable, col: int, rows: list[Row]) -> Iterator[Problem]:
        if len(rows) != 2 or _letters(rows[0].label) == _letters(rows[1].label):
            return
        text = table.table.rows[rows[0].index][col].text
        spoken = [len(set(_words(text)) & set(_words(row.label)) - _COMMON) for row in rows]
        for odd, own in ((0, 1), (1, 0)):
            if spoken[odd] == 0 and spoken[own] >= 2:
                spot = Spot(table.block, rows[odd].index, col, 0, len(table.table.rows[rows[odd].index][col].text))
                yield Problem(
                    spot,
                    stated=re.sub(r"\s+", " ", text).strip(),
                    expected=rows[own].label,
                    evidence=(Spot(table.block, rows[own].index, col, 0, len(text)),),
                    content=(_letters(text),),
                )


_COMMON = frozenset(
    "jumlah persentase kegiatan program peserta dokumen laporan tingkat kabupaten kota daerah dalam yang dengan "
    "pembinaan peningkatan pelaksanaan penyediaan".split()
)


class DuplicateItem(Check):
    """Two items of a list are the same."""

    code = "DUP003"
    name = "duplicate-item"
    title = Words("Butir yang sama dalam satu daftar", "The same item twice in a list")
    reason = _REASON
    docs = Words(
        "Dua butir bernama sama dalam satu daftar (misalnya Program B dan C). Yang kedua umumnya tersalin dan "
        "menutupi butir yang seharusnya.",
        "Two items of one name in a list (such as programs B and C). The second is commonly a copy that hides the "
        "right one.",
    )
    messages = {
        "found": Words(
            "Butir {number} “{stated}” sama dengan butir {other}.",
            "Item {number} “{stated}” is the same as item {other}.",
        ),
    }
    good = (
        Example(
            "Program dinas terdiri dari:\nA. Program Pelayanan Administrasi\nB. Program Peningkatan Sarana\nC. "
            "Program Peningkatan Kapasitas\n"
        ),
    )
    bad = (
        Example(
            "Program dinas terdiri dari:\nA. Program Pelayanan Administrasi\nB. Program Peningkatan Sarana\nC. "
            "Program Peningkatan Sarana\n",
            "Program Peningkatan Sarana",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for found in report.lists:
            seen: dict[str, tuple[int, str]] = {}
            for item in found.items:
                name = _letters(item.text)
                if len(name) < 15:
                    continue
                if name in seen:
                    block, number = seen[name]
                    yield Problem(
                        _whole(report, item.block),
                        stated=item.text,
                        params=(("number", item.number or "-"), ("other", number or "-")),
                        evidence=(_whole(report, block),),
                        content=(name,),
                    )
                else:
                    seen[name] = (item.block, item.number)


def _whole(report: Report, block: int) -> Spot:
    held = report.document.blocks[block]
    return Spot(block, start=0, end=len(getattr(held, "text", "")))


class DuplicateParagraph(Check):
    """A paragraph is printed twice."""

    code = "DUP004"
    name = "duplicate-paragraph"
    severity = Severity.WARNING
    title = Words("Paragraf tercetak dua kali", "A paragraph is printed twice")
    reason = _REASON
    docs = Words(
        "Dua paragraf panjang yang sama, atau hanya berbeda angkanya dan berdiri berdekatan. Kalimat pengantar "
        "pendek yang berulang persis di tempat lain hanya info; rumusan baku yang "
        "muncul tiga kali atau lebih, butir daftar dan judul dibiarkan.",
        "Two long paragraphs that are alike, or differ in figures only and stand close together. A short lead-in "
        "that recurs word for word elsewhere is only an info; "
        "formulas that occur three times or more, list items and headings are left alone.",
    )
    messages = {
        "found": Words("Paragraf ini tercetak dua kali: “{stated}”.", "This paragraph is printed twice: “{stated}”."),
        "figures": Words(
            "Paragraf ini tercetak dua kali, hanya angkanya berbeda: “{stated}”.",
            "This paragraph is printed twice, only its figures differ: “{stated}”.",
        ),
    }
    good = (
        Example(
            "Pengukuran kinerja dilakukan dengan membandingkan target dan realisasi setiap indikator pada setiap "
            "sasaran strategis.\n\nHasilnya disajikan di bawah ini.\n"
        ),
    )
    bad = (
        Example(
            "Pengukuran pencapaian sasaran dituangkan dalam formulir kinerja tahun 2023 dan alat ukur "
            "keberhasilannya adalah indikator kinerja utama.\n\n"
            "Pengukuran pencapaian sasaran dituangkan dalam formulir kinerja tahun 2024 dan alat ukur "
            "keberhasilannya adalah indikator kinerja utama.\n",
            "Pengukuran pencapaian sasaran",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        aside = {h.block for h in report.outline} | {c.block for c in report.captions} | set(report.contents)
        aside |= {item.block for found in report.lists for item in found.items}
        exact: dict[str, list[int]] = defaultdict(list)
        loose: dict[str, list[int]] = defaultdict(list)
        for block, paragraph in report.paragraphs():
            if block in aside or paragraph.role != "body":
                continue
            name = _letters(paragraph.text)
            if len(name) >= 60 and _WHOLE.search(paragraph.text.strip()):
                exact[name].append(block)
                loose[re.sub(r"\d+", "#", name)].append(block)
        for name, blocks in exact.items():
            if len(blocks) == 2:
                long = len(name) >= 160
                yield self._problem(report, "found", blocks, Severity.WARNING if long else Severity.INFO)
        for name, blocks in loose.items():
            near = len(blocks) == 2 and len(name) >= 90 and blocks[1] - blocks[0] <= 4
            if near and _letters(_text(report, blocks[0])) != _letters(_text(report, blocks[1])):
                yield self._problem(report, "figures", blocks, Severity.WARNING)

    def _problem(self, report: Report, message: str, blocks: list[int], severity: Severity) -> Problem:
        text = _text(report, blocks[1])
        shown = re.sub(r"\s+", " ", text).strip()
        return Problem(
            _whole(report, blocks[1]),
            message,
            stated=shown if len(shown) <= 90 else shown[:89].rsplit(" ", 1)[0] + "…",
            quote=shown,
            evidence=(_whole(report, blocks[0]),),
            severity=severity,
            content=(_letters(text)[:120],),
        )


_WHOLE = re.compile(
    r"^(?!(?:misi|tujuan|sasaran|program|kegiatan|indikator|tabel)\b[^:]{0,30}:)[\"“'(]?(?-i:[A-Z]).*[.:;!?][\"”')]*$",
    re.DOTALL | re.IGNORECASE,
)
"""A whole paragraph: a line cut out of one begins or ends in the middle of a sentence."""


def _text(report: Report, block: int) -> str:
    return str(getattr(report.document.blocks[block], "text", ""))


class RepeatedPhrase(Check):
    """A phrase stands twice in a row."""

    code = "DUP005"
    name = "repeated-phrase"
    severity = Severity.INFO
    title = Words("Frasa yang sama dua kali berturut-turut", "A phrase twice in a row")
    reason = _REASON
    docs = Words(
        "Frasa tiga kata atau lebih yang langsung diulang, setelah koma, titik koma, titik atau tanpa tanda baca; spasi yang "
        "hilang dan salah ketik kecil pada ulangannya tidak membuatnya frasa lain.",
        "A phrase of three words or more that is repeated right away, after a comma, semicolon, full stop or no mark at all; "
        "a lost blank and small slips in the repetition do not make it another phrase.",
    )
    messages = {
        "found": Words("“{stated}” tertulis dua kali berturut-turut.", "“{stated}” is written twice in a row."),
    }
    good = (
        Example(
            "Bidang ini membina ketahanan pangan, ketahanan energi, ketahanan air, dan usaha bersama masyarakat desa.\n"
        ),
    )
    bad = (
        Example(
            "Bidang ini membina ketahanan sumber dayaalam, ketahanan sumber daya alam, dan investasi.\n",
            "sumber daya alam",
        ),
        Example(
            "Kinerja diukur melalui pengukuran kinerja melalui pengkuran kinerja setiap tahun.\n",
            "melalui pengkuran kinerja",
        ),
        Example(
            "Bidang ini membina ketahanan sumber daya alam, ketahanan sumber daya alam, perdagangan dan investasi.\n",
            "ketahanan sumber daya alam",
        ),
        Example(
            "Untuk mengukur kinerja digunakan indikator.Untuk mengukur kinerja digunakan indikator, yang disebut "
            "ukuran kinerja.\n",
            "Untuk mengukur kinerja",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for block, paragraph in report.paragraphs():
            if block in report.contents:
                continue
            for start, end in _repeated(paragraph.text):
                shown = re.sub(r"\s+", " ", paragraph.text[start:end]).strip(" ,;.")
                yield Problem(Spot(block, start=start, end=end), stated=shown, content=(_letters(shown),))


_TWICE = re.compile(
    r"(?<![\w])(?P<phrase>[A-Za-z][^,;.\n]{14,160}?)\s*[,;.]\s*(?P<again>(?P=phrase))(?![\w])", re.IGNORECASE
)
_LONGEST = 12


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    """Where phrases stand that repeat what is right before them."""
    told: list[tuple[int, int]] = []
    for match in _TWICE.finditer(text):
        if len(match["phrase"].split()) >= 3:
            told.append(match.span("again"))
    told += _items_twice(text)
    told += _words_twice(text)
    covered = bytearray(len(text))
    for start, end in told:
        if covered.find(1, start, end) < 0:
            yield start, end
        covered[start:end] = b"\x01" * (end - start)


def _items_twice(text: str) -> Iterator[tuple[int, int]]:
    """Neighbours in an enumeration that differ in their blanks only."""
    parts = list(re.finditer(r"[^,;.\n]+", text))
    for first, second in zip(parts, parts[1:], strict=False):
        one, two = (re.sub(r"[^a-z]", "", p.group().lower()) for p in (first, second))
        shorter = min(len(first.group().split()), len(second.group().split()))
        tail = one.endswith(two) and len(two) >= 18
        if tail and shorter >= 3 and first.group().strip().lower() != second.group().strip().lower():
            lead = len(second.group()) - len(second.group().lstrip())
            yield second.start() + lead, second.end()


def _words_twice(text: str) -> Iterator[tuple[int, int]]:
    """Three words or more that stand twice in a row without a mark between, slips of a letter or two allowed."""
    words = list(re.finditer(r"[A-Za-z]+", text))
    lower = [w.group().lower() for w in words]
    last: dict[str, int] = {}
    done = 0
    seen = [0] * (_LONGEST + 1)
    """By the distance of the repetition: before which word it was looked at as far as it goes."""
    for i, word in enumerate(lower):
        j = last.get(word, -1)
        last[word] = i
        size = i - j
        if j < done or not 3 <= size <= _LONGEST or i < seen[size]:
            continue
        start, end = j, i
        while start > done and same_word(lower[start - 1], lower[start - 1 + size]):
            start -= 1
        while end + 1 < len(words) and same_word(lower[end + 1 - size], lower[end + 1]):
            end += 1
        seen[size] = end + 1
        if end - start + 1 < 2 * size or len(set(lower[start : start + size])) < size:
            continue
        start = end + 1 - 2 * size
        first, again = words[start], words[start + size]
        if (
            re.search(r"[^\w\s]", text[first.start() : words[end].end()])
            or sum(map(len, lower[start : start + size])) < 12
        ):
            continue
        if again.group()[0].isupper():  # a heading run into its sentence
            continue
        yield again.start(), words[end].end()
        done = end + 1


class DoubledWord(Check):
    """A function word stands twice."""

    code = "DUP006"
    name = "doubled-word"
    severity = Severity.INFO
    title = Words("Kata tertulis dua kali", "A word written twice")
    reason = Words(
        "Kata sambung atau kata depan yang tertulis dua kali adalah salah ketik; naskah resmi diperiksa ejaannya.",
        "A conjunction or preposition written twice is a slip; the spelling of an official text is checked.",
    )
    docs = Words(
        "Kata sambung dan kata depan (dan, di, ke, dari, yang, untuk, dengan, pada …) serta kata kerja me-…-kan yang "
        "tertulis dua kali berturut-turut dalam kalimat. Kata ulang (rata-rata, masing-masing, undang-undang), juga yang "
        "ditulis tanpa tanda hubung, dibiarkan; sel tabel tidak diperiksa. Kata lain (“Sumber Sumber Daya Aparatur”) hanya "
        "bila kata-kata di kiri dan kanannya di tempat lain mengapit kata itu satu kali.",
        "Conjunctions and prepositions (dan, di, ke, dari, yang, untuk, dengan, pada …) and verbs in me-…-kan that stand "
        "twice in a row in a sentence. Reduplication (rata-rata, masing-masing, undang-undang), also without its hyphen, "
        "is left alone; cells of tables are not examined. Other words (“Sumber Sumber Daya Aparatur”) only where the words "
        "left and right of them stand elsewhere around the word written once.",
    )
    messages = {"found": Words("Kata “{stated}” tertulis dua kali.", "The word “{stated}” is written twice.")}
    good = (
        Example(
            "Rata rata capaian masing masing bidang, undang undang, hak hak dan tiap tiap oleh oleh dibahas dalam dalam.\n"
        ),
        Example(
            "Dinas menjaga hak hak warga.\n\nProgram Peningkatan Kapasitas Sumber Daya Aparatur memuat rata rata nilai.\n"
        ),
        Example("Dinas hadir di DI Yogyakarta dan Dan Sektor, melaksanakan-melaksanakan, dan, dan seterusnya.\n"),
    )
    bad = (
        Example("Tantangan ke depan adalah kualitas persidangan dan dan fasilitasi aspirasi masyarakat.\n", "dan dan"),
        Example("Dinas melaksanakan melaksanakan pembinaan pedagang pasar sepanjang tahun.\n", "melaksanakan"),
        Example(
            "Program Peningkatan Kapasitas Sumber Daya Aparatur berjalan.\n\n1. Program Peningkatan Kapasitas Sumber Sumber Daya "
            "Aparatur\n",
            "Sumber Sumber",
        ),
        Example("Rapat diadakan di di aula dinas pada setiap awal bulan.\n", "di di"),
    )
    _TWICE = re.compile(
        r"(?<![\w\-.,/])(?P<word>(?:[Dd]an|[Dd]i|[Kk]e|[Dd]ari|[Yy]ang|[Uu]ntuk|[Dd]engan|[Pp]ada|[Aa]tau|[Ss]erta|[Bb]ahwa|"
        r"[Kk]epada|[Ss]ebagai|[Aa]dalah|[Tt]erhadap|[Tt]entang|[Kk]arena|[Ss]ehingga|[Mm]e[a-z]{3,}kan))"
        r"[ \n]{1,2}(?P<again>[a-z]+)(?![\w\-/])"
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for block, paragraph in report.paragraphs():
            if block in report.contents or len(re.findall(r"[A-Za-z]{2,}", paragraph.text)) < 6:
                continue
            for match in self._TWICE.finditer(paragraph.text):
                if match["word"].lower() == match["again"]:
                    shown = f"{match['word']} {match['again']}"
                    spot = Spot(block, start=match.start(), end=match.end())
                    yield Problem(spot, stated=shown, content=(shown.lower(),))
        yield from self._names(report)

    def _names(self, report: Report) -> Iterator[Problem]:
        """Words doubled where the same phrase elsewhere has them once."""
        doubled: list[tuple[Spot, str, tuple[str, str, str]]] = []
        for whole, text in report.texts:
            for match in self._DOUBLED.finditer(text):
                if match["word"].lower() == match["again"].lower():
                    spot = Spot(whole.block, whole.row, whole.col, match.start("word"), match.end("again"))
                    around = (match["before"].lower(), match["word"].lower(), match["after"].lower())
                    doubled.append((spot, f"{match['word']} {match['again']}", around))
        if not doubled:
            return
        said = " ".join(re.sub(r"[^a-z-]+", " ", text.lower()) for _, text in report.texts)
        words = said.split(" ")
        asked = {around for _, _, around in doubled}
        once = {phrase for phrase in zip(words, words[1:], words[2:], strict=False) if phrase in asked}
        for spot, shown, around in doubled:
            if around in once and f"{around[1]}-{around[1]}" not in said:
                yield Problem(spot, stated=shown, content=(shown.lower(),))

    _DOUBLED = re.compile(
        r"(?<![A-Za-z])(?P<before>[A-Za-z]{4,}+)\s(?P<word>[A-Za-z]{4,}+)\s"
        r"(?=(?P<again>[A-Za-z]{4,}+)\s(?P<after>[A-Za-z]{3,}))"
    )
