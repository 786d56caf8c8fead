"""The paper as it prints: the rendered pages of the very bytes, with a choice of document and a zoom."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.paper_state import CHOICES, FIT, PaperState
from prep_assistant.ui.viewmodels.papers import DOTS_PER_INCH, PapersViewModel
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.painted import fill_box
from prep_assistant.ui.views.theme import Look

_SCREEN_DOTS_PER_INCH = 96
_GAP = 10
_VEIL = 150


class PaperPreview(QWidget):
    """Choice and zoom above, the pages below.

    Args:
        model: the view-model of paper.
        look: the theme.
    """

    def __init__(self, model: PapersViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("paper_preview")
        self._model = model
        self._choice = ChoiceBox(look, "paper_choice", tr("Document and size"), [choice.words for choice in CHOICES])
        self._choice.activated.connect(lambda place: model.choose(CHOICES[place]))
        self._buttons = (
            _make_button("zoom_out", "\N{MINUS SIGN}", tr("Smaller"), model.zoom_out),
            _make_button("zoom_in", "+", tr("Larger"), model.zoom_in),
        )
        self._bar, self._zooms = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._pages = _Pages(look)
        self._words = QLabel()
        self._words.setObjectName("paper_words")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setObjectName("paper_area")
        self._area.setAccessibleName(tr("Preview of the paper"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._pages)
        self._lay_out()
        model.state_changed.connect(self.present)
        self.present(model.state)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return (self._choice, *self._buttons, self._area)

    def present(self, state: PaperState) -> None:
        """Shows a state."""
        self._choice.show_text(state.choice.words)
        self._words.setText(tr(state.words))
        self._words.setVisible(not state.pages)
        self._area.setVisible(bool(state.pages))
        self._pages.present(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the zoom below the choice where the longest name would be cut beside it."""
        super().resizeEvent(event)
        needed = self._choice.widest() + self._bar.spacing() + self._zooms.sizeHint().width()
        ways = QBoxLayout.Direction
        self._bar.setDirection(ways.TopToBottom if self.width() < needed else ways.LeftToRight)

    def _lay_out(self) -> None:
        for button in self._buttons:
            self._zooms.addWidget(button)
        self._zooms.setSpacing(6)
        self._bar.setSpacing(6)
        self._bar.addWidget(self._choice, 1)
        self._bar.addLayout(self._zooms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._bar)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._area, 1)


class _Pages(QWidget):
    """The pages below one another, each as large as the zoom says, or as wide as there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("paper_pages")
        self.setAccessibleName(tr("Pages"))
        self._look = look
        self._state = PaperState()
        self._images: tuple[QImage, ...] = ()

    def present(self, state: PaperState) -> None:
        """Shows a state; the bytes are wrapped, not copied."""
        if state.pages != self._state.pages:
            self._images = tuple(
                QImage(page.grey, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8)
                for page in state.pages
            )
        self._state = state
        self.setMinimumSize(self._needed())
        self.setAccessibleDescription(
            tr("{paper}, {count} pages", paper=tr(state.choice.words), count=len(state.pages))
        )
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pages that fit the width grow and shrink with it."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._needed().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pages; an older state's are veiled."""
        with QPainter(self) as painter:
            fill_box(painter, event.rect(), self._look.colour("surface"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._draw_pages(painter)
            if self._state.is_veiled:
                veil = QColor(self._look.colour("surface"))
                veil.setAlpha(_VEIL)
                fill_box(painter, event.rect(), veil)

    def _draw_pages(self, painter: QPainter) -> None:
        top = 0.0
        for image in self._images:
            size = self._size_of(image)
            place = QRectF((self.width() - size.width()) / 2, top, size.width(), size.height())
            painter.drawImage(place, image)
            painter.setPen(QPen(self._look.colour("border"), 1))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
            top += size.height() + _GAP

    def _size_of(self, image: QImage) -> QSize:
        if self._state.zoom == FIT:
            wide = max(1, self.width() - 2)
            return QSize(wide, image.height() * wide // image.width())
        scale = self._state.zoom * _SCREEN_DOTS_PER_INCH
        whole = 100 * DOTS_PER_INCH
        return QSize(image.width() * scale // whole, image.height() * scale // whole)

    def _needed(self) -> QSize:
        sizes = [self._size_of(image) for image in self._images]
        wide = 0 if self._state.zoom == FIT else max((size.width() for size in sizes), default=0)
        return QSize(wide, sum(size.height() + _GAP for size in sizes))


def _make_button(name: str, words: str, description: str, act: Callable[[], None]) -> QPushButton:
    button = make_button(name, words, act)
    button.setAccessibleName(description)
    button.setToolTip(description)
    return button
