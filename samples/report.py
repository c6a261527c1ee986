"""The sample report in its clean form: a Laporan Kinerja of a dinas in a kabupaten that does not exist."""

# ruff: noqa: E501 (sentences of the report)

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reviewer.samples.figures import (
    ACHIEVEMENT,
    ACTIVITIES,
    BUDGET,
    GOALS,
    INDICATORS,
    PROGRAMS,
    RANKS,
    RICE,
    RICE_AREA,
    RICE_TONS,
    SCHOOLING,
    SPENT,
    STAFF,
    SUBS,
    YEAR,
    Activity,
    Indicator,
    Program,
    Sub,
)
from reviewer.samples.nouns import (
    Block,
    Grid,
    Heading,
    PageBreak,
    Para,
    decimal,
    grouped,
    in_words,
    mean,
    percent,
    rupiah,
)

LAST = YEAR - 1


def counted(value: int) -> str:
    """8 (delapan)"""
    return f"{value} ({in_words(value)})"


def amount(indicator: Indicator, value: Decimal) -> str:
    return decimal(value, indicator.places)


def with_unit(indicator: Indicator, value: Decimal) -> str:
    written = amount(indicator, value)
    return (
        f"{written}%"
        if indicator.unit == "%"
        else written
        if indicator.unit in ("indeks", "nilai")
        else f"{written} {indicator.unit}"
    )


def blocks() -> tuple[Block, ...]:
    """The whole report."""
    return (
        *_cover(),
        *_foreword(),
        *_summary(),
        *_contents(),
        *_introduction(),
        *_planning(),
        *_performance(),
        *_spending(),
        *_closing(),
    )


def _cover() -> Iterator[Block]:
    for line in (
        "LAPORAN KINERJA INSTANSI PEMERINTAH",
        "(LKjIP)",
        "DINAS PERTANIAN",
        "KABUPATEN WANAJAYA",
        f"TAHUN {YEAR}",
        "PEMERINTAH KABUPATEN WANAJAYA",
        f"{YEAR + 1}",
    ):
        yield Para(line, "cover")
    yield PageBreak()


def _foreword() -> Iterator[Block]:
    yield Heading(1, "KATA PENGANTAR")
    yield Para(
        f"Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa karena penyusunan Laporan Kinerja Dinas Pertanian Kabupaten Wanajaya Tahun {YEAR} "
        "dapat diselesaikan. Laporan ini memuat apa yang dijanjikan dinas pada awal tahun, apa yang tercapai pada akhir tahun, dan "
        "berapa anggaran yang dipakai untuk mencapainya.",
        name="pengantar",
    )
    yield Para(
        "Laporan disusun berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah "
        "dan Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis "
        "Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah.",
    )
    yield Para(
        "Kami menyadari masih ada sasaran yang belum sepenuhnya tercapai. Masukan dari semua pihak akan kami pakai untuk memperbaiki "
        "perencanaan dan pelaksanaan kegiatan pada tahun berikutnya.",
    )
    yield Para(f"Wanajaya, 20 Februari {YEAR + 1}", "signature")
    yield Para("Kepala Dinas Pertanian Kabupaten Wanajaya", "signature")


def _summary() -> Iterator[Block]:
    reached = sum(1 for i in INDICATORS if i.achievement >= 100)
    short = len(INDICATORS) - reached
    yield Heading(1, "IKHTISAR EKSEKUTIF")
    yield Para(
        f"Pada tahun {YEAR} Dinas Pertanian Kabupaten Wanajaya memperjanjikan {counted(len(GOALS))} sasaran strategis dengan "
        f"{counted(len(INDICATORS))} indikator kinerja. Rata-rata capaian seluruh indikator adalah {decimal(ACHIEVEMENT)}%. "
        f"Sebanyak {counted(reached)} indikator mencapai atau melampaui target, dan {counted(short)} indikator belum mencapai target, "
        "yaitu produksi padi dan persentase kelompok tani yang naik kelas.",
        name="ikhtisar",
    )
    yield Para(
        f"Untuk mencapai sasaran tersebut dilaksanakan {counted(len(PROGRAMS))} program, {counted(ACTIVITIES)} kegiatan, dan "
        f"{counted(SUBS)} sub kegiatan dengan anggaran sebesar {rupiah(BUDGET)} ({in_words(BUDGET)} rupiah). Sampai dengan "
        f"31 Desember {YEAR} anggaran yang terealisasi sebesar {rupiah(SPENT)} atau {decimal(percent(SPENT, BUDGET))}%.",
        name="ikhtisar-anggaran",
    )
    yield Para("Capaian setiap sasaran strategis adalah sebagai berikut:")
    for number, goal in enumerate(GOALS, start=1):
        end = "." if number == len(GOALS) else ";"
        yield Para(
            f"{number}. {goal.name}, dengan rata-rata capaian {decimal(goal.achievement)}% dari {counted(len(goal.indicators))} indikator{end}",
            "item",
        )


