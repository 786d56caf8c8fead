"""A clock that was set back is said and holds up what is final, until somebody has looked or it is right again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from prep_assistant.bootstrap import make_window
from prep_assistant.ui.viewmodels.clock_watch import ClockState, ClockWatch
from prep_assistant.workflow.still_clock import StillClock
from tests.clocks import HandSetClock
from tests.orders import plain_order
from tests.ui.page import Page

NOW = datetime.fromisoformat("2026-11-22T08:00:00+01:00")
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def clock() -> HandSetClock:
    return HandSetClock(NOW)


@pytest.fixture
def clocked(clock: HandSetClock, dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    """The window with an order in it, beside a clock that can be set."""
    window = make_window(clock)
    window.show()
    page = Page(window, qtbot, tmp_path)
    page.open(plain_order())
    yield page
    window.close()
    window.deleteLater()
    dressed.processEvents()


def test_a_clock_set_back_is_said_and_no_label_is_saved(clock: HandSetClock, clocked: Page) -> None:
    clock.wait(HOUR)
    clock.set_by(-HOUR)
    path = clocked.folder / "label.pdf"
    clocked.window.papers.save(path)
    assert clocked.message().startswith("The label was not saved. The clock of this workstation was set back.")
    assert clocked.find(QWidget, "clock_notice").isVisible()
    assert "it says 22-Nov-2026 08:00 where 22-Nov-2026 09:00 was due" in clocked.find(QLabel, "clock_sentence").text()
    assert not path.exists()
    assert not clocked.window.papers.may_be_made()


def test_it_is_said_without_any_act(clock: HandSetClock, clocked: Page) -> None:
    clock.set_by(-HOUR)
    timer = clocked.window.findChild(QTimer, "clock_timer")
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() <= 5000
    timer.timeout.emit()
    assert clocked.find(QWidget, "clock_notice").isVisible()


def test_who_has_looked_goes_on_and_the_line_is_gone(clock: HandSetClock, clocked: Page) -> None:
    clock.set_by(-HOUR)
    assert not clocked.window.papers.may_be_made()
    clocked.click("accept_clock")
    assert clocked.find(QWidget, "clock_notice").isHidden()
    path = clocked.folder / "label.pdf"
    clocked.window.papers.save(path)
    clocked.qtbot.waitUntil(path.exists)
    clock.set_by(-HOUR)
    assert not clocked.window.papers.may_be_made()
    assert clocked.find(QWidget, "clock_notice").isVisible()


def test_a_clock_that_is_right_again_holds_nothing_up(clock: HandSetClock) -> None:
    watch = ClockWatch(clock)
    clock.set_by(-HOUR)
    assert watch.find_objection()
    clock.wait(HOUR)
    assert watch.find_objection()
    clock.set_by(HOUR - 5 * SECOND)
    assert watch.find_objection() == ""


def test_it_stays_said_while_it_goes_on_wrong(clock: HandSetClock) -> None:
    watch = ClockWatch(clock)
    said: list[ClockState] = []
    watch.state_changed.connect(said.append)
    clock.set_by(-HOUR)
    for _ in range(3):
        watch.compare()
        clock.wait(HOUR)
    assert len(said) == 1
    clock.set_by(-HOUR)
    watch.compare()
    assert "11:00" not in said[0].sentence
    assert "it says 22-Nov-2026 09:00 where 22-Nov-2026 11:00 was due" in said[1].sentence


@pytest.mark.parametrize("seconds", [-10, -1, 0, 1, 3600])
def test_what_synchronisation_and_sleep_do_to_a_clock_holds_nothing_up(seconds: int, clock: HandSetClock) -> None:
    watch = ClockWatch(clock)
    for _ in range(20):
        clock.wait(HOUR)
        clock.set_by(seconds * SECOND)
        assert watch.find_objection() == ""


def test_eleven_seconds_back_are_said(clock: HandSetClock) -> None:
    watch = ClockWatch(clock)
    clock.set_by(-11 * SECOND)
    assert watch.find_objection()


def test_the_end_of_daylight_saving_is_no_clock_set_back() -> None:
    clock = HandSetClock(datetime.fromisoformat("2026-10-25T02:59:59+02:00"))
    watch = ClockWatch(clock)
    clock.wait(SECOND)
    clock.read_at(HOUR)
    assert clock.now().isoformat() == "2026-10-25T02:00:00+01:00"
    assert watch.find_objection() == ""


def test_a_new_order_begins_with_the_day_and_offset_of_its_own_beginning(clock: HandSetClock, clocked: Page) -> None:
    clock.wait(24 * HOUR)
    clock.read_at(2 * HOUR)
    clocked.window.model.start_new()
    assert (clocked.entry("prepare_on"), clocked.entry("prepare_offset")) == ("2026-11-23", "+02:00")
    assert clocked.headline() == "New order"


@pytest.mark.parametrize(
    ("now", "is_past"),
    [("2026-11-23T09:00:00+01:00", False), ("2026-11-23T08:00:01+00:00", True), ("2026-12-13T08:00:00+01:00", True)],
)
@pytest.mark.usefixtures("dressed")
def test_a_bag_whose_use_by_is_past_is_said(now: str, qtbot: QtBot, tmp_path: Path, *, is_past: bool) -> None:
    """The contract's example is prepared on 22-Nov at 09:00 and may be used for 24 h."""
    window = make_window(StillClock(datetime.fromisoformat(now)))
    page = Page(window, qtbot, tmp_path)
    page.open(plain_order())
    assert page.headline() == "Ready"
    said = "The use-by of this bag is past: 23-Nov-2026 09:00"
    assert (said in page.sentence()) is is_past
    window.close()
    window.deleteLater()
