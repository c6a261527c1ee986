"""Texts that the faces hand to `tr`, for Babel.

Read from the syntax tree, since Babel's own reader sees no call inside an f-string before Python 3.12.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import BinaryIO


def extract(
    file: BinaryIO, keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, str, str, list[str]]]:
    """An extraction method of Babel: line, function, text and comments (none) of every call of `tr`."""
    for line, argument in calls(file.read()):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield line, "tr", argument.value, []


def calls(source: bytes) -> Iterator[tuple[int, ast.expr | None]]:
    """Line and argument of every call of `tr`; None where it has not exactly one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            yield node.lineno, node.args[0] if len(node.args) == 1 and not node.keywords else None
