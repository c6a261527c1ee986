"""Many drafts at once: copies of the sample in two processes and in one, and again from the cache.

python benchmarks/batch.py [--copies 200]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

SAMPLE = Path(__file__).parent.parent / "samples" / "laporan-kinerja.txt"


def timed(folder: Path, *options: str) -> float:
    """Seconds of one run over the drafts in a folder, its cache beside them."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "reviewer", "check", "drafts", "--no-journal", "--format", "json", *options],
        cwd=folder, stdout=subprocess.DEVNULL, check=False,
        env=os.environ | {"XDG_CACHE_HOME": str(folder / "cache"), "LOCALAPPDATA": str(folder / "cache")},
    )  # fmt: skip
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=200)
    copies = parser.parse_args().copies
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "drafts").mkdir()
        for n in range(copies):  # each its own bytes, so that none is known from another
            (folder / "drafts" / f"{n:03}.txt").write_bytes(SAMPLE.read_bytes() + b"\n" * n)
        one = timed(folder, "--jobs", "1", "--no-cache")
        two = timed(folder, "--jobs", "2", "--no-cache")
        timed(folder, "--jobs", "2")
        again = timed(folder, "--jobs", "1")
    print(f"{copies} drafts: {one:.1f} s in one process, {two:.1f} s in two ({one / two:.1f} times as fast)")
    print(f"again, from the cache: {again:.1f} s ({one / again:.0f} times as fast)")


if __name__ == "__main__":
    main()
