"""Submits and follows prints on a thread of its own, so that no window ever waits for a print system."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase
from prep_assistant.workflow.ports import Printer, PrinterState, PrintJob, PrintRefused, PrintRequest, Queue

_FIRST_WAIT_MS, _LONGEST_WAIT_MS = 250, 5000
_GROWTH = 1.5


@frozen
class Listing:
    """The queues of the system; without any, ``words`` says why."""

    queues: tuple[Queue, ...]
    words: str = ""


@frozen
class Trouble:
    """Why a queue would not print now; ``words`` is empty when nothing speaks against it."""

    queue: str
    words: str


@frozen
class _Numbered:
    """Something that belongs to the print with this number."""

    number: int
    content: PrintRequest | PrintJob | None


class PrintFollower(QObject):
    """Prints one thing after the other and says how each gets on until it has ended.

    ``changed`` carries the ``PrintJob`` of the newest print; answers about an earlier one are dropped. ``listed``
    carries a ``Listing``, ``checked`` a ``Trouble``. They arrive on the thread that made the follower.

    Args:
        printer: where to print; called on the follower's own thread only.
        first_wait_ms: from one reading of a job to the next; grows while nothing changes.
        longest_wait_ms: where it stops growing. A stopped job is followed on: it may yet be printed.
    """

    changed = Signal(object)
    listed = Signal(object)
    checked = Signal(object)
    _printing = Signal(object)
    _cancelling = Signal(object)
    _listing = Signal()
    _checking = Signal(str)

    def __init__(
        self, printer: Printer, *, first_wait_ms: int = _FIRST_WAIT_MS, longest_wait_ms: int = _LONGEST_WAIT_MS
    ) -> None:
        super().__init__()
        self._number = 0
        self._thread = QThread()
        self._thread.setObjectName("printing")
        self._worker = _Worker(printer, first_wait_ms, longest_wait_ms)
        self._worker.moveToThread(self._thread)
        self._printing.connect(self._worker.submit)
        self._cancelling.connect(self._worker.cancel)
        self._listing.connect(self._worker.list_queues)
        self._checking.connect(self._worker.find_trouble)
        self._worker.answered.connect(self._take)
        self._worker.listed.connect(self.listed)
        self._worker.checked.connect(self.checked)
        self._thread.finished.connect(self._worker.deleteLater)
        self._thread.start()

    def print(self, request: PrintRequest) -> None:
        """Prints, and follows this print instead of an earlier one."""
        self._number += 1
        self._printing.emit(_Numbered(self._number, request))

    def cancel(self) -> None:
        """Asks for the newest print to be dropped; what came of it is said as a change."""
        self._cancelling.emit(_Numbered(self._number, None))

    def list_queues(self) -> None:
        """Asks for the queues; they come with ``listed``."""
        self._listing.emit()

    def find_trouble(self, queue: str) -> None:
        """Asks whether a queue would print now; the answer comes with ``checked``."""
        self._checking.emit(queue)

    def close(self) -> None:
        """Ends the thread; nothing is said afterwards. A question under way is waited for, to its limit."""
        self._number += 1
        self._thread.quit()
        self._thread.wait()

    def _take(self, answer: _Numbered) -> None:
        if answer.number == self._number:
            self.changed.emit(answer.content)


class _Worker(QObject):
    """Lives on the follower's thread; the only one that calls the printer."""

    answered = Signal(object)
    listed = Signal(object)
    checked = Signal(object)

    def __init__(self, printer: Printer, first_wait_ms: int, longest_wait_ms: int) -> None:
        super().__init__()
        self._printer = printer
        self._first_wait, self._longest_wait = first_wait_ms, longest_wait_ms
        self._wait = first_wait_ms
        self._number = 0
        self._job: PrintJob | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)

    def submit(self, numbered: _Numbered) -> None:
        self._timer.stop()
        self._number, self._job = numbered.number, None
        if isinstance(numbered.content, PrintRequest):
            request = numbered.content
            self._learn(lambda: self._printer.submit(request))

    def cancel(self, numbered: _Numbered) -> None:
        job = self._job
        if numbered.number == self._number and job is not None and not job.has_ended:
            self._timer.stop()
            self._learn(lambda: self._printer.cancel(job))

    def list_queues(self) -> None:
        try:
            listing = Listing(self._printer.list_queues())
        except PrintRefused as refused:
            listing = Listing((), refused.words)
        self.listed.emit(listing)

    def find_trouble(self, queue: str) -> None:
        self.checked.emit(Trouble(queue, self._printer.find_trouble(queue) or ""))

    def _read(self) -> None:
        job = self._job
        if job is not None:
            self._learn(lambda: self._printer.read(job))

    def _learn(self, ask: Callable[[], PrintJob]) -> None:
        try:
            job = ask()
        except PrintRefused as refused:
            job = PrintJob(
                "", PrinterState.STOPPED, phrase("Nothing was printed: {why}", why=refused.words), has_ended=True
            )
        if job == self._job:
            self._wait = min(int(self._wait * _GROWTH), self._longest_wait)
        else:
            self._job, self._wait = job, self._first_wait
            self.answered.emit(_Numbered(self._number, job))
        if not job.has_ended:
            self._timer.start(self._wait)
