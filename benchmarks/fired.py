"""How often each check fires on the real drafts: the counts of the table in docs/measured.md, whose judgements are a person's.

`python benchmarks/fired.py [FOLDER]`: the drafts of FOLDER, else of the folder `drafts` in REVIEWER_CORPUS.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

from reviewer.checking.registry import checks
from reviewer.model import Severity
from reviewer.run import examine_file


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(os.environ.get("REVIEWER_CORPUS", ""), "drafts")
    drafts = sorted(path for path in folder.glob("*.*") if path.is_file() and path.suffix != ".md")
    if not drafts:
        print(f"no drafts in {folder}", file=sys.stderr)
        return 2
    fired: Counter[tuple[str, Severity]] = Counter()
    for draft in drafts:
        fired.update((finding.code, finding.severity) for finding in examine_file(draft).findings)
    for check in sorted(checks(), key=lambda check: check.code):
        counts = [fired[check.code, severity] for severity in Severity]
        print(f"{check.code} {check.name:32}", *(f"{count:4}" if count else "   ." for count in counts))
    print(f"{len(drafts)} drafts; columns:", *(severity.value for severity in Severity))
    return 0


if __name__ == "__main__":
    sys.exit(main())
