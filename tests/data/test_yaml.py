"""YAML becomes a tree in which every scalar stays as written and knows its place."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import DataNode
from reviewer.reading.data_tree import DEPTH, NODES
from reviewer.reading.data_yaml import parse_yaml
from reviewer.reading.unreadable import Unreadable


def tree(text: str) -> DataNode:
    root = parse_yaml(text)
    assert root is not None
    return root


def plain(node: DataNode) -> object:
    if node.kind == "map":
        return {key: plain(child) for key, child in node.value}  # type: ignore[union-attr, misc]
    if node.kind == "list":
        return [plain(child) for child in node.value]  # type: ignore[union-attr, arg-type]
    return node.value


def only(text: str) -> DataNode:
    """The value of the key `a`."""
    pairs = tree(text).value
    assert isinstance(pairs, tuple) and isinstance(pairs[0], tuple)
    return pairs[0][1]


@pytest.mark.parametrize(
    ("written", "value", "text"),
    [
        ("1234567", 1234567, "1234567"),
        ("-5", -5, "-5"),
        ("98.50", Decimal("98.50"), "98.50"),
        ("0.1", Decimal("0.1"), "0.1"),
        ("1234567.25", Decimal("1234567.25"), "1234567.25"),
        ("350.000", "350.000", "350.000"),
        ("1.234.567,00", "1.234.567,00", "1.234.567,00"),
        ("012", "012", "012"),
        ("1_000", "1_000", "1_000"),
        ("0x1F", "0x1F", "0x1F"),
        ("12:30", "12:30", "12:30"),
        ("1e3", "1e3", "1e3"),
        (".inf", ".inf", ".inf"),
        ("2025-12-31", "2025-12-31", "2025-12-31"),
        ("yes", "yes", "yes"),
        ("true", True, "true"),
        ("null", None, ""),
        ("~", None, ""),
        ("", None, ""),
        ('"12"', "12", "12"),
        ("'it''s'", "it's", "it's"),
        ("!!str 12", "12", "12"),
        ("!!python/object/apply:os.system ls", "ls", "ls"),
    ],
)
def test_scalars_are_read_as_a_report_means_them(written: str, value: object, text: str) -> None:
    node = only(f"a: {written}\n")
    assert (node.value, type(node.value), node.text) == (value, type(value), text)


@pytest.mark.parametrize(
    ("source", "line", "end_line", "column"),
    [
        ("a: 12\n", 1, 1, 4),
        ('# satu\n\na:   "12"\n', 3, 3, 7),
        ("a:\n  teks\n", 2, 2, 3),
        ("a: |\n  dua\n  baris\n", 2, 3, 1),
        ("a: >-\n  dua\n  baris\n", 2, 3, 1),
        ("a: dua\n  baris\n", 1, 2, 4),
        ("{b: 1, a: é}\n", 1, 1, 5),
    ],
)
def test_a_value_knows_its_place(source: str, line: int, end_line: int, column: int) -> None:
    place = only(source).place
    assert (place.line, place.end_line, place.column) == (line, end_line, column)


def test_lines_are_those_of_an_editor() -> None:
    assert [node.place.line for _, node in tree("a: satu\u2028dua\x85tiga\r\nb: 1\n").value] == [1, 2]  # type: ignore[union-attr, misc]


def test_a_key_knows_its_place_and_repeated_keys_are_all_kept() -> None:
    root = tree("x:\n  a: 1\n  'b': 2\n  a: 3\n")
    inner = root.value[0][1]  # type: ignore[index]
    found = [(key, node.value, node.key_place.line, node.key_place.column) for key, node in inner.value]
    assert found == [("a", 1, 2, 3), ("b", 2, 3, 4), ("a", 3, 4, 3)]


def test_an_alias_repeats_its_value_where_it_stands() -> None:
    root = tree("a: &satu 5\nb: *satu\nc: &dua [1, 2]\nd: *dua\n")
    assert plain(root) == {"a": 5, "b": 5, "c": [1, 2], "d": [1, 2]}
    assert [node.place.line for _, node in root.value] == [1, 2, 3, 4]  # type: ignore[union-attr, misc]


@pytest.mark.parametrize(
    ("source", "line", "column", "says"),
    [
        ("a: 1\nb: satu: dua\n", 2, 8, "tanda kutip"),
        ("a: 1\n  b: 2\n", 2, 4, "inden"),
        ("a:\n\t- 1\n", 2, 1, "tab"),
        ("a: 1\nsatuan: %\n", 2, 9, "tanda kutip"),
        ("a: @x\n", 1, 4, "tanda kutip"),
        ("a: 1\nb: 'x\nc: 2\n", 2, 4, "tidak ditutup"),
        ("a: [1, 2\nb: 3\n", 2, 2, "tidak ditutup"),
        ("- a\nb: 1\n", 2, 1, "inden"),
        ("a: 1\nbcd\nc: 2\n", 3, 1, "tanpa tanda"),
        ("a: 1\n---\nb: 2\n", 2, 1, "lebih dari satu"),
        ("a: 1\nb: \x07\n", 2, 4, "karakter kendali"),
        ("a: *x\n", 1, 4, "*x"),
        ("a: &x [*x]\n", 1, 8, "*x"),
        ("a: ]\n", 1, 4, "tanda kutip"),
        ("? [a]\n: b\n", 1, 3, "kunci"),
        ("a: &x b\n*x : 1\n", 2, 1, "kunci"),
        ('a: "\\q"\n', 1, 6, "YAML"),
    ],
)
def test_a_slip_is_told_in_one_line_with_its_place(source: str, line: int, column: int, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_yaml(source)
    words = caught.value.message
    assert words.id.startswith(f"baris {line} kolom {column}: ") and says in words.id
    assert words.en.startswith(f"line {line} column {column}: ")
    assert "\n" not in words.id + words.en


@pytest.mark.parametrize("source", ["[" * 5_000, "- " * 5_000 + "a", "\n".join("[" * 500), "{a: " * 3_000])
def test_depth_is_bounded(source: str) -> None:
    with pytest.raises(Unreadable, match=str(DEPTH)):
        parse_yaml(source)


def test_what_aliases_multiply_is_bounded() -> None:
    bomb = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
        f"a{n}: &a{n} [{', '.join(f'*a{n - 1}' for _ in range(10))}]\n" for n in range(1, 9)
    )
    with pytest.raises(Unreadable, match=str(NODES)):
        parse_yaml(bomb)


@pytest.mark.parametrize("source", ["", "\n\n", "# hanya komentar\n", "---\n"])
def test_a_file_that_holds_nothing(source: str) -> None:
    root = parse_yaml(source)
    assert root is None or root.value is None


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"), max_size=30)
values = st.recursive(
    texts | st.integers(-(10**20), 10**20) | st.none() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(texts.filter(bool), values, min_size=1, max_size=4), st.booleans())
def test_what_yaml_writes_is_read_back(data: dict[str, object], flow: bool) -> None:
    written = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    assert as_text(plain(tree(written))) == as_text(data)


def as_text(value: object) -> object:
    """With every scalar as a text: which texts YAML must quote is not asked here."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return "" if value is None else str(value).replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`,? \n\t\\0.~é\x00"), max_size=60))
def test_any_text_is_a_tree_or_one_line(text: str) -> None:
    try:
        parse_yaml(text)
    except Unreadable as problem:
        assert "\n" not in problem.message.id


@given(st.lists(st.from_regex(r"[a-z0-9][a-z0-9.,]{0,11}", fullmatch=True), min_size=1, max_size=8))
def test_a_plain_scalar_stands_where_its_place_says(words: list[str]) -> None:
    source = "".join(f"k{n}:{' ' * (n % 3 + 1)}{word}\n" for n, word in enumerate(words))
    lines = source.split("\n")
    for _, node in tree(source).value:  # type: ignore[union-attr, misc]
        place = node.place
        assert lines[place.line - 1][place.column - 1 :] == node.text or node.value is None
