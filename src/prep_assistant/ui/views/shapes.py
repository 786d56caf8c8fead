"""The shapes that say how grave a thing is, drawn, so that no font need hold them: they differ without colour too."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import Look

_OCTAGON = ((0.3, 0.02), (0.7, 0.02), (0.98, 0.3), (0.98, 0.7), (0.7, 0.98), (0.3, 0.98), (0.02, 0.7), (0.02, 0.3))
_TRIANGLE = ((0.5, 0.05), (0.98, 0.95), (0.02, 0.95))


class Shape(StrEnum):
    """What is drawn: octagon with a bar, triangle with a mark, circle with a tick, ring with a dot, dashed ring."""

    STOP = "stop"
    CONFIRM = "confirm"
    READY = "ready"
    NOTE = "note"
    WAITING = "muted"


def draw_shape(painter: QPainter, box: QRectF, shape: Shape, look: Look) -> None:
    """Draws a shape into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, ground = look.colour(shape.value), look.colour("surface")
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    mark = QPen(ground, 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    match shape:
        case Shape.STOP:
            painter.drawPolygon(_polygon(_OCTAGON))
            fill_box(painter, QRectF(0.22, 0.42, 0.56, 0.16), ground)
        case Shape.CONFIRM:
            painter.drawPolygon(_polygon(_TRIANGLE))
            fill_box(painter, QRectF(0.44, 0.36, 0.12, 0.3), ground)
            fill_box(painter, QRectF(0.44, 0.74, 0.12, 0.1), ground)
        case Shape.READY:
            painter.drawEllipse(QRectF(0.02, 0.02, 0.96, 0.96))
            painter.setPen(mark)
            painter.drawPolyline(_polygon(((0.27, 0.53), (0.44, 0.7), (0.74, 0.33))))
        case Shape.NOTE:
            painter.drawEllipse(QRectF(0.02, 0.02, 0.96, 0.96))
            fill_box(painter, QRectF(0.44, 0.42, 0.12, 0.34), ground)
            fill_box(painter, QRectF(0.44, 0.23, 0.12, 0.12), ground)
        case Shape.WAITING:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 0.12))
            painter.drawEllipse(QRectF(0.08, 0.08, 0.84, 0.84))
    painter.restore()


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


class ShapeMark(QWidget):
    """A shape beside the words that say the same."""

    def __init__(self, look: Look, shape: Shape, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._shape = look, shape
        self._is_veiled = False
        self.setFixedSize(size, size)
        look.changed.connect(self.update)

    def show_shape(self, shape: Shape) -> None:
        """Draws another shape from now on."""
        if shape is not self._shape:
            self._shape = shape
            self.update()

    def veil(self, *, veiled: bool) -> None:
        """Shows nothing for the moment, in the same place."""
        if veiled is not self._is_veiled:
            self._is_veiled = veiled
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the shape."""
        if self._is_veiled:
            return
        with QPainter(self) as painter:
            draw_shape(painter, QRectF(self.rect()), self._shape, self._look)
