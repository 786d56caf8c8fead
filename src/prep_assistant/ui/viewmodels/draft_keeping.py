"""Keeps what is typed within a second of the last key, and off the way from a key to the screen.

The first change after a quiet time starts a short wait; what stands on the page at its end is written by a thread,
while the next wait may run already. An empty page is kept by keeping nothing: its file is removed.
"""

from collections.abc import Callable
from datetime import datetime
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from prep_assistant.draft_file import DraftFile
from prep_assistant.language import tr
from prep_assistant.ui.viewmodels.typed import Typed

WAIT_MS = 400
_AGAIN_MS = 5_000
_MOST_WAITS = 5
_LAST_SECONDS = 2.0


class DraftKeeping(QObject):
    """Writes the draft. ``changed`` carries why it is not kept, "" as soon as it is.

    Args:
        file: where it is kept.
        clock: gives the time, with its offset.
        parent: the owner, as Qt knows one.
    """

    changed = Signal(str)
    _written = Signal(str)

    def __init__(self, file: DraftFile, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._clock = file, clock
        self._newest: Typed | None = None
        self._asked: Typed | None = None
        self._writing: Thread | None = None
        self._waits = 0
        self._problem = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._begin)
        self._written.connect(self._end)

    def hold(self, typed: Typed | None) -> None:
        """This is kept already."""
        self._newest = self._asked = typed

    def follow(self, typed: Typed | None) -> None:
        """Takes what stands on the page now; ``None`` while it is empty."""
        if typed == self._newest and not self._problem:
            return
        self._newest = typed
        if not self._wait.isActive() or self._wait.remainingTime() > WAIT_MS:
            self._wait.start(WAIT_MS)

    def close(self) -> None:
        """Keeps what is not kept yet; a disk that does not answer is not waited for."""
        self._wait.stop()
        if self._writing is not None:
            self._writing.join(_LAST_SECONDS)
            if self._writing.is_alive():
                return
        if self._newest != self._asked or self._problem:
            self._asked = self._newest
            _write(self._file, self._newest, self._clock())

    def _begin(self) -> None:
        if self._writing is not None:
            self._waits += 1
            if self._waits >= _MOST_WAITS:
                self._tell(tr("The disk does not answer"))
            self._wait.start(WAIT_MS)
            return
        if self._newest == self._asked and not self._problem:
            return
        self._asked, self._waits = self._newest, 0
        # A daemon: a disk that never answers must not keep the program from ending.
        self._writing = Thread(target=self._work, args=(self._newest, self._clock()), daemon=True)
        self._writing.start()

    def _work(self, typed: Typed | None, now: datetime) -> None:
        """In the thread: everything it needs is frozen."""
        self._written.emit(_write(self._file, typed, now))

    def _end(self, problem: str) -> None:
        self._writing = None
        self._tell(problem)
        if problem:
            self._wait.start(_AGAIN_MS)

    def _tell(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.changed.emit(problem)


def say_not_kept(problem: str | None) -> str:
    """What is said of a draft that is not kept; "" when there is no problem."""
    if not problem:
        return ""
    return tr("Draft not kept: {problem}. What is typed here is lost if the program ends.", problem=problem)


def _write(file: DraftFile, typed: Typed | None, now: datetime) -> str:
    """Keeps or removes the draft; why it could not, "" when it could."""
    from prep_assistant.ui.viewmodels.draft_text import Kept, write_kept  # noqa: PLC0415 - json and hashlib come late

    try:
        if typed is None:
            file.discard()
        else:
            file.save(write_kept(Kept(typed, now)))
    except OSError as error:
        return error.strerror or tr("The disk refused it")
    return ""
