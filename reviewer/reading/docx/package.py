"""The parts of a .docx, how they point at each other, and which view of its tracked changes is read of them."""

from __future__ import annotations

from collections import Counter

from reviewer.reading.docx.changes import settle
from reviewer.reading.guard import Archive, damaged
from reviewer.reading.office_xml import Element, parse
from reviewer.reading.relations import relations


class Package:
    """Parts by their role. A part that is missing is None: Word, too, opens a document without styles or notes."""

    def __init__(self, archive: Archive, original: bool = False) -> None:
        self._archive = archive
        self._original = original
        self.changes: Counter[str] = Counter()
        """Tracked changes of the parts read so far, by their kind."""
        main = self._targets("").get("officeDocument", {})
        self.main = next(iter(main.values()), "word/document.xml")
        if self.main not in archive:
            raise damaged("bagian utamanya tidak ada", "its main part is missing")
        self._related = self._targets(self.main)

    def document(self) -> Element:
        return self._read(self.main)

    def part(self, role: str) -> Element | None:
        """The root of the first part of a role ("styles", "numbering", "footnotes", …)."""
        target = next(iter(self._related.get(role, {}).values()), None)
        return self._root(target)

    def by_id(self, role: str, identity: str | None) -> Element | None:
        """The root of a part by the id that the document calls it with."""
        return self._root(self._related.get(role, {}).get(identity or ""))

    def _root(self, target: str | None) -> Element | None:
        return self._read(target) if target is not None and target in self._archive else None

    def _read(self, target: str) -> Element:
        root = parse(self._archive.read(target))
        self.changes += settle(root, self._original)
        return root

    def _targets(self, source: str) -> dict[str, dict[str, str]]:
        """role → id → part name, of the parts that `source` points at."""
        targets: dict[str, dict[str, str]] = {}
        for relation in relations(self._archive, source):
            targets.setdefault(relation.role, {})[relation.identity] = relation.part
        return targets
