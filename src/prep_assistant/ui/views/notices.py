"""What stays true until somebody mends it: said quietly above the foot as long as it is so, and never in a dialog."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from prep_assistant.language import tr
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look


class Notices(QFrame):
    """One paragraph for each notice; nothing at all while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("notices")
        self.setAccessibleName(tr("Notices"))
        self.setProperty("kind", "card")
        self._words: dict[str, str] = {}
        self._text = QLabel()
        self._text.setObjectName("notices_text")
        self._text.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 12, 5)
        layout.setSpacing(10)
        layout.addWidget(ShapeMark(look, Shape.NOTE, 20))
        layout.addWidget(self._text, 1)
        self.hide()

    def tell(self, name: str, words: str) -> None:
        """Says something under a name until something else, or "", is said under it."""
        self._words[name] = words
        text = "\n".join(filter(None, self._words.values()))
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self.setVisible(bool(text))
