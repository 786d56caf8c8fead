"""The left side of the page: everything that is entered, in reading order."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.entries import INDICATIONS, JURISDICTIONS, LABORATORY, PLATELET_UNITS, YES_OR_NO
from prep_assistant.ui.viewmodels.identity import IdentityState
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views import form_plan
from prep_assistant.ui.views.choice_box import ChoiceBox
from prep_assistant.ui.views.entry_field import EntryField, EntryLine
from prep_assistant.ui.views.fold import Fold
from prep_assistant.ui.views.history_entry import HistoryEntry
from prep_assistant.ui.views.roomy import RoomyPage
from prep_assistant.ui.views.tab_order import put_in_tab_order
from prep_assistant.ui.views.theme import Look

if TYPE_CHECKING:
    from prep_assistant.ui.views.first_dose import FirstDoseFold
    from prep_assistant.ui.views.laboratory_entry import LaboratoryEntry

AnyFold = TypeVar("AnyFold", bound=Fold)
_COLUMNS, _MARGIN = 12, 10
# How the choice to enter nothing is called.
_BLANKS = {"bag_fluid": phrase("not written")}
# What usually stands in an entry, where room must be kept for it.
_SAMPLES = {"order_id": "RX-0000-00000"}
_NO_VALUES = phrase("Laboratory values: none entered")
# In parentheses, so that the key n chooses "no".
_NOT_ENTERED = phrase("(not entered)")


class OrderForm(QScrollArea):
    """The entries of one order; it scrolls when the window is low.

    Attributes:
        page: what lies in it.
    """

    def __init__(self, model: PrepareViewModel, look: Look) -> None:
        super().__init__()
        self.setObjectName("form_area")
        self.setAccessibleName(tr("Order"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model, self._look = model, look
        self.page = RoomyPage(self)
        self._identity = model.state.identity
        self._lists: dict[str, Iterable[str]] = {"jurisdiction": JURISDICTIONS, "indication": INDICATIONS}
        self._lists |= dict.fromkeys(("heart_failure", "ild", "nrh"), YES_OR_NO) | {"platelets_unit": PLATELET_UNITS}
        self._lists |= _lists_of(self._identity)
        self.fields: dict[str, EntryField] = {}
        self._history = HistoryEntry(model, look)
        self._laboratory: LaboratoryEntry | None = None
        self._laboratory_fold = self._follow(Fold("laboratory", tr(_NO_VALUES), self._make_laboratory))
        self._first_dose: FirstDoseFold | None = None
        self._more = (*form_plan.MORE, form_plan.stock_row(model.setting.strengths))
        self._fold = self._follow(
            Fold("more_entries", tr("Given later, slower, earlier doses, stock"), self._make_more)
        )
        self._lay_out()

    def begin(self) -> None:
        """Back to the first entry: the next order is typed from its top."""
        self.verticalScrollBar().setValue(0)
        self.fields[form_plan.PATIENT[0][0].name].editor.setFocus()

    def show_beginnings(self) -> None:
        """What a file has brought is shown from its first letter on, also where the focus is."""
        for field in self.fields.values():
            field.show_beginning()

    def find_entry(self, event: QKeyEvent) -> QWidget | None:
        """The entry whose label's letter was pressed with Alt, if any."""
        pressed = QKeySequence(event.keyCombination())
        return next((field.editor for field in self.fields.values() if field.letter == pressed), None)

    def _follow(self, fold: AnyFold) -> AnyFold:
        """What is opened below the edge of the window would not be seen to have opened. Later it has its place."""
        fold.asked.connect(lambda: QTimer.singleShot(0, self, partial(self._bring_into_sight, fold)))
        return fold

    def _bring_into_sight(self, fold: Fold) -> None:
        """As much of it as there is room for, from its heading down."""
        bar = self.verticalScrollBar()
        least = fold.geometry().bottom() - self.height() + _MARGIN
        bar.setValue(min(fold.y(), max(bar.value(), least)))

    def _lay_out(self) -> None:
        page = self.page
        page.setObjectName("form")
        self._page_layout = layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 8, 10, _MARGIN)
        layout.setSpacing(3)
        layout.addWidget(_section(tr("Patient")))
        layout.addWidget(self._grid(form_plan.PATIENT))
        layout.addLayout(self._order_title())
        layout.addWidget(self._grid(form_plan.ORDER))
        layout.addWidget(self._history)
        layout.addWidget(_section(tr("Preparation")))
        layout.addWidget(self._grid(form_plan.PREPARATION))
        layout.addWidget(self._laboratory_fold)
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
        self._present_laboratory(state)
        self._present_first_dose(state)
        for name, field in self.fields.items():
            field.present(state.entries[name])
        self._history.present(state)

    def _present_laboratory(self, state: PrepareState) -> None:
        typed = [state.entries[name] for name in LABORATORY]
        shown = state.laboratory
        wrong = any(entry.error for entry in typed)
        words = shown.heading if shown else tr(_NO_VALUES)
        self._laboratory_fold.present(int(shown is not None), wrong=wrong, words=words)
        if self._laboratory is not None:
            self._laboratory.present(shown)

    def _present_first_dose(self, state: PrepareState) -> None:
        if self._first_dose is None and state.first_dose:
            self._add_first_dose()
        if self._first_dose is not None:
            self._first_dose.present_checks(state.first_dose)

    def _add_first_dose(self) -> None:
        from prep_assistant.ui.views.first_dose import FirstDoseFold  # noqa: PLC0415  # made when first shown

        self._first_dose = self._follow(FirstDoseFold(self._model, self._look))
        self._page_layout.insertWidget(self._page_layout.indexOf(self._fold), self._first_dose)
        before = self._laboratory.stops()[-1] if self._laboratory else self._laboratory_fold.button
        put_in_tab_order(before, self._first_dose.button)

    def _make_laboratory(self) -> tuple[QWidget, tuple[QWidget, ...]]:
        from prep_assistant.ui.views.laboratory_entry import LaboratoryEntry  # noqa: PLC0415  # made when first shown

        self._laboratory = LaboratoryEntry(self._model, self._look, self._grid, self.fields)
        self._present_fields(LABORATORY)
        self._laboratory.present(self._model.state.laboratory)
        return self._laboratory, self._laboratory.stops()

    def _order_title(self) -> QVBoxLayout:
        """The section's name, and beside it whose label holds."""
        field = self._field(form_plan.LABEL, is_beside=True)
        line = QHBoxLayout()
        line.addWidget(_section(tr("Order")))
        line.addStretch(1)
        line.addWidget(field)
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addLayout(line)
        field.place_error = title.addWidget
        return title

    def _make_more(self) -> tuple[QWidget, tuple[QWidget, ...]]:
        more = self._grid(self._more)
        names = [place.name for row in self._more for place in row]
        self._present_fields(names)
        return more, tuple(self.fields[name].editor for name in names)

    def _present_fields(self, names: Iterable[str]) -> None:
        for name in names:
            self.fields[name].present(self._model.state.entries[name])

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
                field.place_error = partial(_place, grid, line)
            line += 1
        return box

    def _field(self, place: form_plan.Place, *, is_beside: bool = False) -> EntryField:
        entry, model = self._model.setting.entries[place.name], self._model
        name = place.name
        editor: EntryLine | ChoiceBox
        if name in self._lists:
            blank = "" if entry.required else _BLANKS.get(name, _NOT_ENTERED)
            editor = ChoiceBox(self._look, name, tr(entry.words), self._lists[name], blank)
            editor.chosen.connect(lambda text: model.set_entry(name, text))
        else:
            editor = EntryLine(name, f"{tr(entry.words)} {entry.unit}".strip())
            editor.hint(tr(place.hint), _SAMPLES.get(name, ""))
            editor.textEdited.connect(lambda text: model.set_entry(name, text))
        editor.left.connect(lambda: model.leave_entry(name))
        self.fields[name] = EntryField(name, tr(place.words), editor, entry.unit, is_beside=is_beside)
        return self.fields[name]


def _place(grid: QGridLayout, line: int, widget: QWidget) -> None:
    grid.addWidget(widget, line, 0, 1, _COLUMNS)


def _lists_of(identity: IdentityState) -> dict[str, tuple[str, ...]]:
    """The lists that change with the label."""
    return {"product": identity.products, "bag_fluid": identity.bag_fluids}


def _section(title: str) -> QLabel:
    label = QLabel(title)
    label.setProperty("kind", "section")
    return label
