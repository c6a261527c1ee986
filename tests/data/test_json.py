"""JSON becomes the same tree as YAML, numbers exactly as written."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import DataNode
from reviewer.reading.data_json import parse_json
from reviewer.reading.data_tree import DEPTH, NODES
from reviewer.reading.unreadable import Unreadable


def plain(node: DataNode) -> object:
    if node.kind == "map":
        return {key: plain(child) for key, child in node.value}  # type: ignore[union-attr, misc]
    if node.kind == "list":
        return [plain(child) for child in node.value]  # type: ignore[union-attr, arg-type]
    return node.value


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4)
    | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(alphabet='ab"\\é\n', max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


class _Exact(json.JSONEncoder):
    def default(self, o: object) -> object:
        return float(o) if isinstance(o, Decimal) else super().default(o)


@given(values, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_it_reads_what_json_writes_and_what_json_reads(value: object, indent: int | str | None, ascii: bool) -> None:
    written = json.dumps(value, cls=_Exact, indent=indent, ensure_ascii=ascii)
    root = parse_json(written)
    assert root is not None
    assert plain(root) == json.loads(written, parse_float=Decimal)


@given(values, st.sampled_from([None, 2, "\t"]))
def test_every_scalar_stands_where_its_place_says(value: object, indent: int | str | None) -> None:
    written = json.dumps({"nilai": value}, cls=_Exact, indent=indent, ensure_ascii=False)
    lines = written.split("\n")
    root = parse_json(written)
    assert root is not None

    def look(node: DataNode) -> None:
        if node.kind == "scalar":
            assert node.place.line is not None and node.place.column is not None
            rest = lines[node.place.line - 1][node.place.column - 1 :]
            shown = (
                json.dumps(node.text, ensure_ascii=False)[1:-1] if isinstance(node.value, str) else node.text or "null"
            )
            assert rest.startswith(shown)
            return
        assert isinstance(node.value, tuple)
        for child in node.value:
            look(child[1] if isinstance(child, tuple) else child)

    look(root)


def test_decimals_are_exact_and_the_place_counts_tabs_as_one() -> None:
    root = parse_json('{\n\t"a": 0.10,\n\t"b": 12.345\n}')
    assert root is not None
    (_, a), (_, b) = root.value  # type: ignore[misc, union-attr]
    assert (str(a.value), a.text, a.place.line, a.place.column, a.key_place.column) == ("0.10", "0.10", 2, 7, 3)
    assert b.value == Decimal("12.345")


def test_halves_of_characters_and_absurd_numbers_stay_harmless() -> None:
    root = parse_json('{"a": "x\\ud83d", "b": 1e999999999, "c": ' + "9" * 5_000 + "}")
    assert root is not None
    found = dict(root.value)  # type: ignore[arg-type]
    assert found["a"].text == "x\ufffd"
    assert found["b"].value == "1e999999999"
    assert found["c"].value == "9" * 5_000


@pytest.mark.parametrize(
    ("source", "line", "column", "says"),
    [
        ('{"a": 1,}', 1, 9, "kunci"),
        ('{"a" 1}', 1, 6, "“:”"),
        ("{a: 1}", 1, 2, "kutip ganda"),
        ('{"a": 1 "b": 2}', 1, 9, "koma"),
        ('{"a": [1, 2}', 1, 12, "koma"),
        ('{\n "a": [1, 2', 2, 7, "tidak ditutup"),
        ('{"a": "x', 1, 7, "tidak ditutup"),
        ('{"a": "\n"}', 1, 8, "aturan JSON"),
        ('{"a": "\\x"}', 1, 8, "aturan JSON"),
        ('{"a": 01}', 1, 7, "nilai"),
        ('{"a": NaN}', 1, 7, "nilai"),
        ('{"a": 1.}', 1, 7, "nilai"),
        ('{"a": tru}', 1, 7, "nilai"),
        ('{"a": 1}\nx', 2, 1, "sesudah akhir"),
        ("# bukan JSON", 1, 1, "nilai"),
    ],
)
def test_a_slip_is_told_in_one_line_with_its_place(source: str, line: int, column: int, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_json(source)
    words = caught.value.message
    assert words.id.startswith(f"baris {line} kolom {column}: ") and says in words.id
    assert words.en.startswith(f"line {line} column {column}: ")


def test_depth_and_number_of_values_are_bounded() -> None:
    with pytest.raises(Unreadable, match=str(DEPTH)):
        parse_json("[" * 100_000)
    with pytest.raises(Unreadable, match=str(NODES)):
        parse_json("[" + "1," * (NODES + 1) + "1]")


def test_nothing_is_nothing() -> None:
    assert parse_json(" \n\t") is None


@given(st.text(alphabet='{}[]",:0123456789.eE-+ \n\ttruefalsn\\u"', max_size=60))
def test_any_text_is_a_value_or_one_line_just_as_json_says(text: str) -> None:
    try:
        expected = json.loads(text, parse_float=Decimal, parse_constant=lambda name: pytest.fail(name))
    except ValueError:
        if text.strip(" \n\t"):
            with pytest.raises(Unreadable):
                parse_json(text)
        return
    root = parse_json(text)
    assert root is not None
    if not isinstance(expected, (dict, list)) and not (isinstance(expected, Decimal) and root.value == root.text):
        assert root.value == expected