_CHAPTERS = (
    ("KATA PENGANTAR", "i"),
    ("IKHTISAR EKSEKUTIF", "ii"),
    ("DAFTAR ISI", "iii"),
    ("BAB I PENDAHULUAN", "1"),
    ("A. Latar Belakang", "1"),
    ("B. Kedudukan, Tugas, dan Fungsi", "1"),
    ("C. Sumber Daya Manusia", "1"),
    ("D. Isu Strategis", "2"),
    ("E. Dasar Hukum", "2"),
    ("BAB II PERENCANAAN KINERJA", "3"),
    ("A. Rencana Strategis", "3"),
    ("B. Perjanjian Kinerja", "3"),
    ("BAB III AKUNTABILITAS KINERJA", "5"),
    ("A. Capaian Kinerja Organisasi", "5"),
    ("B. Realisasi Anggaran", "7"),
    ("C. Efisiensi Penggunaan Sumber Daya", "9"),
    ("BAB IV PENUTUP", "11"),
)
"""As the rendered .pdf has them."""


def _contents() -> Iterator[Block]:
    yield Heading(1, "DAFTAR ISI")
    for title, page in _CHAPTERS:
        yield Para(f"{title}\t{page}", "contents")


def _introduction() -> Iterator[Block]:
    yield Heading(1, "BAB I\nPENDAHULUAN")
    yield Heading(2, "A. Latar Belakang")
    yield Para(
        "Setiap instansi pemerintah wajib mempertanggungjawabkan keberhasilan dan kegagalan pelaksanaan tugasnya. Pertanggungjawaban itu "
        "dituangkan dalam laporan kinerja yang membandingkan hasil dengan target yang telah diperjanjikan, menerangkan penyebabnya, dan "
        "menyebutkan langkah perbaikannya.",
    )
    yield Para(
        "Pertanian adalah penyumbang terbesar perekonomian Kabupaten Wanajaya. Sebagian besar penduduk kabupaten bekerja sebagai petani "
        "dan peternak, sehingga hasil kerja dinas langsung terasa pada penghasilan dan ketersediaan pangan masyarakat.",
        name="pertanian",
    )
    yield Heading(2, "B. Kedudukan, Tugas, dan Fungsi")
    yield Para(
        "Dinas Pertanian dipimpin oleh kepala dinas yang bertanggung jawab kepada bupati melalui sekretaris daerah. Dinas mempunyai "
        "tugas membantu bupati melaksanakan urusan pemerintahan bidang pertanian. Dalam melaksanakan tugas tersebut dinas "
        "menyelenggarakan 5 (lima) fungsi, yaitu:",
        name="fungsi",
    )
    for letter, text in zip(
        "abcde",
        (
            "perumusan kebijakan di bidang prasarana, sarana, tanaman, peternakan, dan penyuluhan;",
            "pelaksanaan kebijakan dan pelayanan di bidang tersebut;",
            "pelaksanaan evaluasi dan pelaporan;",
            "pelaksanaan administrasi dinas; dan",
            "pelaksanaan fungsi lain yang diberikan oleh bupati.",
        ),
        strict=True,
    ):
        yield Para(f"{letter}. {text}", "item")
    yield Heading(2, "C. Sumber Daya Manusia")
    yield Para(
        f"Pada akhir tahun {YEAR} Dinas Pertanian didukung oleh {counted(STAFF)} orang pegawai. Susunan pegawai menurut golongan "
        "disajikan pada Tabel 1.1, sedangkan susunan menurut tingkat pendidikan disajikan pada Tabel 1.2.",
        name="pegawai",
    )
    yield Para(f"Tabel 1.1 Jumlah Pegawai Menurut Golongan dan Jenis Kelamin Tahun {YEAR}", "caption", "judul-1.1")
    men, women = sum(m for _, m, _ in RANKS), sum(w for _, _, w in RANKS)
    yield Grid(
        "1.1",
        (("No", "Golongan", "Laki-laki", "Perempuan", "Jumlah"),),
        (
            *((str(n), name, str(m), str(w), str(m + w)) for n, (name, m, w) in enumerate(RANKS, start=1)),
            ("", "Jumlah", str(men), str(women), str(men + women)),
        ),
        numeric=(2, 3, 4),
        widths=(1.2, 6, 2.8, 2.8, 2.8),
    )
    yield Para(f"Tabel 1.2 Jumlah Pegawai Menurut Tingkat Pendidikan Tahun {YEAR}", "caption", "judul-1.2")
    shares = [percent(count, STAFF) for _, count in SCHOOLING]
    yield Grid(
        "1.2",
        (("No", "Tingkat Pendidikan", "Jumlah (orang)", "Persentase (%)"),),
        (
            *(
                (str(n), name, str(count), decimal(share))
                for n, ((name, count), share) in enumerate(zip(SCHOOLING, shares, strict=True), start=1)
            ),
            ("", "Jumlah", str(STAFF), decimal(sum(shares, Decimal(0)))),
        ),
        numeric=(2, 3),
        widths=(1.2, 7, 3.5, 3.5),
    )
    degree = SCHOOLING[0][1] + SCHOOLING[1][1]
    yield Para(
        f"Dari {STAFF} orang pegawai, {degree} orang atau {decimal(percent(degree, STAFF))}% berpendidikan sarjana atau magister. "
        "Tenaga penyuluh lapangan masih kurang dibandingkan dengan jumlah desa yang dibina.",
        name="sarjana",
    )
    yield Heading(2, "D. Isu Strategis")
    yield Para("Terdapat 4 (empat) isu strategis pembangunan pertanian di Kabupaten Wanajaya, yaitu:", name="isu")
    for number, text in enumerate(
        (
            "alih fungsi lahan sawah di sekitar pusat kecamatan;",
            "jaringan irigasi usaha tani yang belum seluruhnya berfungsi baik;",
            "kelembagaan petani yang sebagian besar masih kelas pemula; dan",
            "ancaman penyakit hewan menular dan perubahan iklim.",
        ),
        start=1,
    ):
        yield Para(f"{number}. {text}", "item")
    yield Heading(2, "E. Dasar Hukum")
    yield Para("Laporan kinerja ini disusun berdasarkan:")
    for number, text in enumerate(
        (
            "Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara;",
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
            "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah;",
            "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah;",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis "
            "Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu Atas Laporan Kinerja Instansi Pemerintah;",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas "
            "Kinerja Instansi Pemerintah; dan",
            "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 tentang Klasifikasi, Kodefikasi, dan Nomenklatur Perencanaan Pembangunan "
            "dan Keuangan Daerah.",
        ),
        start=1,
    ):
        yield Para(f"{number}. {text}", "item")


