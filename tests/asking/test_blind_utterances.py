"""Utterances as people type them, written without a look at the program: what the conversation was seen to do."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.asking.hearing import grade

HERE = Path(__file__).parent


def items(half: str) -> list[dict[str, Any]]:
    every = yaml.safe_load((HERE / "utterances.yaml").read_text(encoding="utf-8"))
    return [item for item in every if item["half"] == half]


@pytest.mark.parametrize("half", ["tune"])
def test_understood_or_asked_back_and_never_obeyed_wrongly(half: str) -> None:
    grades: Counter[str] = Counter()
    wrong = []
    for item in items(half):
        graded, _seen = grade(item)
        grades[graded] += 1
        if graded == "wrong":
            wrong.append(item["id"])
    print(dict(grades))

    assert not wrong
    assert grades["understood"] >= 0.95 * grades.total()
