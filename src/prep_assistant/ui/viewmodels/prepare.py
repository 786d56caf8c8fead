"""The Prepare page without its widgets: acts come in as methods, one state goes out by one signal."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from prep_assistant.calculation import Jurisdiction
from prep_assistant.formulary import Formularies, FormularyError
from prep_assistant.frozen import replace
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.blocked import hold_back
from prep_assistant.ui.viewmodels.draft import Draft, History, Row, begin_draft, name_cell
from prep_assistant.ui.viewmodels.filling import fill_draft, write_as_typed
from prep_assistant.ui.viewmodels.opening import FileRefused, open_order_file, save_order_file, say_opened
from prep_assistant.ui.viewmodels.pasting import MOST_ROWS, PasteRefused, parse_pasted_rows, say_pasted
from prep_assistant.ui.viewmodels.reasons import Answer, ReasonList
from prep_assistant.ui.viewmodels.row_words import say_removed
from prep_assistant.ui.viewmodels.setting import JurisdictionSettings, Setting, say_unusable
from prep_assistant.ui.viewmodels.showing import Judged, Moment, judge_draft, show_state
from prep_assistant.ui.viewmodels.state import NO_ENTRIES, EntryState, MessageState, PrepareState
from prep_assistant.ui.viewmodels.typed import Answered, Typed, list_patient_words
from prep_assistant.ui.viewmodels.undo import UndoStack
from prep_assistant.workflow.ports import Clock

_UNDONE = phrase("Undone: the page is empty. Redo brings the order back until something is typed.")
_EMPTIED = phrase("The page is empty and its draft removed. Undo brings the order back until the window is closed.")


class PrepareViewModel(QObject):
    """One order from its first key to its label.

    Args:
        formularies: the monograph of each jurisdiction with the house limits.
        reasons: the coded reasons for findings.
        clock: the workstation's: the day and offset that a new order begins with.
        jurisdiction: whose label holds until another is chosen.
        parent: the owner, as Qt knows one.

    Raises:
        FormularyError: the formulary of that jurisdiction is damaged.

    ``typing_ended`` comes before any change of the page other than by typing: whatever stands open belongs to what was.
    """

    state_changed = Signal(object)
    typing_ended = Signal()
    order_opened = Signal()
    order_refused = Signal()
    order_saved = Signal()
    order_cleared = Signal()

    def __init__(
        self,
        formularies: Formularies,
        reasons: ReasonList,
        clock: Clock,
        jurisdiction: Jurisdiction = Jurisdiction.US,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        # Asked with every key about the same few times; the rules of a zone stay as they are while the page is open.
        self._settings = JurisdictionSettings(formularies, reasons, lru_cache(maxsize=32)(clock.offsets_at))
        self._clock = clock
        self._blank = begin_draft(clock.now(), jurisdiction)
        self._undo = UndoStack(self._blank)
        self._typing = self._blocked = self._unprintable = ""
        self._message = MessageState()
        self._judged = self._judge()
        self._state = self._show(NO_ENTRIES)

    @property
    def setting(self) -> Setting:
        """What the order is read, planned and shown with: that of its jurisdiction."""
        return self._settings.get(self._draft.jurisdiction)

    @property
    def state(self) -> PrepareState:
        """What the window shows."""
        return self._state

    @property
    def typed(self) -> Typed | None:
        """All that stands on the page; ``None`` while it is as a new order begins."""
        if self._draft == self._blank:
            return None
        return Typed(self._draft, tuple(self._undo.now.answered.values()))

    @property
    def patient_words(self) -> frozenset[str]:
        """Names, numbers and birth dates of every patient since the program was started."""
        return frozenset(word for draft in self._undo.drafts for word in list_patient_words(draft))

    def set_entry(self, name: str, text: str) -> None:
        """Takes the text of one entry as it was typed."""
        self._typing = name
        self._push(self._draft.with_text(name, text), name)

    def leave_entry(self, name: str) -> None:
        """Nobody types into this entry any more: what is unfinished in it is wrong from now on."""
        if self._typing == name:
            self._typing = ""
            self._undo.close_entry()
            self._tell()

    def set_history(self, history: History) -> None:
        """Takes what is known of the doses given in this course."""
        self._push(replace(self._draft, history=history))

    def set_decision(self, finding: str, decided_by: str, reason: str) -> None:
        """Takes what was typed of a prescriber's decision on a laboratory finding; without any text it is taken out."""
        self._push(self._draft.with_decision(finding, decided_by, reason), finding)

    def tick(self, code: str) -> None:
        """Takes that a check before the first dose was made, or was not after all."""
        self._push(self._draft.with_tick(code))

    def add_row(self) -> None:
        """Adds an empty prior dose behind the others."""
        rows = self._draft.rows
        if len(rows) < MOST_ROWS:
            self._push(self._draft.with_rows((*rows, Row())))

    def edit_row(self, place: int, column: int, text: str) -> None:
        """Takes the text of one cell of a prior dose."""
        self._push(self._draft.with_cell(place, column, text), name_cell(place, column))

    def remove_row(self, place: int) -> None:
        """Takes one prior dose out."""
        removed = self._draft.rows[place]
        self._push(self._draft.without_row(place))
        self._say(say_removed(removed, place))

    def paste_rows(self, text: str) -> int:
        """Adds the rows of a spreadsheet's clipboard text, each checked where it stands, and says how many came."""
        draft = self._draft
        try:
            pasted = parse_pasted_rows(text, len(draft.rows))
        except PasteRefused as error:
            self._say(str(error), failed=True)
            return 0
        kept = tuple(row for row in draft.rows if not row.is_blank)
        self._push(draft.with_rows(kept + pasted))
        self._say(say_pasted(pasted, self.setting.row_entries))
        return len(pasted)

    def answer(self, code: str, chosen: str, sentence: str) -> None:
        """Takes the reason for going on in spite of a finding."""
        finding = self._judged.find(code)
        if finding is not None:
            self._take_answer(Answered(code, finding.message, Answer(chosen, sentence), self._draft), self._judged)
            self._tell()

    def undo(self) -> None:
        """Takes the last entry or reason back; whoever was typing it still is."""
        was_empty, entry = self._draft == self._make_blank(), self._undo.entry
        self._undo.undo()
        self._restart(typing=entry)
        if not was_empty and self._draft == self._make_blank():
            self._say(tr(_UNDONE))

    def take_back(self, name: str) -> None:
        """Takes back what was typed into this entry since it was last gone to."""
        if self._undo.entry == name:
            self.undo()

    def redo(self) -> None:
        """Makes again what was taken back."""
        self._undo.redo()
        self._restart()

    def start_new(self) -> None:
        """An empty order of this day under the same label; the one before can be had back by undo."""
        is_empty = self._draft == self._make_blank()
        self._blank = begin_draft(self._clock.now(), self._draft.jurisdiction)
        self._push_order(self._make_blank())
        self.order_cleared.emit()
        if not is_empty:
            self._say(tr(_EMPTIED))

    def take_up(self, typed: Typed) -> None:
        """Puts back what an earlier run kept: entries as they were typed, and the reasons given to their findings."""
        self._push_order(typed.draft)
        for answered in typed.answered:
            self._take_answer(answered, judge_draft(answered.draft, self._settings.get(answered.draft.jurisdiction)))
        self._tell()

    def open_order(self, path: Path) -> None:
        """Fills every entry from an order file; when it cannot be used, a message says why and nothing changes."""
        try:
            order = open_order_file(path)
        except FileRefused as error:
            self._say(str(error), failed=True)
            self.order_refused.emit()
            return
        self._undo.close_entry()
        before = self._draft.jurisdiction
        filled = fill_draft(order, self.setting.strengths)
        if not self._push_order(write_as_typed(filled, self.setting.entries, self.setting.row_entries)):
            return
        self.order_opened.emit()
        self._say(say_opened(path, None if order.jurisdiction is before else order.jurisdiction))

    def may_save_order(self) -> bool:
        """Whether the order can be written as a file; when not, a message says why."""
        why = self._blocked
        if self._judged.reading.order is None:
            why = why or tr("It is not complete yet; what is missing stands above.")
        if why:
            self._say(f"{tr('The order was not saved.')} {why}", failed=True)
        return not why

    def save_order(self, path: Path) -> None:
        """Writes the order as a file; only a complete one can be written."""
        order = self._judged.reading.order
        if not self.may_save_order() or order is None:
            return
        try:
            save_order_file(path, order)
        except FileRefused as error:
            self._say(str(error), failed=True)
        else:
            self._say(tr("{file} is saved.", file=path.name))
            self.order_saved.emit()

    def block(self, words: str) -> None:
        """No figure is shown and no order saved any more: a defect came to light. ``words`` say so."""
        self._blocked = words
        self._say(words, failed=True)

    def take_unprintable(self, problem: str) -> None:
        """The paper of this very order cannot be drawn as it is chosen, or "": it can."""
        if problem != self._unprintable:
            self._unprintable = problem
            self._tell()

    def say(self, text: str, *, failed: bool = False) -> None:
        """Takes the outcome of an act that somebody else did on this order."""
        self._say(text, failed=failed)

    def _take_answer(self, answered: Answered, judged: Judged) -> None:
        """Takes a reason given to a finding of these entries; a finding that says something else now asks again."""
        finding, order = judged.find(answered.code), judged.reading.order
        if finding is not None and order is not None and finding.message == answered.message:
            self._undo.push_answer(finding, order, answered)

    def _say(self, text: str, *, failed: bool = False) -> None:
        self._message = MessageState(text, failed)
        self._tell()

    @property
    def _draft(self) -> Draft:
        """The entries as they stand."""
        return self._undo.now.draft

    def _push(self, draft: Draft, entry: str = "") -> bool:
        return self._begin(draft, lambda: self._undo.push(draft, entry), entry)

    def _push_order(self, draft: Draft) -> bool:
        return self._begin(draft, lambda: self._undo.push_order(draft))

    def _begin(self, draft: Draft, push: Callable[[], None], entry: str = "") -> bool:
        """Makes a draft the one there is, unless the formulary of its jurisdiction is damaged."""
        try:
            self._settings.get(draft.jurisdiction)
        except FormularyError as error:
            self._say(say_unusable(draft.jurisdiction, error), failed=True)
            return False
        push()
        self._restart(typing=entry)
        return True

    def _make_blank(self) -> Draft:
        """A new order begins under the label of the one before: no label is ever switched in silence."""
        return self._blank.with_text("jurisdiction", self._draft.text("jurisdiction"))

    def _restart(self, typing: str = "") -> None:
        if not typing:
            self.typing_ended.emit()
        self._typing, self._unprintable = typing, ""
        self._message = MessageState()
        self._judged = self._judge()
        self._tell()

    def _judge(self) -> Judged:
        return judge_draft(self._draft, self.setting)

    def _show(self, before: Mapping[str, EntryState]) -> PrepareState:
        blank = self._draft == self._make_blank()
        moment = Moment(self._undo.now.answers, self._typing, blank, before, self._clock.now())
        state = hold_back(show_state(self._judged, self.setting, moment), self._blocked, self._unprintable)
        return replace(state, can_undo=self._undo.can_undo, can_redo=self._undo.can_redo, message=self._message)

    def _tell(self) -> None:
        self._state = self._show(self._state.entries)
        self.state_changed.emit(self._state)
