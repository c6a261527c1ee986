"""Web pages made for the tests."""

from __future__ import annotations

from dataclasses import replace

from reviewer.model import Document, Paragraph, Table
from reviewer.reading.html import read
from reviewer.reading.limits import LIMITS


def page(body: str, **limits: int) -> Document:
    return read(f"<!DOCTYPE html>\n<html><body>{body}</body></html>".encode(), replace(LIMITS, **limits))


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def texts(document: Document) -> list[str]:
    return [block.shown for block in paragraphs(document)]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]
