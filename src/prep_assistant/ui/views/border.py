"""A border between two parts of the page: moved with the pointer, or with the arrow keys when it has the focus."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from prep_assistant.language import tr
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import Look

WIDE = 8
STEP = 16
_LINE, _GRIP = 2, 40
_KEYS = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}


class Border(QWidget):
    """Says what is wanted of it; who made it places it.

    ``moved`` carries by how many pixels to the right it is wanted, ``reset`` that both are wanted where they began.
    """

    moved = Signal(int)
    reset = Signal()

    def __init__(self, look: Look, name: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tr("Left and Right move it, Home puts both borders back."))
        self.setToolTip(
            tr(
                "{border}: drag it, or move it with Left and Right; Home or a double click puts both back.",
                border=words,
            )
        )
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew as the pointer comes and goes
        self._look = look
        self._grabbed_at: int | None = None
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as it is drawn."""
        return QSize(WIDE, _GRIP)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed_at = round(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follows the pointer."""
        if self._grabbed_at is not None:
            self.moved.emit(round(event.position().x()) - self._grabbed_at)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Lets go of it."""
        self._grabbed_at = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Puts both borders back."""
        self.reset.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves it by a step, or puts both borders back."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self.moved.emit(_KEYS[key])
        elif key is Qt.Key.Key_Home:
            self.reset.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A short grip; a line from top to bottom while it is pointed at or has the focus."""
        is_wanted = self.underMouse() or self.hasFocus() or self._grabbed_at is not None
        high = self.height() if is_wanted else min(_GRIP, self.height())
        line = QRectF((WIDE - _LINE) / 2, (self.height() - high) / 2, _LINE, high)
        with QPainter(self) as painter:
            fill_box(painter, line, self._look.colour("accent" if is_wanted else "border"))
