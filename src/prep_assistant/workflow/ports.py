"""What the workflow asks of its surroundings, as Protocols. Adapters stand in the packages named after each port."""

from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from prep_assistant.frozen import field, frozen

__all__ = ["Clock", "PrintJob", "PrintKind", "PrintRefused", "PrintRequest", "Printer", "PrinterState", "Queue"]


class PrintRefused(Exception):
    """Nothing was taken for printing, and nothing will come out. ``words``: why, and what to do, in one line."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


class PrinterState(StrEnum):
    """How far a print came. "Sent" is none of them: a system that took the bytes has printed nothing yet."""

    QUEUED = "queued"
    PRINTING = "printing"
    PRINTED = "printed"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class PrintKind(StrEnum):
    """What is printed, as a queue's list of jobs names it."""

    LABEL = "Preparation label"
    WORKSHEET = "Preparation worksheet"
    RULER = "Ruler page"


@frozen
class Queue:
    """A printer of the system: its name, and the description a person gave it (may be empty)."""

    name: str
    description: str
    is_default: bool


@frozen
class PrintRequest:
    """One file to print.

    Attributes:
        queue: the name of a queue.
        kind: what it is.
        order_id: the order number; with ``kind`` it is all that a queue's list of jobs shows. Empty for a ruler page.
        content: the PDF.
        width_mm: the paper's width.
        height_mm: the paper's height.
        copies: 1 or more.
        options: what was chosen for this queue, as names and values of the print system.
    """

    queue: str
    kind: PrintKind
    order_id: str
    content: bytes = field(repr=False)
    width_mm: Decimal
    height_mm: Decimal
    copies: int = 1
    options: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The job's name: the order number, never the patient."""
        return f"{self.kind} {self.order_id}".rstrip()


@frozen
class PrintJob:
    """What is known of a print.

    Attributes:
        id: the system's name for the job; empty when it gave none.
        state: how far it came.
        words: the same as a sentence, with what to do.
        has_ended: nothing more will be learned of it. Ended as ``UNKNOWN``: a person is asked whether a label came out.
    """

    id: str
    state: PrinterState
    words: str
    has_ended: bool = False


class Clock(Protocol):
    """The clock of this workstation, handed on by the composition root."""

    def now(self) -> datetime:
        """What the clock on the wall says, with its offset."""

    def elapsed(self) -> timedelta:
        """A time that nobody can set and that only goes forward, whatever it began with."""

    def offsets_at(self, wall: datetime) -> tuple[str, ...]:
        """The offsets, as +01:00, at which clocks here show a day and time.

        Two, the earlier instant first, where the hour comes twice; none where it is left out.
        """


class Printer(Protocol):
    """The print system. Every call may take seconds: none is made on the window's thread."""

    def list_queues(self) -> tuple[Queue, ...]:
        """The queues of this system.

        Raises:
            PrintRefused: the print system does not answer.
        """

    def find_trouble(self, queue: str) -> str | None:
        """Why a queue would not print now, as a sentence; ``None`` when nothing speaks against it."""

    def submit(self, request: PrintRequest) -> PrintJob:
        """Hands a file over; what comes back is queued or unknown, never printed.

        Raises:
            PrintRefused: the print system did not take it.
        """

    def read(self, job: PrintJob) -> PrintJob:
        """The same job as it is now."""

    def cancel(self, job: PrintJob) -> PrintJob:
        """Asks the system to drop the job, and reads it: it may have been printed all the same."""
