"""Notices when the workstation's clock was set back, and holds up what is final until somebody has looked.

The clock on the wall is compared with one that nobody can set. Both go on alike; where the first fell behind the
second, it was set back. Daylight saving is no such case: instants are compared, not what a clock shows. A clock set
forward looks like a workstation that slept, and is not told from it.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from prep_assistant.frozen import frozen
from prep_assistant.language import phrase, tr
from prep_assistant.quantities import display_instant
from prep_assistant.workflow.ports import Clock

# More than synchronisation takes back in one step, less than the minute that is the finest time on any paper.
MOST_BACK = timedelta(seconds=10)
EVERY_MS = 5_000
_HELD_UP = phrase("The clock of this workstation was set back. Look at the line about it, then go on.")


@frozen
class ClockState:
    """``sentence`` says that the clock was set back; "" when there is nothing to say."""

    sentence: str = ""


class ClockWatch(QObject):
    """Whoever saves, prints or signs asks ``find_objection`` first.

    ``state_changed`` carries a ``ClockState``.

    Args:
        clock: the workstation's.
        parent: the owner, as Qt knows one.
    """

    state_changed = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began = self._right = self._read_beginning()
        self._state = ClockState()
        self._timer = QTimer(self)
        self._timer.setObjectName("clock_timer")
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.compare)
        self._timer.start()

    @property
    def state(self) -> ClockState:
        """What is said of the clock."""
        return self._state

    def compare(self) -> None:
        """Reads both clocks once."""
        began, before = self._read_beginning(), self._began
        self._began = began
        if before - began > MOST_BACK:
            if not self._state.sentence:
                self._right = before
            self._show(ClockState(self._say(self._right - began)))
        elif self._state.sentence and self._right - began <= MOST_BACK:
            self._show(ClockState())

    def accept(self) -> None:
        """A person has compared the times of the order with a clock that can be trusted."""
        self._right = self._began
        self._show(ClockState())

    def find_objection(self) -> str:
        """Why nothing final may be done now; "" when the clock goes on as it should."""
        self.compare()
        return tr(_HELD_UP) if self._state.sentence else ""

    def _read_beginning(self) -> datetime:
        """What the clock on the wall said when the other began: the same at every reading, unless it was set."""
        return self._clock.now() - self._clock.elapsed()

    def _say(self, back: timedelta) -> str:
        says = self._clock.now()
        return tr(
            "This workstation's clock was set back: it says {says} where {due} was due. "
            "Nothing is saved or printed until you have compared day, time and offset of this order with a clock that "
            "you trust.",
            says=display_instant(says),
            due=display_instant(says + back),
        )

    def _show(self, state: ClockState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)
