"""What reaches a printer through CUPS is the file, at the label's size, under the order's number."""

from dataclasses import replace
from decimal import Decimal

import pytest
from pypdfium2 import PdfDocument

from prep_assistant.printing.cups import CupsPrinter
from prep_assistant.printing.scheduler import Scheduler
from prep_assistant.workflow.ports import PrinterState
from tests.printing.conftest import Request
from tests.printing.printers import DEADLINE_S, ListeningPrinter

_Queue = tuple[str, ListeningPrinter]
_MM = 25.4 / 72


def test_the_bytes_that_arrive_are_the_files_and_the_page_has_the_labels_size(
    listening_queue: _Queue, printer: CupsPrinter, label_request: Request
) -> None:
    queue, listener = listening_queue
    request = label_request(queue)
    job = printer.submit(request)
    arrived = listener.receive()
    assert arrived == request.content
    with PdfDocument(arrived) as document:
        assert [round(length * _MM, 3) for length in document[0].get_size()] == [100, 150]
    assert (job.state, job.has_ended) == (PrinterState.QUEUED, False)


def test_a_file_larger_than_any_buffer_arrives_whole(
    listening_queue: _Queue, printer: CupsPrinter, label_request: Request
) -> None:
    queue, listener = listening_queue
    request = replace(label_request(queue), content=b"%PDF-1.4\n" + bytes(range(256)) * 16_384)
    printer.submit(request)
    assert listener.receive() == request.content


@pytest.mark.parametrize(
    ("size", "media"),
    [
        (("100", "150"), "Custom.100x150mm"),
        (("102.0", "76"), "Custom.102x76mm"),
        (("210", "297"), "A4"),
        (("215.9", "279.4"), "Letter"),
    ],
)
def test_the_job_carries_its_paper_no_scaling_and_the_order_number_only(
    listening_queue: _Queue, label_request: Request, size: tuple[str, str], media: str
) -> None:
    queue, listener = listening_queue
    width, height = map(Decimal, size)
    request = replace(label_request(queue), width_mm=width, height_mm=height, copies=2)
    job = CupsPrinter().submit(request)
    listener.receive()
    wanted = ("job-name", "media", "print-scaling", "copies", "document-format", "job-sheets")
    number = int(job.id.rpartition("-")[2])
    assert Scheduler(DEADLINE_S).read_job(number, wanted) == {
        "job-name": ["Preparation label RX-2026-00017"],
        "media": [media],
        "print-scaling": ["none"],
        "copies": [2],
        "document-format": ["application/pdf"],
        "job-sheets": ["none"],
    }


def test_options_chosen_for_the_queue_go_along_but_none_that_would_change_the_size(
    listening_queue: _Queue, printer: CupsPrinter, label_request: Request
) -> None:
    queue, listener = listening_queue
    options = (("Darkness", "25"), ("media", "A4"), ("fit-to-page", "true"), ("Number-Up", "4"), ("scaling", "50"))
    job = printer.submit(replace(label_request(queue), options=options))
    listener.receive()
    wanted = ("Darkness", "media", "fit-to-page", "Number-Up", "scaling")
    number = int(job.id.rpartition("-")[2])
    assert Scheduler(DEADLINE_S).read_job(number, wanted) == {"Darkness": ["25"], "media": ["Custom.100x150mm"]}


def test_an_order_number_with_quotes_blanks_and_accents_is_a_name_and_nothing_else(
    listening_queue: _Queue, printer: CupsPrinter, label_request: Request
) -> None:
    queue, listener = listening_queue
    job = printer.submit(replace(label_request(queue), order_id="""-d 'x' "Ä" $(id) ;"""))
    listener.receive()
    number = int(job.id.rpartition("-")[2])
    named = Scheduler(DEADLINE_S).read_job(number, ("job-name",))
    assert named == {"job-name": ["""Preparation label -d 'x' "Ä" $(id) ;"""]}
