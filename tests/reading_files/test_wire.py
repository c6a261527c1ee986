"""A document survives the way between two processes unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Cell, DataNode, Document, Notice, Paragraph, Place, Span, Table, Words
from reviewer.reading.wire import dumps, loads

_texts = st.text(max_size=8)
_decimals = st.decimals(allow_nan=False, allow_infinity=False)
_places = st.builds(
    Place,
    line=st.none() | st.integers(1, 99),
    page_label=st.none() | _texts,
    rough=st.booleans(),
    box=st.none() | st.tuples(*[st.floats(0, 900, allow_nan=False)] * 4),
)
_spans = st.lists(st.builds(Span, st.integers(0, 9), _places), max_size=2).map(tuple)
_cells = st.builds(
    Cell,
    text=_texts,
    spans=_spans,
    rowspan=st.integers(1, 3),
    covered_by=st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)),
    value=st.none() | st.booleans() | _texts | _decimals,
    hidden=st.booleans(),
)
_tables = st.builds(
    Table,
    rows=st.lists(st.lists(_cells, max_size=3).map(tuple), max_size=3).map(tuple),
    place=_places,
    header_rows=st.none() | st.integers(0, 3),
    joined_at=st.lists(st.integers(0, 9), max_size=2).map(tuple),
    inside=st.none() | st.tuples(*[st.integers(0, 9)] * 3),
)
_paragraphs = st.builds(
    Paragraph,
    text=_texts,
    spans=_spans,
    level=st.none() | st.integers(1, 9),
    role=st.sampled_from(["body", "footnote"]),
)
_scalars = st.builds(
    DataNode, value=st.none() | st.booleans() | _texts | _decimals, kind=st.just("scalar"), place=_places
)
_lists = st.builds(DataNode, value=st.lists(_scalars, max_size=2).map(tuple), kind=st.just("list"), place=_places)
_maps = st.builds(
    DataNode, value=st.lists(st.tuples(_texts, _lists), max_size=2).map(tuple), kind=st.just("map"), place=_places
)
_documents = st.builds(
    Document,
    path=_texts,
    format=_texts,
    sha256=_texts,
    blocks=st.lists(_tables | _paragraphs, max_size=3).map(tuple),
    notices=st.lists(st.builds(Notice, st.builds(Words, _texts, _texts), _places), max_size=2).map(tuple),
    data=st.none() | _maps,
    pages=st.none() | st.integers(1, 9),
)


@given(_documents)
def test_there_and_back(document: Document) -> None:
    text = dumps(document)
    assert text.isascii() and "\n" not in text
    back = loads(text)
    assert back == document
    # 0 == False and Decimal(1) == 1: the kinds must survive too.
    assert repr(back) == repr(document)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "1", '{"": "Words"}', '{"": "Dokumen"}', '{"": "Document", "lain": 1}', '{"": "Decimal", "value": "x"}'],
)  # fmt: skip
def test_what_is_no_document_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError):
        loads(text)
