"""The findings above the plan; empty for a routine order."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from prep_assistant.calculation import Severity
from prep_assistant.ui.viewmodels.finding_state import FindingState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.finding_card import FindingCard
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.shapes import Shape
from prep_assistant.ui.views.tab_order import put_before_in_tab_order
from prep_assistant.ui.views.theme import Look

Key = tuple[str, Severity]


class FindingsBox(QWidget):
    """One card for each finding, made once: typing in it goes on while it stays, and it comes back as it was.

    Args:
        model: takes the reasons.
        look: the theme.
        below: where Tab goes after the last card.
    """

    def __init__(self, model: PrepareViewModel, look: Look, below: QWidget) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._model, self._look, self._below = model, look, below
        self._made: dict[Key, FindingCard] = {}
        self._shown: tuple[Key, ...] = ()
        self._weight_check = NoteLine(look, "weight_check", Shape.CONFIRM)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._weight_check)
        self.hide()

    def present(self, state: PrepareState) -> None:
        """Shows the findings of an order."""
        self._weight_check.present(state.weight_check)
        wanted = {(finding.code, finding.severity): finding for finding in state.findings}
        if list(wanted) != list(self._shown):
            self._arrange(wanted)
        for key, finding in wanted.items():
            self._made[key].present(finding)
        there = bool(wanted or state.weight_check)
        if self.isHidden() is there:
            self.setVisible(there)

    def cards(self) -> tuple[FindingCard, ...]:
        """The cards from top to bottom."""
        return tuple(self._made[key] for key in self._shown)

    def _arrange(self, wanted: Mapping[Key, FindingState]) -> None:
        for key in self._shown:
            if key not in wanted:
                self._layout.removeWidget(self._made[key])
                self._made[key].hide()
        for place, (key, finding) in enumerate(wanted.items(), start=1):
            if key not in self._made:
                self._made[key] = FindingCard(finding, self._model, self._look)
            if self._layout.indexOf(self._made[key]) != place:
                self._layout.insertWidget(place, self._made[key])
            self._made[key].show()
        self._shown = tuple(wanted)
        put_before_in_tab_order(self._below, *(stop for card in self.cards() for stop in card.stops()))
