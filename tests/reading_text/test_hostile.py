"""Text made to be slow takes time in proportion to its length."""

from __future__ import annotations

import pytest

from reviewer.reading.text import read

_SIZE = 150_000

_PATTERNS = {
    "cells": "\tx\n\t1\n\t2.000\n\n",
    "cells without rows": "\tx\n",
    "lines between cells": "\t\n\nfoo\n\n",
    "rows that stand apart": "a\tb\t1.000\n\n",
    "pieces of a table": "|a|b|\n|-|-|\n|1|2|\n\n",
    "columns of blanks": "1   foo bar      1.000     2.000\n\n",
    "numbered lines": "1\nfoo\n1.000\n2\nfoo\n2.000\n3\nfoo\n3.000\n",
    "open tags": "<table><tr><td>1\n",
    "stars": "**a ",
    "ticks": "`|",
    "rules": "-",
    "dots": ".",
    "tabs": "\t",
    "breaks": "\r",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("pattern", _PATTERNS.values(), ids=_PATTERNS)
def test_time_grows_with_length_alone(pattern: str) -> None:
    text = pattern * (_SIZE // len(pattern)) + "x"
    for format in ("txt", "md"):
        assert read(text.encode(), "x", format).blocks