def _planning() -> Iterator[Block]:
    yield Heading(1, "BAB II\nPERENCANAAN KINERJA")
    yield Heading(2, "A. Rencana Strategis")
    yield Para(
        "Rencana Strategis (Renstra) Dinas Pertanian Tahun 2025-2029 menjabarkan Rencana Pembangunan Jangka Menengah Daerah (RPJMD) "
        "Kabupaten Wanajaya Tahun 2025-2029. Tujuan yang hendak dicapai adalah meningkatnya kesejahteraan petani melalui pertanian yang "
        f"produktif dan berkelanjutan. Tujuan tersebut dijabarkan menjadi {counted(len(GOALS))} sasaran strategis sebagaimana Tabel 2.1.",
        name="renstra",
    )
    yield Para("Tabel 2.1 Sasaran, Indikator, dan Target Renstra Tahun 2025-2029", "caption", "judul-2.1")
    years = tuple(str(YEAR + n) for n in range(5))
    yield Grid(
        "2.1",
        (
            ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", *("Target Tahun" for _ in years)),
            ("", "", "", "", *years),
        ),
        tuple(
            (
                str(n) if not k else "",
                goal.name if not k else "",
                i.name,
                i.unit,
                amount(i, i.target),
                *(amount(i, target) for target in i.targets),
            )
            for n, goal in enumerate(GOALS, start=1)
            for k, i in enumerate(goal.indicators)
        ),
        numeric=(4, 5, 6, 7, 8),
        merged=(0, 1),
        widths=(0.9, 3, 3, 1.6, 1.6, 1.6, 1.6, 1.6, 1.6),
    )
    yield Heading(2, "B. Perjanjian Kinerja")
    yield Para(
        f"Perjanjian kinerja adalah janji kepala dinas kepada bupati untuk mencapai target tahun {YEAR} dengan anggaran yang tersedia. "
        f"Perjanjian Kinerja Dinas Pertanian Tahun {YEAR} memuat {counted(len(INDICATORS))} indikator sebagaimana Tabel 2.2.",
        name="perjanjian",
    )
    yield Para(f"Tabel 2.2 Perjanjian Kinerja Tahun {YEAR}", "caption", "judul-2.2")
    yield Grid(
        "2.2",
        (("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"),),
        tuple(
            (str(n) if not k else "", goal.name if not k else "", i.name, i.unit, amount(i, i.target))
            for n, goal in enumerate(GOALS, start=1)
            for k, i in enumerate(goal.indicators)
        ),
        numeric=(4,),
        merged=(0, 1),
        widths=(1, 5.2, 5.6, 1.8, 2.4),
    )
    yield Para(
        f"Untuk mencapai target tersebut dinas melaksanakan {counted(len(PROGRAMS))} program, yaitu:", name="program"
    )
    for number, program in enumerate(PROGRAMS, start=1):
        end = "." if number == len(PROGRAMS) else "; dan" if number == len(PROGRAMS) - 1 else ";"
        yield Para(f"{number}. {program.name}{end}", "item")
    yield Para(
        f"Jumlah anggaran seluruh program adalah {rupiah(BUDGET)} dengan rincian sebagaimana Tabel 2.3.",
        name="anggaran-program",
    )
    yield Para(f"Tabel 2.3 Program dan Anggaran Tahun {YEAR}", "caption", "judul-2.3")
    yield Grid(
        "2.3",
        (("No", "Program", "Anggaran (Rp)", "Keterangan"),),
        (
            *((str(n), p.name, grouped(p.budget), "APBD") for n, p in enumerate(PROGRAMS, start=1)),
            ("", "Jumlah", grouped(BUDGET), ""),
        ),
        numeric=(2,),
        widths=(1, 9, 3.6, 2.4),
    )


