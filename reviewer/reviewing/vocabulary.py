"""The words of whole sentences that are wishes: what each may be, in both languages.

A word may be several things; the wish decides which. What is not here is not understood, and a sentence with a word
that is not understood is no wish.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from reviewer.model import Severity
from reviewer.reviewing.filters import Stand


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FAMILIES: Mapping[str, tuple[str, ...]] = {
    "TOT": _words("jumlah penjumlahan dijumlah dijumlahkan menjumlah total totals sum sums summing addition adding"),
    "PCT": _words("persen persentase presentase prosentase prosen percent percentage percentages percents rasio "
        "ratio ratios"),
    "YRS": _words("tahun year years periode period periods"),
    "DUP": _words("ganda dobel double duplikat duplikasi kembar duplicate duplicates duplicated berulang repeated"),
    "CNT": _words("banyaknya cacah count counts counting"),
    "XRF": _words("berbeda beda konsisten konsistensi bertentangan kontradiksi inconsistent inconsistency "
        "inconsistencies "
                  "contradiction contradictions mismatch mismatches"),
    "TRB": _words("terbilang in_words"),
    "NUM": _words("ketik typo typos ketikan mengetik pengetikan tulis penulisan cetak misprint misprints typing typed"),
    "CLS": _words("predikat kategori category categories"),
    "STR": _words("struktur susunan sistematika penomoran numbering structure"),
    "REF": _words("rujukan referensi reference references"),
    "DAT": _words("tanggal date dates"),
    "IDN": _words("nama nip pangkat name names rank ranks"),
    "LGL": _words("hukum peraturan regulasi legal regulation regulations law laws"),
    "MIS": _words("kosong blank blanks empty placeholder placeholders"),
    "PLS": _words("wajar kewajaran janggal implausible plausibility"),
    "FML": _words("rumus formula formulas"),
}  # fmt: skip
"""What people call the kinds of mistakes."""

SEVERITIES: Mapping[Severity, tuple[str, ...]] = {
    Severity.ERROR: _words("error errors galat kesalahan berat fatal"),
    Severity.WARNING: _words("peringatan warning warnings"),
    Severity.INFO: _words("info informasi infos information"),
}

STANDS: Mapping[Stand, tuple[str, ...]] = {
    Stand.OPEN: _words("belum_ terbuka open undecided pending unanswered unresolved outstanding unreviewed belum sisa "
                       "rest remaining sisanya"),
    Stand.DECIDED: _words("sudah_ decided answered resolved"),
    Stand.NOTED: _words("dicatat diterima accepted noted dicatatkan"),
    Stand.REJECTED: _words("ditolak rejected dismissed"),
    Stand.LATER: _words("ditunda postponed deferred skipped dilewati"),
    Stand.FIXED: _words("diperbaiki fixed corrected"),
    Stand.CHANGED: _words("berubah changed"),
}  # fmt: skip

TAGS: Mapping[str, tuple[str, ...]] = {
    "fill": _words(
        """yang di pada dari untuk oleh itu ini ya dong deh sih nih kok aja saja dulu dulunya lah tolong mohon coba
        bisa mau saya
        aku kita kami ingin lagi sekarang tadi pak bu mas mbak bro kak min please the of in on at a an me my i
        you can could
        for now this that it them those these one ones with from let's lets us want ada dan and are is be ok
        oke okay baik ayo
        terus nya so ah oh nah sekian yes iya jadi thing things dalam sama mereka which were have has do_ also juga
        semacam skrg langsung aja
        lemme gimme it's that's i'm i'll i've we we'll they've yeah yep oke sebentar bentar ah yuk cepat bang
        gan bos quickly right
        need by itu-itu there any masih still about up out silakan"""
    ),
    "to": _words("ke to menuju into onto kepada"),
    "all": _words("sekaligus sekalian sekaliannya semua semuanya seluruh seluruhnya all every everything each whole"),
    "alike": _words("sejenis serupa kind same similar alike seperti like sama"),
    "finding": _words("temuan finding findings item items masalah issue issues poin butir matters matter masalahnya "
        "catatannya"),
    "show": _words(
        """what's tampilkan tampil lihat perlihatkan munculkan tunjukkan show display view see list daftar
        sebutkan kasih
        beri give lihatkan
        buka open mana apa what"""
    ),
    "only": _words("hanya cuma cuman doang khusus khususnya only just saring filter fokus focus batasi limit melulu"),
    "off": _words("hapus buang matikan lepas lepaskan tanpa clear remove reset drop off without hilangkan copot "
        "cabut no stop "
                  "bersihkan turn nonaktifkan batalkan cancel undo usah tidak jangan"),
    "filter": _words("filter saringan penyaring disaring filters filtering saring difilter penyaringan filternya"),
    "again": _words("balik lagi again kembali back semula"),
    "accept": _words("record rekam catatin rekamkan catat terima setuju accept approve dicatat diterima "
        "setujui agree masukkan masukin catatkan note"),
    "truly": _words("benar indeed fix jelas-jelas betul benar memang jelas real really clearly definitely "
        "obviously emang bener true nyata"),
    "notes": _words("catatan notes note reviu review reviunya catatannya"),
    "already": _words("sudah already been telah"),
    "author": _words("mereka they author penyusun opd opdnya bidang dinas orangnya him her staff"),
    "why": _words("kenapa mengapa why kok apa alasan jelaskan explain dasar what's"),
    "called": _words("dianggap disebut dibilang flagged ditandai muncul jadi bisa masuk considered marked listed "
        "dasarnya masalah "
                     "problem ditemukan temuan finding"),
    "reject": _words("tolak ditolak reject rejected dismiss bukan_salah"),
    "later": _words("nanti tunda lewati skip postpone later defer ditunda tangguhkan lewat dilewati"),
    "fixed": _words("sudah_diperbaiki fixed"),
    "mark": _words("leave tandai mark put jadikan anggap nyatakan putuskan sebagai as jawab answer"),
    "wrong": _words("salah keliru wrong kesalahan kekeliruan mistake mistakes error errors mistaken incorrect "
        "bermasalah slip slips"),
    "small": _words("kecil sepele remeh small minor trivial immaterial"),
    "table": _words("tabel table tbl tables"),
    "page": _words("hal halaman hlm page pages pg"),
    "chapter": _words("bab chapter"),
    "section": _words("bagian section subbab judul heading seksi subbagian"),
    "number": _words("nomor no number num nomer ke"),
    "go": _words("bawa bawakan antar antarkan arahkan mampir loncat lompat pindah pergi goto go jump move bring "
        "take navigate buka open langsung balik kembali "
        "back return "
                 "mundur maju menuju skip scroll gulir cari_halaman"),
    "row": _words("baris barisnya row line tabelnya letaknya tempatnya place draf draft drafnya posisinya lokasinya "
        "asli aslinya "
                  "konteks context naskah naskahnya where"),
    "sort": _words("urut urutkan urutin urutan sort order sortir susun arrange rank mengurutkan diurutkan sorted "
        "ordered ordering "
                   "sorting prioritaskan dahulukan group kelompokkan kelompokin"),
    "by": _words("menurut berdasarkan berdasar sesuai based according secara per mulai start starting begin from dulu "
        "duluan first "
                 "atas paling terlebih how much they it's its their where"),
    "by_place": _words("depan awal letak tempat posisi halaman draf dokumen place position page location "
        "appearance document draft lokasi "
                       "naskah text places pages baris letaknya posisinya lokasinya tempatnya urutan"),
    "by_kind": _words("jenis tipe kelompok kode type kind category code family types kinds macam golongan "
        "rumpun check aturan "
                      "rule categories groups group"),
    "by_rupiah": _words("rupiah rupiahnya uang uangnya money rp nominal nominalnya duit"),
    "by_worth": _words("nilai rupiah besar terbesar material materialitas penting terpenting dampak stake "
        "amount size value "
                       "importance biggest largest materiality impact important money uang selisih worth gede "
        "gedenya mahal berat "
                           "terberat heaviest "
                       "rupiahnya gede severity tingkat parah serius serious rp nominal"),
    "threshold": _words("materialitas materiality batas ambang threshold batasnya"),
    "below": _words("bawah kurang below under less than dari lebih smaller kecil"),
    "fold": _words("lipat fold collapse gulung ciutkan sembunyikan hide"),
    "set": _words("ganti pakai gunakan ubah pindah jadi switch change use speak set make jadikan setel atur pake "
        "pasang nyalakan "
                  "aktifkan go please kembali back want bicara ngomong reply answer jawab can turn put"),
    "language": _words("bahasa language lang"),
    "id": _words("indonesia indonesian bahasa id indo indonesianya"),
    "en": _words("inggris english en inggrisnya"),
    "theme": _words("tema theme mode warna layar tampilan screen colours colors colour color background skin latar "
        "temanya modus "
                    "layarnya tampilannya"),
    "dark": _words("gelap dark malam night hitam black"),
    "light": _words("terang light cerah putih siang day bright white"),
    "contrast": _words("kontras contrast"),
    "high": _words("tinggi high higher"),
    "glare": _words("silau mata sakit eyes hurt glare pusing capek my"),
    "change": _words("berubah perubahan changed change changes new baru beda different perbedaan difference "
        "differences terbaru"),
    "since": _words("sejak since dibanding dibandingkan compared ketimbang setelah after dari semenjak"),
    "when": _words("kemarin yesterday terakhir last tadi semalam sebelumnya previous time session sesi night week "
        "minggu lalu pagi "
                   "waktu kali sidang sitting kunjungan visit saat here buka hari days day yesterday's"),
    "ask": _words("anything apa what apa-apa apakah mana which saja aja what's did"),
    "export": _words("ekspor eksport export simpan save unduh download cetak print buatkan bikin bikinkan tulis write "
        "keluarkan "
                     "konversi convert jadikan buat simpankan"),
    "result": _words("hasil hasilnya ringkasan laporan review reviu results result findings temuan report catatan "
        "summary semua "
                     "everything all daftar list ringkasannya laporannya it this keputusan"),
    "as": _words("ke to as jadi sebagai dalam bentuk format file berkas in dengan into formatnya filenya menjadi"),
    "how_many": _words("berapa howmany tinggal sisa masih sampai sejauh how far"),
    "left": _words("lagi sisa left remaining remain to_go belum_ belum sudah_ sudah mana done tinggal sisanya "
        "temuannya temuan "
                   "findings finding still more masih jumlah along berapa_ selesai beres many so we am i "
        "progres progress kita "
                   "temuan_ go are there yang ya to have"),
    "overview": _words("ringkasan summary rekap rangkuman status progress progres overview statusnya rekapnya "
        "kemajuan"),
    "leave": _words("keluar quit exit selesai udahan tutup close bye cukup segitu stop berhenti sudahi sudahan pamit "
        "finish pulang"),
    "leaving": _words("buat dulu ya sudah sampai sini hari ini nanti besok lagi lanjut now for today that's all "
        "enough i'm "
        "i am done we "
                      "segini itu aja saja dong deh oke ok let's and save dan simpan aplikasi program app the "
        "program for_now "
                      "makasih thanks cukup segitu mau me please pls good"),
    "next": _words("lanjut lanjutkan berikut berikutnya next continue terus selanjutnya onward maju teruskan"),
    "nexting": _words("temuan yang ke one please pls lagi dong ya deh aja saja let's lets us to the finding go on ok "
        "oke yuk ayo "
                      "move this skip and satu yuk then show me kita bisa"),
    "previous": _words("kembali balik mundur sebelumnya back previous prev before"),
    "undo": _words("tarik cabut batal batalkan urungkan undo revert cancel oops ups kembalikan balikin takeback "
        "salah_pencet"),
    "undoing": _words("salah keliru wrong mistake lagi batal yang tadi terakhir barusan keputusan jawaban "
        "jawabannya pembatalan saya itu ini last that "
        "decision my the it answer "
                      "dong ya deh aja please pls lagi just one i did we this eh aduh waduh wait no tolong bisa mau "
                          "keputusannya "
                      "langkah step action move gua pencetnya"),
    "redo": _words("ulangi redo ulang"),
    "redoing": _words("batal dibatalin dibatalkan put back it yang tadi itu that it lagi again last the one "
        "dibatalkan dong please pls pembatalan barusan ya deh aja"),
    "verdict_question": _words("sebaiknya haruskah mending enaknya apakah should must perlukah baiknya bagusnya"),
    "hedge": _words(
        """bilang katanya kata said says claim claims claimed ngaku ngakunya mengaku menurutnya suppose
        supposedly reportedly i_guess i_think
        mungkin kayaknya kayak sepertinya barangkali entah terserah perhaps maybe might would wouldn't wouldnt
        kalau kalo if
        seandainya andai misalnya suppose ragu bingung unsure doubt jika could've think kira kira-kira rasanya
        semoga harusnya
        hampir nyaris almost nearly harus_ might've seems guess probably tampaknya whatever"""
    ),
    "none": _words("none neither bukan no"),
    "or": _words("atau or either"),
    "against": _words("jangan tidak bukan belum don't dont not never usah doesn't isn't shouldn't didn't didnt "
        "nothing cannot "
                      "can't won't wont kecuali except unless selain but tapi tetapi namun without tanpa"),
}  # fmt: skip

