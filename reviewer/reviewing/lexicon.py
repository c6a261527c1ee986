"""The words the conversation knows, in Indonesian and English.

Everything is lower case and written out (`SHORT` gives what short forms stand for). A phrase belongs to one intent;
those of `DOUBTFUL` could mean several, and are asked back.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Intent(StrEnum):
    """What an utterance asks for."""

    ACCEPT = "accept"
    REJECT = "reject"
    LATER = "later"
    FIXED = "fixed"
    WHY = "why"
    NOTE = "note"
    RESPOND = "respond"
    ADD = "add"
    NEXT = "next"
    BACK = "back"
    GO = "go"
    UNDO = "undo"
    REDO = "redo"
    SUMMARY = "summary"
    LIST = "list"
    SEARCH = "search"
    ONLY = "only"
    EVERYTHING = "everything"
    ALIKE = "alike"
    SHOW = "show"
    """The place of the finding in hand."""
    CHANGED = "changed"
    """What became different since yesterday or the last sitting."""
    ORDER = "order"
    THRESHOLD = "threshold"
    """Of materiality."""
    LANGUAGE = "language"
    THEME = "theme"
    EXPORT = "export"
    REFRESH = "refresh"
    HELP = "help"
    THANKS = "thanks"
    QUIT = "quit"

    @property
    def decides(self) -> bool:
        """True where it writes a verdict down: a wrong guess would do harm."""
        return self in (Intent.ACCEPT, Intent.REJECT, Intent.LATER, Intent.FIXED, Intent.ALIKE)


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


PHRASES: dict[Intent, tuple[str, ...]] = {
    Intent.ACCEPT: _phrases(
        """catat, dicatat, jadikan catatan, jadikan temuan, masukkan catatan, terima, diterima, setuju,
        disetujui, sepakat,
        sependapat, ya, iya, memang salah, terima dan catat, masukkan, memang keliru, accept, accepted, agree,
        agreed, i agree, yes, yep, yeah, jadikan temuan ini, jadikan ini temuan, rekam, rekam temuan, record,
        record it, masuk catatan, log it,
        log this, flag it, flag this, write it down, write it up, masukkan temuan, make it a finding, mark as
        finding, mark as a finding,
        note it, note this, take note, note"""
    ),
    Intent.REJECT: _phrases(
        """bukan kesalahan, tolak, ditolak, bukan salah, bukan temuan, bukan masalah, bukan kekeliruan, tidak salah,
        tidak keliru, tidak ada kesalahan, tidak setuju, tidak sependapat, sudah benar, sudah sesuai, sudah betul,
        salah deteksi, positif palsu, reject, rejected, not a mistake, not an error, not wrong, no mistake, no error,
        false positive, false alarm, dismiss, disagree, i disagree, it is correct, this is correct"""
    ),
    Intent.LATER: _phrases(
        """nanti, lewati, lewat, tunda, ditunda, belum tahu, belum yakin, belum jelas, pending, nanti lagi, tidak
        tahu, tidak yakin, later, skip,
        postpone, pass, not now, tangguhkan, tahan dulu, tahan ini, besok saja, besok aja, gatau, park it, park
        this, hold it, hold this,
        leave it for now, leave this for now, do this later, do it later, defer, come back to this later, come
        back to it later, leave it for later, leave this for
        later, save it for later, let me come back to this later, not sure, don't know, dont know"""
    ),
    Intent.FIXED: _phrases(
        """sudah diperbaiki, sudah dibetulkan, sudah dikoreksi, sudah direvisi, sudah dibenahi, sudah diubah,
        sudah diganti, telah diperbaiki, fixed, already fixed, it is fixed, has been fixed, corrected, mended,
        already corrected, already revised,
        been corrected, been fixed, was corrected, was fixed, was revised, sudah beres diperbaiki, sudah
        perbaiki, sudah dibetulin, they fixed it, they fixed it already, they corrected it, sudah direvisi penyusun,
        sudah dibenerin"""
    ),
    Intent.WHY: _phrases(
        """kenapa, mengapa, jelaskan, penjelasan, alasannya, apa alasannya, apa dasarnya, dasarnya, dari mana,
        bagaimana,
        hitungannya, bagaimana hitungannya, rincian, jelasin, kok bisa, maksudnya, apa maksudnya, maksudnya
        apa, apa masalahnya,
        masalahnya apa, apanya yang salah, salahnya apa, apa salahnya, salahnya di mana, di mana salahnya,
        salah di mana,
        dasar hukumnya, dasar hukumnya apa, apa dasar hukumnya, dari mana angkanya, kok salah, kok begini,
        salahnya dimana, dimana salahnya, why's this flagged, what is wrong, what's wrong, whats wrong, what
        does this mean,
        how did you, on what basis, detail, why, explain, explanation, how, how come, details"""
    ),
    Intent.NOTE: (
        *_phrases("catatan, komentar, comment, note to self"),
        *(
            f"{verb} {noun}"
            for verb in (
                "tulis tulislah tuliskan tambah tambahin tambahi tambahkan bikinkan kasi "
                "beri berikan kasih buat buatkan bikin simpan taruh"
            ).split()
            for noun in "catatan komentar note".split()
        ),
        *(
            f"{verb} {noun}"
            for verb in "add write leave put make attach".split()
            for noun in ("note", "a note", "comment", "a comment", "the note", "the comment")
        ),
    ),
    Intent.RESPOND: _phrases("tanggapan, tanggapi, beri tanggapan, jawaban, respond, response, reply"),
    Intent.ADD: _phrases(
        "temuan, temuan baru, tambah temuan, tambahkan temuan, add finding, add a finding, new finding"
    ),
    Intent.NEXT: _phrases(
        """lanjut, lanjutkan, teruskan, terus, berikut, berikutnya, selanjutnya, temuan berikutnya, temuan selanjutnya,
        selanjutnya apa, berikutnya apa, apa selanjutnya, apa lagi, what's next, keep going, maju, next, next
        finding, next one, continue, go on"""
    ),
    Intent.BACK: _phrases(
        "kembali, sebelumnya, temuan sebelumnya, mundur, balik, back, go back, previous, previous finding, prev"
    ),
    Intent.GO: _phrases(
        """ke, ke nomor, ke temuan, kembali ke, lompat ke, pergi ke, buka, buka temuan, lihat, tampilkan, nomor, go,
        go to, goto,
        back to, jump to, open, show, show me, finding, number"""
    ),
    Intent.UNDO: _phrases(
        "batal, batalkan, urungkan, tidak jadi, kembalikan, salah tekan, salah ketik, undo, cancel, revert, oops"
    ),
    Intent.REDO: _phrases("ulangi, ulang, ulangi lagi, redo"),
    Intent.SUMMARY: _phrases(
        """ringkas, ringkasan, rangkum, rangkuman, rekap, rekapitulasi, status, sampai mana, berapa yang belum,
        berapa yang sudah,
        berapa lagi, berapa sisanya, tinggal berapa, sisa berapa, masih berapa, sudah berapa, summary,
        summarize, summarise,
        progress, overview, how many left, how many are left, how many remain,
        where are we, how far are we"""
    ),
    Intent.LIST: _phrases("daftar, daftar temuan, list, list findings"),
    Intent.SEARCH: _phrases("cari, carikan, temukan, search, search for, find, look for"),
    Intent.SHOW: _phrases("tunjukkan, barisnya, lihat barisnya, show it"),
    Intent.CHANGED: _phrases(
        "apa yang berubah, apa yang baru, perubahan, what changed, what is new, what's new, changes"
    ),
    Intent.ORDER: _phrases("urutkan, urutan, sort, sort by, order by"),
    Intent.THRESHOLD: _phrases("batas materialitas, materialitas, materiality, threshold"),
    Intent.LANGUAGE: _phrases("bahasa, language"),
    Intent.THEME: _phrases("tema, theme"),
    Intent.ONLY: _phrases("hanya, saring, only, filter, only show, show only, hanya tampilkan, tampilkan hanya"),
    Intent.EVERYTHING: _phrases(
        """semua, semuanya, semua temuan, tampilkan semua, lihat semua, tanpa saringan, all, everything, show all,
        all findings, no filter"""
    ),
    Intent.ALIKE: _phrases(
        """catat semua, catat semuanya, catat sejenis, catat yang sejenis, terima semua, terima semuanya, semua sejenis,
        semua yang sejenis, accept all, accept all of this kind, note all, all of this kind"""
    ),
    Intent.EXPORT: _phrases("ekspor, eksport, simpan ringkasan, tulis ringkasan, export, save summary, write summary"),
    Intent.REFRESH: _phrases("muat ulang, segarkan, perbarui, refresh, reload"),
    Intent.HELP: _phrases(
        """bantuan, bantu, panduan, perintah, perintahnya apa, tolong, bisa apa, kamu bisa apa, bagaimana caranya,
        caranya, cara pakai,
        cara pakainya, help, commands, bisa ngapain, bisa ngapain saja, bisa apa saja, apa saja perintahnya,
        gimana caranya, bagaimana cara, bagaimana cara pakainya,
        help me, help me out, what can i do, what can you do, what are the commands, what commands are
        there, what can i type, what can i say, how does this work"""
    ),
    Intent.THANKS: _phrases("terima kasih, makasih, terimakasih, trims, thanks, thank you, halo, hai, hello, hi"),
    Intent.QUIT: _phrases(
        "selesai, sudah selesai, keluar, tutup, cukup, sudahi, sampai jumpa, quit, exit, close, finish, bye"
    ),
}