def _performance() -> Iterator[Block]:
    yield Heading(1, "BAB III\nAKUNTABILITAS KINERJA")
    yield Heading(2, "A. Capaian Kinerja Organisasi", "judul-capaian")
    yield Para(
        f"Capaian kinerja tahun {YEAR} dihitung dengan membandingkan realisasi dengan target. Untuk indikator yang makin tinggi makin baik, "
        "capaian adalah realisasi dibagi target dikalikan seratus persen. Untuk indikator yang makin rendah makin baik, capaian adalah dua "
        "kali target dikurangi realisasi, dibagi target, dikalikan seratus persen. Capaian dinilai dengan skala pada Tabel 3.1.",
    )
    yield Para("Tabel 3.1 Skala Nilai Peringkat Kinerja", "caption")
    yield Grid(
        "3.1",
        (("No", "Interval Nilai Capaian", "Kategori"),),
        (
            ("1", "91% ke atas", "Sangat Tinggi"),
            ("2", "76% sampai 90%", "Tinggi"),
            ("3", "66% sampai 75%", "Sedang"),
            ("4", "51% sampai 65%", "Rendah"),
            ("5", "50% ke bawah", "Sangat Rendah"),
        ),
        widths=(1.2, 6, 5),
    )
    yield Heading(3, f"1. Target dan Realisasi Tahun {YEAR}", "judul-realisasi")
    yield Para(f"Perbandingan target dan realisasi setiap indikator pada tahun {YEAR} disajikan pada Tabel 3.2.")
    yield Para(f"Tabel 3.2 Capaian Indikator Kinerja Tahun {YEAR}", "caption", "judul-3.2")
    yield Grid(
        "3.2",
        (("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"),),
        (
            *(
                (
                    str(n) if not k else "",
                    goal.name if not k else "",
                    i.name,
                    i.unit,
                    amount(i, i.target),
                    amount(i, i.reached),
                    decimal(i.achievement),
                    "Sangat Tinggi",
                )
                for n, goal in enumerate(GOALS, start=1)
                for k, i in enumerate(goal.indicators)
            ),
            ("", "Rata-rata capaian", "", "", "", "", decimal(ACHIEVEMENT), "Sangat Tinggi"),
        ),
        numeric=(4, 5, 6),
        merged=(0, 1),
        widths=(0.9, 3.2, 3.5, 1.5, 1.8, 1.9, 1.8, 1.9),
    )
    yield from _narrative()
    yield from _comparisons()


