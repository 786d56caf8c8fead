"""What CUPS says of a job and its queue, judged: the state, and a sentence with what to do.

Source: RFC 8011, sections 5.3.7 (job-state), 5.4.11 and 5.4.12 (printer-state and its reasons); CUPS's own backends.
"""

from enum import IntEnum

from prep_assistant.language import phrase
from prep_assistant.printing.ipp import Attributes
from prep_assistant.workflow.ports import PrinterState, PrintJob

JOB_WANTED = ("job-state", "job-printer-state-message")
QUEUE_WANTED = ("printer-state", "printer-state-message", "printer-state-reasons", "printer-is-accepting-jobs")

_LOOK = phrase("Look whether a label came out, and destroy it if it is not wanted.")
_NOT_ANSWERING = phrase("the printer does not answer; switch it on and check its cable or network")
# Whatever its ending (-report, -warning, -error): in each of these nothing comes out until somebody goes there.
_HALTS = {
    "media-empty": phrase("no labels or paper left; load some"),
    "media-needed": phrase("it wants labels or paper; load some"),
    "media-jam": phrase("labels or paper are jammed; free them"),
    "input-tray-missing": phrase("its tray is missing; put it in"),
    "cover-open": phrase("its cover is open; close it"),
    "door-open": phrase("its door is open; close it"),
    "interlock-open": phrase("it is open; close it"),
    "marker-supply-empty": phrase("its ribbon, ink or toner is used up; change it"),
    "toner-empty": phrase("its toner is used up; change it"),
    "output-area-full": phrase("its output is full; empty it"),
    "offline": _NOT_ANSWERING,
    "shutdown": _NOT_ANSWERING,
    "timed-out": _NOT_ANSWERING,
    "paused": phrase("it is paused; let it go on"),
    "spool-area-full": phrase("the print system has no room left; tell whoever looks after this computer"),
}
# CUPS's backends try for days and say so in a message only; its language is that of the job, which is ours.
_SILENT_PRINTER = (
    "Unable to locate printer",
    "Unable to connect to printer",
    "The printer is not connected",
    "The printer is not responding",
    "The printer is unreachable",
    "The printer may not exist",
)


class _Job(IntEnum):
    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


class _Queue(IntEnum):
    IDLE = 3
    PROCESSING = 4
    STOPPED = 5


def judge(job_id: str, job: Attributes, queue: Attributes) -> PrintJob:
    """A job as a person is told of it.

    Args:
        job_id: the system's name for it.
        job: its attributes, ``JOB_WANTED``.
        queue: those of its queue, ``QUEUE_WANTED``; empty when they could not be read.
    """
    state = _number(job, "job-state")
    message = _text(job, "job-printer-state-message")
    return _find_end(job_id, state, message) or _find_halt(job_id, state, queue) or _under_way(job_id, state, queue)


def _find_end(job_id: str, state: int, message: str) -> PrintJob | None:
    if state == _Job.COMPLETED:
        return PrintJob(job_id, PrinterState.PRINTED, phrase("Printed, the print system says."), has_ended=True)
    if state == _Job.CANCELLED:
        return PrintJob(job_id, PrinterState.CANCELLED, phrase("Cancelled. {look}", look=_LOOK), has_ended=True)
    if state == _Job.ABORTED:
        said = phrase(' It said: "{message}"', message=message) if message else ""
        words = phrase("The print system gave the job up.{said} {look} Then print again.", said=said, look=_LOOK)
        return PrintJob(job_id, PrinterState.STOPPED, words, has_ended=True)
    return None


def _find_halt(job_id: str, state: int, queue: Attributes) -> PrintJob | None:
    if state == _Job.HELD:
        words = phrase("Not printed: the job is held; release it at the print system.")
        return PrintJob(job_id, PrinterState.STOPPED, words)
    trouble = find_trouble(queue)
    if trouble is None and state == _Job.STOPPED:
        trouble = phrase("the job stopped{said}", said=_said(queue))
    if trouble is None:
        return None
    return PrintJob(job_id, PrinterState.STOPPED, phrase("Not printed: {trouble}.", trouble=trouble))


def _under_way(job_id: str, state: int, queue: Attributes) -> PrintJob:
    if state == _Job.PENDING:
        return PrintJob(job_id, PrinterState.QUEUED, phrase("Waiting in the queue; not printed yet."))
    if state == _Job.PROCESSING:
        return PrintJob(job_id, PrinterState.PRINTING, phrase("On its way to the printer{said}.", said=_said(queue)))
    return PrintJob(job_id, PrinterState.UNKNOWN, phrase("The print system gives no state. Did a label come out?"))


def find_trouble(queue: Attributes) -> str | None:
    """Why nothing comes out of a queue now, without a full stop; ``None`` when nothing speaks against it."""
    for reason in queue.get("printer-state-reasons", ()):
        halt = _HALTS.get(str(reason).removesuffix("-report").removesuffix("-warning").removesuffix("-error"))
        if halt is not None:
            return phrase("{trouble}{said}", trouble=halt, said=_said(queue))
        if str(reason).endswith("-error"):
            return phrase('the printer reports "{reason}"{said}', reason=reason, said=_said(queue))
    state = _number(queue, "printer-state")
    if state == _Queue.PROCESSING and _text(queue, "printer-state-message").startswith(_SILENT_PRINTER):
        return _NOT_ANSWERING
    if state == _Queue.STOPPED:
        return phrase("the queue is stopped; let it go on{said}", said=_said(queue))
    if queue.get("printer-is-accepting-jobs") == [False]:
        return phrase("the queue takes no jobs{said}", said=_said(queue))
    return None


def _said(queue: Attributes) -> str:
    message = _text(queue, "printer-state-message").rstrip(".")
    return phrase(' (it says: "{message}")', message=message) if message else ""


def _number(attributes: Attributes, name: str) -> int:
    values = attributes.get(name, ())
    return values[0] if values and isinstance(values[0], int) else 0


def _text(attributes: Attributes, name: str) -> str:
    values = attributes.get(name, ())
    return " ".join(values[0].split()) if values and isinstance(values[0], str) else ""
