"""IDN: one person's name in two spellings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Severity, Spot, Words
from reviewer.model.titles import same_word

_NIP = re.compile(r"\bNIP\W{0,4}(?P<nip>(?:\d[\s.]?){18})(?!\d)", re.IGNORECASE)
_NAME = re.compile(
    r"^\s*(?:(?:Dr|Drs|Dra|Ir|H|Hj|Prof|Apt|dr|drg|Kol|KH|R|Rr|Ns)\.?\s+)*"
    r"(?P<name>[A-Z][A-Za-z'’.]+(?:\s+[A-Z][A-Za-z'’.]*){0,4})"
    r"\s*(?:,.*)?$"
)
_RANK = re.compile(r"^\s*(?:pembina|penata|pengatur|juru)\b", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:dinas|badan|kepala|bupati|wali ?kota|gubernur|sekretaris|kabupaten|provinsi|kota|camat|kecamatan|inspektur|direktur|"
    r"ketua|pihak|bidang|mengetahui|jabatan|nama|laporan|tahun)\b",
    re.IGNORECASE,
)


class PersonSpelled(Check):
    """The holder of one NIP has one name."""

    code = "IDN019"
    name = "person-spelled"
    severity = Severity.WARNING
    title = Words("Nama orang dieja berbeda", "A person's name is spelled in two ways")
    reason = Words(
        "Nama penanda tangan harus sama di seluruh dokumen dan sesuai dengan NIP-nya.",
        "The name of who signs must be the same throughout and fit the NIP.",
    )
    docs = Words(
        "Nama yang berdiri di atas NIP yang sama (kata pengantar, pernyataan, tanda tangan) dibandingkan tanpa gelar: satu kata "
        "yang berbeda satu atau dua huruf dilaporkan. Nama yang lebih jarang menjadi temuan, atau yang belakangan bila sama "
        "sering.",
        "Names that stand above the same NIP (preface, statement, signature) are compared without degrees: one word that differs "
        "by a letter or two is reported. The rarer name is the finding, or the later one where both are as frequent.",
    )
    messages = {
        "found": Words(
            "Nama dengan NIP yang sama tertulis “{stated}” di sini, “{expected}” di tempat lain.",
            "The name with the same NIP is “{stated}” here, “{expected}” elsewhere.",
        ),
    }
    _ONE = (
        "KEPALA DINAS,\n\nDra. RATNA WIDYASTUTI, M.Hum.\nPembina Utama Muda (IV/c)\nNIP 19640214 199003 2 002\n\n"
        "Teks pengantar bab ini.\n\n"
    )
    good = (Example(_ONE + _ONE),)
    bad = (Example(_ONE + _ONE.replace("WIDYASTUTI", "WIDIASTUTI"), "WIDIASTUTI"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        held: dict[str, list[tuple[str, Spot]]] = {}
        lines = list(self._lines(report))
        for i, (_, line) in enumerate(lines):
            match = _NIP.search(line)
            if match is None:
                continue
            named = self._name(lines, i)
            if named is not None:
                held.setdefault(re.sub(r"\D", "", match["nip"]), []).append(named)
        for names in held.values():
            counts = Counter(name.upper() for name, _ in names)
            usual = next((n for n, _ in names if counts[n.upper()] == max(counts.values())), "")
            for name, spot in names:
                if name.upper() != usual.upper() and self._slip(name, usual):
                    yield Problem(spot, stated=name, expected=usual, content=(name.upper(), usual.upper()))

    def _lines(self, report: Report) -> Iterator[tuple[Spot, str]]:
        for whole, text in report.texts:
            at = 0
            for line in text.split("\n"):
                if line.strip():
                    yield Spot(whole.block, whole.row, whole.col, at, at + len(line)), line
                at += len(line) + 1

    def _name(self, lines: list[tuple[Spot, str]], at: int) -> tuple[str, Spot] | None:
        """The name in the line above a NIP, ranks passed over."""
        own = lines[at][0]
        for spot, line in reversed(lines[max(0, at - 2) : at]):
            if _RANK.match(line):
                continue
            match = _NAME.match(line)
            if match is None or _OFFICE.search(line) or own.block - spot.block > 2:
                return None
            start = spot.start + match.start("name")
            return match["name"], Spot(spot.block, spot.row, spot.col, start, start + len(match["name"]))
        return None

    def _slip(self, name: str, usual: str) -> bool:
        a, b = name.lower().split(), usual.lower().split()
        odd = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
        return len(a) == len(b) and len(odd) == 1 and same_word(*odd[0])
