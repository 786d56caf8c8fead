"""What a pharmacist checks once, before the first dose of a course."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.first_dose_state import CheckState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.views.fold import Fold
from prep_assistant.ui.views.theme import Look
from prep_assistant.ui.views.tick_box import TickBox

_HEADING = phrase("First dose of a course")
_SAID = phrase("Ticked once by a pharmacist; it prints on the worksheet. Nothing is computed from it.")


class FirstDoseFold(Fold):
    """The folded list of checks, absent unless the dose is the first."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__("first_dose", tr(_HEADING), self._make_list)
        self._model, self._look = model, look
        self._boxes: dict[str, TickBox] = {}

    def present_checks(self, checks: tuple[CheckState, ...]) -> None:
        """Shows how many of them are ticked, and which."""
        ticked = sum(check.ticked for check in checks)
        words = tr("First dose of a course: {ticked} of {all} checked", ticked=ticked, all=len(checks))
        self.present(0, wrong=False, words=words)
        if self.isHidden() is bool(checks):
            self.setVisible(bool(checks))
        for check in checks:
            if check.code in self._boxes:
                self._boxes[check.code].setChecked(check.ticked)

    def _make_list(self) -> tuple[QWidget, tuple[QWidget, ...]]:
        content, said = QWidget(), QLabel(tr(_SAID))
        said.setProperty("kind", "caption")
        said.setWordWrap(True)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(2)
        layout.addWidget(said)
        for check in self._model.state.first_dose:
            box = TickBox(self._look, check)
            box.clicked.connect(lambda _on, code=check.code: self._model.tick(code))
            self._boxes[check.code] = box
            layout.addWidget(box)
        return content, tuple(self._boxes.values())
