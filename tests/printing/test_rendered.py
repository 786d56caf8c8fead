"""Where the system takes no PDF, each dot of the page is one dot of the printer."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from prep_assistant.paper.ruler import draw_ruler
from prep_assistant.printing.rendered import RenderedPrinter, open_queue, render_pages
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintKind, PrintRefused, PrintRequest
from tests.printing.conftest import Request

_MM = 25.4 / 72
_DPI = 203
_IMAGE = 3

pytestmark = pytest.mark.usefixtures("qapp")


def _to_file(path: Path) -> Callable[[str], QPrinter | None]:
    """Return what opens a printer of 203 dpi that writes a PDF; Qt treats it as it treats any other."""

    def open_printer(_queue: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(_DPI)
        return printer

    return open_printer


@pytest.mark.parametrize("size", [("100", "150"), ("102", "76")])
def test_the_printed_page_has_the_labels_size_and_every_dot_where_the_file_has_it(
    tmp_path: Path, label_request: Request, size: tuple[str, str]
) -> None:
    width, height = map(Decimal, size)
    content = draw_ruler(width, height)
    request = replace(label_request("any"), content=content, width_mm=width, height_mm=height)
    RenderedPrinter(open=_to_file(tmp_path / "out.pdf")).submit(request)
    printed = (tmp_path / "out.pdf").read_bytes()
    (drawn,) = render_pages(content, _DPI)
    with PdfDocument(printed) as document:
        (page,) = document
        (image,) = page.get_objects(filter=[_IMAGE])
        left, bottom, right, top = image.get_bounds()
        came = image.get_bitmap().to_pil().convert("1")
        page_size = page.get_size()
    # Qt's PDF counts a page in whole points; a printer's driver gets the millimetres.
    assert [length * _MM for length in page_size] == pytest.approx(list(map(float, size)), abs=0.2)
    assert (left, top) == pytest.approx((0, page_size[1]), abs=0.01)
    assert (right - left, top - bottom) == pytest.approx([dots * 72 / _DPI for dots in came.size], rel=1e-4)
    assert drawn.save(str(tmp_path / "drawn.png"))
    with Image.open(tmp_path / "drawn.png") as wanted:
        assert came.size == wanted.size
        assert came.tobytes() == wanted.convert("1").tobytes()
    assert came.histogram()[0] > 5000  # dots that are black


def test_a_page_is_drawn_in_pure_black_and_white_one_pixel_for_each_dot(label_request: Request) -> None:
    (page,) = render_pages(label_request("any").content, _DPI)
    assert page.format() is QImage.Format.Format_Mono
    assert [page.width(), page.height()] == pytest.approx([100 / 25.4 * _DPI, 150 / 25.4 * _DPI], abs=1)


def test_each_page_of_the_file_becomes_a_page(tmp_path: Path, label_request: Request) -> None:
    drawn = render_pages(label_request("any").content, _DPI)
    printer = RenderedPrinter(render=lambda _content, _dpi: drawn * 3, open=_to_file(tmp_path / "out.pdf"))
    printer.submit(label_request("any"))
    with PdfDocument((tmp_path / "out.pdf").read_bytes()) as document:
        assert len(document) == 3


def test_taken_pages_are_no_printed_label_and_the_question_is_asked(tmp_path: Path, label_request: Request) -> None:
    printer = RenderedPrinter(open=_to_file(tmp_path / "out.pdf"))
    job = printer.submit(label_request("any"))
    assert (job.state, job.has_ended) == (PrinterState.UNKNOWN, True)
    assert job.words.endswith("Did a label come out?")
    assert printer.read(job) == printer.cancel(job) == job


def test_a_printer_that_cannot_be_opened_is_refused(tmp_path: Path, label_request: Request) -> None:
    nowhere = RenderedPrinter(open=_to_file(tmp_path / "missing" / "out.pdf"))
    with pytest.raises(PrintRefused, match="could not be opened"):
        nowhere.submit(label_request("any"))


def test_a_queue_that_is_not_there_is_refused_and_named(label_request: Request) -> None:
    printer = RenderedPrinter()
    assert open_queue("nowhere") is None
    assert printer.find_trouble("nowhere") == 'The system has no queue "nowhere".'
    with pytest.raises(PrintRefused, match='the system has no queue "nowhere"'):
        printer.submit(label_request("nowhere"))


def test_the_system_is_told_the_order_number_the_copies_and_no_margins(tmp_path: Path) -> None:
    opened: list[QPrinter] = []

    def open_and_keep(queue: str) -> QPrinter | None:
        printer = _to_file(tmp_path / "out.pdf")(queue)
        assert printer is not None
        opened.append(printer)
        return printer

    size = Decimal(100), Decimal(150)
    request = PrintRequest("any", PrintKind.LABEL, "RX-2026-00017", draw_ruler(*size), *size, copies=2)
    assert isinstance(RenderedPrinter(open=open_and_keep).submit(request), PrintJob)
    (printer,) = opened
    assert (printer.docName(), printer.copyCount(), printer.fullPage()) == ("Preparation label RX-2026-00017", 2, True)
    assert printer.pageLayout().margins().isNull()
