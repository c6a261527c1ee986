"""The mistakes planted in the samples: what is changed in the clean report, and which check must find it."""

# ruff: noqa: E501 (sentences of the report)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewer.samples.nouns import Block, Grid, Heading, Para


@dataclass(frozen=True, slots=True)
class Mistake:
    """One planted mistake of the report. Exactly one of `name` (a paragraph or heading) and `grid` says where."""

    code: str
    what: str
    """For the reader of the list, in Indonesian."""
    old: str
    new: str
    """What the draft says instead; "" where the row or paragraph is pasted a second time."""
    name: str = ""
    grid: str = ""
    row: str = ""
    """Text of one of the row's cells."""
    column: int = -1

    @property
    def pasted(self) -> bool:
        return not self.new


REPORT: tuple[Mistake, ...] = (
    Mistake(
        "YRS001",
        "Tahun laporan yang lalu tertinggal dalam kata pengantar.",
        "Wanajaya Tahun 2025",
        "Wanajaya Tahun 2024",
        name="pengantar",
    ),
    Mistake(
        "TRB001",
        "Terbilang anggaran bukan Rp17.072.320.000,00: tiga ratus dua puluh ribu, bukan dua ratus tiga puluh ribu.",
        "tiga ratus dua puluh ribu",
        "dua ratus tiga puluh ribu",
        name="ikhtisar-anggaran",
    ),
    Mistake(
        "CNT004",
        "Disebut lima belas kegiatan, padahal Tabel 3.6 memuat empat belas.",
        "14 (empat belas) kegiatan",
        "15 (lima belas) kegiatan",
        name="ikhtisar-anggaran",
    ),
    Mistake(
        "CNT003",
        "Angka 128 ditulis dengan kata yang lain.",
        "(seratus dua puluh delapan)",
        "(seratus delapan belas)",
        name="pegawai",
    ),
    Mistake(
        "TOT003",
        "Laki-laki dan perempuan golongan III berjumlah 61; dua angka tertukar.",
        "61",
        "16",
        grid="1.1",
        row="Golongan III",
        column=4,
    ),
    Mistake(
        "TOT001",
        "Pegawai perempuan berjumlah 5 + 27 + 6 + 0 + 16 = 54.",
        "54",
        "45",
        grid="1.1",
        row="Jumlah",
        column=3,
    ),
    Mistake("PCT002", "14 orang dari 128 adalah 10,94%.", "10,94", "19,04", grid="1.2", row="Magister (S2)", column=3),
    Mistake(
        "CNT002",
        "Disebut lima isu strategis, tetapi yang diuraikan hanya empat.",
        "4 (empat) isu",
        "5 (lima) isu",
        name="isu",
    ),
    Mistake(
        "YRS002",
        "Periode RPJMD yang sudah lewat tertinggal.",
        "Kabupaten Wanajaya Tahun 2025-2029",
        "Kabupaten Wanajaya Tahun 2019-2024",
        name="renstra",
    ),
    Mistake(
        "YRS001",
        "Judul tabel masih menyebut tahun yang lalu.",
        "Kinerja Tahun 2025",
        "Kinerja Tahun 2024",
        name="judul-2.2",
    ),
    Mistake(
        "CNT002",
        "Disebut delapan program, padahal yang tercantum hanya tujuh.",
        "7 (tujuh) program",
        "8 (delapan) program",
        name="program",
    ),
    Mistake(
        "TOT001",
        "Jumlah tidak memuat Program Pengendalian dan Penanggulangan Bencana Pertanian (281.550.000).",
        "17.072.320.000",
        "16.790.770.000",
        grid="2.3",
        row="Jumlah",
        column=2,
    ),
    Mistake(
        "PCT001",
        "Capaian disalin dari baris di bawahnya; 183.746 dari 185.000 adalah 99,32%.",
        "99,32",
        "101,60",
        grid="3.2",
        row="Produksi padi",
        column=6,
    ),
    Mistake(
        "NUM001",
        "Tanda koma tertulis dua titik.",
        "95,00",
        "95..00",
        grid="3.2",
        row="Persentase kelompok tani yang naik kelas",
        column=6,
    ),
    Mistake(
        "TOT001",
        "Dua angka tertukar dalam jumlah luas panen (32.149).",
        "32.149",
        "32.419",
        grid="3.3",
        row="Jumlah",
        column=2,
    ),
    Mistake("DUP004", "Paragraf tertempel dua kali.", "", "", name="daging"),
    Mistake(
        "NUM004",
        "Huruf O tertulis di tempat angka nol.",
        "107,00",
        "1O7,00",
        grid="3.5",
        row="Nilai Tukar Petani",
        column=3,
    ),
    Mistake(
        "YRS001", "Judul subbab masih menyebut tahun yang lalu.", "Tahun 2025", "Tahun 2024", name="judul-anggaran"
    ),
    Mistake(
        "NUM001",
        "Kelompok ribuan terakhir kehilangan satu angka.",
        "160.918.750",
        "160.918.75",
        grid="3.6",
        row="3.27.02.2.01.0001",
        column=3,
    ),
    Mistake(
        "TOT002",
        "Dua angka tertukar (2.435.000.000), sehingga kegiatannya tidak sama dengan rincian.",
        "2.435.000.000",
        "2.345.000.000",
        grid="3.6",
        row="3.27.03.2.02.0001",
        column=2,
    ),
    Mistake(
        "PCT001",
        "Persentase disalin dari baris di atasnya (seharusnya 98,65).",
        "98,65",
        "98,51",
        grid="3.6",
        row="3.27.03.2.02.0004",
        column=5,
    ),
    Mistake(
        "TOT004",
        "Sisa bukan anggaran dikurangi realisasi (5.433.650); dua angka tertukar.",
        "5.433.650",
        "5.343.650",
        grid="3.6",
        row="3.27.05.2.01.0002",
        column=4,
    ),
    Mistake("DUP001", "Sub kegiatan tercantum dua kali.", "", "", grid="3.6", row="3.27.07.2.01.0002"),
    Mistake(
        "PCT003", "Persentase bukan hasil bagi kedua nilai rupiahnya (98,17%).", "98,17%", "97,18%", name="penutup"
    ),
)


