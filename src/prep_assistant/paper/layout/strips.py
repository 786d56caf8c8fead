"""The items of a worksheet as strips: pieces across the page that no page break divides."""

from collections.abc import Iterator

from prep_assistant.frozen import frozen, replace
from prep_assistant.paper.content.sheet import Column, Heading, Item, Paragraph, Table
from prep_assistant.paper.layout.faces import choose_face, measure_rise
from prep_assistant.paper.layout.marks import Box, Mark, Rule, Stroke, Text
from prep_assistant.paper.layout.runs import ASCENT
from prep_assistant.paper.layout.wrap import wrap
from prep_assistant.paper.sizes import WorksheetSize

LEADING = 1.22
_HAIR, _PADDING = 0.5, 2.5
# The square of a check, what it keeps free beside it, and the stroke of its tick.
_SQUARE, _BESIDE, _TICK = 9.0, 4.0, 1.4


@frozen
class Strip:
    """Marks from its own top left corner, its height, and how it stands to its neighbours.

    ``keep`` holds it on one page with the next strip; ``titles`` is repeated above it when it begins a page.
    """

    line: str
    marks: tuple[Mark, ...]
    height: float
    keep: bool = False
    titles: "Strip | None" = None


@frozen
class _Room:
    """Where lines of text go: from the left, from the top, and how wide they may be."""

    left: float
    top: float
    width: float


def strips_of(item: Item, size: WorksheetSize) -> Iterator[Strip]:
    """An item cut into strips.

    Raises:
        CannotBePrinted: no face can set a run.
    """
    match item:
        case Heading():
            yield _heading(item, size)
        case Paragraph():
            yield paragraph(item, size, top=_PADDING)
        case Table():
            yield from _table(item, size)


def paragraph(item: Paragraph, size: WorksheetSize, top: float = 0) -> Strip:
    """A paragraph, and white space above it."""
    marks, height = _set(item.role, item.role, item.text, _Room(0, top, _across(size)), size)
    return Strip(item.role, marks, top + height)


def _heading(item: Heading, size: WorksheetSize) -> Strip:
    marks, height = _set("heading", item.text, item.text, _Room(0, size.gap, _across(size)), size)
    return Strip(item.text, marks, size.gap + height + _PADDING, keep=True)


def _table(table: Table, size: WorksheetSize) -> Iterator[Strip]:
    titles = _row(table, tuple(column.title for column in table.columns), size, titles=True)
    yield titles
    for number, row in enumerate(table.rows, start=1):
        is_last = number % table.together == 0
        # A table to write in lies whole on one page when it can.
        keep = (table.ink and number < len(table.rows)) or not is_last
        strip = _row(table, row, size, ruled=is_last)
        if table.boxes:
            strip = replace(strip, marks=(*_square(ticked=table.boxes[number - 1]), *strip.marks))
        yield replace(strip, keep=keep, titles=titles)


def _square(*, ticked: bool) -> Iterator[Mark]:
    """A square to tick, or ticked already; no face of ours holds either sign."""
    yield Box(_PADDING, _PADDING + 0.5, _SQUARE, _SQUARE, 2 * _HAIR)
    if ticked:
        left, middle = _PADDING + 0.2 * _SQUARE, _PADDING + 0.5 + 0.55 * _SQUARE
        yield Stroke(left, middle, 0.22 * _SQUARE, 0.25 * _SQUARE, _TICK)
        yield Stroke(left + 0.22 * _SQUARE, middle + 0.25 * _SQUARE, 0.4 * _SQUARE, -0.6 * _SQUARE, _TICK)


def _row(table: Table, row: tuple[str, ...], size: WorksheetSize, *, titles: bool = False, ruled: bool = True) -> Strip:
    marks: list[Mark] = []
    height = 2 * _PADDING if titles or not table.ink else size.ink
    lefts = list(_lefts(table.columns, size))
    for (left, width), column, text in zip(lefts, table.columns, row, strict=True):
        role = "column" if titles else ("bold cell" if column.bold else "cell")
        beside = _SQUARE + _BESIDE if table.boxes and not titles and not left else 0
        room = _Room(left + _PADDING + beside, _PADDING, width - 2 * _PADDING - beside)
        texts, used = _set(role, column.title, text, room, size)
        marks.extend(texts)
        height = max(height, used + 2 * _PADDING)
    if table.ink and not titles:
        marks.extend(Box(left, 0, width, height, _HAIR) for left, width in lefts)
    elif ruled:
        marks.append(Rule(0, height, _across(size), 2 * _HAIR if titles else _HAIR))
    else:
        height -= _PADDING
    return Strip(table.columns[0].title, tuple(marks), height, keep=titles)


def _lefts(columns: tuple[Column, ...], size: WorksheetSize) -> Iterator[tuple[float, float]]:
    """The left end and width of each column."""
    unit = _across(size) / sum(column.share for column in columns)
    left = 0.0
    for column in columns:
        yield left, column.share * unit
        left += column.share * unit


def _across(size: WorksheetSize) -> float:
    return size.width - 2 * size.margin


def _set(role: str, line: str, text: str, room: _Room, size: WorksheetSize) -> tuple[tuple[Text, ...], float]:
    """A text in lines, and how high they are together."""
    if not text:
        return (), 0
    kind = size.types[role]
    face, composed = choose_face(line, text, bold=kind.bold)
    lines = wrap(composed, face, kind.points, room.width)
    rise = measure_rise(composed)
    pitch = (LEADING + rise) * kind.points
    marks = (
        Text(room.left, room.top + number * pitch + (ASCENT + rise) * kind.points, face, kind.points, words)
        for number, words in enumerate(lines)
    )
    return tuple(marks), pitch * len(lines)
