"""Running text: paragraphs made whole, headers and footers set apart, page numbers as printed, numbers intact."""

from __future__ import annotations

import pytest

from reviewer.model import Paragraph, place_in
from tests.reading_pdf.paper import Page, body, document, grid_of, only_table, tables, width_of

_WRAPPED = [
    "Dalam rangka mewujudkan akuntabilitas kinerja, setiap perangkat daerah menyusun laporan kinerja",
    "yang memuat pencapaian sasaran dan realisasi anggaran selama satu tahun. Realisasi anggaran tahun",
    "ini 95,93 persen.",
]


def test_lines_that_wrap_are_one_paragraph_that_knows_the_box_of_each_line() -> None:
    source = document(Page().lines(60, 100, _WRAPPED))
    (paragraph,) = source.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == " ".join(_WRAPPED)
    assert [span.start for span in paragraph.spans] == [0, len(_WRAPPED[0]) + 1, len(" ".join(_WRAPPED[:2])) + 1]
    start = paragraph.text.index("95,93")
    place = place_in(paragraph.spans, start, start + 5)
    assert place.page == 1 and place.box is not None
    assert 115 < place.box[1] < place.box[3] < 135


def test_short_lines_items_headings_and_gaps_begin_paragraphs() -> None:
    page = Page().text(60, 80, "BAB I").text(60, 94, "PENDAHULUAN").lines(60, 122, _WRAPPED)
    page.text(60, 164, "1. Program pertama yang uraiannya cukup panjang sehingga berlanjut ke baris berikutnya dengan")
    page.text(74, 178, "menggantung;").text(60, 192, "2. Program kedua.")
    page.text(
        60, 220, "1.1 Latar Belakang Penyusunan Laporan Kinerja Instansi Pemerintah Kabupaten Sukamaju Ini", bold=True
    )
    page.lines(60, 234, _WRAPPED)
    assert body(document(page)) == [
        "BAB I",
        "PENDAHULUAN",
        " ".join(_WRAPPED),
        "1. Program pertama yang uraiannya cukup panjang sehingga berlanjut ke baris berikutnya dengan menggantung;",
        "2. Program kedua.",
        "1.1 Latar Belakang Penyusunan Laporan Kinerja Instansi Pemerintah Kabupaten Sukamaju Ini",
        " ".join(_WRAPPED),
    ]


def test_a_paragraph_goes_on_over_the_page_end_where_its_sentence_does() -> None:
    source = document(Page().lines(60, 700, _WRAPPED[:2]), Page().lines(60, 80, [_WRAPPED[2], "Bab berikutnya."]))
    first, second = source.blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph)
    assert first.text == " ".join(_WRAPPED)
    assert [span.place.page for span in first.spans] == [1, 1, 2]
    assert second.text == "Bab berikutnya."


def test_a_finished_paragraph_does_not_go_on() -> None:
    assert body(document(Page().lines(60, 700, _WRAPPED), Page().lines(60, 80, ["anggaran lain."]))) == [
        " ".join(_WRAPPED), "anggaran lain.",
    ]  # fmt: skip


def _book(numbers: list[str], year: str = "2026") -> list[Page]:
    """Pages with a header, a footer that holds the number, and a paragraph."""
    pages = []
    for k, number in enumerate(numbers):
        page = Page().text(60, 40, "Dinas Kabupaten Sukamaju").text(60, 100, f"Isi bab ke-{'abcdefghij'[k]} saja.")
        pages.append(page.text(60, 810, f"Laporan Kinerja Tahun {year}").text(500, 810, number))
    return pages


def test_running_lines_are_set_apart_and_given_once() -> None:
    source = document(*_book(["1", "2", "3", "4"]))
    roles = [(block.role, block.text) for block in source.blocks if isinstance(block, Paragraph)]
    assert [text for role, text in roles if role == "body"] == [f"Isi bab ke-{c} saja." for c in "abcd"]
    assert [text for role, text in roles if role == "header"] == ["Dinas Kabupaten Sukamaju"]
    assert [text for role, text in roles if role == "footer"] == ["Laporan Kinerja Tahun 2026 1"]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (["ii", "iii", "iv", "v"], ["ii", "iii", "iv", "v"]),
        (["II-1", "II-2", "II-3", "III-1", "III-2"], ["II-1", "II-2", "II-3", "III-1", "III-2"]),
        (["5", "6", "", "8"], ["5", "6", "7", "8"]),
        (["1", "2", "3", "4"], [None, None, None, None]),
        (["Halaman 1 dari 1"] * 4, [None, None, None, None]),
    ],
    ids=["roman", "by chapter", "one left out", "as counted", "each page its own report"],
)  # fmt: skip
def test_pages_are_called_as_printed(printed: list[str], labels: list[str | None]) -> None:
    source = document(*_book(printed))
    found = {block.place.page: block.place.page_label for block in source.blocks if "Isi" in getattr(block, "text", "")}
    assert [found[page] for page in range(1, len(printed) + 1)] == labels
    assert source.pages == len(printed)