def planted(blocks: Sequence[Block], mistakes: Sequence[Mistake]) -> tuple[Block, ...]:
    """The report with its mistakes. Each must fit exactly one place."""
    for mistake in mistakes:
        blocks = _in_grid(blocks, mistake) if mistake.grid else _in_prose(blocks, mistake)
    return tuple(blocks)


def _in_prose(blocks: Sequence[Block], mistake: Mistake) -> list[Block]:
    out: list[Block] = []
    for block in blocks:
        if not isinstance(block, (Para, Heading)) or block.name != mistake.name:
            out.append(block)
        elif mistake.pasted:
            out += [block, replace(block, name=f"{block.name}-lagi")]
        else:
            if block.text.count(mistake.old) != 1:
                raise ValueError(
                    f"{mistake.name}: {mistake.old!r} stands {block.text.count(mistake.old)} times in {block.text!r}"
                )
            out.append(replace(block, text=block.text.replace(mistake.old, mistake.new)))
    if out == list(blocks):
        raise ValueError(f"no block is named {mistake.name!r}")
    return out


def _in_grid(blocks: Sequence[Block], mistake: Mistake) -> list[Block]:
    return [_changed(b, mistake) if isinstance(b, Grid) and b.name == mistake.grid else b for b in blocks]


def _changed(grid: Grid, mistake: Mistake) -> Grid:
    found = [n for n, row in enumerate(grid.rows) if mistake.row in row]
    if len(found) != 1:
        raise ValueError(f"Tabel {grid.name}: {mistake.row!r} stands in {len(found)} rows")
    number = found[0]
    row = grid.rows[number]
    if mistake.pasted:
        return replace(grid, rows=(*grid.rows[: number + 1], row, *grid.rows[number + 1 :]))
    if row[mistake.column] != mistake.old:
        raise ValueError(f"Tabel {grid.name}, {mistake.row}: {row[mistake.column]!r} is not {mistake.old!r}")
    changed = (*row[: mistake.column], mistake.new, *row[mistake.column + 1 :])
    return replace(grid, rows=(*grid.rows[:number], changed, *grid.rows[number + 1 :]))


@dataclass(frozen=True, slots=True)
class Slip:
    """One planted mistake of the report data: under the line that ends with `under`, the next that is `old` becomes `new`."""

    code: str
    what: str
    under: str
    old: str
    new: str
    """May be several lines; "" takes the line out, and the mistake then stands at `under`."""
    line: int = 0
    """Which line of `new` the finding stands on, from 0."""
    quote: str = ""
    """What the finding quotes."""