def _narrative() -> Iterator[Block]:
    yield Para(
        f"Dari {counted(len(INDICATORS))} indikator, {counted(sum(1 for i in INDICATORS if i.achievement >= 100))} indikator mencapai atau "
        f"melampaui target. Rata-rata capaian sebesar {decimal(ACHIEVEMENT)}% termasuk kategori sangat tinggi.",
        name="rata-rata",
    )
    rice_yield, rice, meat = GOALS[0].indicators
    terms, groups = GOALS[1].indicators
    cases = GOALS[2].indicators[0]
    akip, satisfaction = GOALS[3].indicators
    yield Heading(3, "2. Analisis Setiap Sasaran")
    yield Para(
        f"Produktivitas padi mencapai {with_unit(rice_yield, rice_yield.reached)} dari target {with_unit(rice_yield, rice_yield.target)} "
        f"atau {decimal(rice_yield.achievement)}%. Kenaikan ini terjadi karena benih bersertifikat dipakai lebih luas dan jaringan irigasi "
        f"usaha tani di daerah Karangwulan selesai direhabilitasi sebelum musim tanam kedua. Produksi padi mencapai "
        f"{with_unit(rice, rice.reached)} dari target {with_unit(rice, rice.target)} atau {decimal(rice.achievement)}%. Target belum "
        "tercapai karena sebagian sawah di Bantarwidya terlambat tanam akibat kemarau yang panjang.",
        name="padi",
    )
    yield Para(
        f"Tabel 3.3 Luas Panen, Produktivitas, dan Produksi Padi Menurut Kecamatan Tahun {YEAR}", "caption", "judul-3.3"
    )
    yield Grid(
        "3.3",
        (("No", "Kecamatan", "Luas Panen (ha)", "Produktivitas (ku/ha)", "Produksi (ton)"),),
        (
            *(
                (str(n), name, grouped(area), decimal(Decimal(tons * 10) / area), grouped(tons))
                for n, (name, area, tons) in enumerate(RICE, start=1)
            ),
            ("", "Jumlah", grouped(RICE_AREA), decimal(Decimal(RICE_TONS * 10) / RICE_AREA), grouped(RICE_TONS)),
        ),
        numeric=(2, 3, 4),
        widths=(1.2, 4.6, 3.2, 3.6, 3.2),
    )
    yield Para(
        f"Produksi daging mencapai {with_unit(meat, meat.reached)} dari target {with_unit(meat, meat.target)} atau "
        f"{decimal(meat.achievement)}%. Hasil ini didukung oleh pengadaan bibit ternak dan pengembangan lahan hijauan pakan ternak.",
        name="daging",
    )
    yield Para(
        f"Nilai Tukar Petani sebesar {amount(terms, terms.reached)} melampaui target {amount(terms, terms.target)} dengan capaian "
        f"{decimal(terms.achievement)}%. Persentase kelompok tani yang naik kelas sebesar {with_unit(groups, groups.reached)} dari target "
        f"{with_unit(groups, groups.target)} atau {decimal(groups.achievement)}%. Kekurangan ini disebabkan oleh jumlah penyuluh yang belum "
        "sebanding dengan jumlah kelompok yang harus dibina. Dinas telah menggabungkan wilayah binaan yang berdekatan dan menugaskan "
        "penyuluh swadaya.",
        name="petani",
    )
    yield Para(
        f"Jumlah kasus penyakit hewan menular strategis tercatat {with_unit(cases, cases.reached)}, lebih rendah daripada batas "
        f"{with_unit(cases, cases.target)} yang ditargetkan. Karena makin rendah makin baik, capaiannya {decimal(cases.achievement)}%. "
        "Vaksinasi yang dilakukan sejak awal tahun menjadi penentu keberhasilan ini.",
        name="hewan",
    )
    yield Para(
        f"Nilai AKIP dinas sebesar {amount(akip, akip.reached)} dari target {amount(akip, akip.target)} atau {decimal(akip.achievement)}%, dan Indeks "
        f"Kepuasan Masyarakat sebesar {amount(satisfaction, satisfaction.reached)} dari target {amount(satisfaction, satisfaction.target)} atau "
        f"{decimal(satisfaction.achievement)}%.",
        name="akip",
    )


