"""A defect anywhere ends in one dialog, and nothing is saved or printed afterwards."""

from datetime import datetime
from pathlib import Path
from threading import Thread

from PySide6.QtWidgets import QMessageBox, QWidget

from prep_assistant.diagnostics import CrashReport, Reference, WayIn
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
    path = tmp_path / "label.pdf"
    page.window.papers.save(path)
    assert page.message().startswith("The label was not saved. A defect came to light")
    assert not page.window.papers.state.can_be_made
    assert page.find(QWidget, "plan_dose").isVisible()
    assert not path.exists()
