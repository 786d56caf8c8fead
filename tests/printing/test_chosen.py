"""What was chosen in Qt's print dialog goes along with the print."""

import pytest
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from prep_assistant.printing.chosen import Chosen, read_chosen
from prep_assistant.printing.rendered import RenderedPrinter, open_queue
from prep_assistant.workflow.ports import Queue
from tests.printing.printers import ListeningPrinter

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def chosen_printer(listening_queue: tuple[str, ListeningPrinter]) -> QPrinter:
    """Return a printer as the dialog leaves it when the queue was chosen."""
    printer = open_queue(listening_queue[0])
    assert printer is not None
    return printer


def test_queue_copies_sides_and_the_queues_own_options_are_read(chosen_printer: QPrinter) -> None:
    options = ["Darkness", "25", "print-quality", "5"]
    chosen_printer.printEngine().setProperty(QPrintEngine.PrintEnginePropertyKey(0xFE00), options)
    chosen_printer.setCopyCount(3)
    assert read_chosen(chosen_printer) == Chosen(
        "listening-label", 3, (("Darkness", "25"), ("print-quality", "5"), ("sides", "one-sided"))
    )


def test_without_a_choice_there_is_one_copy_and_no_option_but_the_sides(chosen_printer: QPrinter) -> None:
    assert read_chosen(chosen_printer) == Chosen("listening-label", 1, (("sides", "one-sided"),))


def test_a_printer_that_writes_files_has_no_queue() -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert read_chosen(printer).options == (("sides", "one-sided"),)


def test_qt_finds_the_same_queues_as_cups(listening_queue: tuple[str, ListeningPrinter]) -> None:
    assert RenderedPrinter().list_queues() == (
        Queue(listening_queue[0], "Label printer, clean room", is_default=False),
    )
    assert RenderedPrinter().find_trouble(listening_queue[0]) is None
