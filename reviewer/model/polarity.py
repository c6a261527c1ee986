"""Which way of an indicator is better, as its name tells."""

from __future__ import annotations

import re

_LOWER = re.compile(
    r"kemiskinan|miskin|stunting|pengangguran|kematian|temuan|kasus|pelanggaran|risiko|resiko|kebocoran|waktu tunggu|"
    r"inflasi|\bgini\b|ketimpangan|kecelakaan|kriminal|konflik|buta huruf|buta aksara|putus sekolah|gizi buruk|gizi kurang|"
    r"prevalensi|kesenjangan|keluhan|pengaduan|gangguan|keterlambatan|kawasan kumuh",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"penurunan|pengurangan|penyelesaian|ditangani|diselesaikan|penanganan|pencegahan|tertangani|ditindaklanjut|"
    r"tindak lanjut|terselesaikan|\bselesai\b|respon|bebas|cakupan|layanan|pelayanan|penemuan|ditemukan|diobati|"
    r"pengungkapan|terungkap|kesembuhan|sembuh|ketahanan|pengendalian|pengelolaan|dibina|dilayani|memperoleh|mendapat|"
    r"kapasitas|keluar dari|terdeteksi|imunisasi|penduduk miskin yang|dikurangi|menurun",
    re.IGNORECASE,
)


def lower_is_better(label: str) -> bool:
    """Whether an indicator is one of which less is better by its nature: "Angka kematian ibu", not "Kasus ditangani"."""
    return _LOWER.search(label) is not None and _TURNED.search(label) is None
