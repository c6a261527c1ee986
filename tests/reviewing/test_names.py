"""Places as the conversation names them."""

from __future__ import annotations

import pytest

from reviewer.model import Location, Place, Spot, same
from reviewer.reviewing.names import where


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place(), "Tabel 3.1"),
        (Place(line=12), "Tabel 3.1 (baris 12)"),
        (Place(page=12), "Tabel 3.1 (halaman 12)"),
        (Place(page=12, page_label="iv"), "Tabel 3.1 (halaman iv)"),
        (Place(page=12, page_label="iv", rough=True), "Tabel 3.1 (sekitar halaman iv)"),
        (Place(sheet="PK", cell="C7"), "Tabel 3.1 (lembar PK, sel C7)"),
    ],
)
def test_a_place_is_named_as_finely_as_the_format_knows_it(place: Place, text: str) -> None:
    assert where(Location(same("Tabel 3.1"), place, Spot(0))) == text
