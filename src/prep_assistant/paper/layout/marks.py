"""What a page is made of. Lengths in points; ``x`` from the left, ``y`` from the top."""

from prep_assistant.frozen import field, frozen, replace


@frozen
class Text:
    """One line of text in one face; ``y`` is its baseline."""

    x: float
    y: float
    face: str
    points: float
    text: str = field(repr=False)
    white: bool = False


@frozen
class Box:
    """A rectangle: an outline ``stroke`` points wide, or filled with black when that is 0."""

    x: float
    y: float
    width: float
    height: float
    stroke: float


@frozen
class Rule:
    """A horizontal line."""

    x: float
    y: float
    width: float
    stroke: float


@frozen
class Stroke:
    """A straight line from a point, so far to the right and so far down."""

    x: float
    y: float
    right: float
    down: float
    stroke: float


Mark = Text | Box | Rule | Stroke


@frozen
class Page:
    """One page."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def moved(marks: tuple[Mark, ...], right: float, down: float) -> tuple[Mark, ...]:
    """The same marks elsewhere."""
    return tuple(replace(mark, x=mark.x + right, y=mark.y + down) for mark in marks)
