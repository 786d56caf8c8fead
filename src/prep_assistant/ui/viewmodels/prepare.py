"""The Prepare page without its widgets: acts come in as methods, one state goes out by one signal."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from prep_assistant.formulary import Formulary
from prep_assistant.ui.viewmodels.draft import Draft, History, Row, begin_draft
from prep_assistant.ui.viewmodels.filling import fill_draft
from prep_assistant.ui.viewmodels.opening import FileRefused, open_order_file, save_order_file
from prep_assistant.ui.viewmodels.pasting import MOST_ROWS, PasteRefused, parse_pasted_rows, say_pasted
from prep_assistant.ui.viewmodels.reasons import Answer, Answers, ReasonList
from prep_assistant.ui.viewmodels.showing import Judged, Moment, judge_draft, make_setting, show_state
from prep_assistant.ui.viewmodels.state import NO_ENTRIES, EntryState, MessageState, PrepareState
from prep_assistant.ui.viewmodels.undo import UndoStack
from prep_assistant.workflow.ports import Clock


class PrepareViewModel(QObject):
    """One order from its first key to its label.

    Args:
        formulary: the monograph and the house limits.
        reasons: the coded reasons for findings.
        clock: the workstation's: the day and offset that a new order begins with.
        parent: the owner, as Qt knows one.
    """

    state_changed = Signal(object)
    order_opened = Signal()
    order_refused = Signal()
    order_saved = Signal()
    order_cleared = Signal()

    def __init__(self, formulary: Formulary, reasons: ReasonList, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Asked with every key about the same few times; the rules of a zone stay as they are while the page is open.
        self.setting = make_setting(formulary, reasons, lru_cache(maxsize=32)(clock.offsets_at))
        self._clock = clock
        self._blank = begin_draft(clock.now())
        self._undo = UndoStack(self._blank)
        self._typing = self._blocked = ""
        self._answers = Answers()
        self._message = MessageState()
        self._judged = self._judge()
        self._state = self._show(NO_ENTRIES)

    @property
    def state(self) -> PrepareState:
        """What the window shows."""
        return self._state

    def set_entry(self, name: str, text: str) -> None:
        """Takes the text of one entry as it was typed."""
        self._typing = name
        self._push(self._undo.now.with_text(name, text), name)

    def leave_entry(self, name: str) -> None:
        """Nobody types into this entry any more: what is unfinished in it is wrong from now on."""
        if self._typing == name:
            self._typing = ""
            self._undo.close_entry()
            self._tell()

    def set_history(self, history: History) -> None:
        """Takes what is known of the doses given in this course."""
        self._push(replace(self._undo.now, history=history))

    def add_row(self) -> None:
        """Adds an empty prior dose behind the others."""
        rows = self._undo.now.rows
        if len(rows) < MOST_ROWS:
            self._push(self._undo.now.with_rows((*rows, Row())))

    def edit_row(self, place: int, column: int, text: str) -> None:
        """Takes the text of one cell of a prior dose."""
        self._push(self._undo.now.with_cell(place, column, text))

    def remove_row(self, place: int) -> None:
        """Takes one prior dose out."""
        self._push(self._undo.now.without_row(place))

    def paste_rows(self, text: str) -> None:
        """Adds the rows of a spreadsheet's clipboard text; each is checked where it stands."""
        draft = self._undo.now
        try:
            pasted = parse_pasted_rows(text, len(draft.rows))
        except PasteRefused as error:
            self._say(str(error), failed=True)
            return
        kept = tuple(row for row in draft.rows if not row.is_blank)
        self._push(draft.with_rows(kept + pasted))
        self._say(say_pasted(pasted))

    def answer(self, code: str, chosen: str, sentence: str) -> None:
        """Takes the reason for going on in spite of a finding."""
        plan, order = self._judged.plan, self._judged.reading.order
        if plan is None or order is None:
            return
        finding = next((finding for finding in plan.findings if finding.code == code), None)
        if finding is not None:
            self._answers = self._answers.with_answer(finding, order, Answer(chosen, sentence))
            self._tell()

    def undo(self) -> None:
        """Takes the last entry back."""
        self._undo.undo()
        self._restart()

    def redo(self) -> None:
        """Makes again what was taken back."""
        self._undo.redo()
        self._restart()

    def start_new(self) -> None:
        """An empty order of this day; the one before can be had back by undo."""
        self._blank = begin_draft(self._clock.now())
        self._push(self._blank)
        self.order_cleared.emit()

    def open_order(self, path: Path) -> None:
        """Fills every entry from an order file; when it cannot be used, a message says why and nothing changes."""
        try:
            order = open_order_file(path)
        except FileRefused as error:
            self._say(str(error), failed=True)
            self.order_refused.emit()
            return
        self._undo.close_entry()
        self._push(fill_draft(order, self.setting.strengths))
        self.order_opened.emit()
        self._say(f"{path.name} is open. Compare every entry with the original order.")

    def save_order(self, path: Path) -> None:
        """Writes the order as a file; only a complete one can be written."""
        order = self._judged.reading.order
        if self._blocked or order is None:
            why = self._blocked or "It is not complete yet; what is missing stands above."
            self._say(f"The order was not saved. {why}", failed=True)
            return
        try:
            save_order_file(path, order)
        except FileRefused as error:
            self._say(str(error), failed=True)
        else:
            self._say(f"{path.name} is saved.")
            self.order_saved.emit()

    def block(self, words: str) -> None:
        """No order is saved any more: a defect came to light. ``words`` say so."""
        self._blocked = words

    def say(self, text: str, *, failed: bool = False) -> None:
        """Takes the outcome of an act that somebody else did on this order."""
        self._say(text, failed=failed)

    def _say(self, text: str, *, failed: bool = False) -> None:
        self._message = MessageState(text, failed)
        self._tell()

    def _push(self, draft: Draft, entry: str = "") -> None:
        self._undo.push(draft, entry)
        self._restart(typing=entry)

    def _restart(self, typing: str = "") -> None:
        self._typing = typing
        self._message = MessageState()
        self._judged = self._judge()
        self._tell()

    def _judge(self) -> Judged:
        return judge_draft(self._undo.now, self.setting)

    def _show(self, before: Mapping[str, EntryState]) -> PrepareState:
        moment = Moment(self._answers, self._typing, self._undo.now == self._blank, before)
        state = show_state(self._judged, self.setting, moment)
        return replace(state, can_undo=self._undo.can_undo, can_redo=self._undo.can_redo, message=self._message)

    def _tell(self) -> None:
        self._state = self._show(self._state.entries)
        self.state_changed.emit(self._state)