FORMATS: Mapping[str, str] = {
    "excel": "xlsx", "xlsx": "xlsx", "xls": "xlsx", "spreadsheet": "xlsx", "word": "docx", "docx": "docx", "doc": "docx",
    "pdf": "pdf", "csv": "csv", "json": "json", "html": "html", "web": "html", "sarif": "sarif", "markdown": "md", "md": "md",
    "teks": "txt", "text": "txt", "txt": "txt",
}  # fmt: skip

SHORT: Mapping[str, str] = {
    "brp": "berapa", "brapa": "berapa", "mny": "many", "lg": "lagi", "sj": "saja", "pls": "please", "plz": "please", "dr": "dari",
    "utk": "untuk", "dlm": "dalam", "sm": "sama", "jd": "jadi", "klo": "kalau", "kl": "kalau", "kalo": "kalau", "ama": "sama",
    "bs": "bisa", "lht": "lihat", "liat": "lihat", "tmpt": "tempat", "skrg": "sekarang", "skg": "sekarang", "hr": "hari",
    "kmrn": "kemarin", "kmarin": "kemarin", "kemaren": "kemarin", "bhs": "bahasa", "tampilin": "tampilkan", "pake": "pakai",
    "liatin": "lihat", "tpi": "tapi", "tp": "tapi", "sblm": "sebelum", "sblmnya": "sebelumnya", "bner": "benar", "bener": "benar",
    "persentasenya": "persentase", "presentasenya": "presentase", "jmlh": "jumlah", "jml": "jumlah", "hlmn": "halaman",
    "tmuan": "temuan", "trserah": "terserah", "trsrah": "terserah", "kluar": "keluar", "kyknya": "kayaknya", "apus": "hapus",
    "jgn": "jangan", "jng": "jangan", "gausah": "jangan", "gajadi": "batal", "gakjadi": "batal",
    "sbg": "sebagai", "trima": "terima",
    "gk": "tidak", "g": "tidak", "kaga": "tidak", "prev": "previous",
    "warnings": "warning", "ilangin": "hilangkan", "balikkan": "balikin", "tab": "tabel", "sampe": "sampai", "smpe": "sampai",
    "dikit": "sedikit", "abis": "habis", "ttg": "tentang", "krj": "kerja", "ampe": "sampai", "dg": "dengan", "org": "orang",
}  # fmt: skip
"""Short and spoken forms, besides those of the lexicon."""

