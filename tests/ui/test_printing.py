"""Printing at the page: what was sent, what became of it, and the question when the system cannot tell."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from prep_assistant import bootstrap
from prep_assistant.paper import draw_label, draw_ruler
from prep_assistant.ui.viewmodels.printing import ChosenPrinter
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintKind, PrintRequest
from tests.orders import plain_order, stopped_order
from tests.ui.page import Page

CHOSEN = ChosenPrinter("ward-labels", 2, (("Darkness", "10"),))


class FakeFollower(QObject):
    """Takes prints and tells what the test says of them."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[PrintRequest] = []
        self.cancelled = 0
        self.closed = False

    def print(self, request: PrintRequest) -> None:
        self.printed.append(request)

    def cancel(self) -> None:
        self.cancelled += 1

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def follower(monkeypatch: pytest.MonkeyPatch) -> FakeFollower:
    made = FakeFollower()
    monkeypatch.setattr(bootstrap, "_start_follower", lambda: made)

    def choose_at_once(_window: QObject, then: Callable[[ChosenPrinter], None]) -> None:
        then(CHOSEN)

    monkeypatch.setattr(bootstrap, "_ask_for_printer", choose_at_once)
    return made


@pytest.fixture
def printing(follower: FakeFollower, page: Page) -> Page:
    """The page with an order of which a label was sent."""
    page.open(plain_order())
    page.click("print")
    page.qtbot.waitUntil(lambda: bool(follower.printed))
    return page


def tell(follower: FakeFollower, state: PrinterState, words: str, *, has_ended: bool) -> None:
    follower.changed.emit(PrintJob("7", state, words, has_ended))


def test_what_goes_to_the_printer_is_the_label_of_the_screen_under_the_order_number(
    follower: FakeFollower, printing: Page
) -> None:
    (request,) = follower.printed
    wanted = printing.state.preview_wanted
    assert wanted is not None
    assert request.content == draw_label(wanted.order, wanted.plan)
    assert (request.queue, request.copies, request.options) == ("ward-labels", 2, (("Darkness", "10"),))
    assert (str(request.width_mm), str(request.height_mm), request.kind) == ("100", "150", PrintKind.LABEL)
    assert "Example" not in request.title
    assert request.title.endswith(wanted.order.order_id)


@pytest.mark.parametrize(
    ("state", "word", "has_ended"),
    [
        (PrinterState.QUEUED, "Waiting", False),
        (PrinterState.PRINTING, "Printing", False),
        (PrinterState.PRINTED, "Printed", True),
        (PrinterState.STOPPED, "Not printed", False),
        (PrinterState.CANCELLED, "Cancelled", True),
    ],
)
def test_the_page_says_how_far_the_print_came(
    follower: FakeFollower, printing: Page, state: PrinterState, word: str, *, has_ended: bool
) -> None:
    tell(follower, state, "What it means, and what to do.", has_ended=has_ended)
    assert printing.find(QWidget, "print_status").isVisible()
    assert printing.find(QLabel, "print_word").text() == word
    assert printing.find(QLabel, "print_sentence").text() == "What it means, and what to do."
    assert printing.find(QPushButton, "cancel_print").isVisible() is not has_ended


def test_sent_is_not_printed(follower: FakeFollower, printing: Page) -> None:
    assert follower.printed
    assert printing.window.findChild(QWidget, "print_status") is None


@pytest.mark.parametrize(("answer", "word"), [("came_out", "Printed"), ("came_not_out", "Not printed")])
def test_a_person_is_asked_when_the_system_cannot_tell(
    follower: FakeFollower, printing: Page, answer: str, word: str
) -> None:
    tell(follower, PrinterState.UNKNOWN, "The system forgot. Did a label come out?", has_ended=True)
    assert printing.find(QPushButton, answer).isVisible()
    printing.click(answer)
    assert printing.find(QLabel, "print_word").text() == word
    assert not printing.find(QPushButton, answer).isVisible()


def test_a_print_can_be_cancelled_and_the_line_closed(follower: FakeFollower, printing: Page) -> None:
    tell(follower, PrinterState.QUEUED, "It waits.", has_ended=False)
    printing.click("cancel_print")
    assert follower.cancelled == 1
    tell(follower, PrinterState.CANCELLED, "It was dropped.", has_ended=True)
    printing.click("dismiss_print")
    assert not printing.find(QWidget, "print_status").isVisible()


def test_a_ruler_page_of_the_label_s_size_is_printed_without_an_order(follower: FakeFollower, page: Page) -> None:
    page.window.findChild(QAction, "print_ruler").trigger()  # type: ignore[union-attr]
    page.qtbot.waitUntil(lambda: bool(follower.printed))
    (request,) = follower.printed
    assert (request.kind, request.title) == (PrintKind.RULER, "Ruler page")
    assert request.content == draw_ruler(Decimal(100), Decimal(150))
    assert (request.width_mm, request.height_mm) == (Decimal(100), Decimal(150))


def test_a_stopped_order_is_not_printed_and_nobody_is_asked_where(follower: FakeFollower, page: Page) -> None:
    page.open(stopped_order())
    page.click("print")
    assert follower.printed == []
    assert page.message().startswith("The label was not printed")


def test_closing_the_window_ends_the_follower(follower: FakeFollower, printing: Page) -> None:
    printing.window.close()
    assert follower.closed
