"""What each check costs on a draft: its inspection and the evaluation of its relations, median of several rounds.

    python benchmarks/checks.py [DRAFT …] [--rounds 5] [--top 12]

Without drafts the longest keyed one of `REVIEWER_CORPUS`, else the longest text sample. Exit status 1 where a check takes
longer than the limit.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from reviewer.checking.registry import checks
from reviewer.model import Relation, Report
from reviewer.model.arithmetic import compare
from reviewer.reading import read
from reviewer.understanding import understand

PROJECT = Path(__file__).resolve().parent.parent
LIMIT_MS = 150


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("drafts", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--top", type=int, default=12, help="how many of the slowest to list")
    options = parser.parse_args()
    slow = 0
    for path in options.drafts or [_draft()]:
        report = understand(read(path))
        costs = sorted(measured(report, options.rounds), reverse=True)
        print(
            f"{path.name}: {len(costs)} checks, {sum(ms for ms, _ in costs):.0f} ms together; limit {LIMIT_MS} ms each"
        )
        for ms, code in costs[: options.top]:
            print(f"  {code} {ms:7.1f} ms")
        slow += sum(1 for ms, _ in costs if ms > LIMIT_MS)
    return 1 if slow else 0


def measured(report: Report, rounds: int) -> list[tuple[float, str]]:
    """Milliseconds and code of every check; what the report computes once and keeps is not laid to the first check."""
    for check in checks():
        list(check.inspect(report))
    return [(median(_milliseconds(report, check.code) for _ in range(rounds)), check.code) for check in checks()]


def _milliseconds(report: Report, code: str) -> float:
    check = next(c for c in checks() if c.code == code)
    start = time.perf_counter()
    for outcome in check.inspect(report):
        if isinstance(outcome, Relation):
            compare(outcome.rule, outcome.result, [(t.figure, t.sign) for t in outcome.terms])
    return (time.perf_counter() - start) * 1000


def _draft() -> Path:
    corpus = os.environ.get("REVIEWER_CORPUS", "")
    keyed = [Path(corpus, "drafts", f"{k.stem}.txt") for k in Path(corpus, "gold").glob("*.yaml")] if corpus else []
    texts: Sequence[Path] = [p for p in keyed if p.is_file()] or sorted(PROJECT.glob("samples/*.txt"))
    return max(texts, key=lambda path: path.stat().st_size)


if __name__ == "__main__":
    sys.exit(main())