JOINED = tuple(
    (re.compile(rf"(?<![\w.]){pattern}(?![\w])"), word)
    for pattern, word in (
        (r"(?:this|that) 1", "this"),
        (r"(?:they|they've|mereka)(?: have| already| sudah)*"
         r" (?:corrected|fixed|revised|perbaiki)(?: it| that| this)?(?: already)?",
         "sudah_diperbaiki"),
        (r"(?:(?:all )?at once|in one (?:go|shot|sweep)|(?:all )?at the same time|all together)", "sekaligus"),
        (r"tidak jadi(?! (?:masalah|soal|temuan|catatan))", "batal"),
        (r"(?:i guess|i think|i suppose)", "i_guess"),
        (r"sudah (?:beres |selesai )?(?:perbaiki|betulkan|benahi|koreksi|revisi|dibenerin|diperbaikin)", "sudah_diperbaiki"),
        (r"(?:bukan|tidak|bkn|not|none|no|isn't|aren't|are not|is not) ?(?:ada |a |an |really )?"
         r"(?:kesalahan|salah|keliru|kekeliruan|masalah|mistakes?|errors?|wrong|problems?)", "bukan_salah"),
        (r"(?:false (?:positives?|alarms?)|salah deteksi|sudah (?:benar|betul|sesuai))", "bukan_salah"),
        (r"(?:sudah|telah|already|been|have been|has been|as) (?:di ?perbaiki|dibetulkan|dikoreksi|direvisi|fixed|corrected)",
         "sudah_diperbaiki"),
        (r"(?:(?:masih )?(?:belum|blm)(?: ada)?|yang belum|not yet|not|haven't been|yet to be) ?(?:saya |aku |kami |gue |i )?"
         r"(?:di ?putuskan|putus|di ?jawab|jawab|ditanggapi|di "
             "?proses|ditinjau|dibahas|beres|dikerjakan|ditindaklanjuti|diapa-apain|"
         r"decided|answered|reviewed|done|resolved|dealt with|handled)", "belum_"),
        (r"(?:sudah|yang sudah|already|been) (?:saya |aku |i )?"
         r"(?:di ?putuskan|di ?jawab|putuskan|jawab|beres|ditanggapi|diproses|diputusin|selesai|"
         r"decided|answered|reviewed|done)", "sudah_"),
        (r"(?:ya|iya|oke|ok) sudah(?! selesai| cukup| beres)", "ya"),
        (r"(?:move|moving|go|carry) on|keep going", "lanjut"),
        (r"that'?s (?:all|enough)(?: folks)?", "cukup"),
        (r"(?:come|get|circle) back to (?:this|it)(?: one)?(?: later)?", "postpone"),
        (r"(?:how many|brp banyak|berapa banyak)", "howmany"),
        (r"(?:to go)", "to_go"),
        (r"in words", "in_words"),
        (r"salah (?:pencet|tekan|klik|ketuk)", "salah_pencet"),
        (r"(?:take|took) (?:that |it |this )?back", "takeback"),
    )
)  # fmt: skip
"""Several words that are one thing."""


@cache
def tags() -> Mapping[str, frozenset[str]]:
    """Every word with all that it may be."""
    found: dict[str, set[str]] = {}

    def add(tag: str, words: tuple[str, ...]) -> None:
        for word in words:
            found.setdefault(word, set()).add(tag)

    for tag, words in TAGS.items():
        add(tag, words)
    for family, words in FAMILIES.items():
        add(f"kind:{family}", words)
    for severity, words in SEVERITIES.items():
        add(f"severity:{severity}", words)
    for stand, words in STANDS.items():
        add(f"stand:{stand}", words)
    add("format", tuple(FORMATS))
    return {word: frozenset(which) for word, which in found.items()}