def _comparisons() -> Iterator[Block]:
    yield Heading(3, f"3. Perbandingan dengan Tahun {LAST}")
    yield Para(f"Perbandingan realisasi tahun {YEAR} dengan realisasi tahun {LAST} disajikan pada Tabel 3.4.")
    yield Para(f"Tabel 3.4 Perbandingan Realisasi Kinerja Tahun {LAST} dan Tahun {YEAR}", "caption", "judul-3.4")
    yield Grid(
        "3.4",
        (("No", "Indikator Kinerja", "Satuan", f"Realisasi {LAST}", f"Realisasi {YEAR}", "Perubahan (%)"),),
        tuple(
            (str(n), i.name, i.unit, amount(i, i.before), amount(i, i.reached), decimal(i.growth))
            for n, i in enumerate(INDICATORS, start=1)
        ),
        numeric=(3, 4, 5),
        widths=(1, 6.2, 1.8, 2.5, 2.5, 2.4),
    )
    yield Para(
        "Seluruh indikator membaik dibandingkan dengan tahun sebelumnya. Penurunan terbesar, yang berarti perbaikan, terjadi pada jumlah "
        "kasus penyakit hewan menular strategis.",
        name="membaik",
    )
    yield Heading(3, "4. Perbandingan dengan Target Akhir Renstra")
    yield Para(
        "Kemajuan realisasi sampai dengan tahun ini terhadap target akhir Renstra tahun 2029 disajikan pada Tabel 3.5."
    )
    yield Para("Tabel 3.5 Realisasi Kinerja terhadap Target Akhir Renstra Tahun 2025-2029", "caption", "judul-3.5")
    yield Grid(
        "3.5",
        (("No", "Indikator Kinerja", "Satuan", "Target 2029", f"Realisasi {YEAR}", "Tingkat Kemajuan (%)"),),
        tuple(
            (str(n), i.name, i.unit, amount(i, i.targets[-1]), amount(i, i.reached), decimal(i.progress))
            for n, i in enumerate(INDICATORS, start=1)
        ),
        numeric=(3, 4, 5),
        widths=(1, 6.2, 1.8, 2.5, 2.5, 2.4),
    )
    yield Para(
        "Persentase kelompok tani yang naik kelas adalah indikator yang paling jauh dari target akhir, sehingga pembinaan kelompok tani "
        "menjadi prioritas pada tahun berikutnya.",
    )