DOUBTFUL: dict[str, tuple[Intent, ...]] = {
    "tidak salah lagi": (Intent.ACCEPT, Intent.REJECT),
    "this is fine": (Intent.REJECT, Intent.LATER),
    "tidak": (Intent.REJECT, Intent.LATER),
    "bukan": (Intent.REJECT, Intent.LATER),
    "no": (Intent.REJECT, Intent.LATER),
    "benar": (Intent.ACCEPT, Intent.REJECT),
    "betul": (Intent.ACCEPT, Intent.REJECT),
    "correct": (Intent.ACCEPT, Intent.REJECT),
    "right": (Intent.ACCEPT, Intent.REJECT),
    "salah": (Intent.ACCEPT, Intent.REJECT),
    "keliru": (Intent.ACCEPT, Intent.REJECT),
    "wrong": (Intent.ACCEPT, Intent.REJECT),
    "kesalahan": (Intent.ACCEPT, Intent.REJECT),
    "error": (Intent.ACCEPT, Intent.REJECT),
    "mistake": (Intent.ACCEPT, Intent.REJECT),
    "an error": (Intent.ACCEPT, Intent.REJECT),
    "a mistake": (Intent.ACCEPT, Intent.REJECT),
    "oke": (Intent.ACCEPT, Intent.NEXT),
    "ok": (Intent.ACCEPT, Intent.NEXT),
    "okay": (Intent.ACCEPT, Intent.NEXT),
    "baik": (Intent.ACCEPT, Intent.NEXT),
    "sudah": (Intent.FIXED, Intent.QUIT),
    "done": (Intent.FIXED, Intent.QUIT),
    "perbaiki": (Intent.ACCEPT, Intent.FIXED),
    "harus diperbaiki": (Intent.ACCEPT, Intent.FIXED),
    "perlu diperbaiki": (Intent.ACCEPT, Intent.FIXED),
    "diperbaiki": (Intent.ACCEPT, Intent.FIXED),
    "fix": (Intent.ACCEPT, Intent.FIXED),
    "abaikan": (Intent.REJECT, Intent.LATER),
    "ignore": (Intent.REJECT, Intent.LATER),
    "hapus": (Intent.REJECT, Intent.UNDO),
    "delete": (Intent.REJECT, Intent.UNDO),
}

