"""The pages of a worksheet: strips filled in from the top, below a head that every page repeats."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from prep_assistant.paper.content.names import NOT_APPROVED
from prep_assistant.paper.content.sheet import Item, Paragraph
from prep_assistant.paper.errors import ContentDoesNotFit
from prep_assistant.paper.layout.faces import choose_face, measure
from prep_assistant.paper.layout.marks import Box, Mark, Page, Rule, Text, moved
from prep_assistant.paper.layout.strips import LEADING, Strip, paragraph, strips_of
from prep_assistant.paper.sizes import WorksheetSize

Head = Callable[[int, int], Sequence[Paragraph]]
_RULE = 1.2
# A heading, the titles of a table and its first row.
_BEGINNING = 3


def lay_out_worksheet(
    items: Iterable[Item], head: Head, size: WorksheetSize, *, banner: str = NOT_APPROVED
) -> tuple[Page, ...]:
    """The pages of one worksheet, or of what looks like one.

    Args:
        items: the sections in order.
        head: the paragraphs at the top of page x of y.
        size: the paper.
        banner: what stands white on black above every head.

    Raises:
        ContentDoesNotFit: a row is higher than a page.
        CannotBePrinted: no face can set a run.
    """
    strips = [strip for item in items for strip in strips_of(item, size)]
    # The head of the last page of a thick worksheet is the highest there is.
    room = size.height - 2 * size.margin - _head(head(999, 999), banner, size).height
    pages = list(_filled(strips, room, size))
    return tuple(
        _page(strips, _head(head(number, len(pages)), banner, size), size)
        for number, strips in enumerate(pages, start=1)
    )


def _filled(strips: Sequence[Strip], room: float, size: WorksheetSize) -> Iterator[list[Strip]]:
    """The strips of each page. What is kept together goes over to the next page together."""
    page: list[Strip] = []
    used = 0.0
    for place, strip in enumerate(strips):
        if strip.height + (strip.titles.height if strip.titles else 0) > room:
            raise ContentDoesNotFit(strip.line, size.name)
        held = bool(page) and page[-1].keep
        if used + (strip.height if held else _wanted(strips, place, room)) > room:
            yield page
            page = [strip.titles] if strip.titles else []
            used = sum(kept.height for kept in page)
        page.append(strip)
        used += strip.height
    yield page


def _wanted(strips: Sequence[Strip], place: int, room: float) -> float:
    """The room for a strip and all that is kept with it; when that is more than a page, for its beginning."""
    end = place
    while strips[end].keep and end + 1 < len(strips):
        end += 1
    heights = [strip.height for strip in strips[place : end + 1]]
    return sum(heights) if sum(heights) <= room else sum(heights[:_BEGINNING])


def _head(paragraphs: Sequence[Paragraph], banner: str, size: WorksheetSize) -> Strip:
    band, down = _band(banner, size)
    marks: list[Mark] = list(band)
    for item in paragraphs:
        strip = paragraph(item, size)
        marks.extend(moved(strip.marks, 0, down))
        down += strip.height
    marks.append(Rule(0, down + size.gap / 2, size.width - 2 * size.margin, _RULE))
    return Strip("head", tuple(marks), down + size.gap)


def _band(banner: str, size: WorksheetSize) -> tuple[tuple[Mark, ...], float]:
    kind = size.types["banner"]
    face, text = choose_face("banner", banner, bold=kind.bold)
    height = LEADING * kind.points + size.gap / 2
    width = size.width - 2 * size.margin
    left = (width - measure(text, face, kind.points)) / 2
    words = Text(left, size.gap / 4 + 0.94 * kind.points, face, kind.points, text, white=True)
    return (Box(0, 0, width, height, 0), words), height + size.gap / 2


def _page(strips: Sequence[Strip], head: Strip, size: WorksheetSize) -> Page:
    marks: list[Mark] = []
    top = size.margin
    for strip in (head, *strips):
        marks.extend(moved(strip.marks, size.margin, top))
        top += strip.height
    return Page(size.width, size.height, tuple(marks))
