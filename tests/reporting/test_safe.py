"""Nothing in a draft steers the terminal it is shown on."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reviewer.reporting.safe import visible, visible_keeping


@given(st.text(st.characters()))
def test_one_line_without_control_characters(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert visible(shown) == shown


@given(st.text(st.sampled_from("abc 123.,%-Rp()[]{}é—")))
def test_ordinary_text_is_left_alone_but_for_its_spaces(text: str) -> None:
    assert visible(text) == " ".join(text.split())


def test_what_a_terminal_would_obey_is_seen() -> None:
    assert visible("a\x1b[31mb\x07\x9b2J\u202ec") == "a␛[31mb␇⟨U+009B⟩2J⟨U+202E⟩c"
    assert visible("satu\n dua\t\u00a0tiga ") == "satu dua tiga"
    assert visible_keeping("a\tb\n  c\x1b") == "a→b\n  c␛"
