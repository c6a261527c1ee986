"""Files in, documents out: one module a format."""

from reviewer.reading.files import Unreadable, read, read_text

__all__ = ["Unreadable", "read", "read_text"]
