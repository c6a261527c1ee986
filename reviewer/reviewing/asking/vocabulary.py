"""The words with which people ask about figures, in both languages. `SHORT` is applied first, then clitics are taken off."""

from __future__ import annotations

from functools import cache

from reviewer.reviewing.asking.measures import Kind, Measure


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SHORT = {
    "brp": "berapa", "brapa": "berapa", "brpa": "berapa", "knp": "kenapa", "knapa": "kenapa", "mngapa": "mengapa",
    "yg": "yang", "dgn": "dengan", "utk": "untuk", "tsb": "tersebut", "pd": "pada", "dlm": "dalam", "thn": "tahun",
    "th": "tahun", "prog": "program", "keg": "kegiatan", "subkeg": "subkegiatan", "tgt": "target", "angg": "anggaran",
    "real": "realisasi", "jml": "jumlah", "jmlh": "jumlah", "tot": "total", "avg": "average", "sm": "dengan", "sama": "dengan",
    "ama": "dengan", "dr": "dari", "kmrn": "kemarin", "pls": "please", "kgiatan": "kegiatan", "progam": "program",
    "rekap": "jumlahkan", "itung": "hitung", "bandingin": "bandingkan", "jumlahin": "jumlahkan", "tmpt": "tempat",
    "ind": "indikator", "sas": "sasaran", "whats": "what", "what's": "what", "where's": "where", "how's": "what",
    "wich": "which", "wat": "what", "thier": "their", "hw": "how", "presentase": "persentase",
}  # fmt: skip
"""Short forms, spoken forms, and the slips that are too short or too far to be guessed."""

MEASURES: dict[str, Measure] = {
    **dict.fromkeys("pagu anggaran dana alokasi dianggarkan teranggarkan budget budgeted allocation allocated ceiling".split(),
                    Measure.BUDGET),
    **dict.fromkeys("realisasi terealisasi direalisasikan terpakai realisation realization realised realized spent spending "
                    "expenditure actual actuals".split(), Measure.REALISATION),
    **dict.fromkeys("target targeted ditargetkan".split(), Measure.TARGET),
    **dict.fromkeys("capaian pencapaian tercapai ketercapaian achievement achieved attainment".split(),
                    Measure.ACHIEVEMENT),
    **dict.fromkeys("serapan penyerapan terserap absorption absorbed".split(), Measure.ABSORPTION),
    **dict.fromkeys("sisa bersisa tersisa remaining remainder unspent leftover".split(), Measure.REMAINDER),
    **dict.fromkeys("proporsi porsi proportion".split(), Measure.SHARE),
}  # fmt: skip

KINDS: dict[str, Kind] = {
    **dict.fromkeys("program programme programs programmes".split(), "program"),
    **dict.fromkeys("kegiatan activity activities".split(), "kegiatan"),
    **dict.fromkeys("subkegiatan sub-kegiatan subactivity sub-activity subactivities sub-activities".split(),
                    "sub kegiatan"),
    **dict.fromkeys("sasaran objective objectives goal goals".split(), "sasaran"),
    **dict.fromkeys("indikator indicator indicators".split(), "indikator"),
}  # fmt: skip

NAMED = {
    **dict.fromkeys("pk perjanjian agreement".split(), "perjanjian kinerja"),
    "rkt": "rencana kinerja",
    **dict.fromkeys("renstra rpjmd iku apbd".split(), ""),
}
"""Tables named by what they are, with words of their captions; "" where only the name itself can stand there."""
NAMED = {word: caption or word for word, caption in NAMED.items()}

SUM = _set("jumlahkan total totalkan totalin sum sumkan jumlah keseluruhan add hitung calculate")
AVERAGE = _set("rerata average mean")
GREATEST = _set("terbesar largest highest biggest greatest most top maximum maksimum best")
LEAST = _set("terkecil smallest lowest least minimum worst")
BELOW = _set("dibawah < <=")
ABOVE = _set("diatas > >=")
INCLUSIVE = _set("sedikitnya <= >=")
COMPARE = _set("bandingkan banding dibandingkan perbandingan compare compared comparison versus vs")
DIFFERENCE = _set(
    "selisih beda bedanya perbedaan difference naik turun kenaikan penurunan rise fall increase decrease change"
)
WHERE = _set("dimana where tempat muncul disebut disebutkan tertulis mentioned appear appears occurs")
WHY = _set("kenapa mengapa why")
UNCHECKED = _set("unchecked")
COUNT = _set("howmany count")
SHARE_OF = _set("sharewhat")
COLUMN = _set("kolom column columns")
TABLE = _set("tabel table tbl")
ABSENT = _set("hilang missing")
PERCENT = _set("persen prosen persentase prosentase percent percentage percentages")
MONEY = _set("anggaran dana keuangan belanja budget funds")
UNITS = _set("orang people persons peserta dokumen unit kali rupiah laporan")
INTERROGATIVE = _set(
    "berapa apa apakah mana siapa what which who is are was show lihat tampilkan sebutkan tell give cek check"
)

FILLING = (
    INTERROGATIVE
    | WHERE
    | WHY
    | COLUMN
    | TABLE
    | _set(
        """yang di ke dari pada dalam untuk oleh adalah itu ini sih ya dong kok saja aja dulu tolong mohon coba
        bisa tahun dan and dengan the of in on at for to by a an me my please can you could do does did it this
        that there have has had be per menurut nilai angka besar besarnya nilainya ada punya persen percent
        prosen rp rupiah nomor number no baris row rows draf draft laporan report salah wrong keliru benar
        correct semua seluruh setiap tiap all every each with against secara nya lah kah kira tadi juga masing masing-masing
        between antara saya kita kami ingin mau tahu know bagaimana gimana how whose its their sebesar senilai
        lebih kurang or atau than list daftar hasil as compared out whole overall kira-kira much goes go
        went left up printed tercetak according kalau if then so value figure amount"""
    )
)


@cache
def known_words() -> frozenset[str]:
    """Every word that has a meaning of its own in a question."""
    return (
        FILLING
        | SUM
        | AVERAGE
        | GREATEST
        | LEAST
        | BELOW
        | ABOVE
        | INCLUSIVE
        | COMPARE
        | DIFFERENCE
        | UNCHECKED
        | COUNT
        | SHARE_OF
        | PERCENT
        | frozenset(MEASURES)
        | frozenset(KINDS)
        | frozenset(NAMED)
        | {"sub"}
    )
