"""The label's twin: a bare reportlab canvas that is told the same, operation by operation."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas


class Recorded(NamedTuple):
    """What one label asks of reportlab: how its canvas is made, and each method called with its arguments."""

    canvas: Mapping[str, Any]
    operations: Sequence[tuple[str, tuple[Any, ...]]]


def draw(recorded: Recorded) -> bytes:
    """Draw what was recorded."""
    file = BytesIO()
    canvas = Canvas(file, **recorded.canvas)
    for method, arguments in recorded.operations:
        getattr(canvas, method)(*arguments)
    return file.getvalue()
