"""Every way in which a defect comes to light is made to happen: one call, one report, printing and signing blocked."""

import re
from pathlib import Path

import pytest

from tests.diagnostics.children import Ended, find_canaries, run_child

MAIN = "fail_for(PATIENT)"
THREAD = """
import threading
failing = threading.Thread(target=fail_for, args=(PATIENT,), name=PATIENT["family_name"])
failing.start()
failing.join()
"""
UNRAISABLE = """
class Patient:
    def __del__(self):
        fail_for(PATIENT)

    def __repr__(self):
        return PATIENT["family_name"]

Patient()
"""
SLOT = """
from PySide6.QtCore import QCoreApplication, QTimer
application = QCoreApplication([])
QTimer.singleShot(0, lambda: fail_for(PATIENT))
QTimer.singleShot(0, lambda: QTimer.singleShot(0, application.quit))
application.exec()
"""
VIRTUAL = """
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
class Patient(QObject):
    def customEvent(self, event):
        fail_for(PATIENT)
application = QCoreApplication([])
patient = Patient()
application.postEvent(patient, QEvent(QEvent.Type.User))
QTimer.singleShot(0, lambda: QTimer.singleShot(0, application.quit))
application.exec()
"""
QUEUED = """
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal
class Drawer(QObject):
    def draw(self):
        thread.quit()
        fail_for(PATIENT)
class Desk(QObject):
    asked = Signal()
application = QCoreApplication([])
desk, drawer, thread = Desk(), Drawer(), QThread()
drawer.moveToThread(thread)
desk.asked.connect(drawer.draw, Qt.ConnectionType.QueuedConnection)
thread.start()
desk.asked.emit()
thread.wait()
"""
POOLED = """
from PySide6.QtCore import QRunnable, QThreadPool
class Draw(QRunnable):
    def run(self):
        fail_for(PATIENT)
QThreadPool.globalInstance().start(Draw())
QThreadPool.globalInstance().waitForDone()
"""
QT = """
from PySide6 import QtCore
install_message_handler(QtCore, watch, log)
def complain(patient):
    QtCore.{act}(f"no field for {{patient}}")
complain(PATIENT)
"""
SEGFAULT = """
import ctypes
def read_nothing(patient):
    copied = str(patient)
    ctypes.string_at(0)
read_nothing(PATIENT)
"""
ABORT = """
import os
def end_at_once(patient):
    copied = str(patient)
    os.abort()
end_at_once(PATIENT)
"""
CAUGHT = {
    "MAIN": MAIN,
    "THREAD": THREAD,
    "UNRAISABLE": UNRAISABLE,
    "slot": SLOT,
    "override of a method of Qt": VIRTUAL,
    "slot in a thread of Qt": QUEUED,
    "pool of Qt": POOLED,
    "QT_CRITICAL": QT.format(act="qCritical"),
}


def assert_told(ended: Ended, way_in: str) -> str:
    """Assert that the defect was told once, with printing blocked, and return the text of its report."""
    (told,) = [line.split() for line in ended.out.splitlines() if line.startswith("told")]
    assert told[1] == way_in, ended.err
    assert told[3] == "True"
    (report,) = [text for text in ended.reports if f"reference: {told[2]}" in text]
    assert ended.log[-1] == f"crash.reported {told[2]}"
    assert told[2] in ended.err
    assert "Traceback" not in ended.err
    return report


@pytest.mark.parametrize("name", CAUGHT)
def test_a_defect_is_told_once_and_blocks_printing_and_signing(name: str, tmp_path: Path) -> None:
    ended = run_child(tmp_path, CAUGHT[name] + "\nprint('blocked', watch.blocked)\n" * (name != "MAIN"))
    report = assert_told(ended, name if name.isupper() else "MAIN")
    assert ended.code == (1 if name == "MAIN" else 0)
    assert name == "MAIN" or "blocked True" in ended.out
    assert find_canaries(tmp_path, ended.out, ended.err) == []
    assert re.search(r"^program +\S+$", report, re.MULTILINE)
    assert re.search(r"^Python +CPython 3\.", report, re.MULTILINE)
    if name != "QT_CRITICAL":
        assert "exception: builtins.LookupError\n" in report
        assert re.search(r"^  child\.py:\d+:fail_for$", report, re.MULTILINE)
    else:
        assert re.search(r"^  child\.py:\d+:complain$", report, re.MULTILINE)


@pytest.mark.parametrize(
    ("script", "code", "kind", "place"),
    [(SEGFAULT, -11, "Segmentation fault", "read_nothing"), (ABORT, -6, "Aborted", "end_at_once")],
    ids=["segmentation fault", "abort"],
)
def test_a_fault_is_told_at_the_next_start(script: str, code: int, kind: str, place: str, tmp_path: Path) -> None:
    fallen = run_child(tmp_path, script)
    assert fallen.code == code
    assert fallen.reports == []
    next_start = run_child(tmp_path, "")
    (report,) = next_start.reports
    assert f"fault: {kind}\n" in report
    assert re.search(rf"^  child\.py:\d+:{place}$", report, re.MULTILINE)
    assert next_start.out == f"left behind {report.split()[1]} False\n"
    assert find_canaries(tmp_path, fallen.out, fallen.err, next_start.err) == []
    assert run_child(tmp_path, "").out == ""


def test_a_fatal_message_of_qt_is_told_at_once_and_at_the_next_start(tmp_path: Path) -> None:
    fallen = run_child(tmp_path, QT.format(act="qFatal"))
    assert fallen.code == -6
    assert_told(fallen, "QT_FATAL")
    next_start = run_child(tmp_path, "")
    (see_also,) = re.findall(r"^see also: (\S+)$", "".join(next_start.reports), re.MULTILINE)
    assert f"told QT_FATAL {see_also} True" in fallen.out
    assert find_canaries(tmp_path, fallen.out, fallen.err, next_start.out, next_start.err) == []


def test_a_warning_of_qt_is_logged_without_its_text_and_blocks_nothing(tmp_path: Path) -> None:
    ended = run_child(tmp_path, QT.format(act="qWarning") + "print('blocked', watch.blocked)")
    assert (ended.code, ended.out, ended.log, ended.reports) == (0, "blocked False\n", ["qt.warning"], [])
    assert find_canaries(tmp_path, ended.err) == []


@pytest.mark.parametrize("way", ["sys.exit(3)", "raise KeyboardInterrupt"])
def test_what_is_no_defect_is_not_told(way: str, tmp_path: Path) -> None:
    ended = run_child(tmp_path, way)
    assert (ended.out, ended.reports) == ("", [])
    assert ended.code == (3 if "exit" in way else -2)


def test_a_thread_that_leaves_by_sys_exit_is_no_defect(tmp_path: Path) -> None:
    script = "import threading\nleaving = threading.Thread(target=sys.exit)\nleaving.start()\nleaving.join()"
    ended = run_child(tmp_path, script)
    assert (ended.code, ended.out, ended.reports) == (0, "", [])
