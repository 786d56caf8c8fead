"""How a print got on is what the print system says of the job, never that it took the bytes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from prep_assistant.printing.cups import CupsPrinter
from prep_assistant.printing.follow import PrintFollower
from prep_assistant.workflow.ports import PrinterState, PrintJob
from tests.printing.conftest import Follow, Request
from tests.printing.printers import DEADLINE_S, ListeningPrinter
from tests.printing.private_cups import PrivateCups

_LIMIT_MS = int(DEADLINE_S * 1000)


@pytest.fixture
def follower(follow: Follow) -> PrintFollower:
    return follow(CupsPrinter())


def _wait(qtbot: QtBot, follower: PrintFollower, state: PrinterState, act: Callable[[], object]) -> PrintJob:
    """Do something and return the job when it gets into the state."""
    seen: list[PrintJob] = []

    def is_in_state(job: PrintJob) -> bool:
        seen.append(job)
        return job.state is state

    with qtbot.waitSignal(follower.changed, timeout=_LIMIT_MS, check_params_cb=is_in_state):
        act()
    return seen[-1]


def test_a_label_that_the_printer_took_is_printed_and_was_not_called_so_before(
    qtbot: QtBot, follower: PrintFollower, listening_queue: tuple[str, ListeningPrinter], label_request: Request
) -> None:
    states: list[PrinterState] = []
    follower.changed.connect(lambda job: states.append(job.state))
    queue, listener = listening_queue
    job = _wait(qtbot, follower, PrinterState.PRINTED, lambda: follower.print(label_request(queue)))
    assert job.has_ended
    assert states[0] is PrinterState.QUEUED
    assert states.count(PrinterState.PRINTED) == 1
    assert listener.receive() == label_request(queue).content


def test_a_printer_that_is_off_is_named_and_its_job_can_be_cancelled(
    qtbot: QtBot, follower: PrintFollower, dead_queue: str, label_request: Request
) -> None:
    stopped = _wait(qtbot, follower, PrinterState.STOPPED, lambda: follower.print(label_request(dead_queue)))
    assert "the printer does not answer; switch it on" in stopped.words
    assert not stopped.has_ended
    cancelled = _wait(qtbot, follower, PrinterState.CANCELLED, follower.cancel)
    assert cancelled.id == stopped.id
    assert cancelled.words == "Cancelled. Look whether a label came out, and destroy it if it is not wanted."
    assert cancelled.has_ended


def test_a_printer_without_labels_says_so_and_prints_when_some_are_loaded(
    qtbot: QtBot, follower: PrintFollower, empty_queue: tuple[str, Path], label_request: Request
) -> None:
    queue, pipe = empty_queue
    stopped = _wait(qtbot, follower, PrinterState.STOPPED, lambda: follower.print(label_request(queue)))
    assert stopped.words == "Not printed: no labels or paper left; load some."
    assert not stopped.has_ended
    assert CupsPrinter().find_trouble(queue) == "The queue would not print now: no labels or paper left; load some."
    printed = _wait(qtbot, follower, PrinterState.PRINTED, lambda: pipe.write_text("loaded\n"))
    assert printed.id == stopped.id


def test_a_queue_that_somebody_stopped_says_why_and_goes_on_when_it_is_let(
    qtbot: QtBot,
    follower: PrintFollower,
    cups: PrivateCups,
    listening_queue: tuple[str, ListeningPrinter],
    label_request: Request,
) -> None:
    queue, _ = listening_queue
    cups.command("cupsdisable", "-r", "ribbon is being changed", queue)
    stopped = _wait(qtbot, follower, PrinterState.STOPPED, lambda: follower.print(label_request(queue)))
    assert stopped.words == 'Not printed: it is paused; let it go on (it says: "ribbon is being changed").'
    printed = _wait(qtbot, follower, PrinterState.PRINTED, lambda: cups.command("cupsenable", queue))
    assert printed.id == stopped.id


def test_a_job_cancelled_at_the_print_system_is_cancelled_here(
    qtbot: QtBot, follower: PrintFollower, cups: PrivateCups, dead_queue: str, label_request: Request
) -> None:
    stopped = _wait(qtbot, follower, PrinterState.STOPPED, lambda: follower.print(label_request(dead_queue)))
    cancelled = _wait(qtbot, follower, PrinterState.CANCELLED, lambda: cups.command("cancel", stopped.id))
    assert cancelled.has_ended


def test_a_held_job_is_stopped_until_it_is_released(
    qtbot: QtBot,
    follower: PrintFollower,
    cups: PrivateCups,
    listening_queue: tuple[str, ListeningPrinter],
    label_request: Request,
) -> None:
    queue, _ = listening_queue
    cups.command("lpadmin", "-p", queue, "-o", "job-hold-until-default=indefinite")
    stopped = _wait(qtbot, follower, PrinterState.STOPPED, lambda: follower.print(label_request(queue)))
    assert stopped.words == "Not printed: the job is held; release it at the print system."
    release = ("lp", "-i", stopped.id, "-H", "resume")
    assert _wait(qtbot, follower, PrinterState.PRINTED, lambda: cups.command(*release)).id == stopped.id


def test_a_job_that_the_system_forgot_ends_with_the_question_whether_a_label_came_out(
    cups: PrivateCups, dead_queue: str, label_request: Request
) -> None:
    printer = CupsPrinter()
    cups.command("cupsdisable", dead_queue)
    sent = printer.submit(label_request(dead_queue))
    cups.command("cancel", "-a", "-x", dead_queue)
    unknown = printer.read(sent)
    assert unknown.state is PrinterState.UNKNOWN
    assert unknown.words == "The print system no longer knows the job. Did a label come out?"
    assert unknown.has_ended


def test_cancelling_what_has_been_printed_leaves_it_printed(
    qtbot: QtBot, follower: PrintFollower, listening_queue: tuple[str, ListeningPrinter], label_request: Request
) -> None:
    queue, _ = listening_queue
    printer = CupsPrinter()
    sent = printer.submit(label_request(queue))
    followed = _wait(qtbot, follower, PrinterState.PRINTED, lambda: follower.print(label_request(queue)))
    # Jobs of a queue go one after the other: with the second printed, so is the first.
    assert followed.id != sent.id
    assert printer.cancel(sent).state is PrinterState.PRINTED
    assert printer.cancel(followed) is followed
