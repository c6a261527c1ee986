"""What word processors, office suites and converters write when they save a draft as a web page."""

from __future__ import annotations

from tests.reading_html.page import grid, page, tables, texts

WORD = """\
<div class=WordSection1><h1>BAB I<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span>PENDAHULUAN</h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Butir satu<o:p></o:p></p>
<table class=MsoTableGrid><thead><tr><td rowspan=2><p class=MsoNormal><b>No<o:p></o:p></b></p></td>
<td colspan=2><p class=MsoNormal>Pagu<br>Anggaran<o:p></o:p></p></td></tr>
<tr><td><p>2024</p></td><td><p>2025</p></td></tr></thead>
<tr><td><p>1<o:p></o:p></p></td><td><p>Rp&nbsp;1.000<o:p></o:p></p></td><td><p><o:p>&nbsp;</o:p></p></td></tr>
<![if !supportMisalignedColumns]><tr height=0><td width=100></td><td width=80></td><td width=80></td></tr><![endif]></table>
<p><del cite="mailto:x"><span>900</span></del><ins cite="mailto:x">1.000</ins></p></div>
"""


def test_word() -> None:
    document = page(WORD)
    assert texts(document) == ["BAB I PENDAHULUAN", "1. Butir satu", "1.000"]
    (table,) = tables(document)
    assert grid(table) == [["No", "Pagu\nAnggaran", ""], ["", "2024", "2025"], ["1", "Rp 1.000", ""]]
    assert table.header_rows == 2


def test_google_docs() -> None:
    document = page(
        '<p class="title"><span>LAPORAN KINERJA</span></p><h1><span>BAB I</span></h1><p><span></span></p>'
        '<ol class="lst-kix_1-0 start" start="1"><li><span>Satu</span></li></ol><table><tbody>'
        '<tr><td colspan="1" rowspan="1"><p><span>Program</span></p></td><td colspan="1" rowspan="1"><p><span>Pagu</span></p>'
        "</td></tr><tr><td><p><span>A</span></p></td><td><p><span>1</span><span>.000</span></p></td></tr></tbody></table>"
    )
    assert texts(document) == ["LAPORAN KINERJA", "BAB I", "1. Satu"]
    assert grid(tables(document)[0]) == [["Program", "Pagu"], ["A", "1.000"]]


def test_pages_made_of_a_pdf() -> None:
    document = page(
        '<div style="position:relative"><p style="position:absolute;top:100px;white-space:nowrap"><b>BAB&#160;I</b></p>'
        '<p style="position:absolute;top:120px">Program&#160;A&#160;sebesar&#160;Rp1.000,00<br/>dengan&#160;realisasi</p></div>'
    )
    assert texts(document) == ["BAB I", "Program A sebesar Rp1.000,00\ndengan realisasi"]


def test_struck_out_text_is_left_out_and_told() -> None:
    document = page(
        '<p>Pagu <s>900</s>1.000 <span style="text-decoration: line-through">x</span>y <strike>a</strike>z<del></del></p>'
    )
    assert texts(document) == ["Pagu 1.000 y z"]
    assert [n.message.id for n in document.notices] == [
        "Teks yang dicoret di 3 tempat tidak dibaca, seolah-olah dihapus."
    ]
    assert page("<p>tetap</p>").notices == ()


def test_characters_without_shape() -> None:
    assert texts(page("<p>&shy;ang&shy;gar&shy;an &#8203;1&#8209;2</p>")) == ["anggaran 1-2"]


def test_equations_of_scripts_and_of_signs() -> None:
    mathjax = (
        '<p>Skala <span class="MathJax" aria-hidden="true">6675</span><script type="math/tex">66 \\leq 75</script></p>'
        "<script>var a = 1;</script>"
    )
    assert texts(page(mathjax)) == ["Skala 66 ≤ 75"]
    signs = (
        "<p><math><mfrac><mi>Realisasi</mi><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></mfrac><mo>×</mo><mn>100</mn></math> "
        "<math><msup><mi>x</mi><mn>2</mn></msup><msqrt><mn>9</mn></msqrt><msub><mi>y</mi><mn>1</mn></msub></math> "
        "<math><mroot><mn>8</mn><mn>3</mn></mroot><msubsup><mi>z</mi><mn>1</mn><mn>2</mn></msubsup></math></p>"
    )
    assert texts(page(signs)) == ["Realisasi/(a+b)×100 x²√9y₁ ³√8z₁²"]
