"""Questions over real drafts, with answers worked out by hand."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from reviewer.reviewing.asking import Draft, answer
from reviewer.run import examine_file
from tests.asking.grading import grade

HERE = Path(__file__).parent
CORPUS = os.environ.get("REVIEWER_CORPUS")
pytestmark = pytest.mark.skipif(not CORPUS, reason="REVIEWER_CORPUS names no folder of real drafts")


def items(half: str) -> list[dict[str, Any]]:
    file = "questions-second.yaml" if half == "second" else "questions.yaml"
    every = yaml.safe_load((HERE / file).read_text(encoding="utf-8"))
    return [item for item in every if item["half"] == half]


@cache
def draft(name: str) -> Draft:
    examination = examine_file(Path(str(CORPUS), "drafts", name))
    numbers = {finding.id: n for n, finding in enumerate(examination.findings, 1)}
    return Draft(examination, lambda finding: numbers[finding.id])


@pytest.mark.parametrize(("half", "least"), [("tune", 0.9), ("unseen", 0.75), ("second", 0.7)])
def test_answered_rightly_or_not_at_all(half: str, least: float) -> None:
    """What was never tuned to is held to a lower share, and to no wrong answer like the rest."""
    grades: Counter[str] = Counter()
    wrong = []
    for item in items(half):
        asked = draft(item["draft"])
        graded = grade(item, answer(asked, item["text"]), asked.report)
        grades[graded] += 1
        if graded == "wrong":
            wrong.append(item["id"])
    print(dict(grades))

    assert not wrong
    assert grades["right"] >= least * grades.total()
