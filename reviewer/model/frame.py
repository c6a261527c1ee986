"""Typed tables as pandas DataFrames; pandas is imported only when one is asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reviewer.model.report import Role, TypedTable

if TYPE_CHECKING:
    import pandas


def frame_of(table: TypedTable) -> pandas.DataFrame:
    """One line a body row; index is the grid row; `attrs["roles"]` maps each column's name to its role.

    Columns: "nomor", "uraian", "jenis" (RowKind), then every figure column by its title (a second column of
    one title gets " (2)"); figures as Decimal, None where the cell holds none.
    """
    import pandas

    figure_columns = [
        c for c in table.columns if c.role not in (Role.NUMBER, Role.CODE, Role.LABEL, Role.TEXT, Role.UNIT)
    ]
    seen: Counter[str] = Counter()
    names: dict[int, str] = {}
    for column in figure_columns:
        title = column.title or column.role.value
        seen[title] += 1
        names[column.index] = title if seen[title] == 1 else f"{title} ({seen[title]})"
    data: dict[str, list[object]] = {
        "nomor": [row.number for row in table.rows],
        "uraian": [row.label for row in table.rows],
        "jenis": [row.kind.value for row in table.rows],
    }
    for index, name in names.items():
        data[name] = [figure.value if (figure := row.figure(index)) else None for row in table.rows]
    frame = pandas.DataFrame(data, index=[row.index for row in table.rows], dtype=object)
    frame.attrs["roles"] = {names[c.index]: c.role.value for c in figure_columns}
    frame.attrs["title"] = table.title
    return frame
