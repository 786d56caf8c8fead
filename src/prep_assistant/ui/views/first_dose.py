"""What a pharmacist checks once, before the first dose of a course."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import CheckState
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.tick_box import TickBox

_SAID = "Ticked once by a pharmacist; it prints on the worksheet. Nothing is computed from it."


class FirstDose(QWidget):
    """The list of checks."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("first_dose_list")
        self._boxes: dict[str, TickBox] = {}
        said = QLabel(_SAID)
        said.setProperty("kind", "caption")
        said.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(said)
        for check in model.state.first_dose:
            box = TickBox(look, check)
            box.clicked.connect(lambda _on, code=check.code: model.tick(code))
            self._boxes[check.code] = box
            layout.addWidget(box)

    def present(self, checks: tuple[CheckState, ...]) -> None:
        """Shows which of them are ticked."""
        for check in checks:
            self._boxes[check.code].setChecked(check.ticked)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return tuple(self._boxes.values())
