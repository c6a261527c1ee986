"""MIS: a paragraph that breaks off in the middle of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Paragraph, Problem, Report, Severity, Spot, Words


class CutOff(Check):
    """A paragraph ends with its sentence."""

    code = "MIS009"
    name = "cut-off"
    severity = Severity.WARNING
    title = Words("Kalimat terpotong", "A sentence breaks off")
    reason = Words(
        "Kalimat yang berakhir pada kata depan atau kata hubung belum selesai ditulis, atau lanjutannya terhapus.",
        "A sentence that ends in a preposition or conjunction was not finished, or its rest was deleted.",
    )
    docs = Words(
        "Paragraf teks yang berakhir pada “ke”, “dan”, “untuk”, “dengan”, “yang” dan sejenisnya tanpa tanda baca, dan yang "
        "menyusul adalah judul, tanda tangan, tabel bernomor, paragraf baru yang diawali huruf besar dan bukan butir daftar. "
        "Naskah berbaris (txt, pdf), yang paragrafnya mungkin terputus oleh baris, hanya diperiksa di depan judul.",
        "A paragraph of text that ends in “ke”, “dan”, “untuk”, “dengan”, “yang” and the like without a mark, and what follows "
        "is a heading, a signature, a numbered table, or a new paragraph with a capital and no item of a list. Drafts in lines "
        "(txt, pdf), whose paragraphs lines may break, are examined before headings only.",
    )
    messages = {
        "found": Words("Kalimat terpotong: “… {stated}”.", "The sentence breaks off: “… {stated}”."),
    }
    good = (
        Example(
            "# BAB III\n\nb. melaksanakan pembinaan perpustakaan desa dan pengadaan koleksi perpustakaan keliling; dan\n\n"
            "# BAB IV\n\nTeks.\n"
        ),
        Example(
            "# BAB III\n\nTelaahan Visi, Misi, Tujuan, Sasaran dan Program Kepala Daerah dan\n\nWakil Kepala Daerah\n\nTeks.\n"
        ),
        Example(
            "# BAB III\n\nDinas akan memperluas layanan daring ke seluruh kecamatan dan desa pada tahun depan.\n\n"
            "# BAB IV\n\nTeks.\n"
        ),
        Example(
            "# BAB III\n\nDinas akan memperluas layanan dan melaksanakan pelatihan bagi para kader untuk\n\n"
            "1. Desa maju.\n2. Desa mandiri.\n"
        ),
    )
    bad = (
        Example(
            "# BAB III\n\nDinas akan menambah koleksi buku, mengadakan pemindai, dan memperluas layanan daring ke\n\n"
            "# BAB IV\n\nTeks.\n",
            "layanan daring ke",
        ),
    )
    _END = re.compile(
        r"(?P<tail>(?:\S+\s+){3}(?:ke|di|dari|dan|atau|serta|untuk|yang|dengan|pada|oleh|bagi|dalam|terhadap|karena|sehingga|agar|"
        r"sebagai|kepada|antara|melalui))\s*$"
    )
    _LISTED = re.compile(r"[;,]\s*(?:dan|atau|serta|dan/atau)\s*$")
    _OPENS = re.compile(r"\b(?:untuk|sebagai|antara|dengan|bagi|agar|oleh|melalui|sehingga|karena)\s*$")
    """Words that items without numbers may follow."""
    _ITEM = re.compile(r"^\s*(?:[\dA-Za-z]{1,3}[.)]|[-–•*▪➢✓]|\(\w{1,3}\))\s")

    def inspect(self, report: Report) -> Iterator[Problem]:
        lined = report.document.format in ("txt", "pdf")
        heads = {h.block for h in report.outline}
        captions = {c.block for c in report.captions}
        for block, paragraph in report.paragraphs():
            match = self._END.search(paragraph.text, max(0, len(paragraph.text) - 200))
            if match is None or len(paragraph.text) < 60 or paragraph.role != "body" or block in heads:
                continue
            if block in captions or self._titled(paragraph.text) or self._LISTED.search(paragraph.text):
                continue
            if block in report.contents or not self._ends(report, block, heads, lined):
                continue
            yield Problem(
                Spot(block, start=match.start("tail"), end=match.end("tail")),
                stated=re.sub(r"\s+", " ", match["tail"]),
            )

    def _titled(self, text: str) -> bool:
        """A title in two lines: most of its words have capitals."""
        words = [w for w in re.findall(r"[A-Za-z]+", text) if len(w) > 3]
        return sum(1 for w in words if w[0].isupper()) * 2 > len(words)

    def _ends(self, report: Report, block: int, heads: set[int], lined: bool) -> bool:
        """Whether nothing that follows can be the sentence's rest."""
        following = report.document.blocks[block + 1 : block + 2]
        if not following:
            return True
        held = following[0]
        if block + 1 in heads:
            return True
        own = report.document.blocks[block]
        if isinstance(own, Paragraph) and self._OPENS.search(own.text):
            return False
        if (
            lined
            or not isinstance(held, Paragraph)
            or held.role != "body"
            or held.list_level is not None
            or held.number
        ):
            return False
        return held.text[:1].isupper() and self._ITEM.match(held.text) is None and "\n" not in held.text[:3]
