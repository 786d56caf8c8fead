"""One block of a label set into a column."""

from collections.abc import Callable, Iterator, Mapping

from prep_assistant.frozen import frozen
from prep_assistant.paper.content.blocks import Block, Kind
from prep_assistant.paper.errors import ContentDoesNotFit
from prep_assistant.paper.layout.marks import Box, Mark, Rule, Text
from prep_assistant.paper.layout.runs import ASCENT, SetRun, set_run
from prep_assistant.paper.layout.wrap import wrap
from prep_assistant.paper.sizes import LabelSize

_FRAME, _PADDING, _HAIR = 1.4, 3.0, 0.6
# Within a frame: of the size of the type, and at least.
_PADDING_OF_TYPE, _LEAST_PADDING = 0.11, 2.0
# Between texts that stand side by side, and between a caption and the rule behind it.
_APART, _BEFORE_INK = 5.0, 2.0
_LEAST_INK = 28.0


@frozen
class Column:
    """The room that a block gets across the page, in points, and the size whose type it is set in."""

    width: float
    size: LabelSize


@frozen
class Placed:
    """The marks of a block from its own top left corner, and how far down it reaches."""

    marks: tuple[Mark, ...]
    height: float


def place_block(block: Block, column: Column) -> Placed:
    """A block set into a column.

    Raises:
        ContentDoesNotFit: a line that stays whole is wider than the column.
        CannotBePrinted: no face can set a run.
    """
    return _PLACES[block.kind](block, column)


def _place_text(block: Block, column: Column) -> Placed:
    marks = tuple(_paragraphs(block, column))
    return Placed(marks, _bottom(marks, column))


def _place_section(block: Block, column: Column) -> Placed:
    rule = Rule(0, _HAIR / 2, column.width, _HAIR)
    marks = tuple(_paragraphs(block, column, down=_PADDING / 2))
    return Placed((rule, *marks), _bottom(marks, column))


def _paragraphs(block: Block, column: Column, down: float = 0) -> Iterator[Text]:
    top = down
    for run in block.runs:
        setting = set_run(run, column.size.types)
        for line in wrap(setting.text, setting.face, setting.points, column.width):
            baseline = top + (ASCENT + setting.rise) * setting.points
            yield Text(0, baseline, setting.face, setting.points, line)
            top += (column.size.leading + setting.rise) * setting.points


def _bottom(marks: tuple[Text, ...], column: Column) -> float:
    last = marks[-1] if marks else None
    return last.y + (column.size.leading - ASCENT) * last.points if last else 0


def _place_box(block: Block, column: Column) -> Placed:
    line = _one_line(block, column, column.width - 2 * (_PADDING + _FRAME))
    points = max(run.points for run in line)
    padding = max(_LEAST_PADDING, _PADDING_OF_TYPE * points)
    height = 1.04 * points + 2 * padding
    inset = (column.width - _width(line)) / 2
    marks = _side_by_side(line, inset, padding + 0.8 * points)
    half = _FRAME / 2
    frame = Box(half, half, column.width - _FRAME, height - _FRAME, _FRAME)
    return Placed((frame, *marks), height)


def _place_band(block: Block, column: Column) -> Placed:
    line = _one_line(block, column, column.width)
    points = max(run.points for run in line)
    height = 1.2 * points + _PADDING / 2
    inset = (column.width - _width(line)) / 2
    marks = _side_by_side(line, inset, 0.98 * points, white=True)
    return Placed((Box(0, 0, column.width, height, 0), *marks), height)


def _place_beside(block: Block, column: Column) -> Placed:
    whole, *others = (set_run(run, column.size.types) for run in block.runs)
    room = column.width - whole.width - _APART
    if any(run.width > room for run in others) or room < 0:
        raise ContentDoesNotFit(block.name, column.size.name)
    leading = column.size.leading
    stack = sum(leading * run.points for run in others)
    height = max(leading * whole.points, stack)
    marks = [whole.mark(0, (height - leading * whole.points) / 2 + ASCENT * whole.points)]
    left, top = whole.width + _APART, (height - stack) / 2
    for run in others:
        marks.append(run.mark(left, top + ASCENT * run.points))
        top += leading * run.points
    return Placed(tuple(marks), height)


def _place_blanks(block: Block, column: Column) -> Placed:
    """Captions and rules share the line; a rule is as wide as its share of what the captions leave."""
    line = [set_run(run, column.size.types) for run in block.runs]
    shares = sum(run.ink for run in block.runs)
    taken = sum(run.width + _BEFORE_INK + _APART for run in line) - _APART
    baseline = column.size.ink - _PADDING / 2
    marks: list[Mark] = []
    left = 0.0
    for run, setting in zip(block.runs, line, strict=True):
        width = (column.width - taken) * run.ink / shares
        if width < _LEAST_INK:
            raise ContentDoesNotFit(block.name, column.size.name)
        marks.append(setting.mark(left, baseline))
        left += setting.width + _BEFORE_INK
        marks.append(Rule(left, baseline + _HAIR, width, _HAIR))
        left += width + _APART
    return Placed(tuple(marks), column.size.ink)


def _one_line(block: Block, column: Column, room: float) -> list[SetRun]:
    line = [set_run(run, column.size.types) for run in block.runs]
    if _width(line) > room:
        raise ContentDoesNotFit(block.name, column.size.name)
    return line


def _width(line: list[SetRun]) -> float:
    return sum(run.width + _APART for run in line) - _APART


def _side_by_side(line: list[SetRun], left: float, baseline: float, *, white: bool = False) -> Iterator[Text]:
    for run in line:
        yield run.mark(left, baseline, white=white)
        left += run.width + _APART


_PLACES: Mapping[Kind, Callable[[Block, Column], Placed]] = {
    Kind.TEXT: _place_text,
    Kind.SECTION: _place_section,
    Kind.BOX: _place_box,
    Kind.BAND: _place_band,
    Kind.BESIDE: _place_beside,
    Kind.BLANKS: _place_blanks,
}