SHORT: dict[str, str] = {
    "krn": "karena", "karna": "karena", "krna": "karena", "sdh": "sudah", "udh": "sudah", "udah": "sudah", "dah": "sudah",
    "bkn": "bukan", "tdk": "tidak", "tak": "tidak", "gak": "tidak", "ga": "tidak", "nggak": "tidak", "ngga": "tidak",
    "enggak": "tidak", "ndak": "tidak", "kagak": "tidak", "knp": "kenapa", "knapa": "kenapa", "mngapa": "mengapa",
    "gmn": "bagaimana", "gimana": "bagaimana", "dgn": "dengan", "yg": "yang", "smua": "semua", "semuany": "semuanya",
    "lnjt": "lanjut", "lnjut": "lanjut", "blm": "belum", "nnt": "nanti", "nti": "nanti", "ntar": "nanti", "entar": "nanti",
    "ctt": "catat", "cttn": "catatan", "dibenerin": "dibetulkan", "dibenarkan": "dibetulkan", "makasi": "makasih",
    "trus": "terus", "tmbh": "tambah", "tmbhkan": "tambahkan", "skp": "skip", "hlp": "help", "nope": "no",
    "isn't": "not", "err": "error", "catet": "catat", "catetin": "catat", "catetan": "catatan", "nyatet": "catat",
    "setujuin": "setuju", "tau": "tahu", "engga": "tidak", "gk": "tidak", "kaga": "tidak", "gada": "tidak",
    "cause": "because", "cuz": "because", "coz": "because", "bcs": "because", "bcoz": "because",
    "soale": "soalnya", "soalny": "soalnya", "gegara": "karena", "dl": "dulu", "dlu": "dulu", "ajah": "aja", "aj": "aja",
    "sj": "saja", "yaa": "ya", "yah": "ya", "donk": "dong", "kmrn": "kemarin", "kemaren": "kemarin", "kmaren": "kemarin",
    "yaudah": "ya", "yauda": "ya", "yasudah": "ya", "yasudahlah": "ya", "yowis": "ya", "sip": "oke", "siip": "oke",
    "siap": "oke", "gas": "oke", "gaskan": "oke", "yup": "yes", "yap": "yes", "sy": "saya", "gua": "saya",
    "gue": "saya", "gw": "saya", "ku": "aku", "emang": "memang", "emg": "memang", "mmg": "memang", "bener": "benar",
    "bner": "benar", "bnr": "benar", "btul": "betul", "dmn": "dimana", "dimana": "dimana", "u": "you", "r": "are", "dr": "dari",
    "komen": "komentar", "teh": "the", "simpen": "simpan", "simpenin": "simpan",
    "benerin": "betulkan", "betulin": "betulkan", "komenan": "komentar",
    "suda": "sudah", "plis": "please", "pls": "please", "plz": "please",
    "tlg": "tolong", "tlong": "tolong", "k": "ke", "kalo": "kalau", "klo": "kalau", "kl": "kalau", "pake": "pakai",
    "temuannya": "temuan", "dbetulkan": "dibetulkan", "dperbaiki": "diperbaiki",
    "dcatat": "dicatat", "dtolak": "ditolak", "exel": "excel",
}  # fmt: skip

