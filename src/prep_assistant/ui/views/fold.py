"""Entries that most orders do without: folded away while they are empty, never while they hold something."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton, QVBoxLayout, QWidget

from prep_assistant.ui.views.tab_order import put_in_tab_order

# Room for the arrow, in the text too: whoever reads the button's text finds it where it is seen.
_INDENT, _PADDING, _NARROW = "    ", 2, 80
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_VERY_HIGH = 10_000


class FoldButton(QPushButton):
    """A heading that opens and closes what is below it; its arrow says which.

    It paints its words itself, so that they are broken between words and never cut.
    """

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.show_words(words)
        self.setObjectName(name)
        self.setProperty("kind", "fold")
        self.setCheckable(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, words: str) -> None:
        """Shows another heading."""
        self.setText(f"{_INDENT}{words}")
        self.setAccessibleName(words)
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """The height of a button, and of the lines that the words need besides the first."""
        lines = self.fontMetrics().boundingRect(self._place(QRect(0, 0, width, _VERY_HIGH)), _WRAPPED, self._words())
        return super().sizeHint().height() + lines.height() - self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        """Narrow: its words may stand on several lines."""
        return QSize(_NARROW, self.heightForWidth(max(self.width(), _NARROW)))

    def minimumSizeHint(self) -> QSize:
        """As narrow, and one line high."""
        return QSize(_NARROW, super().sizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """What Qt draws is a button without words."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the button, the arrow and the words."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(self.palette().buttonText().color())
            painter.drawText(self._place(self.rect()), _WRAPPED | Qt.AlignmentFlag.AlignVCenter, self._words())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().buttonText().color(), 2))
            y = self.height() / 2
            points = [(5, y - 2), (9, y + 3), (13, y - 2)] if self.isChecked() else [(7, y - 4), (12, y), (7, y + 4)]
            painter.drawPolyline(QPolygonF([QPointF(px, py) for px, py in points]))

    def _words(self) -> str:
        return self.text().removeprefix(_INDENT)

    def _place(self, box: QRect) -> QRect:
        return box.adjusted(_PADDING + self.fontMetrics().horizontalAdvance(_INDENT), 0, -_PADDING, 0)


class Fold(QWidget):
    """A heading and the entries below it, made when they are first shown.

    ``button`` is the heading.

    Args:
        name: the heading's objectName.
        words: the heading.
        make: makes the entries, and says where Tab stops in them.

    ``asked`` tells that a person opened or closed it.
    """

    asked = Signal()

    def __init__(self, name: str, words: str, make: Callable[[], tuple[QWidget, tuple[QWidget, ...]]]) -> None:
        super().__init__()
        self._make = make
        self._content: QWidget | None = None
        self._held = 0
        self.button = FoldButton(name, words)
        self.button.toggled.connect(self._open)
        self.button.clicked.connect(self.asked.emit)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self.button)

    def present(self, held: int, *, wrong: bool, words: str = "") -> None:
        """Opens when an entry in it comes to hold something, or is wrong; ``words`` are another heading."""
        if words and words != self.button.accessibleName():
            self.button.show_words(words)
        if (held and not self._held) or wrong:
            self.button.setChecked(True)
        self._held = held

    def _open(self, is_open: bool) -> None:  # noqa: FBT001  # Qt's own signal
        if self._content is None:
            self._content, stops = self._make()
            self._layout.addWidget(self._content)
            put_in_tab_order(self.button, *stops)
        self._content.setVisible(is_open)
