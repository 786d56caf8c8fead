"""What became of the newest print: a mark, a word, a sentence, and what can be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.printing import PrintingViewModel, PrintState
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look

_SHAPES = {"ready": Shape.READY, "stop": Shape.STOP, "note": Shape.NOTE}


class PrintStatus(QFrame):
    """A line above the foot; there only while there is something to say of a print.

    Args:
        model: the view-model of printing.
        look: the theme.
    """

    def __init__(self, model: PrintingViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("print_status")
        self.setAccessibleName(tr("What became of the print"))
        self.setProperty("kind", "card")
        self._mark = ShapeMark(look, Shape.NOTE, 22)
        self._word, self._sentence = QLabel(), QLabel()
        self._word.setObjectName("print_word")
        self._word.setProperty("kind", "title")
        self._sentence.setObjectName("print_sentence")
        self._sentence.setWordWrap(True)
        self._cancel = _make_button("cancel_print", tr("Cancel print"), model.cancel)
        self._yes = _make_button(
            "came_out", tr("Yes, it came out"), partial(model.say_whether_it_came_out, came_out=True)
        )
        self._no = _make_button("came_not_out", tr("No"), partial(model.say_whether_it_came_out, came_out=False))
        self._dismiss = _make_button("dismiss_print", tr("Close"), model.dismiss)
        self._lay_out()
        model.state_changed.connect(self.present)

    def present(self, state: PrintState) -> None:
        """Shows a state."""
        self.setVisible(bool(state.word))
        self._mark.show_shape(_SHAPES[state.kind])
        self._word.setText(state.word)
        self._sentence.setText(state.sentence)
        self.setAccessibleDescription(f"{state.word}. {self._sentence.text()}")
        self._cancel.setVisible(state.can_cancel)
        self._yes.setVisible(state.asks)
        self._no.setVisible(state.asks)
        self._dismiss.setVisible(bool(state.word) and not state.can_cancel and not state.asks)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(self._mark)
        layout.addWidget(self._word)
        layout.addWidget(self._sentence, 1)
        for button in (self._cancel, self._yes, self._no, self._dismiss):
            layout.addWidget(button)


def _make_button(name: str, words: str, act: Callable[[], None]) -> QPushButton:
    return make_button(name, words, lambda: act())  # noqa: PLW0108 - clicked hands over whether it is checked