BEFORE = frozenset(
    """ok oke okay baik baiklah ya iya tolong mohon silakan coba please maaf saya aku kami menurut mau ingin
        akan bisa lalu dan
    kalau begitu langsung ini itu i we this that it is
    it's that's want to let's lets can could you sorry then and so yes just yeah yep i'll i've we'll they've
        i'm mereka indeed""".split()
)
"""Words that may stand before a command without changing it."""

AFTER = frozenset(
    """ya dong deh saja aja dulu sih nih kok pak bu mas mbak bro ini itu temuan tersebut lah lagi sekarang please it
    this that the
    one finding now too for me thanks mistake error bang kak gan bos sist dah udah sebentar bentar yuk ah kan
        ae mah""".split()
)
"""Words that may follow a command without changing it."""

PARTICLES = frozenset(
    "ya dong deh saja aja dulu sih nih kok pak bu mas mbak bro lah lagi sekarang please bang kak gan bos ah now".split()
)
"""Of those the ones that never begin a clause."""

NO_REASON = frozenset(
    """ukur in on at of di pada ke to yang temuan finding nomor number no tabel table halaman page bab chapter
        or atau and dan
    lalu then until sampai sampe about tentang soal from bagaimana kenapa mengapa why how apakah""".split()
)
"""What begins with these after a verdict is no reason: "tolak ukur", "skip to page 4", "tolak yang di tabel 3"."""

ROUNDED = frozenset("pembulatan dibulatkan rounding rounded".split())
"""The one word that is a reason by itself."""

WAITING = frozenset(
    """mau masih belum nunggu menunggu tunggu nungguin perlu harus butuh cek ngecek sampai sampe until tanya
        minta konfirmasi
        lihat need waiting want
    i i'm i'll i've have must gotta""".split()
)
"""What says why a finding is put off begins with these: "tunda dulu mau cek DPA"."""

