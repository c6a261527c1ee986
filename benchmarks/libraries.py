"""Reading a draft against the library alone that opens its format, in turns; and how reading and checking grow.

Every figure is of a process of its own: seconds from its start to its end, and the most memory it held.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from statistics import median

from seeds import SAMPLES, packed, seeds

PAGES = 16
"""Of the sample report as it is printed."""
TIMES = 8
GROWTH = (1, 2, 4, 8)
LIMIT_GROWTH = 2.5
"""Twice the draft may take this many times as long."""
_WORKER = (sys.executable, "-m", "reviewer.reading.worker")
_LIBRARIES = {
    "docx": (
        "python-docx",
        "import docx; d = docx.Document({path!r})\n"
        "for b in d.iter_inner_content():\n"
        "    [c.text for r in b.rows for c in r.cells] if hasattr(b, 'rows') else b.text",
    ),
    "xlsx": (
        "openpyxl",
        "import openpyxl\n"
        "for values in (False, True):\n"
        "    for s in openpyxl.load_workbook({path!r}, data_only=values): [c.value for r in s.iter_rows() for c in r]",
    ),
    "html": (
        "lxml.html",
        "import lxml.html; [e.text_content() for e in lxml.html.parse({path!r}).iter('p', 'td', 'h1', 'h2', 'h3')]",
    ),
}


def main() -> None:
    samples = seeds()
    with tempfile.TemporaryDirectory() as folder:
        for name, (library, code) in _LIBRARIES.items():
            path = Path(folder, f"besar.{name}")
            path.write_bytes(grown(name, samples[name], TIMES))
            kind = "html" if name == "html" else "office"
            ours, theirs = in_turns((*_WORKER, kind), path, (sys.executable, "-c", code.format(path=str(path))))
            pages = PAGES * TIMES
            print(
                f"reading .{name}: {ours[0] / pages * 1000:.1f} ms a page, {ours[1] / 1e6:.0f} MB; {library} alone "
                f"{theirs[0] / pages * 1000:.1f} ms, {theirs[1] / 1e6:.0f} MB; "
                f"{ours[0] / theirs[0]:.2f} x its time, {ours[1] / theirs[1]:.2f} x its memory"
            )
        for name in ("docx", "xlsx", "html", "txt", "csv", "md"):
            print(_growth(name, samples[name], Path(folder)))


def grown(name: str, data: bytes, times: int) -> bytes:
    """A sample with its content several times over."""
    if name == "docx":
        return _repeated(data, "word/document.xml", b"<w:body>", b"<w:sectPr", times)
    if name == "xlsx":
        return _with_rows(data, times)
    if name == "html":
        head, _, body = data.partition(b"<body>")
        return head + b"<body>" + body * times
    return b"\n\n".join([data] * times)


def _repeated(data: bytes, part: str, before: bytes, after: bytes, times: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = parts[part]
    start, end = content.index(before) + len(before), content.rindex(after)
    parts[part] = content[:start] + content[start:end] * times + content[end:]
    return packed(parts.items())


def _with_rows(data: bytes, times: int) -> bytes:
    """A workbook whose every sheet has its rows several times, one below the other."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    for sheet in book:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for _ in range(times - 1):
            sheet.append([])
            for row in rows:
                sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _growth(name: str, data: bytes, folder: Path) -> str:
    """Reading and checking a sample two, four and eight times as long, less the start of the program."""
    command = (
        sys.executable,
        "-m",
        "reviewer",
        "check",
        "--no-cache",
        "--no-journal",
        "--fail-on",
        "never",
        "--format",
        "json",
    )
    start = median(run((*command[:3], "--version"))[0] for _ in range(3))
    seconds = []
    for times in GROWTH:
        path = folder / f"tumbuh.{name}"
        path.write_bytes(grown(name, data, times))
        seconds.append(min(run((*command, str(path)))[0] for _ in range(2)) - start)
    told = ", ".join(f"{times} x {one:.2f} s" for times, one in zip(GROWTH, seconds, strict=True))
    return (
        f"checking .{name} grown: {told}; the last doubling {seconds[-1] / seconds[-2]:.2f} x (limit {LIMIT_GROWTH} x)"
    )


def in_turns(
    ours: tuple[str, ...], path: Path, theirs: tuple[str, ...], rounds: int = 5
) -> tuple[tuple[float, int], tuple[float, int]]:
    """Median seconds and the most bytes of two commands, run alternately; the first is fed the draft."""
    runs = [(run(ours, path), run(theirs)) for _ in range(rounds)]
    first, second = ([pair[which] for pair in runs] for which in (0, 1))
    return (median(r[0] for r in first), max(r[1] for r in first)), (
        median(r[0] for r in second),
        max(r[1] for r in second),
    )


_ALONE = """
import os, sys, time
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                       file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), time.perf_counter() - began, usage.ru_maxrss << 10)
"""
"""Starts a command from a process that holds little itself: a child is counted what its parent held when it began."""


def run(command: tuple[str, ...], fed: Path | None = None) -> tuple[float, int]:
    with open(fed or os.devnull, "rb") as given:
        done = subprocess.run(
            (sys.executable, "-S", "-c", _ALONE, *command),
            stdin=given,
            capture_output=True,
            cwd=SAMPLES.parent,
            check=True,
        )
    ended, seconds, memory = done.stdout.split()
    if ended != b"0":
        raise SystemExit(f"{' '.join(command)} ended with {ended.decode()}: {done.stderr.decode()}")
    return float(seconds), int(memory)


if __name__ == "__main__":
    main()
