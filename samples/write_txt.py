"""The report as plain text, as a conversion from Word leaves it: one line a paragraph, tabs between cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.samples.nouns import Block, Grid, Heading, PageBreak, Para


@dataclass(slots=True)
class Text:
    """The lines written, and where each named block and table row stands (lines from 1)."""

    lines: list[str] = field(default_factory=list)
    blocks: dict[str, int] = field(default_factory=dict)
    rows: dict[tuple[str, int], int] = field(default_factory=dict)

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    @property
    def content(self) -> str:
        return "\n".join(self.lines).rstrip("\n") + "\n"


_TIGHT = ("item", "subitem", "contents", "cover", "signature")


def text_of(blocks: Sequence[Block]) -> Text:
    """The whole report."""
    text = Text()
    before: Block | None = None
    for block in blocks:
        if isinstance(block, PageBreak):
            text.gap()
            text.lines.append("")
        elif isinstance(block, Heading):
            text.gap()
            if block.level == 1:
                text.lines.append("")
            _named(text, block.name)
            text.lines += block.text.split("\n")
            text.lines.append("")
        elif isinstance(block, Para):
            alike = isinstance(before, Para) and before.style == block.style and block.style in _TIGHT
            if not alike:
                text.gap()
            _named(text, block.name)
            text.lines.append(block.text)
        else:
            text.gap()
            text.lines += ["\t".join(row) for row in _header(block)]
            for number, row in enumerate(block.rows):
                text.rows[block.name, number] = len(text.lines) + 1
                text.lines.append("\t".join(row))
            text.lines.append("")
        before = block
    return text


def _named(text: Text, name: str) -> None:
    if name:
        text.blocks[name] = len(text.lines) + 1


def _header(grid: Grid) -> Iterator[list[str]]:
    """A header that spans columns is written once, over the first of them."""
    for row in grid.header:
        yield [cell if n == 0 or cell != row[n - 1] else "" for n, cell in enumerate(row)]