MANY = frozenset(
    """semua semuanya seluruh seluruhnya segala all every everything each both sisanya rest lainnya others
        sejenis serupa
    similar sekaligus sekalian""".split()
)
"""Words that speak of more than the finding in hand: never a verdict on one."""

BECAUSE = frozenset(
    "karena sebab soalnya lantaran alasan alasannya dengan berhubung mengingat because since as reason due to for".split()
)
"""Words that open a reason."""

DANGLING = frozenset(
    "yang the a of in on from untuk dari di karena krn because since kalau kalo jika if when unless dan and but tapi".split()
)
"""Words with which a sentence breaks off."""

MENDED_BY = frozenset("opd penyusun mereka sama oleh di pada kemarin tadi by in with lewat yesterday".split())
"""After "sudah diperbaiki": who did it, or where and when."""

ALL_ALIKE = frozenset(
    "semua semuanya sejenis yang all every everything of this kind same ones them temuan ini similar".split()
)
"""After a verdict: all of this kind, where one of `semua`, `all`, `sejenis` … is among them."""

ONWARD = frozenset("lanjut lanjutkan terus berikutnya selanjutnya next continue".split())
"""After a verdict: says no more than what happens anyway."""

AGAINST = frozenset("jangan tidak bukan belum usah don't dont not never do".split())
"""Words that turn a command into its opposite."""

TURNING = frozenset("jangan usah urung tapi tetapi namun melainkan don't dont never but however".split())
"""After a verdict and a comma: it may be taken back."""

FALTERING = frozenset("or atau wait eh ups oops aduh tunggu".split())
"""What follows a verdict with one of these first takes it back."""

ASKING = frozenset("siapa whom who mana apa kapan when where belum kah".split())
"""Words that ask after something: then nothing is told."""

ITS_FAULT = re.compile(
    r"(?:ini|itu|memang|jelas|this is|it is|it's|that is|that's)(?: memang| jelas)?"
    r" (?:an? )?(?:salah (?:ketik|tulis|hitung|jumlah|cetak)|kesalahan|kekeliruan|salah|keliru|typo|mistake|error|wrong)"
    r"(?: ketik| hitung| tulis)?"
)
"""A clause that says of the finding that it is a mistake."""

IN_ORDER = re.compile(
    r"(?:(?:no|nope|nah|tidak|ok|oke|hmm),? )?"
    r"(?:(?:this|that|it|this one|that one|the (?:figure|number|total|percentage))(?:'s| is)|ini|itu|yang ini)"
    r"(?: (?:is|sudah|memang|actually|perfectly|quite|really|all|angkanya))*"
    r" (?:fine|ok|oke|okay|alright|right|correct|good|legit|valid|benar|betul|aman|wajar|tidak apa-apa|tidak masalah|tidak apa)"
    r"(?: kok| saja| aja| as it is| as is)?"
    r"|gpp(?: ini| itu| kok)?|(?:no )?(?:it's|that's) (?:fine|ok|okay|alright|right|correct|good)"
)
"""A clause that says of the figures that nothing is wrong with them; with the reason behind it, a rejection."""

SAID_TO_NOTE = (
    "catat",
    "catatlah",
    "catatkan",
    "dicatat",
    "record",
    "record it",
    "jadikan catatan",
    "masukkan catatan",
    "note",
    "accept",
)
"""What asks for the note after such a clause."""

ASKING_OTHERS = re.compile(
    r"(?:(?:saya|kami|kita|mau|akan|coba|tolong) "
    ")*(?:tanya|tanyakan|tanyain|konfirmasi|konfirmasikan|klarifikasi|klarifikasikan)"
    r" (?:ke|kepada|pada) (?P<whom>[\w.&-]+(?: [\w.&-]+){0,3}) (?:dulu|dahulu)(?: ya)?"
)
"""The finding waits for what others answer: "tanyakan ke OPD dulu"."""

OURSELVES = frozenset("saya aku kami kita kamu anda program aplikasi".split())
"""To ask these is to ask here and now."""

QUESTION = frozenset("apakah apa benarkah is are does do should kah".split())
"""Words that open a question."""

NUMBERS: dict[str, int] = {
    "pertama": 1, "awal": 1, "first": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "terakhir": -1, "last": -1, "akhir": -1,
}  # fmt: skip
"""Numbers in words; -1 is the last."""
