"""Where the order stands, by shape, word and sentence."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from prep_assistant.ui.viewmodels.state import PrepareState, Standing
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look

_SHAPES = {
    Standing.EMPTY: Shape.WAITING,
    Standing.INCOMPLETE: Shape.WAITING,
    Standing.STOPPED: Shape.STOP,
    Standing.CONFIRM: Shape.CONFIRM,
    Standing.READY: Shape.READY,
    Standing.UNPRINTABLE: Shape.STOP,
    Standing.BLOCKED: Shape.STOP,
}
# Narrower, a sentence is a tower of single words.
_LEAST_SENTENCE = 150


class Headline(QWidget):
    """Where the order stands; it never scrolls away."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("headline")
        self.setMinimumHeight(36)
        self._mark = ShapeMark(look, Shape.WAITING, 24)
        self._word, self._sentence = QLabel(), QLabel()
        self._word.setObjectName("headline_word")
        self._word.setProperty("kind", "title")
        self._sentence.setObjectName("headline_sentence")
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(_LEAST_SENTENCE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 14, 6)
        layout.setSpacing(10)
        layout.addWidget(self._mark)
        layout.addWidget(self._word)
        layout.addWidget(self._sentence, 1)

    def present(self, state: PrepareState) -> None:
        """Shows shape, word and sentence."""
        self._mark.show_shape(_SHAPES[state.standing])
        for label, text in ((self._word, state.headline.word), (self._sentence, state.headline.sentence)):
            if label.text() != text:
                label.setText(text)
        self.setAccessibleName(f"{state.headline.word}. {state.headline.sentence}")
