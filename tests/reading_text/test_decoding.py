"""Bytes become characters."""

from __future__ import annotations

import pytest

from reviewer.reading.decoding import decode

TEXT = "Anggaran – “sebesar” Rp 1.000,- naïve\nBaris kedua\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT
    assert decode(TEXT.encode(encoding)).notices == ()


def test_utf16_of_either_order_with_its_mark() -> None:
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le")).text == TEXT
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


def test_utf16_without_a_mark() -> None:
    decoded = decode(TEXT.encode("utf-16-le"))
    assert decoded.text == TEXT
    assert len(decoded.notices) == 1


def test_windows_1252_is_told() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert "Windows-1252" in decoded.notices[0].message.id


def test_one_stray_byte_does_not_spoil_the_rest() -> None:
    decoded = decode("é “dua” – tiga ".encode() + b"\x96 empat")
    assert decoded.text == "é “dua” – tiga – empat"
    assert len(decoded.notices) == 1


def test_bytes_without_a_character_are_blanks() -> None:
    assert decode(b"a\x81\x8d\xe9").text == "a  é"
