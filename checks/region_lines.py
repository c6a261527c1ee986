"""IDN: the region's name on a line of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Severity, Spot, Words
from reviewer.model.titles import same_word


class RegionLine(Check):
    """Title lines name the region as the draft does."""

    code = "IDN020"
    name = "region-line"
    severity = Severity.WARNING
    title = Words("Nama daerah di baris judul salah eja", "The region is misspelt in a title line")
    reason = Words(
        "Nama daerah harus tertulis benar dan sama di seluruh dokumen.",
        "The region's name must be right and the same throughout.",
    )
    docs = Words(
        "Baris atau sel yang berakhir pada “KABUPATEN …”, “KOTA …” atau “PROVINSI …”: nama yang sama panjangnya dengan nama "
        "daerah dokumen ini dan berbeda satu huruf pada satu kata dilaporkan, bila hanya sekali dan nama yang benar lebih "
        "sering. Nama yang hanya terdiri atas satu kata pendek dibiarkan: mungkin daerah lain.",
        "A line or cell that ends in “KABUPATEN …”, “KOTA …” or “PROVINSI …”: a name of as many words as this document's region "
        "that differs by a letter in one word is reported, where it stands once and the right name more often. Names of one "
        "short word are left alone: they may be another region.",
    )
    messages = {
        "found": Words(
            "Nama daerah tertulis “{stated}”, di tempat lain “{expected}” ({times} kali).",
            "The region is written “{stated}”, elsewhere “{expected}” ({times} times).",
        ),
    }
    _HEAD = "PERJANJIAN KINERJA\nDINAS PENDIDIKAN KABUPATEN SUNGAI LANDAK\n\nBupati Sungai Landak menetapkan. "
    _MORE = "Kabupaten Sungai Landak tertib. Kabupaten Sungai Landak maju.\n\nRINCIAN ANGGARAN\n\n"
    good = (
        Example(_HEAD + _MORE + "DINAS PENDIDIKAN\n\nKABUPATEN SUNGAI LANDAK\n\nTeks.\n"),
        Example(_HEAD + _MORE + "DINAS PENDIDIKAN\n\nKABUPATEN SUNGAI BATANG\n\nTeks.\n"),
    )
    bad = (
        Example(_HEAD + _MORE + "DINAS PENDIDIKAN\n\nKABUPATEN SUNGAI LANDAKS\n\nTeks.\n", "KABUPATEN SUNGAI LANDAKS"),
    )
    _ENDS = re.compile(
        r"\b(?P<kind>kabupaten|kota|provinsi|propinsi)\s+(?P<name>[a-z'’-]+(?:\s+[a-z'’-]+){0,3})\s*[.,:]?\s*$",
        re.IGNORECASE | re.MULTILINE,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        kind, _, name = report.identity.region.partition(" ")
        right = name.lower().split()
        if not right or (len(right) == 1 and len(right[0]) < 7):
            return
        found: list[tuple[tuple[str, ...], Spot, str]] = []
        for whole, text in report.texts:
            if name[:1].lower() not in text.lower() or len(text) > 2000:
                continue
            for match in self._ENDS.finditer(text):
                if match["kind"].lower().replace("propinsi", "provinsi") == kind.lower():
                    spot = Spot(whole.block, whole.row, whole.col, match.start(), match.end("name"))
                    found.append((tuple(match["name"].lower().split()), spot, match.group().strip(" .,:\n")))
        counts = Counter(words for words, _, _ in found)
        mentions = len(re.findall(rf"\b{re.escape(name)}\b", " ".join(t for _, t in report.texts), re.IGNORECASE))
        for words, spot, text in found:
            odd = [(a, b) for a, b in zip(words, right, strict=False) if a != b]
            alike = len(words) == len(right) and len(odd) == 1 and same_word(*odd[0])
            if alike and counts[words] == 1 and mentions >= 3 and not self._sides(*odd[0]):
                yield Problem(
                    spot, stated=text, expected=report.identity.region, params=(("times", str(mentions)),), quote=text
                )

    def _sides(self, a: str, b: str) -> bool:
        """Two quarters of the compass, or a numeral, tell neighbours apart."""
        sides = {"barat", "timur", "utara", "selatan", "tengah", "tenggara", "hulu", "hilir", "lama", "baru"}
        return a in sides or b in sides
