"""The paper of the order on the screen: which document and size, its preview, and where it goes.

The preview follows the order after a moment without a key, veiled until it is new again; what is saved or printed is
drawn from the state on the screen at that moment, never from the preview.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from prep_assistant.frozen import replace
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.opening import FileRefused, save_file
from prep_assistant.ui.viewmodels.paper_desk import (
    Document,
    PaperDesk,
    PaperMade,
    PaperWanted,
    Purpose,
)
from prep_assistant.ui.viewmodels.paper_state import CHOICES, FIT, NOTHING_YET, Choice, PaperState
from prep_assistant.ui.viewmodels.state import MessageState, PrepareState, PreviewWanted, Standing

QUIET_MS = 150
DOTS_PER_INCH = 203
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_SAVED = {
    Document.LABEL: phrase("{file} is saved: the label of the plan on this screen."),
    Document.WORKSHEET: phrase("{file} is saved: the worksheet of the plan on this screen."),
}
_NOTHING = {
    (Document.LABEL, True): phrase("The label was not printed."),
    (Document.LABEL, False): phrase("The label was not saved."),
    (Document.WORKSHEET, True): phrase("The worksheet was not printed."),
    (Document.WORKSHEET, False): phrase("The worksheet was not saved."),
}
_ZOOMS = (50, 75, 100, 150, 200, 300)
_BEING_DRAWN = phrase("The preview is being drawn.")
_WITHHELD = phrase("No label: nothing is printed from an order that is stopped or not complete.")


class PapersViewModel(QObject):
    """Asks the desk for the paper of what is on the screen.

    ``state_changed`` carries a ``PaperState``; ``said`` a ``MessageState`` when an act is done. ``drawn`` and ``saved``
    carry a ``Document``, ``refused`` nothing; ``unprintable`` why the preview cannot be drawn, "" when it is.

    Args:
        desk: what draws; the view-model becomes its owner.
        find_objection: why nothing final may be done at this moment, "" when it may; asked before every act.
        label_size: the size of label that is shown first.
        parent: the owner, as Qt knows one.
    """

    state_changed = Signal(object)
    said = Signal(object)
    drawn = Signal(object)
    saved = Signal(object)
    refused = Signal()
    unprintable = Signal(str)

    def __init__(
        self,
        desk: PaperDesk,
        find_objection: Callable[[], str],
        label_size: str = CHOICES[0].size,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_objections = [find_objection]
        self._desk = desk
        desk.setParent(self)
        desk.made.connect(self._take)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._ask_for_preview)
        self._wanted: PreviewWanted | None = None
        self._refused = self._blocked = ""
        self._waiting: list[tuple[PaperWanted, Callable[[PaperMade], None]]] = []
        self._label = next(choice for choice in CHOICES if choice.size == label_size)
        self._state = PaperState(self._label)

    @property
    def state(self) -> PaperState:
        """What the preview shows."""
        return self._state

    def follow(self, state: PrepareState) -> None:
        """Takes a new state of the page: what is shown is veiled at once and drawn again after a quiet moment."""
        self._refused = self._blocked or state.save_refused
        if state.preview_wanted is None:
            self._wanted = None
            self._quiet.stop()
            self._desk.drop_previews()
            words = NOTHING_YET if state.standing is Standing.EMPTY else _WITHHELD
            self._show(pages=(), is_veiled=False, words=words, can_be_made=False)
        elif state.preview_wanted == self._wanted:
            self._show(can_be_made=self._can_be_made())
        else:
            self._quiet.start()
            self._wanted = state.preview_wanted
            self._show(is_veiled=True, words=_BEING_DRAWN, can_be_made=self._can_be_made())

    def choose(self, choice: Choice) -> None:
        """Another document or size."""
        self._show(choice=choice, is_veiled=self._wanted is not None)
        if self._wanted is not None:
            self._ask_for_preview()

    def zoom_in(self) -> None:
        """The next larger zoom."""
        self._show(zoom=next((zoom for zoom in _ZOOMS if zoom > self._state.zoom), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """The next smaller zoom; below the smallest the page fits the width."""
        self._show(zoom=next((zoom for zoom in reversed(_ZOOMS) if zoom < self._state.zoom), FIT))

    def save(self, path: Path) -> None:
        """Draws what is on the screen and writes it, whole or not at all."""
        self.make(Purpose.SAVE, lambda made: self._write(path, made))

    def make(self, purpose: Purpose, then: Callable[[PaperMade], None]) -> None:
        """Draws what is on the screen now, and hands the paper on; says so where nothing may be drawn."""
        objection = self._refused or self._object()
        if self._wanted is None or objection:
            self._refuse(self._nothing(purpose), objection)
        else:
            self._ask_for(self._paper(self._wanted, purpose), then)

    def may_be_made(self) -> bool:
        """Whether the paper on the screen can be made at this moment."""
        return self._state.can_be_made and not self._object()

    def make_ruler(self, then: Callable[[PaperMade], None]) -> None:
        """Draws the page that checks a printer's scale, in the size of the label that is chosen."""
        if self._blocked:
            self._refuse(tr("The ruler page was not printed."), self._blocked)
            return
        choice = self._state.choice
        size = choice.size if choice.document is Document.LABEL else self._label.size
        self._ask_for(PaperWanted(Document.RULER, Purpose.PRINT, size), then)

    @property
    def file_name(self) -> str:
        """A name for the file: document and order number, never the patient."""
        order_id = self._wanted.order.order_id if self._wanted else ""
        return f"{self._state.choice.document}-{_UNFIT.sub('-', order_id)}".rstrip("-")

    def ask_also(self, find_objection: Callable[[], str]) -> None:
        """Somebody else who may object, asked before every act too."""
        self._find_objections.append(find_objection)

    def block(self, words: str) -> None:
        """Nothing is saved or printed any more: a defect came to light. ``words`` say so."""
        self._refused = self._blocked = words
        self._show(can_be_made=False)

    def close(self) -> None:
        """Ends the desk's thread."""
        self._quiet.stop()
        self._desk.close()

    def _ask_for(self, wanted: PaperWanted, then: Callable[[PaperMade], None]) -> None:
        self._waiting.append((wanted, then))
        self._desk.ask(wanted)

    def _object(self) -> str:
        return self._blocked or next(filter(None, (find() for find in self._find_objections)), "")

    def _can_be_made(self) -> bool:
        return self._wanted is not None and not self._refused

    def _write(self, path: Path, made: PaperMade) -> None:
        try:
            save_file(path, made.pdf)
        except FileRefused as refused:
            self._refuse(str(refused))
        else:
            self._say(tr(_SAVED[made.wanted.document], file=path.name))
            self.saved.emit(made.wanted.document)

    def _nothing(self, purpose: Purpose) -> str:
        return tr(_NOTHING[self._state.choice.document, purpose is Purpose.PRINT])

    def _say(self, text: str, *, failed: bool = False) -> None:
        self.said.emit(MessageState(text, failed))

    def _refuse(self, *sentences: str) -> None:
        self._say(" ".join(sentences), failed=True)
        self.refused.emit()

    def _ask_for_preview(self) -> None:
        if self._wanted is not None:
            self._desk.ask(self._paper(self._wanted, Purpose.PREVIEW))

    def _paper(self, wanted: PreviewWanted, purpose: Purpose) -> PaperWanted:
        choice = self._state.choice
        dots = DOTS_PER_INCH if purpose is Purpose.PREVIEW else 0
        return PaperWanted(
            choice.document, purpose, choice.size, wanted.order, wanted.plan, wanted.reasons, dots, wanted.ticked
        )

    def _take(self, made: PaperMade) -> None:
        if made.wanted.purpose is Purpose.PREVIEW:
            self._show(pages=made.pages, is_veiled=False, words=made.problem)
            self.unprintable.emit(made.problem)
            return
        then = next(then for wanted, then in self._waiting if wanted is made.wanted)
        self._waiting = [waiting for waiting in self._waiting if waiting[0] is not made.wanted]
        # What came to light while it was drawn holds it back, too.
        problem = tr(made.problem) or self._object()
        if problem:
            self._refuse(self._nothing(made.wanted.purpose), problem)
        else:
            self.drawn.emit(made.wanted.document)
            then(made)

    def _show(self, **changes: Any) -> None:  # noqa: ANN401 - fields of PaperState
        state = replace(self._state, **changes)
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)
