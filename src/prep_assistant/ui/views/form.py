"""The left side of the page: everything that is entered, in reading order."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from prep_assistant.ui.viewmodels.entries import INDICATIONS, JURISDICTIONS
from prep_assistant.ui.viewmodels.identity import IdentityState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views import form_plan
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.entry_field import EntryField, EntryLine
from prep_assistant.ui.views.fold import Fold
from prep_assistant.ui.views.history_entry import HistoryEntry
from prep_assistant.ui.views.theme import Look

_COLUMNS = 12


class OrderForm(QScrollArea):
    """The entries of one order; it scrolls when the window is low."""

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("form_area")
        self.setAccessibleName("Order")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model, self._look = model, look
        self._identity = model.state.identity
        self._lists: dict[str, Iterable[str]] = {"jurisdiction": JURISDICTIONS, "indication": INDICATIONS}
        self._lists |= _lists_of(self._identity)
        self.fields: dict[str, EntryField] = {}
        self._history = HistoryEntry(model, look)
        self._more = (*form_plan.MORE, form_plan.stock_row(model.setting.strengths))
        self._fold = Fold("more_entries", "Given later, slower, earlier doses, stock", self._make_more)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("form")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 8, 10, 10)
        layout.setSpacing(3)
        layout.addWidget(_section("Patient"))
        layout.addWidget(self._grid(form_plan.PATIENT))
        layout.addLayout(self._order_title())
        layout.addWidget(self._grid(form_plan.ORDER))
        layout.addWidget(self._history)
        layout.addWidget(_section("Preparation"))
        layout.addWidget(self._grid(form_plan.PREPARATION))
        layout.addWidget(self._fold)
        layout.addStretch(1)
        self.setWidget(page)

    def present(self, state: PrepareState) -> None:
        """Shows every entry; the lists are those of the label that holds."""
        if state.identity is not self._identity:
            self._identity = state.identity
            for name, choices in _lists_of(state.identity).items():
                self.fields[name].offer(choices)
        more = [state.entries[place.name] for row in self._more for place in row]
        self._fold.present(sum(bool(entry.text) for entry in more), wrong=any(entry.error for entry in more))
        for name, field in self.fields.items():
            field.present(state.entries[name])
        self._history.present(state)

    def _order_title(self) -> QVBoxLayout:
        """The section's name, and beside it whose label holds."""
        field = self._field(form_plan.LABEL, is_beside=True)
        line = QHBoxLayout()
        line.addWidget(_section("Order"))
        line.addStretch(1)
        line.addWidget(field)
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addLayout(line)
        title.addWidget(field.error_line)
        return title

    def _make_more(self) -> tuple[QWidget, tuple[QWidget, ...]]:
        more = self._grid(self._more)
        fields = [self.fields[place.name] for row in self._more for place in row]
        for field in fields:
            field.present(self._model.state.entries[field.editor.objectName()])
        return more, tuple(field.editor for field in fields)

    def _grid(self, rows: Iterable[Iterable[form_plan.Place]]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        line = 0
        for row in rows:
            column = 0
            fields = [(self._field(place), place.width) for place in row]
            for field, width in fields:
                grid.addWidget(field, line, column, 1, width)
                column += width
            for field, _ in fields:
                line += 1
                grid.addWidget(field.error_line, line, 0, 1, _COLUMNS)
            line += 1
        return box

    def _field(self, place: form_plan.Place, *, is_beside: bool = False) -> EntryField:
        entry, model = self._model.setting.entries[place.name], self._model
        name = place.name
        editor: EntryLine | ChoiceBox
        if name in self._lists:
            blank = "" if entry.required else "not written"
            editor = ChoiceBox(self._look, name, entry.words, self._lists[name], blank)
            editor.chosen.connect(lambda text: model.set_entry(name, text))
        else:
            editor = EntryLine(name, f"{entry.words} {entry.unit}".strip())
            editor.setPlaceholderText(place.hint)
            editor.textEdited.connect(lambda text: model.set_entry(name, text))
        editor.left.connect(lambda: model.leave_entry(name))
        self.fields[name] = EntryField(name, place.words, editor, entry.unit, is_beside=is_beside)
        return self.fields[name]


def _lists_of(identity: IdentityState) -> dict[str, tuple[str, ...]]:
    """The lists that change with the label."""
    return {"product": identity.products, "bag_fluid": identity.bag_fluids}


def _section(title: str) -> QLabel:
    label = QLabel(title)
    label.setProperty("kind", "section")
    return label
