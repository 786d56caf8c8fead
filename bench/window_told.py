"""What a window tells the bench that started it: that it is painted, how long a key took, what memory it has held.

Ours and the twin speak alike. A byte says that the page is painted, the line has the focus and no event waits. After it
every line that is read is answered by one number, until the input ends.
"""

import os
import sys
from collections.abc import Callable, Mapping
from time import perf_counter_ns

from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QWidget

Commands = Mapping[str, Callable[[], object]]

_STANDARD_OUTPUT = 1


class Watch(QObject):
    """Counts how many times a widget is painted.

    Args:
        widget: the watched one, which owns the watch.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Lets everything pass."""
        self.paints += event.type() == QEvent.Type.Paint
        return False


def settle() -> None:
    """Handles every event that waits, painting too, until there is none."""
    dispatcher = QAbstractEventDispatcher.instance()
    while dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def wait_for(is_there: Callable[[], bool]) -> None:
    """Handles events until what is waited for is there; whoever started this process ends it when that is too late."""
    while not is_there():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    settle()


def tell_painted(line: QWidget, watch: Watch) -> None:
    """Writes the byte.

    Raises:
        SystemExit: the window is not painted, or the focus is elsewhere.
    """
    if not watch.paints:
        raise SystemExit("bench: the window was not painted")
    if not line.hasFocus():
        raise SystemExit("bench: the first field has not got the focus")
    os.write(_STANDARD_OUTPUT, b".")


def answer_questions(line: QWidget, watch: Watch, commands: Commands) -> None:
    """Answers each line of the input until it ends: ``key 7``, ``key! 7`` when the watched one must change, a command.

    Args:
        line: where keys are typed.
        watch: what every ``key!`` has to paint.
        commands: what else this window is asked, by name.
    """
    for asked in sys.stdin:
        word, _, key = asked.strip().partition(" ")
        answer = _press_timed(line, key, watch if word == "key!" else None) if key else commands[word]()
        os.write(_STANDARD_OUTPUT, f"{answer}\n".encode())


def _press_timed(line: QWidget, key: str, must_paint: Watch | None) -> int:
    """How long it took from the key until all is painted, in ns."""
    from bench.window_keys import press  # noqa: PLC0415 - Qt's names of keys take a bare window 14 ms to load

    settle()
    before = must_paint.paints if must_paint else 0
    start = perf_counter_ns()
    press(line, key)
    taken = perf_counter_ns() - start
    if must_paint and must_paint.paints == before:
        raise SystemExit(f"bench: after the key {key} nothing was painted")
    return taken


def read_peak_memory() -> int:
    """The most memory that this process has held, in KiB."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - another module would count as well
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
