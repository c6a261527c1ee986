"""The figures of the sample: everything that the report states is computed from these, so that its clean form is right.

Kabupaten Wanajaya, its kecamatan and its people do not exist. Codes and names of programs follow the nomenclature of
Permendagri 90/2019 for agriculture (urusan 3.27).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from reviewer.samples.nouns import mean, percent

REGION = "Kabupaten Wanajaya"
INSTITUTION = "Dinas Pertanian"
YEAR = 2025
PERIOD = (2025, 2029)


@dataclass(frozen=True, slots=True)
class Sub:
    code: str
    name: str
    budget: int
    spent: int


@dataclass(frozen=True, slots=True)
class Activity:
    code: str
    name: str
    parts: tuple[Sub, ...]

    @property
    def budget(self) -> int:
        return sum(p.budget for p in self.parts)

    @property
    def spent(self) -> int:
        return sum(p.spent for p in self.parts)


@dataclass(frozen=True, slots=True)
class Program:
    code: str
    name: str
    parts: tuple[Activity, ...]
    goal: int
    """The sasaran it serves, from 0."""

    @property
    def budget(self) -> int:
        return sum(p.budget for p in self.parts)

    @property
    def spent(self) -> int:
        return sum(p.spent for p in self.parts)


@dataclass(frozen=True, slots=True)
class Indicator:
    name: str
    unit: str
    target: Decimal
    reached: Decimal
    before: Decimal
    """Realisasi of the year before."""
    targets: tuple[Decimal, ...]
    """Of the years after this one, to the end of the plan."""
    places: int = 2
    direction: Literal["naik", "turun"] = "naik"

    @property
    def achievement(self) -> Decimal:
        if self.direction == "turun":
            return percent(2 * self.target - self.reached, self.target)
        return percent(self.reached, self.target)

    @property
    def growth(self) -> Decimal:
        return percent(self.reached - self.before, self.before)

    @property
    def progress(self) -> Decimal:
        last = self.targets[-1]
        return percent(2 * last - self.reached, last) if self.direction == "turun" else percent(self.reached, last)


@dataclass(frozen=True, slots=True)
class Goal:
    name: str
    indicators: tuple[Indicator, ...]

    @property
    def achievement(self) -> Decimal:
        return mean([i.achievement for i in self.indicators])


def _d(*values: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(v) for v in values)


RICE: tuple[tuple[str, int, int], ...] = (
    ("Tirtawana", 6_184, 35_842),
    ("Sukaraksa", 5_427, 30_918),
    ("Karangwulan", 7_213, 41_706),
    ("Margaloka", 4_866, 27_351),
    ("Cendanasari", 5_038, 28_644),
    ("Bantarwidya", 3_421, 19_285),
)
"""Kecamatan, luas panen (ha), produksi (ton)."""
RICE_AREA = sum(area for _, area, _ in RICE)
RICE_TONS = sum(tons for _, _, tons in RICE)

GOALS = (
    Goal(
        "Meningkatnya produksi dan produktivitas pertanian",
        (
            Indicator(
                "Produktivitas padi",
                "ku/ha",
                Decimal("56.40"),
                Decimal("57.15"),
                Decimal("56.02"),
                _d("57.30", "57.90", "58.40", "59.00"),
            ),
            Indicator(
                "Produksi padi",
                "ton",
                Decimal(185_000),
                Decimal(RICE_TONS),
                Decimal(179_640),
                _d("187500", "190000", "192500", "195000"),
                0,
            ),
            Indicator(
                "Produksi daging",
                "ton",
                Decimal(4_250),
                Decimal(4_318),
                Decimal(4_162),
                _d("4330", "4410", "4490", "4580"),
                0,
            ),
        ),
    ),
    Goal(
        "Meningkatnya kapasitas dan kesejahteraan petani",
        (
            Indicator(
                "Nilai Tukar Petani",
                "indeks",
                Decimal("104.50"),
                Decimal("105.86"),
                Decimal("103.97"),
                _d("105.00", "105.60", "106.20", "107.00"),
            ),
            Indicator(
                "Persentase kelompok tani yang naik kelas",
                "%",
                Decimal("12.00"),
                Decimal("11.40"),
                Decimal("10.85"),
                _d("13.00", "14.00", "15.00", "16.00"),
            ),
        ),
    ),
    Goal(
        "Terkendalinya penyakit hewan dan gangguan usaha tani",
        (
            Indicator(
                "Jumlah kasus penyakit hewan menular strategis",
                "kasus",
                Decimal(150),
                Decimal(138),
                Decimal(163),
                _d("140", "130", "120", "110"),
                0,
                "turun",
            ),
        ),
    ),
    Goal(
        "Meningkatnya akuntabilitas kinerja dan kualitas pelayanan dinas",
        (
            Indicator(
                "Nilai AKIP dinas",
                "nilai",
                Decimal("72.00"),
                Decimal("73.15"),
                Decimal("71.08"),
                _d("73.50", "75.00", "76.50", "78.00"),
            ),
            Indicator(
                "Indeks Kepuasan Masyarakat",
                "indeks",
                Decimal("84.00"),
                Decimal("85.20"),
                Decimal("83.64"),
                _d("85.00", "86.00", "87.00", "88.00"),
            ),
        ),
    ),
)
INDICATORS = tuple(i for goal in GOALS for i in goal.indicators)
ACHIEVEMENT = mean([i.achievement for i in INDICATORS])

PROGRAMS = (
    Program(
        "3.27.01",
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        (
            Activity(
                "3.27.01.2.01",
                "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
                (
                    Sub("3.27.01.2.01.0001", "Penyusunan Dokumen Perencanaan Perangkat Daerah", 42_500_000, 41_875_000),
                    Sub("3.27.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah", 28_750_000, 28_104_500),
                ),
            ),
            Activity(
                "3.27.01.2.02",
                "Administrasi Keuangan Perangkat Daerah",
                (
                    Sub("3.27.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN", 7_845_620_000, 7_702_318_455),
                    Sub(
                        "3.27.01.2.02.0007",
                        "Koordinasi dan Penyusunan Laporan Keuangan Bulanan",
                        18_300_000,
                        17_946_000,
                    ),
                ),
            ),
            Activity(
                "3.27.01.2.06",
                "Administrasi Umum Perangkat Daerah",
                (
                    Sub("3.27.01.2.06.0002", "Penyediaan Peralatan dan Perlengkapan Kantor", 96_400_000, 95_212_500),
                    Sub(
                        "3.27.01.2.06.0009", "Penyelenggaraan Rapat Koordinasi dan Konsultasi", 148_900_000, 147_336_200
                    ),
                ),
            ),
            Activity(
                "3.27.01.2.08",
                "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
                (
                    Sub(
                        "3.27.01.2.08.0002",
                        "Penyediaan Jasa Komunikasi, Sumber Daya Air, dan Listrik",
                        132_000_000,
                        118_764_320,
                    ),
                    Sub("3.27.01.2.08.0004", "Penyediaan Jasa Pelayanan Umum Kantor", 216_000_000, 214_500_000),
                ),
            ),
        ),
        3,
    ),
    Program(
        "3.27.02",
        "Program Penyediaan dan Pengembangan Sarana Pertanian",
        (
            Activity(
                "3.27.02.2.01",
                "Pengawasan Penggunaan Sarana Pertanian",
                (
                    Sub(
                        "3.27.02.2.01.0001",
                        "Pengawasan Penggunaan Sarana Pendukung Pertanian",
                        164_300_000,
                        160_918_750,
                    ),
                    Sub(
                        "3.27.02.2.01.0002",
                        "Pendampingan Penggunaan Sarana Pendukung Pertanian",
                        138_650_000,
                        136_207_300,
                    ),
                ),
            ),
            Activity(
                "3.27.02.2.02",
                "Pengelolaan Sumber Daya Genetik Hewan dan Tumbuhan",
                (
                    Sub(
                        "3.27.02.2.02.0001",
                        "Penjaminan Kemurnian dan Kelestarian Sumber Daya Genetik",
                        210_000_000,
                        203_447_800,
                    ),
                ),
            ),
            Activity(
                "3.27.02.2.05",
                "Penyediaan Benih dan Bibit Ternak serta Hijauan Pakan Ternak",
                (
                    Sub("3.27.02.2.05.0001", "Pengadaan Benih dan Bibit Ternak", 687_400_000, 672_915_000),
                    Sub("3.27.02.2.05.0003", "Pengembangan Lahan Hijauan Pakan Ternak", 154_200_000, 151_386_400),
                ),
            ),
        ),
        0,
    ),
    Program(
        "3.27.03",
        "Program Penyediaan dan Pengembangan Prasarana Pertanian",
        (
            Activity(
                "3.27.03.2.01",
                "Pengembangan Prasarana Pertanian",
                (
                    Sub(
                        "3.27.03.2.01.0002",
                        "Penyusunan Peta Lahan Pertanian Pangan Berkelanjutan",
                        245_600_000,
                        238_971_250,
                    ),
                ),
            ),
            Activity(
                "3.27.03.2.02",
                "Pembangunan Prasarana Pertanian",
                (
                    Sub(
                        "3.27.03.2.02.0001",
                        "Pembangunan dan Rehabilitasi Jaringan Irigasi Usaha Tani",
                        2_435_000_000,
                        2_398_711_400,
                    ),
                    Sub(
                        "3.27.03.2.02.0004",
                        "Pembangunan dan Rehabilitasi Jalan Usaha Tani",
                        1_876_500_000,
                        1_851_223_000,
                    ),
                    Sub("3.27.03.2.02.0006", "Pembangunan Embung Pertanian", 925_000_000, 917_803_500),
                ),
            ),
        ),
        0,
    ),
    Program(
        "3.27.04",
        "Program Pengendalian Kesehatan Hewan dan Kesehatan Masyarakat Veteriner",
        (
            Activity(
                "3.27.04.2.01",
                "Penjaminan Kesehatan Hewan dan Penutupan Wilayah Penyakit Hewan Menular",
                (
                    Sub(
                        "3.27.04.2.01.0001",
                        "Pengendalian dan Penanggulangan Penyakit Hewan Menular",
                        318_750_000,
                        312_604_900,
                    ),
                    Sub(
                        "3.27.04.2.01.0003",
                        "Pembebasan Penyakit Hewan Menular dalam Satu Wilayah",
                        127_300_000,
                        121_845_600,
                    ),
                ),
            ),
            Activity(
                "3.27.04.2.03",
                "Pengelolaan Pelayanan Jasa Laboratorium dan Jasa Medik Veteriner",
                (Sub("3.27.04.2.03.0001", "Penyediaan Pelayanan Jasa Medik Veteriner", 173_850_000, 170_092_750),),
            ),
        ),
        2,
    ),
    Program(
        "3.27.05",
        "Program Pengendalian dan Penanggulangan Bencana Pertanian",
        (
            Activity(
                "3.27.05.2.01",
                "Pengendalian dan Penanggulangan Bencana Pertanian",
                (
                    Sub("3.27.05.2.01.0001", "Pengendalian Organisme Pengganggu Tumbuhan", 186_900_000, 182_357_800),
                    Sub("3.27.05.2.01.0002", "Penanganan Dampak Perubahan Iklim", 94_650_000, 89_216_350),
                ),
            ),
        ),
        2,
    ),
    Program(
        "3.27.06",
        "Program Perizinan Usaha Pertanian",
        (
            Activity(
                "3.27.06.2.01",
                "Penerbitan Izin Usaha Pertanian dalam Daerah Kabupaten",
                (
                    Sub(
                        "3.27.06.2.01.0001",
                        "Penilaian Kelayakan dan Pertimbangan Teknis Izin Usaha",
                        58_400_000,
                        54_127_500,
                    ),
                ),
            ),
        ),
        1,
    ),
    Program(
        "3.27.07",
        "Program Penyuluhan Pertanian",
        (
            Activity(
                "3.27.07.2.01",
                "Pelaksanaan Penyuluhan Pertanian",
                (
                    Sub(
                        "3.27.07.2.01.0001",
                        "Peningkatan Kapasitas Kelembagaan Penyuluhan di Kecamatan",
                        276_400_000,
                        269_735_100,
                    ),
                    Sub(
                        "3.27.07.2.01.0002",
                        "Pengembangan Kapasitas Kelembagaan Petani di Kecamatan",
                        341_250_000,
                        334_608_950,
                    ),
                    Sub("3.27.07.2.01.0004", "Penyediaan Sarana dan Prasarana Penyuluhan", 129_700_000, 127_064_200),
                ),
            ),
        ),
        1,
    ),
)
ACTIVITIES = sum(len(p.parts) for p in PROGRAMS)
SUBS = sum(len(a.parts) for p in PROGRAMS for a in p.parts)
BUDGET = sum(p.budget for p in PROGRAMS)
SPENT = sum(p.spent for p in PROGRAMS)

RANKS: tuple[tuple[str, int, int], ...] = (
    ("Golongan IV", 8, 5),
    ("Golongan III", 34, 27),
    ("Golongan II", 13, 6),
    ("Golongan I", 2, 0),
    ("PPPK", 17, 16),
)
"""Golongan, laki-laki, perempuan."""
SCHOOLING: tuple[tuple[str, int], ...] = (
    ("Magister (S2)", 14),
    ("Sarjana (S1/D4)", 73),
    ("Diploma III", 17),
    ("SLTA/sederajat", 22),
    ("SLTP/sederajat", 2),
)
STAFF = sum(men + women for _, men, women in RANKS)
assert sum(count for _, count in SCHOOLING) == STAFF
