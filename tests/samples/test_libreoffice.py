"""The report as an older document (.odt, .doc, .rtf), where LibreOffice is installed: the same tables, numbers and findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.model import Paragraph
from reviewer.reading import read
from reviewer.reading.libreoffice import converted
from reviewer.run import examine_file
from tests.reading_docx.word import packed, para, run
from tests.samples.test_formats import FOLDER, NAMES, examined, grid, merged, plain, shown

NeedsTool = Callable[[str], str]
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_the_same_tables_numbers_and_findings(tmp_path: Path, needs_tool: NeedsTool, kind: str) -> None:
    needs_tool("soffice")
    source = (FOLDER / f"{NAMES[0]}.docx").read_bytes()
    path = tmp_path / f"laporan.{kind}"
    path.write_bytes(converted(source, "docx", kind))
    word_, other = examined(NAMES[0], "docx"), examine_file(path)
    assert [grid(table) for table in other.report.tables] == [grid(table) for table in word_.report.tables]
    assert [merged(table) for table in other.report.tables] == [merged(table) for table in word_.report.tables]
    paragraphs = [
        [plain(b.shown) for b in each.report.document.blocks if isinstance(b, Paragraph) and b.role == "body"]
        for each in (word_, other)
    ]
    assert paragraphs[1] == paragraphs[0]
    assert Counter(map(shown, other.findings)) == Counter(map(shown, word_.findings))
    assert Counter(other.ledger.statuses.values()) == Counter(word_.ledger.statuses.values())


def test_tracked_changes_of_older_documents_are_read_in_both_views(tmp_path: Path, needs_tool: NeedsTool) -> None:
    needs_tool("soffice")
    who = 'w:id="1" w:author="Sari" w:date="2026-01-05T08:00:00Z"'
    gone = f"<w:del {who}><w:r><w:delText>900.000</w:delText></w:r></w:del>"
    body = para(run("Pagu Rp") + gone + f"<w:ins {who}>{run('281.961.200')}</w:ins>" + run(",00"))
    xml = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    path = tmp_path / "draf.odt"
    path.write_bytes(converted(packed({"[Content_Types].xml": _TYPES, "word/document.xml": xml}), "docx", "odt"))
    for original, text in ((False, "Pagu Rp281.961.200,00"), (True, "Pagu Rp900.000,00")):
        document = read(path, original=original)
        assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [text]
        assert any("2 perubahan terlacak" in notice.message.id for notice in document.notices)
