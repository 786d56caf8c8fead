"""One private scheduler for all tests here, each with queues of its own."""

import os
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from prep_assistant.paper.ruler import draw_ruler
from prep_assistant.printing.cups import CupsPrinter
from prep_assistant.printing.follow import PrintFollower
from prep_assistant.workflow.ports import Printer, PrintKind, PrintRequest
from tests.printing.printers import ListeningPrinter, SwitchedOffPrinter
from tests.printing.private_cups import PrivateCups

Request = Callable[[str], PrintRequest]
Follow = Callable[[Printer], PrintFollower]


@pytest.fixture(scope="session")
def cups() -> Iterator[PrivateCups]:
    """Return the private scheduler; it is the one that the program finds, see tests/conftest.py."""
    if sys.platform != "linux":
        pytest.skip("the private scheduler is CUPS as Linux installs it")
    scheduler = PrivateCups(Path(os.environ["CUPS_SERVER"]).parent)
    yield scheduler
    scheduler.stop()


@pytest.fixture
def listening_queue(cups: PrivateCups) -> Iterator[tuple[str, ListeningPrinter]]:
    """Return a queue and the printer it leads to."""
    printer = ListeningPrinter()
    yield cups.add_queue("listening-label", printer.device, "Label printer, clean room"), printer
    cups.command("lpadmin", "-x", "listening-label")
    printer.stop()


@pytest.fixture
def dead_queue(cups: PrivateCups) -> Iterator[str]:
    """Return a queue whose printer is switched off."""
    printer = SwitchedOffPrinter()
    yield cups.add_queue("dead", printer.device)
    cups.command("lpadmin", "-x", "dead")
    printer.stop()


@pytest.fixture
def empty_queue(cups: PrivateCups, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Return a queue whose printer has no labels left, and the pipe to write to when some are loaded."""
    pipe = tmp_path / "load"
    os.mkfifo(pipe)
    yield cups.add_queue("empty", f"labels:{pipe}"), pipe
    cups.command("lpadmin", "-x", "empty")


@pytest.fixture
def printer() -> CupsPrinter:
    return CupsPrinter()


@pytest.fixture
def label_request() -> Request:
    """Return what makes a request for a page of the label's size on a queue."""
    size = Decimal(100), Decimal(150)
    return lambda queue: PrintRequest(queue, PrintKind.LABEL, "RX-2026-00017", draw_ruler(*size), *size)


@pytest.fixture
def follow(qapp: QCoreApplication) -> Iterator[Follow]:
    """Return what follows a printer's jobs, reading often."""
    assert qapp.thread().isCurrentThread()
    followers: list[PrintFollower] = []

    def start(printer: Printer) -> PrintFollower:
        followers.append(PrintFollower(printer, first_wait_ms=20, longest_wait_ms=100))
        return followers[-1]

    yield start
    for follower in followers:
        follower.close()
