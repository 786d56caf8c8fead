"""Printing without its widgets: what was sent, what became of it, and the question when the system cannot tell."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.paper_desk import Document, PaperMade, Purpose
from prep_assistant.ui.viewmodels.papers import PapersViewModel
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintKind, PrintRequest

_KINDS = {
    Document.LABEL: PrintKind.LABEL,
    Document.WORKSHEET: PrintKind.WORKSHEET,
    Document.RULER: PrintKind.RULER,
}
_WORDS = {
    PrinterState.QUEUED: phrase("Waiting"),
    PrinterState.PRINTING: phrase("Printing"),
    PrinterState.PRINTED: phrase("Printed"),
    PrinterState.STOPPED: phrase("Not printed"),
    PrinterState.CANCELLED: phrase("Cancelled"),
    PrinterState.UNKNOWN: phrase("Not known"),
}
_GOOD = {PrinterState.PRINTED}
_BAD = {PrinterState.STOPPED, PrinterState.CANCELLED}


class Follower(Protocol):
    """Prints on a thread of its own; ``changed`` carries a ``PrintJob``."""

    @property
    def changed(self) -> SignalInstance:
        """What became of the newest print."""

    def print(self, request: PrintRequest) -> None:
        """Prints, and follows this print from now on."""

    def cancel(self) -> None:
        """Asks for the newest print to be dropped."""

    def close(self) -> None:
        """Ends the thread."""


@frozen
class ChosenPrinter:
    """What a person chose in the print dialog."""

    queue: str
    copies: int
    options: tuple[tuple[str, str], ...]


@frozen
class PrintEnded:
    """What became of a print, as far as the system or a person could tell."""

    document: Document
    came_out: bool


@frozen
class PrintState:
    """The newest print. ``kind`` is "ready", "stop" or "note"; nothing is shown while ``word`` is empty."""

    word: str = ""
    sentence: str = ""
    kind: str = "note"
    can_cancel: bool = False
    asks: bool = False


class PrintingViewModel(QObject):
    """Prints the paper on the screen and tells how it gets on.

    ``state_changed`` carries a ``PrintState``, ``ended`` a ``PrintEnded``.

    Args:
        papers: who draws what is on the screen.
        start_follower: makes the follower; called with the first print.
        ask: shows the system's print dialog over a window, and hands on what was chosen.
    """

    state_changed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        papers: PapersViewModel,
        start_follower: Callable[[], Follower],
        ask: Callable[[QObject, Callable[[ChosenPrinter], None]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._papers = papers
        self._start_follower = start_follower
        self._follower: Follower | None = None
        self._document = Document.LABEL
        self._state = PrintState()

    @property
    def state(self) -> PrintState:
        """How the newest print gets on."""
        return self._state

    def ask_for_printer(self, window: QObject) -> None:
        """Asks where to print, then prints; says at once why nothing can be printed."""
        if self._papers.may_be_made():
            self._ask(window, self.print)
        else:
            self._papers.make(Purpose.PRINT, lambda _: None)

    def ask_where_to_print_ruler(self, window: QObject) -> None:
        """Asks where to print the page that checks a printer's scale, then prints it."""
        self._ask(window, lambda chosen: self._papers.make_ruler(lambda made: self._send(made, chosen)))

    def print(self, chosen: ChosenPrinter) -> None:
        """Prints what is on the screen now, drawn for this print."""
        self._papers.make(Purpose.PRINT, lambda made: self._send(made, chosen))

    def cancel(self) -> None:
        """Asks for the print to be dropped; what came of that is said."""
        if self._follower is not None:
            self._follower.cancel()

    def say_whether_it_came_out(self, *, came_out: bool) -> None:
        """What a person saw, where the system could not tell."""
        if came_out:
            self._show(PrintState(tr("Printed"), tr("You saw it come out. Compare it with the order."), "ready"))
        else:
            sentence = tr("Nothing came out. Look at the printer, then print again.")
            self._show(PrintState(tr("Not printed"), sentence, "stop"))
        self.ended.emit(PrintEnded(self._document, came_out))

    def dismiss(self) -> None:
        """Shows nothing of the last print any more."""
        self._show(PrintState())

    def close(self) -> None:
        """Ends the follower's thread, if there is one."""
        if self._follower is not None:
            self._follower.close()

    def _send(self, made: PaperMade, chosen: ChosenPrinter) -> None:
        from prep_assistant.paper import get_paper_size  # noqa: PLC0415 - paper comes with the first print

        wanted = made.wanted
        document = Document.LABEL if wanted.document is Document.RULER else wanted.document
        width, height = get_paper_size(document, wanted.size)
        request = PrintRequest(
            queue=chosen.queue,
            kind=_KINDS[wanted.document],
            order_id=wanted.order.order_id if wanted.order else "",
            content=made.pdf,
            width_mm=width,
            height_mm=height,
            copies=chosen.copies,
            options=chosen.options,
        )
        self._document = wanted.document
        self._get_follower().print(request)

    def _get_follower(self) -> Follower:
        if self._follower is None:
            self._follower = self._start_follower()
            self._follower.changed.connect(self._take)
        return self._follower

    def _take(self, job: PrintJob) -> None:
        asks = job.has_ended and job.state is PrinterState.UNKNOWN
        kind = "ready" if job.state in _GOOD else "stop" if job.state in _BAD else "note"
        self._show(PrintState(tr(_WORDS[job.state]), tr(job.words), kind, can_cancel=not job.has_ended, asks=asks))
        if job.has_ended and not asks:
            self.ended.emit(PrintEnded(self._document, job.state in _GOOD))

    def _show(self, state: PrintState) -> None:
        self._state = state
        self.state_changed.emit(state)
