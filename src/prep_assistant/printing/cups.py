"""Printing through CUPS (Linux, macOS): the very bytes to ``lp``, the job's state by IPP."""

import re
from decimal import Decimal

from prep_assistant.language import phrase
from prep_assistant.printing.ipp import Attributes, NotFound, Unreadable
from prep_assistant.printing.judging import JOB_WANTED, QUEUE_WANTED, find_trouble, judge
from prep_assistant.printing.scheduler import NoAnswerInTime, Scheduler
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintRefused, PrintRequest, Queue

_LIMIT_S = 10.0
_DEFAULT_QUEUE = re.compile(r"^system default destination: (\S+)$", re.MULTILINE)
_REQUEST_ID = re.compile(r"^request id is (\S+-\d+) ", re.MULTILINE)
# Sizes that many printers know by name only; every other is given as it is.
_NAMED_MEDIA = {(Decimal(210), Decimal(297)): "A4", (Decimal("215.9"), Decimal("279.4")): "Letter"}
# What would change the size, the place or the number of pages is ours to say, whatever was chosen.
_OURS = frozenset(
    {
        "document-format",
        "fit-to-page",
        "fitplot",
        "job-sheets",
        "landscape",
        "media",
        "mirror",
        "natural-scaling",
        "number-up",
        "number-up-layout",
        "orientation-requested",
        "outputorder",
        "page-border",
        "page-ranges",
        "page-set",
        "pageregion",
        "pagesize",
        "position",
        "print-scaling",
        "raw",
        "scaling",
    }
)


class CupsPrinter:
    """The port ``Printer`` on CUPS.

    Args:
        limit_s: how long one question to the print system may take, in seconds.
    """

    def __init__(self, limit_s: float = _LIMIT_S) -> None:
        self._scheduler = Scheduler(limit_s)

    def list_queues(self) -> tuple[Queue, ...]:
        """See ``Printer``. Printers that CUPS finds on the network are among them, without a description."""
        try:
            names = self._scheduler.run("lpstat", "-e").split()
            default = _DEFAULT_QUEUE.search(self._scheduler.run("lpstat", "-d"))
            known = self._scheduler.read_queues(("printer-name", "printer-info"))
        except (NoAnswerInTime, Unreadable) as error:
            raise PrintRefused(phrase("the print system does not answer; see whether it runs")) from error
        descriptions = {it["printer-name"][0]: it["printer-info"][0] for it in known if it.get("printer-info")}
        chosen = default[1] if default else None
        return tuple(Queue(name, str(descriptions.get(name) or ""), name == chosen) for name in names)

    def find_trouble(self, queue: str) -> str | None:
        """See ``Printer``."""
        try:
            trouble = find_trouble(self._scheduler.read_queue(queue, QUEUE_WANTED))
        except NotFound:
            return phrase('The print system has no queue "{queue}".', queue=queue)
        except Unreadable as error:
            return phrase("The queue's state could not be read: {why}.", why=error)
        return None if trouble is None else phrase("The queue would not print now: {trouble}.", trouble=trouble)

    def submit(self, request: PrintRequest) -> PrintJob:
        """See ``Printer``. The bytes that reach a queue without filters are those of the request."""
        try:
            said = self._scheduler.run(*_command(request), content=request.content)
        except NoAnswerInTime:
            words = phrase("The print system took too long: the job may be there or not. Did a label come out?")
            return PrintJob("", PrinterState.UNKNOWN, words, has_ended=True)
        found = _REQUEST_ID.search(said)
        if found is None:
            words = phrase("The print system took the label and named no job. Did a label come out?")
            return PrintJob("", PrinterState.UNKNOWN, words, has_ended=True)
        return PrintJob(found[1], PrinterState.QUEUED, phrase("Handed to the print system; not printed yet."))

    def read(self, job: PrintJob) -> PrintJob:
        """See ``Printer``."""
        if job.has_ended:
            return job
        queue, _, number = job.id.rpartition("-")
        try:
            known = self._scheduler.read_job(int(number), JOB_WANTED)
            return judge(job.id, known, self._read_queue(queue))
        except NotFound:
            words = phrase("The print system no longer knows the job. Did a label come out?")
            return PrintJob(job.id, PrinterState.UNKNOWN, words, has_ended=True)
        except Unreadable as error:
            return PrintJob(
                job.id, PrinterState.UNKNOWN, phrase("The job's state could not be read: {why}.", why=error)
            )

    def _read_queue(self, queue: str) -> Attributes:
        """The queue's attributes; none when it went while its job is still known."""
        try:
            return self._scheduler.read_queue(queue, QUEUE_WANTED)
        except NotFound:
            return {}

    def cancel(self, job: PrintJob) -> PrintJob:
        """See ``Printer``."""
        if job.has_ended:
            return job
        try:
            self._scheduler.run("cancel", job.id)
        except (NoAnswerInTime, PrintRefused):
            # It may have ended a moment ago; what it is now says more than the refusal.
            return self.read(job)
        return self.read(job)


def _command(request: PrintRequest) -> tuple[str, ...]:
    chosen = ((name, value) for name, value in request.options if name.lower() not in _OURS)
    ours = (
        ("media", _media(request.width_mm, request.height_mm)),
        ("print-scaling", "none"),
        ("document-format", "application/pdf"),
        ("job-sheets", "none"),
    )
    options = (word for name, value in (*chosen, *ours) for word in ("-o", f"{name}={value}"))
    return ("lp", "-d", request.queue, "-n", str(request.copies), "-t", request.title, *options, "-")


def _media(width: Decimal, height: Decimal) -> str:
    return _NAMED_MEDIA.get((width, height)) or f"Custom.{width.normalize():f}x{height.normalize():f}mm"