DATA: tuple[Slip, ...] = (
    Slip(
        "SCH004",
        "Periode renstra terbalik.",
        "tahun: 2025",
        "periode_renstra: 2025-2029",
        "periode_renstra: 2029-2025",
        quote="2029-2025",
    ),
    Slip(
        "PCT001",
        "Capaian disalin dari indikator di bawahnya (seharusnya 99,32).",
        "nama: Produksi padi",
        "capaian: 99,32",
        "capaian: 101,60",
        quote="101,60",
    ),
    Slip(
        "SCH001",
        "Kunci “realisasi” salah ketik, sehingga isinya tidak terbaca.",
        "nama: Nilai Tukar Petani",
        "realisasi: 105,86",
        "realiasi: 105,86",
        quote="realiasi",
    ),
    Slip(
        "NUM001",
        "Tanda koma tertulis dua titik.",
        "nama: Persentase kelompok tani yang naik kelas",
        "capaian: 95,00",
        "capaian: 95..00",
        quote="95..00",
    ),
    Slip(
        "SCH003",
        "Capaian ditulis dengan kata, bukan angka.",
        "nama: Jumlah kasus penyakit hewan menular strategis",
        "capaian: 108,00",
        "capaian: tercapai",
        quote="tercapai",
    ),
    Slip(
        "SCH004",
        "Polaritas hanya boleh “naik” atau “turun”.",
        "nama: Nilai AKIP dinas",
        "polaritas: naik",
        "polaritas: menaik",
        quote="menaik",
    ),
    Slip(
        "SCH002",
        "Indikator tidak punya target.",
        "nama: Indeks Kepuasan Masyarakat",
        "target: 84,00",
        "",
        quote="target",
    ),
    Slip(
        "NUM001",
        "Kelompok ribuan terakhir kehilangan satu angka.",
        "nama: Pengawasan Penggunaan Sarana Pendukung Pertanian",
        "realisasi: 160.918.750",
        "realisasi: 160.918.75",
        quote="160.918.75",
    ),
    Slip(
        "TOT002",
        "Dua angka tertukar, sehingga kegiatannya tidak sama dengan rincian.",
        "kode: 3.27.03.2.02.0001",
        "anggaran: 2.435.000.000",
        "anggaran: 2.345.000.000",
        quote="2.345.000.000",
    ),
    Slip(
        "PCT001",
        "Persentase disalin dari sub kegiatan di atasnya (seharusnya 98,65).",
        "kode: 3.27.03.2.02.0004",
        "persen: 98,65",
        "persen: 98,51",
        quote="98,51",
    ),
    Slip(
        "SCH005",
        "Anggaran ditulis dua kali; angka sebelum perubahan tertinggal di atas angka yang baru.",
        "kode: 3.27.06.2.01.0001",
        "anggaran: 58.400.000",
        "anggaran: 61.750.000\nanggaran: 58.400.000",
        quote="61.750.000",
    ),
    Slip(
        "DUP001",
        "Sub kegiatan tertulis dua kali.",
        "kode: 3.27.07.2.01.0002",
        "persen: 98,05",
        "persen: 98,05\n- kode: 3.27.07.2.01.0002\n  nama: Pengembangan Kapasitas Kelembagaan Petani di Kecamatan\n  anggaran: 341.250.000\n"
        "  realisasi: 334.608.950\n  persen: 98,05",
        line=2,
        quote="Pengembangan Kapasitas Kelembagaan Petani di Kecamatan",
    ),
    Slip(
        "TOT001",
        "Jumlah tidak memuat Program Pengendalian dan Penanggulangan Bencana Pertanian (281.550.000).",
        "jumlah:",
        "anggaran: 17.072.320.000",
        "anggaran: 16.790.770.000",
        quote="16.790.770.000",
    ),
    Slip(
        "TOT003",
        "Laki-laki dan perempuan golongan III berjumlah 61; dua angka tertukar.",
        "golongan:",
        "Golongan III: {laki_laki: 34, perempuan: 27, jumlah: 61}",
        "Golongan III: {laki_laki: 34, perempuan: 27, jumlah: 16}",
        quote="16",
    ),
    Slip(
        "TOT001",
        "Pegawai perempuan berjumlah 5 + 27 + 6 + 0 + 16 = 54.",
        "PPPK: {laki_laki: 17, perempuan: 16, jumlah: 33}",
        "jumlah: {laki_laki: 74, perempuan: 54, jumlah: 128}",
        "jumlah: {laki_laki: 74, perempuan: 45, jumlah: 128}",
        quote="45",
    ),
)


def slipped(text: str, slips: Sequence[Slip]) -> tuple[str, list[int]]:
    """The report data with its mistakes, and the line (from 1) that each stands on."""
    lines = text.splitlines()
    marks: list[str | None] = [None] * len(lines)
    for number, slip in enumerate(slips):
        under = _only(lines, slip.under)
        at = next(n for n in range(under + 1, len(lines)) if lines[n].strip() == slip.old)
        if not slip.new:
            del lines[at], marks[at]
            marks[under] = str(number)
            continue
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        # What begins a new item of the list stands two columns further left.
        new = [(indent[2:] if line.startswith(("- ", "  ")) else indent) + line for line in slip.new.split("\n")]
        lines[at : at + 1] = new
        marks[at : at + 1] = [str(number) if n == slip.line else None for n in range(len(new))]
    return "\n".join(lines) + "\n", [marks.index(str(number)) + 1 for number in range(len(slips))]


def _only(lines: Sequence[str], end: str) -> int:
    found = [n for n, line in enumerate(lines) if line.strip().removeprefix("- ") == end]
    if len(found) != 1:
        raise ValueError(f"{end!r} stands on {len(found)} lines")
    return found[0]
