"""One desk for all paper: a single worker thread that alone draws PDFs and renders their pages.

Neither reportlab nor pdfium is made for two threads, and neither may hold up the window's. Whoever wants paper asks the
desk and is told when it is made; of previews only the newest is drawn.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal

from prep_assistant.calculation import Order, Plan
from prep_assistant.formulary import NO_SITE, Site
from prep_assistant.frozen import field, frozen

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_POINTS_PER_INCH = 72


class Document(StrEnum):
    """What is drawn."""

    LABEL = "label"
    WORKSHEET = "worksheet"
    RULER = "ruler page"


class Purpose(StrEnum):
    """What the paper is for; only previews may be dropped for a newer one."""

    PREVIEW = "preview"
    SAVE = "save"
    PRINT = "print"


@frozen
class PaperWanted:
    """A request: which document, for what, of which order; pages are rendered at ``dots_per_inch``, 0 for none.

    A ruler page has no order, and the size of a label. ``ticked`` goes onto the worksheet of a first dose.
    """

    document: Document
    purpose: Purpose
    size: str
    order: Order | None = None
    plan: Plan | None = None
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    dots_per_inch: int = 0
    ticked: frozenset[str] = frozenset()


@frozen
class PageImage:
    """A page in shades of grey, one byte a pixel, ``stride`` bytes a line."""

    width: int
    height: int
    stride: int
    grey: bytes = field(repr=False)


@frozen
class PaperMade:
    """The answer: the PDF's bytes with its pages, or in ``problem`` why there is none."""

    wanted: PaperWanted
    pdf: bytes = field(default=b"", repr=False)
    pages: tuple[PageImage, ...] = ()
    problem: str = ""


class PaperDesk(QObject):
    """Takes requests on the window's thread and answers there.

    ``made`` carries a ``PaperMade`` for every request but previews that a newer one made useless.
    """

    made = Signal(object)
    _asked = Signal(object)

    def __init__(self, site: Site = NO_SITE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._drawer = _Drawer(site)
        self._drawer.moveToThread(self._thread)
        self._asked.connect(self._drawer.draw, Qt.ConnectionType.QueuedConnection)
        self._drawer.made.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def ask(self, wanted: PaperWanted) -> None:
        """Queues a request; the thread starts with the first."""
        if wanted.purpose is Purpose.PREVIEW:
            self._drawer.newest_preview = wanted
        if not self._thread.isRunning():
            self._thread.start()
        self._asked.emit(wanted)

    def drop_previews(self) -> None:
        """What is being drawn for the preview is of no use any more."""
        self._drawer.newest_preview = None

    def close(self) -> None:
        """Ends the thread when what it is drawing is done."""
        self._thread.quit()
        self._thread.wait()

    def _answer(self, made: PaperMade) -> None:
        if made.wanted.purpose is not Purpose.PREVIEW or made.wanted is self._drawer.newest_preview:
            self.made.emit(made)


class _Drawer(QObject):
    """Lives on the desk's thread. ``newest_preview`` is set by the window's thread: one reference, read at once."""

    made = Signal(object)

    def __init__(self, site: Site) -> None:
        super().__init__()
        self._site = site
        self.newest_preview: PaperWanted | None = None

    def draw(self, wanted: PaperWanted) -> None:
        if wanted.purpose is Purpose.PREVIEW and wanted is not self.newest_preview:
            return
        self.made.emit(self._made(wanted))

    def _made(self, wanted: PaperWanted) -> PaperMade:
        from prep_assistant.paper import PaperError  # noqa: PLC0415 - reportlab comes with the first paper

        try:
            pdf = self._draw(wanted)
        except PaperError as error:
            return PaperMade(wanted, problem=error.words)
        return PaperMade(wanted, pdf, _render(pdf, wanted.dots_per_inch) if wanted.dots_per_inch else ())

    def _draw(self, wanted: PaperWanted) -> bytes:
        from prep_assistant.paper import draw_label, draw_ruler, draw_worksheet, get_paper_size  # noqa: PLC0415

        order, plan, size, reasons = wanted.order, wanted.plan, wanted.size, wanted.reasons
        if order is None or plan is None:
            return draw_ruler(*get_paper_size(Document.LABEL, size))
        if wanted.document is Document.LABEL:
            return draw_label(order, plan, site=self._site, size=size, reasons=reasons)
        return draw_worksheet(order, plan, site=self._site, size=size, reasons=reasons, ticked=wanted.ticked)


def _render(pdf: bytes, dots_per_inch: int) -> tuple[PageImage, ...]:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - pdfium comes with the first paper

    document = PdfDocument(pdf)
    try:
        return tuple(_render_page(page, dots_per_inch) for page in document)
    finally:
        document.close()


def _render_page(page: "PdfPage", dots_per_inch: int) -> PageImage:
    bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, grayscale=True)
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
