"""One figure as an instrument shows it: its name small above, its value below; hover and F1 say how it was made.

It paints itself on its own ground, so that a key pressed in the entry costs one small repaint and no new layout.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.plan_state import FigureState
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import CAPTION_PX, VALUE_PX, Look, make_font, measure_font
from prep_assistant.ui.views.tool_tip import explain_in_short

_PAD = 4
_NO_VALUE = "–"
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class FigureCell(QWidget):
    """A figure; ``text`` is its value as shown.

    Args:
        look: the theme.
        name: the figure's name; the widget is called ``plan_`` and this.
        words: what the figure is called.
        value_px: the size of its type.
        sample: the longest value to keep room for.
    """

    moved = Signal(object)

    def __init__(self, look: Look, name: str, words: str, *, value_px: int = VALUE_PX, sample: str = "") -> None:
        super().__init__()
        self.setObjectName(f"plan_{name}")
        self._look, self._words = look, words
        self._state: FigureState | None = None
        self._caption_font, self._value_font = make_font(CAPTION_PX), make_font(value_px, bold=True)
        caption, self._value_metrics = measure_font(CAPTION_PX), measure_font(value_px, bold=True)
        self._caption_at = QPointF(_PAD, _PAD + caption.ascent())
        self._value_at = QPointF(_PAD, _PAD + caption.height() + self._value_metrics.ascent())
        self._value_top = _PAD + caption.height()
        self._high = caption.height() + self._value_metrics.height() + 2 * _PAD
        self._room = max(self._value_metrics.horizontalAdvance(sample), caption.horizontalAdvance(words))
        self.setAccessibleName(f"{words}: {tr('not known')}")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    @property
    def state(self) -> FigureState | None:
        """The figure that is shown."""
        return self._state

    def text(self) -> str:
        """The value as it is shown, "" when there is none."""
        return self._state.text if self._state else ""

    def show_figure(self, state: FigureState | None) -> None:
        """Shows another value, or the same one made in another way; ``None`` withholds it."""
        was, self._state = self.text(), state
        if self.text() != was:
            self.setAccessibleName(f"{self._words}: {self.text() or tr('not known')}")
            self._make_room()
            self.update(0, self._value_top, self.width(), self.height() - self._value_top)
        if self.underMouse():
            self._explain()

    def sizeHint(self) -> QSize:
        """Room for the caption and the value on one line each; a value is never cut."""
        return QSize(self._room + 2 * _PAD, self._high)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest that it has shown: what is beside it does not move with every key."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Has the explanation ready when the pointer comes to rest."""
        super().enterEvent(event)
        self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from figure to figure."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws ground, caption, value and the focus ring; with a key only the value changes."""
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._look.colour("surface"))
            if event.rect().top() < self._value_top:
                painter.setFont(self._caption_font)
                painter.setPen(self._look.colour("muted"))
                painter.drawText(self._caption_at, self._words)
            painter.setFont(self._value_font)
            painter.setPen(self._look.colour("ink"))
            painter.drawText(self._value_at, self.text() or _NO_VALUE)
            if self.hasFocus():
                draw_focus_ring(painter, QRectF(self.rect()), self._look)

    def _make_room(self) -> None:
        wide = self._value_metrics.horizontalAdvance(self.text())
        if wide > self._room:
            self._room = wide
            self.updateGeometry()

    def _explain(self) -> None:
        self.setToolTip(explain_in_short(self._state.explained) if self._state else "")


def draw_focus_ring(painter: QPainter, box: QRectF, look: Look) -> None:
    """A ring of 2 px inside the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
