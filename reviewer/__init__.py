"""Reviewer: recomputes a draft government performance report and talks the reviewer through it."""

__version__ = "0.1.0"
