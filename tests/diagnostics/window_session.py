"""A child process: the program's own window, driven through whatever it has, while its slots raise.

It is told by JSON on standard input which functions raise at their next call ("arm"), where files are chosen
("outside"), and answers on standard output which functions Qt called ("slots") and which have not raised ("left").
Nothing is named here but the order that it opens: fields, buttons, tables and acts are found by walking the window.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt, QThread, QTimer, QUrl
from PySide6.QtGui import QAction, QDropEvent, QKeyEvent, QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from prep_assistant import bootstrap, start
from prep_assistant.printing.follow import PrintFollower
from prep_assistant.settings import load_settings
from prep_assistant.system_clock import SystemClock
from prep_assistant.ui.viewmodels.printing import ChosenPrinter
from prep_assistant.ui.views.print_status import PrintStatus
from prep_assistant.ui.views.theme import prepare_application
from prep_assistant.ui.views.window import PrepareWindow
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintRequest, Queue
from tests.diagnostics.canaries import CANARIES, TYPED

Kind = TypeVar("Kind", bound=QWidget)
SOURCE = str(Path(bootstrap.__file__).parent)
_UI = str(Path(SOURCE, "ui"))
_INNER = ("<genexpr>", "<listcomp>", "<dictcomp>", "<setcomp>")
# No slots: Qt asks them within a layout or a painting, and PySide 6.11 falls with that half done when one raises.
_MEASURES = ("columnCount", "data", "flags", "headerData", "heightForWidth", "minimumSizeHint", "rowCount", "sizeHint")
_LONG_ENOUGH_MS, _PLAN_STANDS_MS, _PAPER_COMES_MS = 400, 1_100, 5_000


class FailingPrinter:
    """The port ``Printer`` of a system that cannot tell of one print, and fails at the next with it on its lips."""

    def __init__(self) -> None:
        self._prints = 0

    def list_queues(self) -> tuple[Queue, ...]:
        raise LookupError(*CANARIES)

    def find_trouble(self, queue: str) -> str | None:
        raise LookupError(queue, *CANARIES)

    def submit(self, request: PrintRequest) -> PrintJob:
        self._prints += 1
        if self._prints > 1:
            raise LookupError(request, request.content, *CANARIES)
        return PrintJob("1", PrinterState.QUEUED, "It waits.")

    def read(self, job: PrintJob) -> PrintJob:
        return PrintJob(job.id, PrinterState.UNKNOWN, "Look whether it came out.", has_ended=True)

    def cancel(self, job: PrintJob) -> PrintJob:
        raise LookupError(job, *CANARIES)


def key_of(code: CodeType) -> str:
    """A function of ours by file, name and line."""
    return f"{code.co_filename.removeprefix(SOURCE)}:{code.co_qualname}:{code.co_firstlineno}"


class Slots:
    """Which of our functions Qt calls, and which of them raise at their next call."""

    def __init__(self, armed: list[str]) -> None:
        self.armed, self.called = set(armed), set[str]()
        self._arms = bool(armed)
        self._inside: list[bool] = []

    def watch(self) -> None:
        """Lets what is armed raise; where nothing is, writes down what Qt calls. A trace ends with what it raised."""
        if self._arms:
            sys.settrace(self._trace)
        else:
            sys.setprofile(self._profile)

    @property
    def have_raised(self) -> bool:
        """Whether all that was armed has raised."""
        return self._arms and not self.armed

    def _trace(self, frame: FrameType, event: str, _argument: object) -> None:
        key = key_of(frame.f_code)
        if event == "call" and key in self.armed:
            self.armed.discard(key)
            raise LookupError(frame.f_locals, *CANARIES)

    def _profile(self, frame: FrameType, event: str, argument: Any) -> None:
        if event == "c_call":
            owner = type(getattr(argument, "__self__", None))
            self._inside.append(owner.__module__.startswith(("PySide6", "Shiboken")) or issubclass(owner, QWidget))
        elif event in {"c_return", "c_exception"} and self._inside:
            self._inside.pop()
        elif event == "call":
            code = frame.f_code
            from_outside = frame.f_back is None or not self._is_ours(frame.f_back.f_code)
            if self._is_ours(code) and (from_outside or self._inside[-1:] == [True]):
                self.called.add(key_of(code))
            self._inside.append(False)
        elif event == "return" and self._inside:
            self._inside.pop()

    @staticmethod
    def _is_ours(code: CodeType) -> bool:
        """A function of the window; no inner loop, and no body of a class or module that is loaded late."""
        is_function = bool(code.co_flags & CO_OPTIMIZED) and code.co_name not in (*_INNER, *_MEASURES)
        return is_function and code.co_filename.startswith(_UI)


class Session:
    """A person who tries everything that there is in one window."""

    def __init__(self, window: PrepareWindow, slots: Slots, outside: Path) -> None:
        self.window, self._slots, self._outside = window, slots, outside
        self._clicked = 0

    def run(self) -> None:
        """Opens, answers, saves; types, chooses and clicks whatever there is; then opens, answers and prints."""
        order = self._outside / "order.json"
        self._use(partial(self.window.model.open_order, order))
        self._wait(_PLAN_STANDS_MS)
        self._answer_findings()
        label = self._outside / "label.pdf"
        self._use(partial(self.window.papers.save, label))
        self._wait(_PAPER_COMES_MS, label.exists)
        self._click_everything()
        # With its doses listed again: a table that is put away takes no key.
        self._use(partial(self.window.model.open_order, order))
        self._type_everywhere()
        self._look_everywhere()
        self._use(partial(self.window.model.open_order, order))
        self._answer_findings()
        self._print()
        self._use(self.window.close)

    def _use(self, act: Callable[[], object]) -> None:
        """One act of the person, and all that Qt does after it."""
        if self._slots.have_raised:
            return
        self._do(act)
        for dialog in self.window.findChildren(QDialog):
            if isinstance(dialog, QFileDialog) and dialog.isVisible():
                self._do(partial(self._choose_file, dialog))
            if not _is_gone(dialog):
                self._do(partial(dialog.done, 0))
        for menu in self.window.findChildren(QMenu):
            menu.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _do(self, act: Callable[[], object]) -> None:
        self._slots.watch()
        try:
            act()
            QApplication.processEvents()
        except (LookupError, RuntimeError):
            # Raised into the person's own hands: Qt would have called the hook. PySide makes a RuntimeError of what an
            # override raised.
            sys.excepthook(*sys.exc_info())
        sys.settrace(None)
        sys.setprofile(None)

    def _choose_file(self, dialog: QFileDialog) -> None:
        """An order to open; to save, a name that nothing has yet."""
        self._clicked += 1
        saves = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
        name = f"saved-{id(self)}-{self._clicked}" if saves else "order.json"
        dialog.setDirectory(str(self._outside))
        dialog.selectFile(name)
        # The dialog may ask back, and would wait for an answer.
        QTimer.singleShot(200, dialog, partial(_dismiss, dialog))
        dialog.accept()

    def _click_everything(self) -> None:
        for button in self._all(QAbstractButton):
            self._use(partial(_click, button))
        for action in self.window.findChildren(QAction):
            self._use(action.trigger)
        for shortcut in self.window.findChildren(QShortcut):
            self._use(shortcut.activated.emit)

    def _type_everywhere(self) -> None:
        for typed in TYPED:
            for line in (*self._all(QLineEdit), *self._all(QTextEdit), *self._all(QPlainTextEdit)):
                self._type(line, typed)
            for table in self._all(QTableView):
                self._type_into_cells(table, typed)
        for box in self._all(QComboBox):
            for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
                self._use(partial(QTest.keyClick, box, key))

    def _look_everywhere(self) -> None:
        QApplication.clipboard().setText("\t".join(TYPED))
        for widget in self._all(QWidget):
            if _is_gone(widget):
                continue
            widget.update()
            self._use(partial(QTest.mouseMove, widget))
        self._use(partial(self._drop, self._outside / "order.json"))
        self._use(partial(self.window.resize, 700, 400))
        self._use(partial(self.window.resize, 1366, 768))

    def _type(self, line: QWidget, text: str) -> None:
        if not line.isEnabled() or (isinstance(line, QLineEdit | QTextEdit | QPlainTextEdit) and line.isReadOnly()):
            return
        self._use(partial(_send_keys, line, text))

    def _type_into_cells(self, table: QTableView, text: str) -> None:
        model = table.model()
        places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
        for row, column in places:
            self._use(partial(table.setCurrentIndex, model.index(row, column)))
            self._use(partial(table.edit, model.index(row, column)))
            for editor in table.viewport().findChildren(QLineEdit):
                self._type(editor, text)
                self._use(partial(QTest.keyClick, editor, Qt.Key.Key_Return))

    def _answer_findings(self) -> None:
        for box in self._all(QComboBox):
            if not box.isEditable():
                self._use(partial(QTest.keyClick, box, Qt.Key.Key_End))
        self._use(partial(self.window.model.open_order, self._outside / "order.json"))
        for finding in self.window.model.state.findings:
            self._use(partial(self.window.model.answer, finding.code, "other", TYPED[0]))

    def _print(self) -> None:
        for _ in range(2):
            for button in self._buttons_of_print():
                self._use(button.click)
            self._use(partial(self.window.printing.ask_for_printer, self.window))
            self._wait(_LONG_ENOUGH_MS)
        self._use(self.window.printing.cancel)

    def _buttons_of_print(self) -> list[QAbstractButton]:
        return [button for line in self._all(PrintStatus) for button in line.findChildren(QAbstractButton)]

    def _wait(self, milliseconds: int, is_enough: Callable[[], bool] = bool) -> None:
        """What threads and timers still do; no longer than until it is enough."""
        done: list[bool] = []
        QTimer.singleShot(milliseconds, partial(done.append, True))
        while not done and not self._slots.have_raised and not is_enough():
            self._use(partial(QThread.msleep, 5))

    def _drop(self, path: Path) -> None:
        dropped = QMimeData()
        dropped.setUrls([QUrl.fromLocalFile(str(path))])
        no = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, no)
        QApplication.sendEvent(self.window, event)

    def _all(self, kind: type[Kind]) -> list[Kind]:
        """Those that are there now; one act may take others away."""
        return [widget for widget in self.window.findChildren(kind) if not _is_gone(widget)]


def _send_keys(line: QWidget, text: str) -> None:
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def _click(widget: QWidget) -> None:
    """As the system sends it: what an override raises inside a call from Python may be lost with that call."""
    left, none, no = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    place = QPointF(12, 8)
    on_screen = QPointF(widget.mapToGlobal(place))
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, none)):
        QApplication.postEvent(widget, QMouseEvent(kind, place, on_screen, left, held, no))


def _dismiss(dialog: QDialog) -> None:
    for question in dialog.findChildren(QMessageBox):
        question.done(0)


def _is_gone(widget: QWidget) -> bool:
    return not shiboken6.isValid(widget)


def make_window(application: QApplication, slots: Slots, outside: Path) -> Session:
    """The window, its log and its watch for defects, as the program puts them together."""
    clock = SystemClock()
    window = bootstrap.make_window(clock)
    log = start.keep_log(window, clock, "acts")
    start.watch_for_defects(window, clock, log)
    start.use_settings(application, window, load_settings(), log)
    start.keep_draft(application, window, log, *start.claim_window(None))
    window.show()
    QApplication.processEvents()
    return Session(window, slots, outside)


def main() -> None:
    """Drives a window until whatever is armed has raised, or everything was tried."""
    asked = json.load(sys.stdin)
    slots, outside = Slots(asked["arm"]), Path(asked["outside"])
    bootstrap.__dict__.update(_start_follower=lambda: PrintFollower(FailingPrinter()), _ask_for_printer=_choose)
    application = QApplication([])
    prepare_application(application)
    session = make_window(application, slots, outside)
    application.aboutToQuit.connect(session.window.end_work)
    session.run()
    json.dump({"slots": sorted(slots.called), "left": sorted(slots.armed)}, sys.stdout)
    application.aboutToQuit.emit()
    sys.stdout.flush()
    # What widgets that raised half-way do to the interpreter's own end is not asked here.
    os._exit(0)


def _choose(_window: QObject, then: Callable[[ChosenPrinter], None]) -> None:
    then(ChosenPrinter("ward-labels", 1, ()))


if __name__ == "__main__":
    main()