def _spending() -> Iterator[Block]:
    yield Heading(2, f"B. Realisasi Anggaran Tahun {YEAR}", "judul-anggaran")
    yield Para(
        f"Anggaran Dinas Pertanian Tahun Anggaran {YEAR} sebesar {rupiah(BUDGET)} dipakai untuk melaksanakan {counted(len(PROGRAMS))} program. "
        f"Realisasinya sebesar {rupiah(SPENT)} atau {decimal(percent(SPENT, BUDGET))}%, sehingga terdapat sisa anggaran sebesar "
        f"{rupiah(BUDGET - SPENT)}. Rincian menurut program, kegiatan, dan sub kegiatan disajikan pada Tabel 3.6.",
        name="anggaran",
    )
    yield Para(
        f"Tabel 3.6 Anggaran dan Realisasi Menurut Program, Kegiatan, dan Sub Kegiatan Tahun {YEAR}",
        "caption",
        "judul-3.6",
    )
    yield Grid(
        "3.6",
        (
            (
                "Kode",
                "Program/Kegiatan/Sub Kegiatan",
                "Anggaran (Rp)",
                "Realisasi (Rp)",
                "Sisa Anggaran (Rp)",
                "Realisasi (%)",
            ),
        ),
        (
            *(
                (
                    part.code,
                    part.name,
                    grouped(part.budget),
                    grouped(part.spent),
                    grouped(part.budget - part.spent),
                    decimal(percent(part.spent, part.budget)),
                )
                for part in _parts()
            ),
            ("", "JUMLAH", grouped(BUDGET), grouped(SPENT), grouped(BUDGET - SPENT), decimal(percent(SPENT, BUDGET))),
        ),
        numeric=(2, 3, 4, 5),
        widths=(3, 4.1, 2.65, 2.65, 2.2, 1.9),
    )
    best = max(PROGRAMS, key=lambda p: percent(p.spent, p.budget))
    least = min(PROGRAMS, key=lambda p: percent(p.spent, p.budget))
    yield Para(
        f"Penyerapan tertinggi terdapat pada {best.name}, yaitu {rupiah(best.spent)} dari {rupiah(best.budget)} atau "
        f"{decimal(percent(best.spent, best.budget))}%. Penyerapan terendah terdapat pada {least.name}, yaitu {rupiah(least.spent)} dari "
        f"{rupiah(least.budget)} atau {decimal(percent(least.spent, least.budget))}%, karena permohonan izin lebih sedikit daripada perkiraan.",
        name="penyerapan",
    )
    yield Heading(2, "C. Efisiensi Penggunaan Sumber Daya")
    yield Para(
        "Efisiensi dihitung dari selisih antara rata-rata capaian kinerja dan penyerapan anggaran setiap sasaran. Nilai positif menunjukkan "
        "bahwa kinerja dicapai dengan anggaran yang lebih hemat.",
    )
    yield Para(f"Tabel 3.7 Efisiensi Penggunaan Anggaran Menurut Sasaran Tahun {YEAR}", "caption", "judul-3.7")
    rows = []
    for number, goal in enumerate(GOALS, start=1):
        budget = sum(p.budget for p in PROGRAMS if p.goal == number - 1)
        spent = sum(p.spent for p in PROGRAMS if p.goal == number - 1)
        used = percent(spent, budget)
        rows.append(
            (
                str(number),
                goal.name,
                grouped(budget),
                grouped(spent),
                decimal(used),
                decimal(goal.achievement),
                decimal(goal.achievement - used),
            )
        )
    yield Grid(
        "3.7",
        (
            (
                "No",
                "Sasaran Strategis",
                "Anggaran (Rp)",
                "Realisasi (Rp)",
                "Penyerapan (%)",
                "Rata-rata Capaian Kinerja (%)",
                "Efisiensi (%)",
            ),
        ),
        (*rows, ("", "Jumlah", grouped(BUDGET), grouped(SPENT), decimal(percent(SPENT, BUDGET)), "", "")),
        numeric=(2, 3, 4, 5, 6),
        widths=(0.9, 3.7, 2.65, 2.65, 2.3, 2.3, 2),
    )
    yield Para(
        "Seluruh sasaran dicapai secara efisien, karena capaian kinerjanya lebih tinggi daripada penyerapan anggarannya."
    )


def _parts() -> Iterator[Program | Activity | Sub]:
    """Programs, each with its kegiatan, each with its sub kegiatan."""
    for program in PROGRAMS:
        yield program
        for activity in program.parts:
            yield activity
            yield from activity.parts


def _closing() -> Iterator[Block]:
    average = mean([i.achievement for i in INDICATORS])
    yield Heading(1, "BAB IV\nPENUTUP")
    yield Para(
        f"Secara umum kinerja Dinas Pertanian Kabupaten Wanajaya tahun {YEAR} tergolong sangat tinggi dengan rata-rata capaian "
        f"{decimal(average)}%. Anggaran terealisasi {rupiah(SPENT)} dari {rupiah(BUDGET)} atau {decimal(percent(SPENT, BUDGET))}%.",
        name="penutup",
    )
    yield Para("Langkah perbaikan yang akan dilakukan adalah:")
    for number, text in enumerate(
        (
            "menata kembali jadwal tanam di kecamatan yang rawan kekeringan;",
            "memprioritaskan pembinaan kelompok tani kelas pemula;",
            "meneruskan vaksinasi ternak sejak awal tahun; dan",
            "mempercepat penilaian kelayakan izin usaha pertanian.",
        ),
        start=1,
    ):
        yield Para(f"{number}. {text}", "item")
    yield Para(
        "Demikian Laporan Kinerja ini disusun sebagai bahan pertanggungjawaban dan perbaikan kinerja pada tahun yang akan datang.",
    )
