"""Findings of a run are assigned to those decided earlier."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.reviewing import Fate, Key, match


def key(content: str, ordinal: int = 0, row: str = "Jumlah", code: str = "TOT001") -> Key:
    return Key((code, "belanja", row, str(ordinal)), (content,))


def fates(present: list[Key], past: list[Key]) -> list[tuple[Fate, Key | None]]:
    return [(m.fate, m.past) for m in match(present, past).matches]


def test_same_figures_keep_their_decision() -> None:
    assert fates([key("10")], [key("10")]) == [(Fate.SAME, key("10"))]


def test_other_figures_are_asked_again() -> None:
    assert fates([key("11")], [key("10")]) == [(Fate.CHANGED, key("10"))]


def test_another_row_is_new_and_the_old_one_gone() -> None:
    found = match([key("10", row="Sisa")], [key("10")])
    assert [m.fate for m in found.matches] == [Fate.NEW]
    assert found.gone == (key("10"),)


def test_an_equal_row_inserted_before_does_not_take_the_decision() -> None:
    assert fates([key("7", 0), key("10", 1)], [key("10", 0)]) == [(Fate.NEW, None), (Fate.SAME, key("10", 0))]


def test_an_equal_row_removed_before_leaves_the_decision_with_its_figures() -> None:
    past = [key("7", 0), key("10", 1)]
    found = match([key("10", 0)], past)
    assert [(m.fate, m.past) for m in found.matches] == [(Fate.SAME, key("10", 1))]
    assert found.gone == (key("7", 0),)


def test_insertion_and_change_together_are_told_apart_by_what_did_not_change() -> None:
    past = [key("10", 0), key("20", 1)]
    present = [key("7", 0), key("10", 1), key("21", 2)]
    assert fates(present, past) == [(Fate.NEW, None), (Fate.SAME, key("10", 0)), (Fate.CHANGED, key("20", 1))]


def test_twins_keep_their_own_decisions() -> None:
    past = [key("10", 1)]
    assert fates([key("10", 0), key("10", 1)], past) == [(Fate.NEW, None), (Fate.SAME, key("10", 1))]


def test_the_latest_of_several_past_contents_is_the_one_that_changed() -> None:
    found = match([key("12")], [key("10"), key("11")])
    assert [(m.fate, m.past) for m in found.matches] == [(Fate.CHANGED, key("11"))]
    assert found.gone == ()


def test_figures_that_come_back_find_their_own_decision() -> None:
    assert fates([key("10")], [key("10"), key("11")]) == [(Fate.SAME, key("10"))]


def test_a_renamed_code_is_found_under_its_new_name() -> None:
    old, new = key("10", code="TOT009"), key("10", code="TOT001")
    assert match([new], [old], {"TOT009": "TOT001"}).matches[0].past == old
    assert match([new], [old]).matches[0].fate is Fate.NEW


def test_an_anchor_without_ordinal_is_an_anchor_of_its_own() -> None:
    a, b = Key(("X001", "bab satu"), ("1",)), Key(("X001", "bab dua"), ("1",))
    found = match([b], [a])
    assert found.matches[0].fate is Fate.NEW and found.gone == (a,)


rows = st.sampled_from(["Jumlah", "Sisa"])
contents = st.sampled_from(["1", "2", "3", "4"])


@st.composite
def runs(draw: st.DrawFn) -> list[Key]:
    """The findings of one run: equals are numbered in the order of the draft."""
    seen: dict[str, int] = {}
    found = []
    for row, content in draw(st.lists(st.tuples(rows, contents), max_size=8)):
        found.append(key(content, seen.get(row, 0), row))
        seen[row] = seen.get(row, 0) + 1
    return found


@given(runs(), runs())
def test_no_past_finding_is_given_twice_and_none_is_lost(present: list[Key], past: list[Key]) -> None:
    found = match(present, past)
    given_out = [m.past for m in found.matches if m.past]
    assert len(given_out) == len(set(given_out))
    assert set(given_out) | set(found.gone) == set(past)
    assert not set(given_out) & set(found.gone)
    assert len(found.matches) == len(present)


@given(runs(), runs())
def test_same_means_equal_figures_and_changed_means_others(present: list[Key], past: list[Key]) -> None:
    for here, matched in zip(present, match(present, past).matches, strict=True):
        if matched.past:
            assert here.anchor[:-1] == matched.past.anchor[:-1]
            assert (here.content == matched.past.content) is (matched.fate is Fate.SAME)
        else:
            assert matched.fate is Fate.NEW


@given(runs())
def test_an_unchanged_draft_keeps_everything(present: list[Key]) -> None:
    assert [(m.fate, m.past) for m in match(present, present).matches] == [(Fate.SAME, k) for k in present]


@given(runs(), runs())
def test_as_many_equal_figures_as_can_be_are_recognised(present: list[Key], past: list[Key]) -> None:
    """Content goes before order: nobody is called changed or new whose figures are still to be had."""
    left = list(past)
    for matched in match(present, past).matches:
        if matched.past:
            left.remove(matched.past)
    for here, matched in zip(present, match(present, past).matches, strict=True):
        if matched.fate is not Fate.SAME:
            assert not [k for k in left if k.anchor[:-1] == here.anchor[:-1] and k.content == here.content]


@given(runs(), contents, st.integers(min_value=0, max_value=8))
def test_inserting_an_equal_row_moves_no_decision(past: list[Key], content: str, at: int) -> None:
    own = [k for k in past if k.anchor[2] == "Jumlah"]
    other = "9"  # figures that no other row has
    at = min(at, len(own))
    contents_now = [k.content[0] for k in own]
    contents_now.insert(at, other)
    present = [key(c, n) for n, c in enumerate(contents_now)]
    found = match(present, own).matches
    assert found[at].fate is Fate.NEW
    rest = [m for n, m in enumerate(found) if n != at]
    assert [m.fate for m in rest] == [Fate.SAME] * len(own)
    assert sorted(m.past.content for m in rest if m.past) == sorted(k.content for k in own)
