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
    file = "utterances-second.yaml" if half == "second" else "utterances.yaml"
    every = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return [item for item in every if item["half"] == half]


@pytest.mark.parametrize(("half", "least"), [("tune", 0.95), ("unseen", 0.95), ("second", 0.75)])
def test_understood_or_asked_back_and_never_obeyed_wrongly(half: str, least: float) -> None:
    """What was never tuned to is held to a lower share, and to no wrong act like the rest."""
    grades: Counter[str] = Counter()
    wrong = []
    for item in items(half):
        graded, _seen = grade(item)
        grades[graded] += 1
        if graded == "wrong":
            wrong.append(item["id"])
    print(dict(grades))

    assert not wrong
    assert grades["understood"] >= least * grades.total()
