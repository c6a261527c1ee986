"""Draws docs/screenshot.svg from the running app on the sample: `python -m tests.app.screenshot`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer import language
from reviewer.app.app import ReviewerApp
from reviewer.app.layout import Draft
from reviewer.app.loading import Opened
from reviewer.reviewing import Conversation, open_journal
from reviewer.run import Settings, examine_file
from tests.app.made import Ready, press

PROJECT = Path(__file__).resolve().parents[2]
SAMPLE = PROJECT / "samples" / "laporan-kinerja.docx"
KEYS = ("1", "2", "2", "enter", "f3", "up")
"""A little of the review is done already, and the cursor stands in the draft."""


async def picture(draft: Path, size: tuple[int, int], keys: Sequence[str], theme: str = "") -> str:
    """The app on a draft after some keys, as SVG; nothing is written."""
    examined = examine_file(draft)
    journal = open_journal(draft, examined.report.document.sha256, who="Rina", memory=True)
    ready = Opened(Path(draft.name), examined, Conversation(examined, journal), Draft(examined.report))
    app = ReviewerApp(Settings(), open_journal, Ready(ready))
    async with app.run_test(size=size) as pilot:
        if theme:
            app.theme = theme
        await pilot.pause(0.2)
        await press(pilot, *keys)
        await pilot.pause(0.2)
        return app.export_screenshot()


if __name__ == "__main__":
    language.choose("id")
    to = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "docs" / "screenshot.svg"
    to.write_text(asyncio.run(picture(SAMPLE, (160, 48), KEYS)), encoding="utf-8", newline="\n")
