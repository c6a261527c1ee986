"""Document → Report: what the draft says, format forgotten."""

from reviewer.understanding.report import understand

__all__ = ["understand"]
