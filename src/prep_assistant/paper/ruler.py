"""The ruler page: whether a queue prints to scale, and how near to the edge."""

from collections.abc import Iterator
from decimal import Decimal

_POINTS_PER_MM = 72 / 25.4
# Where the two scales run, from the left and from the top edge; all in mm.
_LINE, _WORDS = 14.0, 24.0
_STROKE = 0.15
_FIRST, _STEP, _CLEAR = 20, 10, 6
_TICKS = {10: 5.0, 5: 3.5, 1: 2.0}
_POINTS, _LEADING = 9.0, 1.25


def draw_ruler(width_mm: Decimal, height_mm: Decimal) -> bytes:
    """A page with a scale in mm along its whole width and height, and words how to check it.

    Args:
        width_mm: the paper's width, 60 mm or more.
        height_mm: the paper's height, 60 mm or more.

    Returns:
        A PDF, the same bytes for the same arguments.
    """
    from prep_assistant.paper.drawn import draw  # noqa: PLC0415 - loads reportlab
    from prep_assistant.paper.layout.marks import Box, Page, Text  # noqa: PLC0415 - loaded with it

    width, height = float(width_mm), float(height_mm)
    strokes = (
        Box(left * _POINTS_PER_MM, top * _POINTS_PER_MM, wide * _POINTS_PER_MM, high * _POINTS_PER_MM, stroke=0)
        for left, top, wide, high in _strokes(width, height)
    )
    texts = (
        Text(x * _POINTS_PER_MM, y * _POINTS_PER_MM, face, _POINTS, text)
        for x, y, face, text in (*_numbers(width, height), *_words(width_mm, height_mm))
    )
    page = Page(width * _POINTS_PER_MM, height * _POINTS_PER_MM, (*strokes, *texts))
    return draw([page], f"Ruler page {_by(width_mm, height_mm)}")


def _strokes(width: float, height: float) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, width and height of each stroke; a tick's middle is its place on the scale."""
    yield 0, _LINE, width, _STROKE
    for place, length in _ticks(width):
        yield place - _STROKE / 2, _LINE - length, _STROKE, length
    yield _LINE, 0, _STROKE, height
    for place, length in _ticks(height):
        yield _LINE - length, place - _STROKE / 2, length, _STROKE


def _ticks(extent: float) -> Iterator[tuple[int, float]]:
    for place in range(int(extent) + 1):
        yield place, next(length for step, length in _TICKS.items() if place % step == 0)


def _numbers(width: float, height: float) -> Iterator[tuple[float, float, str, str]]:
    face = _face("0123456789")
    longest = _TICKS[10]
    for place in _numbered(width):
        yield place + 0.4, _LINE - longest + 1, face, str(place)
    for place in _numbered(height):
        yield _LINE - longest - 6.5, place + 1.1, face, str(place)


def _words(width_mm: Decimal, height_mm: Decimal) -> Iterator[tuple[float, float, str, str]]:
    from prep_assistant.paper.layout.wrap import wrap  # noqa: PLC0415 - loads reportlab

    across, down = (_numbered(float(extent))[-1] for extent in (width_mm, height_mm))
    check = (
        f"Lay a ruler on it. Across, from {_FIRST} to {across} must be {across - _FIRST}\u00a0mm; down, from {_FIRST} "
        f"to {down} must be {down - _FIRST}\u00a0mm. If not: set the queue to this paper and to 100\u00a0% "
        "(“actual size”), and print this page again."
    )
    edges = "The first and the last stroke that you see on each side show how near to the edge this queue prints."
    room = (float(width_mm) - _WORDS - 3) * _POINTS_PER_MM
    top = _WORDS
    for paragraph in (f"Ruler page, {_by(width_mm, height_mm)}", check, edges):
        face = _face(paragraph)
        for line in wrap(paragraph, face, _POINTS, room):
            yield _WORDS, top, face, line
            top += _POINTS * _LEADING / _POINTS_PER_MM
        top += 1.5


def _numbered(extent: float) -> range:
    """The places that carry their number: whole tens, none cut by the edge."""
    return range(_FIRST, int(extent) - _CLEAR + 1, _STEP)


def _by(width_mm: Decimal, height_mm: Decimal) -> str:
    return f"{width_mm} × {height_mm} mm"


def _face(text: str) -> str:
    from prep_assistant.paper.layout.faces import choose_face  # noqa: PLC0415 - loads reportlab

    return choose_face("ruler", text, bold=False)[0]
