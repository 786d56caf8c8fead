"""A figure that is said in words: no name above it, broken between words where a line has no room."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from prep_assistant.ui.views.figure_cell import FigureCell, draw_focus_ring
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import Look, make_font, measure_font

_PAD = 4
_WRAPPED = Qt.TextFlag.TextWordWrap
_VERY_HIGH = 10_000
_USUAL_WIDTH = 240


class FigureText(FigureCell):
    """As ``FigureCell``; without a value it is blank.

    Args:
        look: the theme.
        name: the figure's name; the widget is called ``plan_`` and this.
        words: what the figure is called, for who hears the page.
        px: the size of its type.
        bold: whether its type is heavy.
    """

    def __init__(self, look: Look, name: str, words: str, px: int, *, bold: bool = False) -> None:
        super().__init__(look, name, words, value_px=px)
        self._font, self._metrics = make_font(px, bold=bold), measure_font(px, bold=bold)
        self._value_top = self._shown_high = 0
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """The height of the words at a width; one line at least, so that nothing moves when they come."""
        box = QRect(0, 0, max(width - 2 * _PAD, 1), _VERY_HIGH)
        return max(self._metrics.height(), self._metrics.boundingRect(box, _WRAPPED, self.text()).height())

    def sizeHint(self) -> QSize:
        """A few words on each line."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """At least a word's width, and one line."""
        return QSize(_USUAL_WIDTH // 2, self._metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws ground, words and the focus ring."""
        with QPainter(self) as painter:
            fill_box(painter, self.rect(), self._look.colour("surface"))
            painter.setFont(self._font)
            painter.setPen(self._look.colour("ink"))
            painter.drawText(self.rect().adjusted(_PAD, 0, -_PAD, 0), _WRAPPED, self.text())
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), self._look)

    def _make_room(self) -> None:
        high = self.heightForWidth(self.width())
        if high != self._shown_high:
            self._shown_high = high
            self.updateGeometry()
