"""The command line. Here is only what must answer at once; the commands are in `reviewer.commands`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (default: the process's own); returns 0, 1 for findings, 2 for what cannot be used."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words in (["--version"], ["-V"]):
        from reviewer import __version__

        print(f"reviewer {__version__}")
        return 0
    try:
        from reviewer.commands import run

        return run(words)
    except KeyboardInterrupt:
        return INTERRUPTED
