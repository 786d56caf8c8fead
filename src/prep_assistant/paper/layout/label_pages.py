"""The pages of a label: the first with the square for the code, then the companions that the rest needs."""

from collections.abc import Iterable, Iterator, Sequence

from prep_assistant.frozen import frozen
from prep_assistant.paper.content.blocks import Block, Run
from prep_assistant.paper.content.label import CODE_CAPTION, CUT_OUT, Blocks, numbered
from prep_assistant.paper.errors import ContentDoesNotFit
from prep_assistant.paper.layout.blocks import Column, Placed, place_block
from prep_assistant.paper.layout.marks import Box, Mark, Page, Text, moved
from prep_assistant.paper.layout.runs import ASCENT, set_run
from prep_assistant.paper.layout.wrap import wrap
from prep_assistant.paper.sizes import LabelSize

_HAIR = 0.6
_BESIDE_CODE, _CLEAR_OF_CODE = 5.0, 0.5


@frozen
class _Code:
    """The reserved square with its caption below."""

    top: float
    marks: tuple[Mark, ...]


def lay_out_label(blocks: Blocks, size: LabelSize) -> tuple[Page, ...]:
    """The pages of one label, the pharmacy's block on the first when the size allows and it has room.

    Args:
        blocks: what is said, by name.
        size: where it goes and what it carries.

    Raises:
        ContentDoesNotFit: what the first page must carry has no room there.
        CannotBePrinted: no face can set a run.
    """
    if not size.always_companion:
        for left_out in ("reasons elsewhere", "reasons"):
            names = [name for name in (*size.front, *size.pharmacy) if name != left_out]
            page = _find_page(_picked(blocks, names), size, _code(size))
            if page is not None:
                return (_on_sheet(page, size),)
    return _with_companions(blocks, [name for name in size.pharmacy if name != "reasons elsewhere"], size)


def _picked(blocks: Blocks, names: Iterable[str]) -> list[Block]:
    return [block for name in names for block in blocks.get(name, ())]


def _with_companions(blocks: Blocks, pharmacy: Sequence[str], size: LabelSize) -> tuple[Page, ...]:
    front, moved_names = _fitting_front(blocks, size)
    heading = _picked(blocks, size.heading)
    names = (*moved_names, *(name for name in pharmacy if name not in size.heading))
    companions = list(_shared_out(heading, _picked(blocks, names), size))
    total = len(companions) + 1
    pages = [_page(numbered(front, 1, total), size, _code(size))]
    for number, companion in enumerate(companions, start=2):
        pages.append(_page(numbered([*heading, *companion], number, total), size, None))
    return tuple(_on_sheet(page, size) for page in pages)


def _fitting_front(blocks: Blocks, size: LabelSize) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of a first page that has companions, and the names of those that had to go there."""
    names = [*size.front, *size.tail]
    for count in range(len(size.moves) + 1):
        front = _picked(blocks, (name for name in names if name not in size.moves[:count]))
        if _find_page(numbered(front, 1, 1), size, _code(size)) is not None:
            return front, size.moves[:count]
    return _picked(blocks, names), ()


def _shared_out(heading: list[Block], left: list[Block], size: LabelSize) -> Iterator[list[Block]]:
    """What the companions carry, each as much as has room below the heading."""
    while left:
        counts = range(len(left), 0, -1)
        fits = (_find_page(numbered([*heading, *left[:count]], 1, 1), size, None) is not None for count in counts)
        count = next((count for count, fit in zip(counts, fits, strict=True) if fit), 0)
        if not count:
            raise ContentDoesNotFit(left[0].name, size.name)
        yield left[:count]
        left = left[count:]


def _page(blocks: list[Block], size: LabelSize, code: _Code | None) -> Page:
    """The blocks on a page of their own, or the refusal that names the first without room."""
    page = _find_page(blocks, size, code)
    return page or Page(size.width, size.height, _stack(blocks, _Setter(size), code, size.gaps[-1]))


def _find_page(blocks: Sequence[Block], size: LabelSize, code: _Code | None) -> Page | None:
    """The blocks one below the other with the widest gaps that fit."""
    setter = _Setter(size)
    for gap in size.gaps:
        try:
            marks = _stack(blocks, setter, code, gap)
            return Page(size.width, size.height, (*marks, *(code.marks if code else ())))
        except ContentDoesNotFit:
            continue
    return None


def _stack(blocks: Sequence[Block], setter: "_Setter", code: _Code | None, gap: float) -> tuple[Mark, ...]:
    """The blocks from the top down; beside the code's square a block gets the narrow column."""
    size = setter.size
    top, bottom = size.margin, size.height - size.margin
    stack: list[tuple[Placed, float]] = []
    for block in blocks:
        placed = setter.place(block)
        if code is not None and top + placed.height > code.top - max(gap, _CLEAR_OF_CODE):
            placed = setter.place(block, size.code_side + _BESIDE_CODE)
        if top + placed.height > bottom:
            raise ContentDoesNotFit(block.name, size.name)
        stack.append((placed, top))
        top += placed.height + gap
    return tuple(mark for placed, top in stack for mark in moved(placed.marks, size.margin, top))


class _Setter:
    """Sets each block of a page once for each width, however often the gaps are tried."""

    def __init__(self, size: LabelSize) -> None:
        self.size = size
        self._placed: dict[tuple[Block, float], Placed] = {}

    def place(self, block: Block, taken: float = 0) -> Placed:
        """A block between the margins, less what is taken at the right."""
        key = block, taken
        if key not in self._placed:
            width = self.size.width - 2 * self.size.margin - taken
            self._placed[key] = place_block(block, Column(width, self.size))
        return self._placed[key]


def _code(size: LabelSize) -> _Code:
    caption = set_run(Run("caption", CODE_CAPTION), size.types)
    lines = wrap(caption.text, caption.face, caption.points, size.code_side)
    left = size.width - size.margin - size.code_side
    below = size.height - size.margin - size.leading * caption.points * len(lines)
    top = below - size.code_side
    square = Box(left + _HAIR / 2, top + _HAIR / 2, size.code_side - _HAIR, size.code_side - _HAIR, _HAIR)
    texts = (
        Text(left, below + (ASCENT + size.leading * number) * caption.points, caption.face, caption.points, line)
        for number, line in enumerate(lines)
    )
    return _Code(top, (square, *texts))


def _on_sheet(page: Page, size: LabelSize) -> Page:
    """The label as it is, or at its place on a sheet with the line to cut along."""
    if size.sheet is None:
        return page
    sheet = size.sheet
    frame = Box(sheet.left, sheet.top, page.width, page.height, _HAIR)
    note = set_run(Run("caption", CUT_OUT), size.types)
    below = note.mark(sheet.left, sheet.top + page.height + 2 * note.points)
    return Page(sheet.width, sheet.height, (frame, *moved(page.marks, sheet.left, sheet.top), below))
