"""What is understood, and what is asked back."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reviewing.hearing import Doubt, Heard, affirms, command_word, denies, listen, number_of, reason_of
from reviewer.reviewing.lexicon import DOUBTFUL, PHRASES, Intent

A, R, L, F = Intent.ACCEPT, Intent.REJECT, Intent.LATER, Intent.FIXED

PLAIN = {
    A: """catat|Catat.|CATAT YA|ok catat|tolong catat dong|ya|iya|setuju|terima|diterima|catatlah|dicatat|jadikan catatan|
        accept|I accept|accept this finding|yes please|note|note this|agree|catat lanjut|catat dan lanjut|accept and next|
        catta|catatt|accpet|accep|memang salah""",
    R: """tolak|bukan kesalahan|bkn kesalahan|Bukan kesalahan!|ini bukan kesalahan|reject|not a mistake|this is not an error|
        false positive|tidak setuju|sudah benar|ditolak|bukan kesalahan karena|tolak dengan alasan""",
    L: """nanti|nanti saja|nanti dulu ya|lewati|lewat|skip|later please|skip this one for now|tunda dulu|
        saya tidak tahu|not sure""",
    F: "sudah diperbaiki|sdh diperbaiki|udah dibetulkan|sudah dikoreksi|fixed|already fixed|it is fixed",
    Intent.WHY: "kenapa|kenapa?|mengapa ini salah?|knp|kenpa|why|why is this wrong?|jelaskan|gimana hitungannya|explain",
    Intent.NEXT: "lanjut|lanjutkan|lanjut dong|lanjtu|lanjutin|next|continue|temuan berikutnya|terus",
    Intent.BACK: "kembali|kmbali|back|previous|sebelumnya|mundur",
    Intent.UNDO: "batal|batalkan|batalkan yang terakhir|gak jadi|undo|oops",
    Intent.REDO: "ulangi|redo",
    Intent.SUMMARY: "ringkas|ringkasan|summary|rekap|status",
    Intent.LIST: "daftar|daftar temuan|list",
    Intent.HELP: "?|bantuan|bantaun|help|hlep|tolong",
    Intent.ALIKE: "catat semua sejenis|catat semua|terima semua|accept all|accept all of this kind|ya, catat semuanya ya",
    Intent.EVERYTHING: "semua|tampilkan semua|all|show all",
    Intent.REFRESH: "muat ulang|segarkan|refresh|reload",
    Intent.QUIT: "selesai|keluar|quit|exit|saya sudah selesai|selesai dulu",
    Intent.THANKS: "terima kasih|terima kasih banyak|makasih ya|thanks|halo",
}


@pytest.mark.parametrize(
    ("said", "intent"), [(s.strip(), i) for i, all_of_it in PLAIN.items() for s in all_of_it.split("|")]
)
def test_plain_words_are_understood(said: str, intent: Intent) -> None:
    heard = listen(said)
    assert isinstance(heard, Heard) and heard.intent is intent and heard.sure and heard.text == ""


@pytest.mark.parametrize(
    ("said", "intent", "text"),
    [
        ("bukan kesalahan karena pembulatan", R, "pembulatan"),
        ("Bukan kesalahan krn sesuai DPA Perubahan", R, "sesuai DPA Perubahan"),
        ("tolak: sesuai dokumen sumber", R, "sesuai dokumen sumber"),
        ("tolak - pembulatan", R, "pembulatan"),
        ("rejcet because rounding", R, "rounding"),
        ("bukan kesalahn karena pembulatan", R, "pembulatan"),
        ("saya mau tolak karena salah baca", R, "salah baca"),
        ("reject because it is rounded", R, "it is rounded"),
        ("this is not an error because x y", R, "x y"),
        ("itu sudah benar karena dibulatkan", R, "dibulatkan"),
        ("catat, karena dokumen sumber lain", A, "dokumen sumber lain"),
        ("catatan: cek DPA", Intent.NOTE, "cek DPA"),
        ("catatan cek DPA", Intent.NOTE, "cek DPA"),
        ("note check the DPA", Intent.NOTE, "check the DPA"),
        ("tanggapan akan diperbaiki", Intent.RESPOND, "akan diperbaiki"),
        ("temuan: pagu tidak disebut", Intent.ADD, "pagu tidak disebut"),
        ("tambah temuan pagu tidak disebut", Intent.ADD, "pagu tidak disebut"),
        ("ke 5", Intent.GO, "5"),
        ("go to 5", Intent.GO, "5"),
        ("kembali ke 5", Intent.GO, "5"),
        ("temuan 5", Intent.GO, "5"),
        ("ke tabel 3.11", Intent.GO, "tabel 3.11"),
        ("cari pagu", Intent.SEARCH, "pagu"),
        ("ekspor a b.md", Intent.EXPORT, "a b.md"),
    ],
)
def test_what_follows_a_command_is_taken_as_typed(said: str, intent: Intent, text: str) -> None:
    assert listen(said) == Heard(intent, text)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("menurut saya ini bukan kesalahan karena pembulatan", Heard(R, "pembulatan")),
        ("Menurut kami bukan kesalahan, karena 2 kegiatan digabung", Heard(R, "2 kegiatan digabung")),
        ("ini salah ketik, tolong catat", Heard(A, "ini salah ketik")),
        ("Ini memang salah hitung, dicatat ya.", Heard(A, "Ini memang salah hitung")),
        ("this is a typo, please note it", Heard(A, "this is a typo")),
        ("tanyakan ke OPD dulu", Heard(L, "tanyakan ke OPD dulu")),
        ("saya konfirmasi ke bagian keuangan dulu ya", Heard(L, "saya konfirmasi ke bagian keuangan dulu ya")),
        ("berapa yang belum?", Heard(Intent.SUMMARY)),
        ("masih berapa lagi ya?", Heard(Intent.SUMMARY)),
        ("how many are left?", Heard(Intent.SUMMARY)),
        ("jumlahnya dari mana?", Heard(Intent.WHY)),
        ("angka 97 itu dari mana ya", Heard(Intent.WHY)),
        ("catatan: angkanya dari mana?", Heard(Intent.NOTE, "angkanya dari mana?")),
        ("bukan kesalahan, rincian ada di lampiran", Heard(R, "rincian ada di lampiran")),
        ("tolak: tidak ada di DPA", Heard(R, "tidak ada di DPA")),
    ],
)
def test_whole_sentences_are_understood(said: str, heard: Heard) -> None:
    assert listen(said) == heard


CONTRARY = """jangan catat|belum tentu bukan kesalahan|menurut saya belum tentu bukan kesalahan karena x y|
    menurut OPD bukan kesalahan karena x y|menurut saya bukan kesalahan?|menurut saya ini bukan kesalahan, tapi catat|
    ini bukan salah ketik, tolong catat|ini salah ketik, jangan catat|ini salah ketik, tidak usah dicatat|
    ini salah ketik, catat?|ini salah ketik, belum perlu dicatat|salah ketik, catat|ini salah ketik, catat semua|
    apakah ini salah ketik, tolong catat|kalau ini salah ketik, tolong catat|memang salah, jangan dicatat|
    setuju, tapi tolak|bukan kesalahan, catat saja|catat, eh jangan|memang salah, bukan kesalahan|
    tanyakan ke OPD dulu?|jangan tanyakan ke OPD dulu|tidak perlu tanya ke OPD dulu|tanyakan ke siapa|
    tanyakan ke saya dulu|tanya dulu|sudah saya tanyakan ke OPD dulu|tanyakan ke OPD dulu baru catat|
    sudah tanya ke OPD dulu dan bukan kesalahan|catat dari mana?|berapa yang belum dicatat?|dari mana bukan kesalahan"""


@pytest.mark.parametrize("said", [said.strip() for said in CONTRARY.split("|")])
def test_what_turns_a_verdict_decides_nothing(said: str) -> None:
    heard = listen(said)
    assert isinstance(heard, Doubt) or not heard.intent.decides or not heard.sure


@given(
    st.sampled_from(["jangan", "tidak usah", "belum tentu", "bukan", "belum", "don't"]),
    st.sampled_from(["", "menurut saya ", "ini ", "tolong ", "ya, "]),
    st.sampled_from(
        ["bukan kesalahan karena pembulatan", "ini salah ketik, tolong catat", "tanyakan ke OPD dulu", "memang salah",
         "catat", "tunda dulu", "sudah diperbaiki", "tolak karena pembulatan"]
    ),
)  # fmt: skip
def test_a_sentence_against_a_verdict_never_decides(against: str, before: str, verdict: str) -> None:
    heard = listen(f"{before}{against} {verdict}")
    assert isinstance(heard, Doubt) or not heard.intent.decides or not heard.sure


def test_all_of_a_kind_with_a_reason() -> None:
    heard = listen("tolak semua sejenis karena pembulatan")
    assert heard == Heard(Intent.ALIKE, "pembulatan", every=R)


@pytest.mark.parametrize(
    "said",
    """cacat|ganti|tolok ukur|tolak ukur kinerja belum ada|ya tapi pagunya benar|catat pagunya salah|bukan kesalahan?|
    apakah bukan kesalahan?|jangan catat|tidak usah dicatat|dont accept|do not accept this|not fixed|belum diperbaiki|
    benar|betul|salah|ok|oke|tidak|bukan|no|sudah|done|iya betul|ini kesalahan|this is a mistake|harus diperbaiki|abaikan|
    karena pembulatan|tidak, karena pembulatan|sudah sesuai dengan DPA|catatn|tanda|except|catut|acept the budget|
    catat ke 5|temuan ini salah|nanti saya tanya bagian keuangan|bukan kesalahan tapi salah ketik|
    catat?|tolak?|accept?""".split("|"),
)
def test_where_a_decision_is_not_plain_it_is_asked_back(said: str) -> None:
    heard = listen(said.strip())
    assert isinstance(heard, Doubt) or not heard.sure


@pytest.mark.parametrize(
    "said", ["blah blah", "berapa realisasi program 5", "…", "42x", "😀", "[bold]catatan harian[/]x", "tahu"]
)
def test_what_is_not_known_decides_nothing(said: str) -> None:
    heard = listen(said)
    assert isinstance(heard, Doubt) or not heard.intent.decides


def test_what_is_not_understood_comes_with_what_is_nearest() -> None:
    heard = listen("catatn")
    assert isinstance(heard, Doubt) and set(heard.nearest) == {Intent.NOTE, Intent.ACCEPT}


@given(st.text(max_size=60))
def test_anything_can_be_said(said: str) -> None:
    heard = listen(said)
    assert isinstance(heard, Heard | Doubt)


def test_a_long_reason_is_taken_whole() -> None:
    long = " ".join(f"kata{n}" for n in range(400))
    assert listen(f"tolak karena {long}") == Heard(R, long)


@pytest.mark.parametrize("word", ["ya ", "tolong ", "catat ", "karena ", "(", "a", "tidak ", "é"])
def test_any_length_is_heard_at_once(word: str) -> None:
    start = perf_counter()
    listen((word * 4000)[:4000])
    assert perf_counter() - start < 2


@given(st.sampled_from(["jangan", "tidak", "bukan", "belum", "don't", "never"]), st.sampled_from([A, L, F]), st.data())
def test_a_word_against_it_never_lets_a_decision_through(against: str, intent: Intent, data: st.DataObject) -> None:
    phrase = data.draw(st.sampled_from(PHRASES[intent]))
    heard = listen(f"{against} {phrase}")
    assert (
        isinstance(heard, Doubt)
        or heard.intent is not intent
        or not heard.sure
        or f"{against} {phrase}" in PHRASES[intent]
    )


def test_no_phrase_has_two_meanings() -> None:
    every = [phrase for phrases in PHRASES.values() for phrase in phrases]
    assert len(every) == len(set(every)) and not set(every) & set(DOUBTFUL)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("karena pembulatan", "pembulatan"), ("krn  pembulatan", "pembulatan"), (": pembulatan", "pembulatan"),
        ("because of rounding", "rounding"), ("Pembulatan.", "Pembulatan."), ("karena", ""), ("", ""),
        ("dengan alasan: sesuai DPA", "sesuai DPA"), ("5 baris lain", "5 baris lain"),
    ],
)  # fmt: skip
def test_the_word_that_opens_a_reason_is_left_out(said: str, reason: str) -> None:
    assert reason_of(said) == reason


@pytest.mark.parametrize(
    ("said", "number"),
    [("5", 5), ("#12", 12), ("nomor 7", 7), ("no. 7", 7), ("temuan 3", 3), ("kelima", 5), ("lima", 5), ("terakhir", -1),
     ("yang pertama", 1), ("last", -1), ("3.11", None), ("tabel 5", None), ("", None)],
)  # fmt: skip
def test_numbers_of_findings(said: str, number: int | None) -> None:
    assert number_of(said) == number


def test_yes_and_no_are_plain() -> None:
    assert all(map(affirms, ["ya", "Ya.", "y", "yes", "oke", "benar"])) and all(
        map(denies, ["tidak", "gak", "t", "n", "no", "batal"])
    )
    assert not any(map(affirms, ["ya tapi", "tidak", "catat", ""])) and not any(map(denies, ["ya", "tidak tahu", ""]))


@pytest.mark.parametrize(
    ("said", "intent"),
    [("kenapa", Intent.WHY), ("Kenapa?", Intent.WHY), ("bantuan", Intent.HELP), ("?", Intent.HELP), ("batalkan", Intent.UNDO),
     ("kenpa", None), ("bantuan hibah", None), ("2", None), ("", None), ("kenapa 97", None)],
)  # fmt: skip
def test_a_single_word_is_a_command_letter_for_letter(said: str, intent: Intent | None) -> None:
    assert command_word(said) is intent
