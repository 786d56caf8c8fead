"""What is done in the window stands in the log as acts and codes, and a log that cannot be written holds nothing up."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from prep_assistant import bootstrap
from prep_assistant.diagnostics import Act, Log
from prep_assistant.ui.viewmodels.act_log import NOT_LOGGED, ActLog
from prep_assistant.ui.viewmodels.paper_state import CHOICES
from prep_assistant.workflow.ports import PrinterState, PrintJob
from tests.clocks import HandSetClock
from tests.orders import plain_order, stopped_order
from tests.ui.page import Page
from tests.ui.test_printing import FakeFollower, follower

__all__ = ["follower"]
NOW = datetime.fromisoformat("2026-11-22T08:00:00+01:00")
Logged = Callable[[], list[str]]


@pytest.fixture
def clock() -> HandSetClock:
    return HandSetClock(NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "log"


@pytest.fixture
def log(folder: Path, clock: HandSetClock) -> Log:
    return Log(folder, clock.now, is_late=True)


@pytest.fixture
def page(  # noqa: PLR0913, PLR0917 - the window with all that a log hears of
    follower: FakeFollower, clock: HandSetClock, log: Log, dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Page]:
    """The window with its log in a folder of the test."""
    assert not follower.closed
    window = bootstrap.make_window(clock)
    acts = ActLog(log, window.model, window.papers, window.printing, window.clock)
    acts.setObjectName("acts")
    window.show()
    yield Page(window, qtbot, tmp_path)
    acts.close()
    window.close()
    window.deleteLater()
    dressed.processEvents()


def get_acts(page: Page) -> ActLog:
    acts = page.window.model.findChild(ActLog, "acts")
    assert acts is not None
    return acts


@pytest.fixture
def logged(page: Page, log: Log) -> Logged:
    """Writes down what stands, and gives the acts that are in the log."""

    def read() -> list[str]:
        get_acts(page).write_plan()
        log.flush()
        return [line.split(" ", 1)[1] for line in log.path.read_text("ascii").splitlines()]

    return read


def test_opening_stopping_saving_and_clearing_are_logged_with_codes_only(page: Page, logged: Logged) -> None:
    page.open(stopped_order())
    codes = [finding.code for finding in page.state.findings]
    assert codes
    assert logged() == ["program.started", "order.opened", " ".join(["plan.stopped", *codes])]
    page.window.model.save_order(page.folder / "saved.json")
    page.window.model.open_order(page.folder / "not there.json")
    page.window.model.start_new()
    assert logged()[3:] == ["order.saved", "order.refused", "order.cleared"]


def test_a_plan_is_logged_when_it_has_stood_and_once(page: Page, logged: Logged) -> None:
    page.open(plain_order())
    for text in ("7", "70", "70.", "70.5"):
        page.window.model.set_entry("weight_kg", text)
    timer = next(it for it in get_acts(page).findChildren(QTimer) if it.isSingleShot())
    assert timer.isActive()
    assert timer.interval() == 1000
    assert sum("plan." in act for act in logged() + logged()[3:]) == 1


def test_an_answered_finding_is_logged_by_its_code_without_the_sentence(page: Page, logged: Logged) -> None:
    page.open(plain_order() | {"cycle": 3})
    (finding,) = [it for it in page.state.findings if it.is_open]
    page.window.model.answer(finding.code, "other", "Quetzalcoatlus was given one elsewhere")
    assert logged()[-2:] == ["plan.ready " + finding.code, "finding.answered " + finding.code]


def test_paper_that_is_drawn_saved_printed_or_refused_is_logged_by_its_kind(
    page: Page, logged: Logged, follower: FakeFollower
) -> None:
    page.window.papers.save(page.folder / "none.pdf")
    page.open(plain_order())
    logged()
    for choice in (CHOICES[0], CHOICES[4]):
        page.window.papers.choose(choice)
        path = page.folder / f"{choice.document}.pdf"
        page.window.papers.save(path)
        page.qtbot.waitUntil(path.exists)
    page.click("print")
    page.qtbot.waitUntil(lambda: bool(follower.printed))
    follower.changed.emit(PrintJob("7", PrinterState.PRINTING, "", has_ended=False))
    follower.changed.emit(PrintJob("7", PrinterState.PRINTED, "", has_ended=True))
    follower.changed.emit(PrintJob("8", PrinterState.UNKNOWN, "", has_ended=True))
    page.window.printing.say_whether_it_came_out(came_out=False)
    assert logged() == [
        *("program.started", "paper.refused", "order.opened", "plan.ready"),
        *("paper.drawn", "label.saved", "paper.drawn", "worksheet.saved"),
        *("paper.drawn", "worksheet.printed", "print.failed"),
    ]


def test_a_clock_that_was_set_back_is_logged(page: Page, logged: Logged, clock: HandSetClock) -> None:
    clock.set_by(-timedelta(hours=1))
    page.window.clock.compare()
    page.window.clock.accept()
    assert logged()[1:] == ["clock.went_back", "clock.accepted"]


def test_the_end_of_the_program_is_the_last_act_and_is_on_the_disk(log: Log) -> None:
    log.act(Act.PROGRAM_STARTED)
    log.act(Act.PROGRAM_ENDED)
    log.close()
    assert [line.split()[1] for line in log.path.read_text("ascii").splitlines()] == [
        "program.started",
        "program.ended",
    ]


def test_a_log_that_cannot_be_written_is_said_once_and_hides_no_message(page: Page, log: Log) -> None:
    log.flush()
    shutil.rmtree(log.path.parent)
    log.path.parent.write_bytes(b"a file in the place of the folder")
    acts = get_acts(page)
    page.open(plain_order())
    page.qtbot.waitUntil(lambda: log.is_failing)
    acts.write_plan()
    assert "is open" in page.message()
    page.type("weight_kg", "70.5")
    acts.write_plan()
    assert page.message() == NOT_LOGGED
    page.type("weight_kg", "70.6")
    acts.write_plan()
    assert page.message() == ""


def test_a_folder_that_never_answers_holds_up_no_act_and_no_end(folder: Path, clock: HandSetClock) -> None:
    log = Log(folder, clock.now, is_late=True, patience_s=0.1)
    folder.mkdir(parents=True)
    # Whoever opens a pipe that nobody reads waits for ever.
    os.mkfifo(log.path)
    before = time.monotonic()
    for _ in range(1000):
        log.act(Act.ORDER_OPENED)
    log.close()
    assert time.monotonic() - before < 1
    assert log.is_failing
    lines = 1000 * f"{NOW.isoformat(timespec='seconds')} order.opened\n".encode()
    with os.fdopen(os.open(log.path, os.O_RDWR), "rb") as pipe:
        assert pipe.read(len(lines)) == lines


def test_a_full_disk_and_a_folder_that_may_only_be_read_are_said_and_raise_nothing(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "prep-assistant.log").symlink_to("/dev/full")
    for place in (folder, Path("/proc/prep-assistant")):
        log = Log(place, lambda: NOW, is_late=True)
        log.act(Act.ORDER_OPENED)
        log.close()
        assert log.is_failing
