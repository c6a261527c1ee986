"""Every check, plug-ins included: its good examples are silent, its bad ones are found, its manual page is whole."""

from __future__ import annotations

import string

import pytest

from reviewer.checking.base import Check, Example
from reviewer.checking.engine import examine
from reviewer.checking.registry import checks
from reviewer.model import Finding, Severity
from reviewer.reading import read_text
from reviewer.reading.data import read as read_data
from reviewer.understanding import understand
from tests.checks.cells import workbook


def findings(check: Check, example: Example) -> tuple[Finding, ...]:
    if example.format == "txt":
        document = read_text(example.draft)
    elif example.format == "cells":
        document = workbook(example.draft)
    else:
        document = read_data(example.draft.encode(), f"example.{example.format}", example.format)
    return examine(understand(document), select=[check.code]).findings


def cases(kind: str) -> list[object]:
    return [
        pytest.param(check, example, id=f"{check.code}-{i}")
        for check in checks()
        for i, example in enumerate(getattr(check, kind))
    ]


@pytest.mark.parametrize(("check", "example"), cases("good"))
def test_good_example_is_silent(check: Check, example: Example) -> None:
    assert [f.message.id for f in findings(check, example)] == []


@pytest.mark.parametrize(("check", "example"), cases("bad"))
def test_bad_example_is_found(check: Check, example: Example) -> None:
    found = findings(check, example)
    assert found, "nothing found"
    assert example.finds, "a bad example says what it finds"
    said = [" ".join((f.quote, f.stated, f.message.id)) for f in found]
    assert any(example.finds in text for text in said), said


@pytest.mark.parametrize("check", checks(), ids=lambda c: c.code)
def test_manual_page_is_whole(check: Check) -> None:
    assert check.good and check.bad
    for words in (check.title, check.docs, check.reason, *check.messages.values()):
        assert words.id.strip() and words.en.strip() and words.id != words.en
    for words in check.messages.values():
        fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (words.id, words.en)]
        assert fields[0] == fields[1]
    assert isinstance(check.severity, Severity)
    assert len(check.code) == 6 and check.code[:3].isupper() and check.code[3:].isdigit()


def test_codes_and_names_are_unique() -> None:
    assert len({c.name for c in checks()}) == len(checks())
