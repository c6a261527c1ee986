"""Which figures the ledger knows: ratios with a printed formula, evaluation sheets, added percentages, names in sentences."""

from __future__ import annotations

from reviewer.checking.engine import examine
from reviewer.model import Examination, Status
from reviewer.reading import read_text
from reviewer.understanding import understand


def examined(draft: str) -> Examination:
    return examine(understand(read_text(draft)))


def status(examination: Examination, text: str) -> set[Status]:
    figures = {f.spot for f in examination.report.figures if f.text == text}
    assert figures, text
    return {examination.ledger.statuses[s] for s in figures}


_RATIO = (
    "Tabel 1 Perbandingan\n\nNo\tIndikator\tRealisasi\t\tRealisasi 2024 Thdp Thn 2023 (4/3)*100\n\t\tTahun 2023\tTahun 2024\t\n"
    "1\t2\t3\t4\t5\n1\tProduksi\t21,50\t22,30\t103,72\n2\tProduktivitas\t21,90\t22,50\t{second}\n3\tBenih\t22,70\t23,50\t103,52\n"
)


def test_a_ratio_follows_the_formula_in_its_header() -> None:
    examination = examined(_RATIO.format(second="102,74"))
    assert [f.code for f in examination.findings] == [] and status(examination, "102,74") == {Status.VERIFIED}
    (finding,) = [f for f in examined(_RATIO.format(second="107,24")).findings if f.code == "PCT001"]
    assert finding.stated == "107,24"


_EVALUATION = (
    "Tabel 1 Komponen Penilaian\n\nNo\tKomponen\tBobot\tNilai\na\tPerencanaan Kinerja\t30\t20,42\nb\tPengukuran Kinerja\t30\t"
    "14,59\nc\tPelaporan Kinerja\t15\t11,64\nd\tEvaluasi Internal\t25\t15,87\n\tNilai Hasil Evaluasi\t100\t{total}\n"
)


def test_an_unnumbered_last_row_sums_the_numbered_ones() -> None:
    examination = examined(_EVALUATION.format(total="62,52"))
    assert [f.code for f in examination.findings] == [] and status(examination, "62,52") == {Status.VERIFIED}
    (finding,) = [f for f in examined(_EVALUATION.format(total="65,22")).findings if f.code == "TOT001"]
    assert finding.stated == "65,22" and finding.expected == "62,52"


def test_a_last_row_that_sums_nothing_is_no_total() -> None:
    draft = (
        "Tabel 1 Pegawai\n\nNo\tUnit\tOrang\n1\tSekretariat\t4\n2\tBidang A\t3\n3\tBidang B\t5\n\tTenaga kontrak\t7\n"
    )
    assert [f.code for f in examined(draft).findings if f.code.startswith("TOT")] == []


def test_percentages_that_are_parts_of_a_whole_add_up() -> None:
    draft = (
        "Tabel 1 Jalan\n\nKondisi\tPanjang (Km)\t%\nBaik\t1.123,16\t37,37\nSedang\t1.347,24\t44,82\nJumlah\t2.470,40\t{first}\n"
        "Rusak ringan\t49,11\t1,64\nRusak berat\t486,14\t16,17\nJumlah\t535,25\t17,81\n"
    )
    examination = examined(draft.format(first="82,19"))
    assert [f.code for f in examination.findings] == [] and status(examination, "44,82") == {Status.VERIFIED}


def test_a_figure_told_beside_its_rows_name_is_repeated() -> None:
    draft = (
        "Tabel 1 Indikator\n\nNo\tIndikator\tRealisasi\n1\tNilai Tukar Petani\t115,21\n2\tAngka melek huruf\t98,40\n\n"
        "Nilai tukar petani pada tahun itu adalah 115,21, sedangkan di tempat lain 98,40.\n"
    )
    examination = examined(draft)
    assert status(examination, "115,21") == {Status.REPEATED} and status(examination, "98,40") == {Status.UNCHECKED}


def test_a_mean_written_in_its_label_is_recomputed() -> None:
    draft = (
        "Tabel 1 Capaian\n\nNo\tIndikator\tCapaian (%)\n1\tJalan mantap\t103,72\n2\tAir bersih\t102,74\n"
        "3\tSanitasi layak\t103,52\n\tRata-rata {mean}\t\n"
    )
    assert status(examined(draft.format(mean="103,33")), "103,33") == {Status.VERIFIED}
    (finding,) = [f for f in examined(draft.format(mean="104,52")).findings if f.code == "PCT004"]
    assert finding.stated == "104,52" and finding.expected == "103,33"
