"""The sizes of paper, as ``resources/paper`` gives them: mm, points, and which blocks each carries.

In Python every length is in points, as PDF counts; a coordinate runs from the left and from the top.
"""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from prep_assistant.frozen import frozen
from prep_assistant.installed import read_resource

_POINTS_PER_MM = 72 / 25.4


@frozen
class Type:
    """The size (points) and weight in which a role is set."""

    points: float
    bold: bool = False


@frozen
class Sheet:
    """A sheet of paper from which a label is cut: its own size, and where the label's corner lies."""

    width: float
    height: float
    left: float
    top: float


@frozen
class LabelSize:
    """One size of label. ``gaps`` are tried from the widest down; ``ink`` is the height of a line to write on.

    ``front`` stands on the first page; ``pharmacy`` follows it there when there is room and the size allows, else it
    goes below ``heading`` to companions and ``tail`` ends the first page instead. ``moves`` may go there too, the first
    name first.
    """

    name: str
    width: float
    height: float
    margin: float
    code_side: float
    ink: float
    leading: float
    gaps: tuple[float, ...]
    types: Mapping[str, Type]
    front: tuple[str, ...]
    pharmacy: tuple[str, ...]
    tail: tuple[str, ...]
    heading: tuple[str, ...]
    moves: tuple[str, ...]
    always_companion: bool
    sheet: Sheet | None = None


@frozen
class WorksheetSize:
    """One size of worksheet."""

    name: str
    width: float
    height: float
    margin: float
    gap: float
    ink: float
    types: Mapping[str, Type]


@cache
def get_label_size(name: str) -> LabelSize:
    """The size of label with this name."""
    read = _read(f"label-{name}.toml")
    if "sheet" not in read:
        return _label_size(name, read, None)
    sheet = read["sheet"]
    lengths = {key: _points(sheet[key]) for key in ("width", "height", "left", "top")}
    return _label_size(name, _read(f"label-{sheet['label']}.toml"), Sheet(**lengths))


@cache
def get_worksheet_size(name: str, document: str = "worksheet") -> WorksheetSize:
    """The size with this name of the worksheet, or of the validation report, which is laid out alike."""
    page = _read(f"{document}-{name}.toml")["page"]
    lengths = {key: _points(page[key]) for key in ("width", "height", "margin", "gap", "ink")}
    return WorksheetSize(name=name, types=_types(_read(f"{document}.toml")["type"]), **lengths)


def read_paper_size(document: str, name: str) -> tuple[Decimal, Decimal]:
    """Width and height in mm of what comes out of the printer; for a label cut from a sheet, the sheet's."""
    read = _read(f"{document}-{name}.toml")
    page = read.get("sheet") or read["page"]
    return Decimal(str(page["width"])), Decimal(str(page["height"]))


def _label_size(name: str, read: Mapping[str, Any], sheet: Sheet | None) -> LabelSize:
    page, carries = read["page"], read["carries"]
    return LabelSize(
        name=name,
        width=_points(page["width"]),
        height=_points(page["height"]),
        margin=_points(page["margin"]),
        code_side=_points(page["code_side"]),
        ink=_points(page["ink"]),
        leading=page["leading"],
        gaps=tuple(map(_points, page["gaps"])),
        types=_types(read["type"]),
        always_companion=carries["always_companion"],
        sheet=sheet,
        front=tuple(carries["front"]),
        pharmacy=tuple(carries["pharmacy"]),
        tail=tuple(carries["tail"]),
        heading=tuple(carries["heading"]),
        moves=tuple(carries["moves"]),
    )


def _types(table: Mapping[str, Any]) -> Mapping[str, Type]:
    return {role.replace("-", " "): Type(**entry) for role, entry in table.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(read_resource(f"paper/{name}"))


def _points(mm: float) -> float:
    return mm * _POINTS_PER_MM
