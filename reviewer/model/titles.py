"""Titles of regulations compared word by word, as people shorten, abbreviate and misspell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_ASIDE = re.compile(r"\((?:[^()]|\([^()]*\))*\)|[“”\"'’`]")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_EMPTY = frozenset(
    "dan atas tentang yang serta di dari untuk antara dalam pada ke kepada oleh dengan bagi terhadap atau secara nomor "
    "nomer no tahun th republik indonesia ri".split()
)
_SHORT = {
    "akip": "akuntabilitas kinerja instansi pemerintah",
    "apbd": "anggaran pendapatan belanja daerah",
    "apbn": "anggaran pendapatan belanja negara",
    "asn": "aparatur sipil negara",
    "iku": "indikator kinerja utama",
    "ilppd": "informasi laporan penyelenggara pemerintah daerah",
    "kkn": "korupsi kolusi nepotisme",
    "lakip": "laporan akuntabilitas kinerja instansi pemerintah",
    "lkpd": "laporan keuangan pemerintah daerah",
    "lkpj": "laporan keterangan pertanggungjawaban",
    "lppd": "laporan penyelenggara pemerintah daerah",
    "opd": "organisasi perangkat daerah",
    "perda": "peraturan daerah",
    "permendagri": "peraturan menteri dalam negeri",
    "perppu": "peraturan pemerintah pengganti undang undang",
    "perpres": "peraturan presiden",
    "perpu": "peraturan pemerintah pengganti undang undang",
    "pns": "pegawai negeri sipil",
    "pp": "peraturan pemerintah",
    "renja": "rencana kerja",
    "renstra": "rencana strategis",
    "rkpd": "rencana kerja pemerintah daerah",
    "rpjm": "rencana pembangunan jangka menengah",
    "rpjmd": "rencana pembangunan jangka menengah daerah",
    "rpjmn": "rencana pembangunan jangka menengah nasional",
    "rpjp": "rencana pembangunan jangka panjang",
    "rpjpd": "rencana pembangunan jangka panjang daerah",
    "rpjpn": "rencana pembangunan jangka panjang nasional",
    "sakip": "sistem akuntabilitas kinerja instansi pemerintah",
    "sap": "standar akuntansi pemerintah",
    "skpd": "satuan kerja perangkat daerah",
    "spip": "sistem pengendalian intern pemerintah",
    "spm": "standar pelayanan minimal",
    "sppn": "sistem perencanaan pembangunan nasional",
    "uu": "undang undang",
}
_ALIKE = {
    "juknis": "teknis",
    "pemerintahan": "pemerintah",
    "penyelenggaraan": "penyelenggara",
    "perencana": "perencanaan",
    "propinsi": "provinsi",
    "review": "reviu",
    "revieu": "reviu",
    "reviuw": "reviu",
    "tatacara": "tata cara",
    "tatakerja": "tata kerja",
}


@lru_cache(maxsize=2048)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others: lower case, without brackets and function words, known
    abbreviations written out, variant forms alike."""
    plain = _GLUED.sub(" ", _ASIDE.sub(" ", title)).lower()
    found: list[str] = []
    for word in re.findall(r"[a-z]+|\d+", plain):
        if word not in _EMPTY:
            found += _SHORT.get(word, _ALIKE.get(word, word)).split()
    return tuple(found)


@lru_cache(maxsize=65_536)
def same_word(a: str, b: str) -> bool:
    """Whether two words are one, a slip of the pen allowed in those of five letters, two in those of nine. Numbers must
    be equal; a slip spares the first letter or the last."""
    if a == b:
        return True
    size = min(len(a), len(b))
    if size < 5 or a[0].isdigit() or b[0].isdigit() or (a[0] != b[0] and a[-1] != b[-1]):
        return False
    return _slips(a, b, 2 if size >= 9 else 1)


def _slips(a: str, b: str, limit: int) -> bool:
    """Whether at most `limit` letters were added, lost or changed between two words."""
    if abs(len(a) - len(b)) > limit:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
        if min(row) > limit:
            return False
    return row[-1] <= limit


@dataclass(frozen=True, slots=True)
class Fit:
    """How the words of one title stand in another's, in order."""

    kept: int
    """Words of the right title found in the stated one."""
    of: int
    """Words of the right title."""
    lead: int
    """Leading words that both share."""
    lost: tuple[str, ...]
    """Words of the right title missing before its last word that was found."""
    odd: tuple[str, ...]
    """Words of the stated title, not of the right one, before the last that was found."""

    @property
    def whole(self) -> bool:
        """Every word of the right title is there."""
        return self.kept == self.of

    @property
    def share(self) -> float:
        return self.kept / self.of if self.of else 0.0


def fit(stated: Sequence[str], right: Sequence[str]) -> Fit:
    """Find the words of `right`, in order, at the beginning of `stated`; what follows its title there is no matter."""
    stated = stated[: len(right) + 6]
    best = [[0] * (len(right) + 1) for _ in range(len(stated) + 1)]
    for i in range(len(stated) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            if same_word(stated[i], right[j]):
                best[i][j] = best[i + 1][j + 1] + 1
            else:
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
    i = j = 0
    pairs: list[tuple[int, int]] = []
    while i < len(stated) and j < len(right):
        if same_word(stated[i], right[j]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    last_i, last_j = pairs[-1] if pairs else (-1, -1)
    held_i, held_j = {p for p, _ in pairs}, {q for _, q in pairs}
    lead = 0
    while lead < min(len(stated), len(right)) and same_word(stated[lead], right[lead]):
        lead += 1
    return Fit(
        len(pairs),
        len(right),
        lead,
        tuple(w for k, w in enumerate(right[: last_j + 1]) if k not in held_j),
        tuple(w for k, w in enumerate(stated[: last_i + 1]) if k not in held_i),
    )
