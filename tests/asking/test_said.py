"""Some five hundred ways of saying things, and of saying nothing: `said.txt` holds what is meant, its arguments, the words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.asking.hearing import grade

SAID = [line.split("|", 2) for line in (Path(__file__).parent / "said.txt").read_text(encoding="utf-8").splitlines()]
ENGLISH = set("the it this all please pls show next reject accept go to of by".split())


@pytest.mark.parametrize("expect", sorted({expect for expect, _, _ in SAID}))
def test_what_is_said_is_understood_and_what_says_nothing_does_nothing(expect: str) -> None:
    missed = {}
    for _, args, text in (line for line in SAID if line[0] == expect):
        language = "en" if ENGLISH & set(text.casefold().split()) else "id"
        graded, _seen = grade({"expect": expect, "args": json.loads(args), "text": text, "lang": language})
        if graded != "understood":
            missed[text] = graded

    assert not missed
