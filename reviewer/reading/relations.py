"""How the parts of an Office file point at each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.reading.guard import Archive
from reviewer.reading.office_xml import parse


@dataclass(frozen=True, slots=True)
class Relation:
    """A part that another part points at."""

    identity: str
    """What the other part calls it: "rId3"."""
    role: str
    """Last word of its type: "worksheet", "styles", "drawing"."""
    part: str


def relations(archive: Archive, source: str) -> Iterator[Relation]:
    """The parts inside the file that `source` points at ("" for the file's own root); links out of it are left out."""
    folder, name = posixpath.split(source)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive:
        return
    for relation in parse(archive.read(listed)):
        if relation.get("TargetMode") != "External":
            role = (relation.get("Type") or "").rpartition("/")[2]
            part = posixpath.normpath(posixpath.join(folder, relation.get("Target") or "")).lstrip("/")
            yield Relation(relation.get("Id") or "", role, part)
