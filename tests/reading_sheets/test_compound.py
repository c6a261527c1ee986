"""Old Office files are what the streams of their root say, whatever is embedded in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.reading.compound import Compound
from reviewer.reading.kinds import kind_of
from tests.reading_sheets.compound import compound


@pytest.mark.parametrize(
    ("streams", "inside", "kind"),
    [
        (("Workbook",), ("WordDocument",), "xls"),
        (("WordDocument",), ("Workbook",), "doc"),
        (("Book",), (), "xls"),
        (("EncryptedPackage",), ("WordDocument",), "locked"),
        (("PowerPoint Document",), ("Workbook", "WordDocument"), "ole"),
    ],
)
def test_an_embedded_object_does_not_tell_what_the_file_is(
    streams: tuple[str, ...], inside: tuple[str, ...], kind: str
) -> None:
    data = compound(dict.fromkeys(streams, b"x"), dict.fromkeys(inside, b"y"))
    assert Compound(data).names == frozenset(streams)
    assert kind_of(data) == kind


def test_the_bytes_of_a_stream() -> None:
    data = compound({"Workbook": b"abc" * 5000, "Other": b"z"})
    assert Compound(data).stream("Workbook").rstrip(b"\0") == b"abc" * 5000
    assert Compound(data).stream("Missing") == b""


@given(st.data())
def test_whatever_is_broken_reads_as_missing(data: st.DataObject) -> None:
    whole = bytearray(compound({"Workbook": b"abc" * 2000}, {"WordDocument": b"y"}))
    for _ in range(data.draw(st.integers(0, 6))):
        whole[data.draw(st.integers(8, 1800))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(8, len(whole)))])
    for name in Compound(cut).names:
        assert len(Compound(cut).stream(name)) <= len(cut)
    assert kind_of(cut) in ("xls", "doc", "ole", "locked")
