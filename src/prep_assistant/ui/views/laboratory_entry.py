"""The laboratory values: each with the label's row that it falls into, and the decision that a prescriber may take."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from prep_assistant.calculation import Severity
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.laboratory_state import DecisionState, LaboratoryState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.views.decision_fields import DecisionFields
from prep_assistant.ui.views.entry_field import EntryField
from prep_assistant.ui.views.form_plan import LABORATORY, Place
from prep_assistant.ui.views.note_line import NoteLine
from prep_assistant.ui.views.shapes import Shape
from prep_assistant.ui.views.tab_order import put_in_tab_order
from prep_assistant.ui.views.theme import Look

_HELP = {
    "collected_on": phrase("Type value and upper limit as the laboratory reports them: the program divides."),
    "ild": phrase(
        "Pneumonitis from radiotherapy is not this: answer no for it. The label has a rule of its own for it; ask the "
        "prescriber."
    ),
}
_SHAPES = {
    None: Shape.READY,
    Severity.NOTE: Shape.NOTE,
    Severity.CONFIRM: Shape.CONFIRM,
    Severity.STOP: Shape.STOP,
}
Grid = Callable[[Iterable[Iterable[Place]]], QWidget]


class LaboratoryEntry(QWidget):
    """What the fold of the laboratory values holds.

    Args:
        model: takes what is typed.
        look: the theme.
        make_grid: makes the entries of rows, and puts them into ``fields``.
        fields: every entry of the form by its name.
    """

    def __init__(self, model: PrepareViewModel, look: Look, make_grid: Grid, fields: dict[str, EntryField]) -> None:
        super().__init__()
        self.setObjectName("laboratory_entry")
        self._model = model
        self._bands: dict[str, NoteLine] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self._before: dict[str, QWidget] = {}
        self._decisions: dict[str, DecisionFields] = {}
        self._editors: list[QWidget] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for row, reactions in LABORATORY:
            layout.addWidget(make_grid((row,)))
            self._editors.extend(fields[place.name].editor for place in row)
            self._help(layout, row, fields)
            for reaction in reactions:
                self._bands[reaction] = NoteLine(look, f"band_{reaction}")
                self._places[reaction] = QVBoxLayout()
                self._before[reaction] = self._editors[-1]
                layout.addWidget(self._bands[reaction])
                layout.addLayout(self._places[reaction])
        self._hint = _caption("laboratory_hint", "")
        layout.addWidget(self._hint)
        self._hint.hide()

    def present(self, state: LaboratoryState | None) -> None:
        """Shows the bands, the decisions, and what else is to be said."""
        bands = state.bands if state else {}
        for reaction, line in self._bands.items():
            band = bands.get(reaction)
            if band is None:
                line.present("")
            else:
                line.present(band.text, _SHAPES[band.severity])
        self._present_decisions(state.decisions if state else {})
        hint = state.hint if state else ""
        if hint != self._hint.text():
            self._hint.setText(hint)
            self._hint.setVisible(bool(hint))

    def _present_decisions(self, decisions: Mapping[str, tuple[DecisionState, ...]]) -> None:
        shown = {decision.finding: decision for states in decisions.values() for decision in states}
        for reaction, states in decisions.items():
            for decision in states:
                if decision.finding not in self._decisions:
                    self._add(reaction, decision.finding)
        for finding, fields in self._decisions.items():
            if finding in shown:
                fields.present(shown[finding])
            if fields.isHidden() is (finding in shown):
                fields.setVisible(finding in shown)

    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes to, in reading order."""
        return tuple(self._editors)

    def _add(self, reaction: str, finding: str) -> None:
        fields = DecisionFields(self._model, finding)
        self._decisions[finding] = fields
        self._places[reaction].addWidget(fields)
        put_in_tab_order(self._before[reaction], *fields.stops())

    @staticmethod
    def _help(layout: QVBoxLayout, row: Iterable[Place], fields: dict[str, EntryField]) -> None:
        """A sentence below an entry that is easily misunderstood; it is spoken with the entry too."""
        for place in row:
            if words := _HELP.get(place.name):
                layout.addWidget(_caption(f"{place.name}_help", tr(words)))
                fields[place.name].editor.setToolTip(tr(words))


def _caption(name: str, words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setProperty("kind", "caption")
    label.setWordWrap(True)
    return label
