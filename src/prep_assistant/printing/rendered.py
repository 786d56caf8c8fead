"""Printing where the system takes no PDF (Windows): each page drawn by pdfium at the printer's resolution, 1 : 1.

Such a system takes the pages and tells nothing afterwards, so every print ends as "did a label come out?".
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtCore import QMarginsF, QPoint, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from prep_assistant.frozen import frozen, replace
from prep_assistant.language import phrase
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintRefused, PrintRequest, Queue

_POINTS_PER_INCH = 72
_ASK = phrase("The system took the pages and does not tell what became of them. Did a label come out?")

Render = Callable[[bytes, int], Sequence[QImage]]
OpenQueue = Callable[[str], QPrinter | None]


def render_pages(content: bytes, dots_per_inch: int) -> list[QImage]:
    """Each page of a PDF in black and white, one pixel for each dot of the printer.

    Neither pdfium nor reportlab may be called on two threads at once: the caller sees to that.

    Args:
        content: the PDF.
        dots_per_inch: the printer's resolution.
    """
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - loaded when something is printed

    with PdfDocument(content) as document:
        return [_image(page, dots_per_inch / _POINTS_PER_INCH) for page in document]


def _image(page: object, scale: float) -> QImage:
    bitmap = page.render(scale=scale, grayscale=True)  # type: ignore[attr-defined] # pypdfium2 ships no types
    grey = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8)
    # A thermal head knows black and white only: a grey edge would come out as a pattern of dots.
    return grey.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)


def open_queue(name: str) -> QPrinter | None:
    """The system's printer with this name, ``None`` when there is none."""
    found = QPrinterInfo.printerInfo(name)
    return None if found.isNull() else QPrinter(found, QPrinter.PrinterMode.HighResolution)


@frozen
class RenderedPrinter:
    """The port ``Printer`` on Qt's own printing.

    Attributes:
        render: draws the pages; where a window shows a preview, it lets that preview's worker do it.
        open: finds a queue; ``None`` when there is none with the name.
    """

    render: Render = render_pages
    open: OpenQueue = open_queue

    def list_queues(self) -> tuple[Queue, ...]:
        """See ``Printer``."""
        return tuple(
            Queue(it.printerName(), it.description(), it.isDefault()) for it in QPrinterInfo.availablePrinters()
        )

    def find_trouble(self, queue: str) -> str | None:
        """See ``Printer``. Qt tells of a missing or failed queue only, never that labels have run out."""
        printer = self.open(queue)
        if printer is None or not printer.isValid():
            return phrase('The system has no queue "{queue}".', queue=queue)
        return None

    def submit(self, request: PrintRequest) -> PrintJob:
        """See ``Printer``. Options are not passed on: what the queue is set to holds."""
        printer = self.open(request.queue)
        if printer is None or not printer.isValid():
            raise PrintRefused(phrase('the system has no queue "{queue}"; choose another', queue=request.queue))
        set_up(printer, request)
        pages = self.render(request.content, printer.resolution())
        painter = QPainter()
        if not painter.begin(printer):
            words = phrase('the queue "{queue}" could not be opened; see whether it is set up', queue=request.queue)
            raise PrintRefused(words)
        taken = _draw(painter, printer, pages)
        if not painter.end() or not taken or printer.printerState() == QPrinter.PrinterState.Error:
            words = phrase("The system broke off. Look whether a part came out, and destroy it; then print again.")
            return PrintJob("", PrinterState.STOPPED, words, has_ended=True)
        return PrintJob("", PrinterState.UNKNOWN, _ASK, has_ended=True)

    def read(self, job: PrintJob) -> PrintJob:
        """See ``Printer``: the job has ended for us when it was submitted."""
        return replace(job, has_ended=True)

    def cancel(self, job: PrintJob) -> PrintJob:
        """See ``Printer``: it can be cancelled at the system's own queue only."""
        return replace(job, has_ended=True)


def set_up(printer: QPrinter, request: PrintRequest) -> None:
    """Gives a printer the paper of a request: its very size, no margins, upright, as many copies as wanted."""
    millimetres = QSizeF(_length(request.width_mm), _length(request.height_mm))
    size = QPageSize(millimetres, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setDocName(request.title)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    printer.setCopyCount(request.copies)


def _length(millimetres: Decimal) -> float:
    return float(millimetres)


def _draw(painter: QPainter, printer: QPrinter, pages: Sequence[QImage]) -> bool:
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            return False
        painter.drawImage(QPoint(0, 0), page)
    return True