def test_a_page_shown_turned_is_read_and_placed_as_shown() -> None:
    page = Page(width=842, height=595, rotate=90)
    # Text that runs up the stored page stands upright once the page is turned.
    page.text(100, 500, "Jumlah 1.250", turn=1)
    (paragraph,) = document(page).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == "Jumlah 1.250"
    box = paragraph.place.box
    assert box is not None
    assert (round(box[0]), round(box[3] - box[1])) == (95, 12)
    assert 85 < box[1] < box[3] < 110


def test_a_table_printed_sideways_on_an_upright_page_is_read_and_placed_as_shown() -> None:
    page = Page().grid((100, 120, 140), (500, 600, 700))
    page.text(114, 690, "Uraian", turn=1).text(114, 590, "Pagu", turn=1)
    page.text(134, 690, "Jalan", turn=1).text(134, 590, "1.500", turn=1)
    table = only_table(page)
    assert grid_of(table) == [["Uraian", "Pagu"], ["Jalan", "1.500"]]
    box = table.rows[1][1].place.box
    assert box is not None and 120 < box[0] < box[2] < 140 and 500 < box[1] < box[3] < 600


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_turned_or_cropped_afterwards_is_read_alike(turn: int) -> None:
    def written() -> Page:
        page = Page().text(60, 60, "Tabel 3.1 Anggaran").grid((60, 160, 260), (80, 100, 120))
        return page.row((60, 160), 94, ["Uraian", "Pagu"]).row((60, 160), 114, ["Jalan", "1.500"])

    turned, cropped = written(), written()
    turned.rotate = turn
    cropped.crop = (30, 20, 500, 700)
    expected = document(written())
    for page in (turned, cropped):
        found = document(page)
        assert body(found) == body(expected)
        assert [grid_of(table) for table in tables(found)] == [grid_of(table) for table in tables(expected)]
    box = tables(document(cropped))[0].rows[1][1].place.box
    assert box is not None and 130 < box[0] < 140 and 80 < box[1] < 100, "counted from the corner that is shown"


def test_an_entry_of_the_contents_over_two_lines_is_one() -> None:
    page = Page().text(60, 80, "Tabel 2.1 Sasaran .................... 4").text(60, 98, "Tabel 2.2 Perjanjian Kinerja")
    page.text(105, 116, "Tahun 2026 .................... 7").text(60, 134, "Tabel 2.3 Pagu .................... 9")
    assert body(document(page)) == [
        "Tabel 2.1 Sasaran .................... 4",
        "Tabel 2.2 Perjanjian Kinerja Tahun 2026 .................... 7",
        "Tabel 2.3 Pagu .................... 9",
    ]


def test_a_title_up_the_side_of_a_chart_joins_no_lines() -> None:
    page = Page().text(60, 180, "Persen terhadap target", turn=1)
    for k in range(4):
        page.text(80, 90 + 30 * k, f"{k}0")
    assert {"00", "10", "20", "30"} <= set(body(document(page)))


def test_figures_printed_apart_from_their_dots_are_one_number() -> None:
    page = Page()
    x = 100.0
    for group in ("5", "197", "889", "622"):
        page.text(x, 100, group)
        x += width_of(group) + width_of(".")
    x = 100.0
    for group in ("5", "197", "889"):
        x += width_of(group)
        page.text(x, 100, ".")
        x += width_of(".")
    assert body(document(page)) == ["5.197.889.622"]


def test_blanks_that_pad_a_number_do_not_part_it() -> None:
    page = Page().text(100, 100, "1").text(100 + width_of("1") - width_of(" "), 100, " 04.495.000")
    assert body(document(page)) == ["104.495.000"]


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    page = Page().text(100, 100, "Jumlah 1.221").text(100.3, 100, "Jumlah 1.221")
    assert body(document(page)) == ["Jumlah 1.221"]


def test_a_raised_figure_is_no_digit_of_the_number_before_it() -> None:
    page = Page().text(100, 100, "35,80").text(100 + width_of("35,80"), 96, "0", size=6)
    page.text(100 + width_of("35,80") + width_of("0", 6), 100, "C")
    assert body(document(page)) == ["35,80⁰C"]


def test_numbers_and_words_cut_in_a_narrow_cell_are_whole() -> None:
    page = Page().text(60, 60, "Persentase pelayanan naik.").grid((60, 95, 130), (100, 120, 160))
    page.text(62, 114, "Persen").text(97, 114, "Jumlah").text(62, 132, "Pelaya").text(62, 146, "nan")
    page.text(97, 132, "300.").text(97, 146, "000")
    assert grid_of(only_table(page))[1] == ["Pelayanan", "300.000"]


def test_paragraphs_in_a_cell_are_lines_of_it() -> None:
    page = Page().grid((60, 260, 400), (100, 120, 180))
    page.text(64, 114, "Indikator").text(264, 114, "Target")
    page.text(64, 134, "- Usia harapan hidup yang terus").text(70, 147, "meningkat")
    page.text(64, 160, "- Indeks gini").text(264, 134, "12 Dokumen").text(264, 152, "8 Kegiatan")
    assert grid_of(only_table(page))[1] == [
        "- Usia harapan hidup yang terus meningkat\n- Indeks gini",
        "12 Dokumen\n8 Kegiatan",
    ]
