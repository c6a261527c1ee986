"""Report data as headings and tables, each character with its place in the YAML or JSON.

Every scalar is shown once: in the cell that the form gives it, else (unknown or repeated keys, values of the wrong
shape) in a paragraph under "Data lain". An empty cell stands where the map stands that lacks the value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reviewer.model.document import Block, Cell, DataNode, Paragraph, Place, Span, Table
from reviewer.reading.data_tree import shown


def blocks_of(root: DataNode) -> tuple[Block, ...]:
    """The draft that report data stand for."""
    page = _Page()
    page.identity(root)
    page.indicators(root)
    page.budget(root)
    page.staff(root)
    page.rest(root)
    return tuple(page.blocks)


@dataclass(slots=True)
class _Page:
    """The blocks so far, and which nodes they show."""

    blocks: list[Block] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)
    """Identities of nodes already shown or entered."""

    def pairs(self, node: DataNode) -> dict[str, DataNode]:
        """The values of a map by key; of a repeated key the last, as YAML and JSON readers take it."""
        found = dict(_pairs(node))
        if found:
            self.seen.add(id(node))
        return found

    def scalar(self, node: DataNode | None) -> DataNode | None:
        """The node, marked as shown, where it is a scalar."""
        if node is None or node.kind != "scalar":
            return None
        self.seen.add(id(node))
        return node

    def items(self, node: DataNode | None) -> list[DataNode]:
        """The maps of a list."""
        found = _items(node) if node is not None else ()
        if found:
            self.seen.add(id(node))
        return [item for item in found if item.kind == "map"]

    def cell(self, node: DataNode | None, owner: DataNode, rowspan: int = 1) -> Cell:
        """A value's cell; without the value an empty one, standing where its owner stands."""
        found = self.scalar(node)
        if found is None:
            return Cell("", (Span(0, owner.place),), rowspan)
        return Cell(shown(found), (Span(0, found.place),), rowspan)

    def line(self, text: str, place: Place, level: int | None = None) -> None:
        self.blocks.append(Paragraph(text, (Span(0, place),), level=level))

    def labelled(self, label: str, node: DataNode | None) -> None:
        """A line of the cover: a word of ours and the value."""
        if node is not None and node.kind == "scalar" and node.text:
            self.seen.add(id(node))
            spans = (Span(0, node.key_place or node.place), Span(len(label), node.place))
            self.blocks.append(Paragraph(label + shown(node), spans if label else spans[1:]))

    def table(self, title: str, place: Place, header: Iterable[str], rows: list[tuple[Cell, ...]]) -> None:
        self.line(title, place, level=1)
        head = tuple(Cell(text, (Span(0, place),)) for text in header)
        self.blocks.append(Table(rows=(head, *rows), place=place, header_rows=1))

    def identity(self, root: DataNode) -> None:
        fields = self.pairs(root)
        title = fields.get("judul")
        if title is not None and title.kind == "scalar" and title.text:
            self.seen.add(id(title))
            self.line(shown(title), title.place, level=1)
        else:
            self.line("LAPORAN KINERJA", root.place, level=1)
        self.owner(fields.get("instansi"), fields.get("daerah"))
        self.labelled("TAHUN ", fields.get("tahun"))
        self.labelled("Periode Renstra ", fields.get("periode_renstra"))
        self.labelled("Jenis laporan: ", fields.get("jenis"))

    def owner(self, institution: DataNode | None, region: DataNode | None) -> None:
        """Whose report it is, on one line: "Dinas Pertanian Kabupaten Wanajaya"."""
        text, spans = "", []
        for node in (institution, region):
            if node is not None and node.kind == "scalar" and node.text:
                self.seen.add(id(node))
                if shown(node).lower() not in text.lower():
                    spans.append(Span(len(text), node.place))
                    text += f"{shown(node)} "
        if text:
            self.blocks.append(Paragraph(text.rstrip(), tuple(spans)))

    def indicators(self, root: DataNode) -> None:
        listed = self.pairs(root).get("sasaran")
        goals = [(goal, self.pairs(goal)) for goal in self.items(listed)]
        found = [[self.pairs(i) for i in self.items(fields.get("indikator"))] for _, fields in goals]
        polarity = any("polaritas" in indicator for group in found for indicator in group)
        rows: list[tuple[Cell, ...]] = []
        for number, ((goal, fields), group) in enumerate(zip(goals, found, strict=True), start=1):
            owners = self.items(fields.get("indikator"))
            height = max(len(group), 1)
            top = len(rows) + 1
            for index in range(height):
                indicator, owner = (group[index], owners[index]) if group else ({}, goal)
                if index == 0:
                    head = (
                        Cell(str(number), (Span(0, goal.place),), rowspan=height),
                        self.cell(fields.get("uraian"), goal, rowspan=height),
                    )
                else:
                    head = (Cell(covered_by=(top, 0)), Cell(covered_by=(top, 1)))
                keys = ["nama", "satuan", "target", "realisasi", "capaian"] + ["polaritas"] * polarity
                rows.append(head + tuple(self.cell(indicator.get(key), owner) for key in keys))
        if rows and listed is not None:
            header = ["No", "Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]
            self.table("Pencapaian indikator kinerja", listed.place, header + ["Polaritas"] * polarity, rows)

    def budget(self, root: DataNode) -> None:
        fields = self.pairs(root)
        listed, total = fields.get("program"), fields.get("jumlah")
        activities = list(self.activities(listed, ""))
        sums = self.pairs(total) if total is not None else {}
        coded = any("kode" in activity for _, _, activity in activities)
        rows = [
            (
                Cell(number, (Span(0, owner.place),)),
                *([self.cell(activity.get("kode"), owner)] if coded else []),
                self.cell(activity.get("nama"), owner),
                *(self.cell(activity.get(key), owner) for key in ("anggaran", "realisasi", "persen")),
            )
            for number, owner, activity in activities
        ]
        if total is not None and total.kind == "map":
            blank = Cell("", (Span(0, total.place),))
            label = Cell("JUMLAH", (Span(0, total.key_place or total.place),))
            figures = (self.cell(sums.get(key), total) for key in ("anggaran", "realisasi", "persen"))
            rows.append((blank, *([blank] if coded else []), label, *figures))
        if rows:
            header = ["No", *(["Kode"] if coded else []), "Program/Kegiatan/Sub Kegiatan"]
            place = listed.place if listed is not None else rows[0][0].place
            self.table(
                "Anggaran dan realisasi", place, [*header, "Anggaran (Rp)", "Realisasi (Rp)", "Realisasi (%)"], rows
            )

    def activities(self, listed: DataNode | None, above: str) -> Iterator[tuple[str, DataNode, dict[str, DataNode]]]:
        """Programs, their kegiatan and sub kegiatan: number in the hierarchy ("1.2.1"), node, values."""
        for index, node in enumerate(self.items(listed), start=1):
            number = f"{above}{index}"
            fields = self.pairs(node)
            yield number, node, fields
            for below in ("kegiatan", "sub_kegiatan"):
                yield from self.activities(fields.get(below), f"{number}.")

    def staff(self, root: DataNode) -> None:
        staff = self.pairs(root).get("pegawai")
        kinds = self.pairs(staff) if staff is not None else {}
        for key, word in (("golongan", "Golongan"), ("pendidikan", "Pendidikan")):
            if key in kinds:
                self.people(kinds[key], word)

    def people(self, listed: DataNode, word: str) -> None:
        """A table of groups and their numbers of people, by sex where the data tell."""
        groups = self.pairs(listed)
        by_sex = any(group.kind == "map" for group in groups.values())
        rows: list[tuple[Cell, ...]] = []
        counted = 0
        for name, node in groups.items():
            if node.kind == "list":
                continue
            place = node.key_place or node.place
            total = name.strip().lower() in ("jumlah", "total")
            counted += not total
            number = Cell("" if total else str(counted), (Span(0, place),))
            label = Cell("Jumlah" if total else name, (Span(0, place),))
            parts = self.pairs(node)
            sexes = [self.cell(parts.get(sex), node) for sex in ("laki_laki", "perempuan")] if by_sex else []
            sum_node = parts.get("jumlah") if node.kind == "map" else node
            rows.append((number, label, *sexes, self.cell(sum_node, node)))
        if rows:
            header = ["No", word, *(["Laki-laki", "Perempuan"] if by_sex else []), "Jumlah"]
            self.table(f"Pegawai menurut {word.lower()}", listed.place, header, rows)

    def rest(self, root: DataNode) -> None:
        """What found no place above, one line a value: the path of its key, and the value."""
        left = list(self.unseen(root, ""))
        if left:
            self.line("Data lain", root.place, level=1)
        for path, node in left:
            label = f"{path}: " if node.kind == "scalar" else f"{path}:"
            spans = (Span(0, node.key_place or node.place), Span(len(label), node.place))
            self.blocks.append(Paragraph(label + shown(node), spans))

    def unseen(self, node: DataNode, path: str) -> Iterator[tuple[str, DataNode]]:
        children = (
            ((f"{path} › {key}" if path else key, child) for key, child in _pairs(node))
            if node.kind == "map"
            else ((f"{path} {index}", child) for index, child in enumerate(_items(node), start=1))
        )
        for name, child in children:
            if id(child) not in self.seen:
                yield name, child
            yield from self.unseen(child, name)


def _pairs(node: DataNode) -> tuple[tuple[str, DataNode], ...]:
    return node.value if node.kind == "map" and isinstance(node.value, tuple) else ()  # type: ignore[return-value]


def _items(node: DataNode) -> tuple[DataNode, ...]:
    return node.value if node.kind == "list" and isinstance(node.value, tuple) else ()  # type: ignore[return-value]
