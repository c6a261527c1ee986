"""A whole review of a real draft by keyboard alone: how many keys a finding takes."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median

import pytest

from reviewer.app.loading import Opened
from reviewer.app.review import ReviewScreen
from reviewer.run import Settings, examine_file
from tests.app.made import NARROW, opened, press, reviewing

DRAFT = "tanjab-barat-lkjip-2020.txt"


@pytest.fixture
def ready(tmp_path: Path) -> Opened:
    corpus = os.environ.get("REVIEWER_CORPUS", "")
    path = Path(corpus, "drafts", DRAFT)
    if not corpus or not path.is_file():
        pytest.skip(f"needs {DRAFT} in the drafts of REVIEWER_CORPUS")
    return opened(tmp_path, examine_file(path, Settings()))


async def test_every_finding_is_answered_by_keyboard_in_a_key_or_two(
    ready: Opened, record_property: pytest.RecordProperty, capsys: pytest.CaptureFixture[str]
) -> None:
    """Most are noted with one key; every fifth is rejected for a usual reason, every seventh put off, as a reviewer may."""
    async with reviewing(ready, NARROW) as (screen, pilot):
        total = len(screen.talk.all)
        spent: list[float] = []
        put_off: set[str] = set()
        while screen.talk.progress.decided + len(put_off) < total and len(spent) < total:
            current = screen.talk.current
            assert current is not None
            before = screen.talk.progress.decided
            number = len(spent) + 1
            keys = ["2", "1", "enter"] if number % 5 == 0 else [_later(screen)] if number % 7 == 0 else ["1"]
            await press(pilot, *keys)
            done = screen.talk.progress.decided - before
            if not done:
                put_off.add(current.id)
            spent.append(len(keys))
        assert screen.talk.progress.decided + len(put_off) == total
    keys_of_one = median(spent)
    record_property("keys per finding", keys_of_one)
    with capsys.disabled():
        print(f"\n{total} findings of {DRAFT}: {sum(spent):.0f} keys, median {keys_of_one:.0f} a finding")
    assert 1 <= keys_of_one <= 2


def _later(screen: ReviewScreen) -> str:
    """The number of the answer that puts a finding off."""
    return next(str(n) for n, choice in enumerate(screen.talk.choices, 1) if choice.says.strip("/") == "nanti")
