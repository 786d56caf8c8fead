"""The middle of the page: findings, figures and the picture of the course."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.plan_state import FigureState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import PrepareState, Standing
from prep_assistant.ui.views.findings_box import FindingsBox
from prep_assistant.ui.views.history_picture import HistoryPicture
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.plan_sheet import PlanSheet
from prep_assistant.ui.views.roomy import RoomyPage
from prep_assistant.ui.views.theme import Look

_WITHHELD = {Standing.STOPPED, Standing.BLOCKED}


class PlanArea(QWidget):
    """It scrolls when the window is low; the headline above it never does."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("plan_area")
        self.sheet = PlanSheet(look)
        self.findings = FindingsBox(model, look, self.sheet.stop)
        self._withheld = QLabel(tr("No figures, no label: they come when nothing stops the order."))
        self._withheld.setObjectName("withheld")
        self._withheld.setWordWrap(True)
        self._not_checked = NoteLine(look, "not_checked")
        self._history = HistoryPicture(look)
        self._scroll = QScrollArea()
        self.page = RoomyPage(self._scroll)
        self._lay_out()

    def _lay_out(self) -> None:
        page = self.page
        page.setObjectName("plan_page")
        content = QVBoxLayout(page)
        content.setContentsMargins(8, 2, 6, 10)
        content.setSpacing(8)
        for widget in (self.findings, self._withheld, self.sheet, self._not_checked, self._history):
            content.addWidget(widget)
        content.addStretch(1)
        self._scroll.setObjectName("plan_scroll")
        self._scroll.setAccessibleName(tr("Plan"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)

    def present(self, state: PrepareState) -> None:
        """Shows findings and figures; of a stopped order no figure."""
        stopped = state.standing in _WITHHELD
        planned = state.plan is not None
        self.findings.present(state)
        _show(self.sheet, there=not stopped)
        _show(self._withheld, there=stopped)
        self.sheet.present(state.plan)
        self._not_checked.present(state.not_checked if planned or stopped else None)
        self._history.present(state.history, veiled=not (planned or stopped))

    def figures(self) -> tuple[tuple[FigureState, ...], str]:
        """The figures that are shown, and the one that has the focus or lies under the pointer."""
        cells = [cell for cell in self.sheet.cells() if cell.state]
        asked = next((cell for cell in cells if cell.hasFocus()), None)
        asked = asked or next((cell for cell in cells if cell.underMouse()), None)
        states = tuple(cell.state for cell in cells if cell.state)
        return states, asked.state.name if asked and asked.state else ""


def _show(widget: QWidget, *, there: bool) -> None:
    if widget.isHidden() is there:
        widget.setVisible(there)
