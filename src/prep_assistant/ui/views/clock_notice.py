"""The line that says that the workstation's clock was set back; there only while it holds something up."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.clock_watch import ClockState, ClockWatch
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look


class ClockNotice(QFrame):
    """A mark, what happened, and the button of who has looked; ``present`` shows it, in the window it was put into.

    Args:
        clock: what watches the clock.
        look: the theme.
    """

    def __init__(self, clock: ClockWatch, look: Look) -> None:
        super().__init__()
        self.setObjectName("clock_notice")
        self.setAccessibleName(tr("The clock was set back"))
        self.setProperty("kind", "card")
        self._sentence = QLabel()
        self._sentence.setObjectName("clock_sentence")
        self._sentence.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(ShapeMark(look, Shape.STOP, 22))
        layout.addWidget(self._sentence, 1)
        layout.addWidget(make_button("accept_clock", tr("The times are right"), clock.accept))
        clock.state_changed.connect(self.present)

    def present(self, state: ClockState) -> None:
        """Shows a state."""
        self.setVisible(bool(state.sentence))
        self._sentence.setText(state.sentence)
        self.setAccessibleDescription(state.sentence)
