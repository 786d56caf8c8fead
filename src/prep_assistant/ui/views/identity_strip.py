"""Which medicine this is, and which ones it is not: one strip across the window, on every page."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from prep_assistant.ui.viewmodels.identity import IdentityState
from prep_assistant.ui.views.painted import PaintedBand
from prep_assistant.ui.views.rich_text import escape
from prep_assistant.ui.views.shapes import Shape, ShapeMark
from prep_assistant.ui.views.theme import Look


class IdentityStrip(PaintedBand):
    """The drug's whole name with its distinguishing half in capitals, and the names it is mistaken for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "strip", parent)
        self.setObjectName("identity_strip")
        self._identity: IdentityState | None = None
        self._line = QLabel()
        self._line.setObjectName("identity_line")
        self._line.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 16, 5)
        layout.setSpacing(10)
        layout.addWidget(ShapeMark(look, Shape.CONFIRM, 16))
        layout.addWidget(self._line, 1)
        look.changed.connect(self._draw)

    def present(self, identity: IdentityState) -> None:
        """Shows the medicine under the label that holds."""
        if identity is not self._identity:
            self._identity = identity
            self._line.setAccessibleName(f"{identity.name}. {identity.not_these}")
            self._draw()

    def _draw(self) -> None:
        if self._identity is None:
            return
        colour = self.look.colours.on_strip
        name = escape(self._identity.emphasised).replace(" ", "&nbsp;").replace("-", "&#8209;")
        self._line.setText(
            f'<span style="color:{colour};font-size:16px;font-weight:bold">{name}</span>'
            f'<span style="color:{colour};font-size:14px">&nbsp; {escape(self._identity.not_these)}</span>'
        )
