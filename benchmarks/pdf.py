"""Reading a PDF against pypdfium2 alone that takes every character with its box, in turns; and how reading grows with pages.

The characters are taken as a user of the library would: `get_text_range(k, 1)` and `get_charbox(k, loose=True)` each. What the
boxes alone cost is told beside it.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

from libraries import GROWTH, LIMIT_GROWTH, in_turns, run
from seeds import seeds

LIMIT = 1.5
PAGES = 80
_WORKER = (sys.executable, "-m", "reviewer.reading.worker", "pdf")
_ALONE = (
    "import pypdfium2\n"
    "pdf = pypdfium2.PdfDocument({path!r})\n"
    "for page in pdf:\n"
    "    text = page.get_textpage()\n"
    "    {what}\n"
    "    text.close(); page.close()"
)
_CHARACTERS = "[(text.get_text_range(k, 1), text.get_charbox(k, loose=True)) for k in range(text.count_chars())]"
_BOXES = "text.get_text_range(); [text.get_charbox(k, loose=True) for k in range(text.count_chars())]"


def main() -> None:
    sample = seeds()["pdf"]
    with tempfile.TemporaryDirectory() as folder:
        for name, data in {f"sample of {PAGES} pages": of_pages(sample, PAGES), **_drafts()}.items():
            print(_against_library(name, data, Path(folder)))
        print(_growth(sample, Path(folder)))


def of_pages(data: bytes, count: int) -> bytes:
    """The pages of a PDF over and over until there are `count`."""
    import pypdfium2

    source, grown = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    while len(grown) < count:
        grown.import_pages(source, list(range(min(len(source), count - len(grown)))))
    out = io.BytesIO()
    grown.save(out)
    return out.getvalue()


def _drafts() -> dict[str, bytes]:
    corpus = os.environ.get("REVIEWER_CORPUS", "")
    return {path.name: path.read_bytes() for path in sorted(Path(corpus, "drafts").glob("*.pdf"))} if corpus else {}


def _against_library(name: str, data: bytes, folder: Path) -> str:
    import pypdfium2

    pages = len(pypdfium2.PdfDocument(data))
    path = folder / "draf.pdf"
    path.write_bytes(data)
    told = []
    for what, code in (("characters with boxes", _CHARACTERS), ("boxes alone", _BOXES)):
        alone = (sys.executable, "-c", _ALONE.format(path=str(path), what=code))
        ours, theirs = in_turns(_WORKER, path, alone, rounds=3)
        told.append(
            f"{what}: {ours[0] / theirs[0]:.2f} x the time of {theirs[0]:.2f} s, {ours[1] / theirs[1]:.2f} x the memory of "
            f"{theirs[1] / 1e6:.0f} MB"
        )
    return (
        f"reading {name} ({pages} pages): {ours[0]:.2f} s, {ours[0] / pages * 1000:.1f} ms a page, {ours[1] / 1e6:.0f} MB; "
        f"pypdfium2 alone, {'; '.join(told)} (limit {LIMIT} x)"
    )


def _growth(sample: bytes, folder: Path) -> str:
    path = folder / "tumbuh.pdf"
    path.write_bytes(of_pages(sample, 1))
    start = min(run(_WORKER, path)[0] for _ in range(3))
    seconds = []
    for times in GROWTH:
        path.write_bytes(of_pages(sample, PAGES * times))
        seconds.append(min(run(_WORKER, path)[0] for _ in range(2)) - start)
    told = ", ".join(f"{times * PAGES} pages {one:.2f} s" for times, one in zip(GROWTH, seconds, strict=True))
    return f"reading .pdf grown: {told}; the last doubling {seconds[-1] / seconds[-2]:.2f} x (limit {LIMIT_GROWTH} x)"


if __name__ == "__main__":
    main()
