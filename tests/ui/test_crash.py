"""A defect anywhere ends in one dialog, and nothing is saved or printed afterwards."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from prep_assistant.diagnostics import CrashReport, Reference, WayIn
from prep_assistant.ui.viewmodels.blocked import BLOCKED
from tests.orders import plain_order
from tests.ui.page import Page

NOW = datetime.fromisoformat("2026-11-22T08:00:00+01:00")


def a_report(folder: Path) -> CrashReport:
    return CrashReport(Reference.new(NOW), folder / "report.txt", WayIn.THREAD)


def crash_in_another_thread(page: Page, report: CrashReport) -> None:
    failing = Thread(target=page.window.crashed.emit, args=(report,))
    failing.start()
    failing.join()
    page.qtbot.waitUntil(lambda: page.window.findChild(QMessageBox, "crash_dialog") is not None)


def test_a_defect_in_another_thread_is_told_in_the_window_with_its_reference(page: Page, tmp_path: Path) -> None:
    report = a_report(tmp_path)
    crash_in_another_thread(page, report)
    dialog = page.find(QMessageBox, "crash_dialog")
    assert dialog.isVisible()
    assert "Nothing is printed or saved until the program is started anew" in dialog.text()
    assert str(report.reference) in dialog.informativeText()
    dialog.close()


def test_after_a_defect_nothing_is_saved_whatever_is_typed(page: Page, tmp_path: Path) -> None:
    page.open(plain_order())
    crash_in_another_thread(page, a_report(tmp_path))
    page.find(QMessageBox, "crash_dialog").close()
    page.type("weight_kg", "71")
    assert (page.headline(), page.sentence()) == ("Blocked", BLOCKED)
    assert not page.find(QWidget, "save_label").isEnabled()
    path = tmp_path / "label.pdf"
    page.window.papers.save(path)
    assert page.message().startswith("The label was not saved. A defect came to light")
    assert not page.window.papers.state.can_be_made
    assert not page.figures_are_shown()
    assert not path.exists()


def test_after_a_defect_no_order_is_saved_and_no_ruler_page_printed(page: Page, tmp_path: Path) -> None:
    page.open(plain_order())
    crash_in_another_thread(page, a_report(tmp_path))
    page.find(QMessageBox, "crash_dialog").close()
    path = tmp_path / "saved.json"
    page.window.model.save_order(path)
    assert page.message() == f"The order was not saved. {BLOCKED}"
    assert not path.exists()
    page.window.papers.make_ruler(lambda _: pytest.fail("a ruler page was made"))
    assert page.message() == f"The ruler page was not printed. {BLOCKED}"


def test_paper_that_was_being_drawn_when_a_defect_came_to_light_is_withheld(page: Page, tmp_path: Path) -> None:
    page.open(plain_order())
    path = tmp_path / "label.pdf"
    page.window.papers.save(path)
    page.window.crashed.emit(a_report(tmp_path))
    page.find(QMessageBox, "crash_dialog").close()
    page.qtbot.waitUntil(lambda: page.message().startswith("The label was not saved."))
    assert not path.exists()


def test_the_paper_asks_whether_a_defect_came_to_light_even_when_nobody_told_of_it(page: Page, tmp_path: Path) -> None:
    page.open(plain_order())
    defects = [""]
    page.window.papers.ask_also(lambda: defects[0])
    assert page.window.papers.may_be_made()
    defects[0] = BLOCKED
    page.window.papers.save(tmp_path / "label.pdf")
    assert page.message() == f"The label was not saved. {BLOCKED}"


def test_a_defect_in_telling_of_a_defect_blocks_paper_all_the_same(tmp_path: Path) -> None:
    """The program's own window; what shows the dialog fails itself."""
    script = """
import sys
import pytest
from PySide6.QtWidgets import QApplication
from prep_assistant import bootstrap, start
from prep_assistant.system_clock import SystemClock
from prep_assistant.ui.views import window as view

def fail(*_):
    raise LookupError

view.tell_of_crash = view.PrepareWindow._tell_of_crash = fail
application = QApplication([])
clock = SystemClock()
window = bootstrap.make_window(clock)
start.watch_for_defects(window, clock, start.keep_log(window, clock, "acts"))
print(window.papers._object() == "")
try:
    fail()
except LookupError:
    sys.excepthook(*sys.exc_info())
print(window.papers._object())
window.close()
"""
    places = {"XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(
        [sys.executable, "-c", script], env=os.environ | places, capture_output=True, text=True, check=False
    )
    assert child.stdout.splitlines() == ["True", BLOCKED], child.stderr
