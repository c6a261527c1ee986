"""Old Office files made for the tests: a compound file with streams in its root and in objects within it."""

from __future__ import annotations

import struct

_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(streams: dict[str, bytes], inside: dict[str, bytes] | None = None) -> bytes:
    """`streams` of the root, and `inside` those of a storage (an object) that stands before them."""
    entries: list[tuple[str, int, int, int, bytes]] = [("Root Entry", 5, _FREE, 1 if inside else 1, b"")]
    order = [*([("MBD0001", None)] if inside else []), *streams.items()]
    for i, (name, content) in enumerate(order, 1):
        right = i + 1 if i < len(order) else _FREE
        entries.append((name, 1 if content is None else 2, right, _FREE, content or b""))
    if inside:
        first = len(entries)
        name, kind, right, _, content = entries[1]
        entries[1] = (name, kind, right, first, content)
        for i, (inner, content) in enumerate(inside.items()):
            entries.append((inner, 2, first + i + 1 if i + 1 < len(inside) else _FREE, _FREE, content))
    listing = -(-len(entries) * 128 // 512)
    table, body, placed = [_TABLE, *([0] * listing)], b"", []
    for i in range(listing):
        table[1 + i] = 2 + i if i + 1 < listing else _END
    for *_, content in entries:
        content = content.ljust(-(-max(len(content), 4096) // 512) * 512, b"\0") if content else b""
        count = len(content) // 512
        placed.append((len(table) if count else _END, len(content)))
        table += [len(table) + k + 1 for k in range(count - 1)] + [_END] * bool(count)
        body += content
    directory = b""
    for (name, kind, right, child, _), (start, size) in zip(entries, placed, strict=True):
        text = name.encode("utf-16-le") + b"\0\0"
        directory += text.ljust(64, b"\0") + struct.pack("<HBB3I", len(text), kind, 1, _FREE, right, child)
        directory += bytes(36) + struct.pack("<IQ", start, size)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0") + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    head = head.ljust(512, b"\xff")
    listed = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    assert len(listed) == 512, "too much for one sector of the table"
    return head + listed + directory.ljust(listing * 512, b"\0") + body
