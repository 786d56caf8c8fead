"""The window: banner, identity strip, the page, and the foot. It binds one signal and forwards acts."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from prep_assistant.diagnostics import CrashReport
from prep_assistant.ui.viewmodels.clock_watch import ClockState, ClockWatch
from prep_assistant.ui.viewmodels.identity import make_identity
from prep_assistant.ui.viewmodels.papers import PapersViewModel
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.printing import PrintingViewModel
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.banner import PatientBanner
from prep_assistant.ui.views.body import Body
from prep_assistant.ui.views.crash_dialog import BLOCKED, tell_of_crash
from prep_assistant.ui.views.entry_field import is_redo, is_undo
from prep_assistant.ui.views.file_dialogs import ask_for_order, ask_where_to_save
from prep_assistant.ui.views.footer import Footer
from prep_assistant.ui.views.form import OrderForm
from prep_assistant.ui.views.headline import Headline
from prep_assistant.ui.views.identity_strip import IdentityStrip
from prep_assistant.ui.views.label_preview import LabelPreview
from prep_assistant.ui.views.plan_area import PlanArea
from prep_assistant.ui.views.print_status import PrintStatus
from prep_assistant.ui.views.theme import THEMES, Look

Act = Callable[[], None]
_SHORTCUTS = (
    ("Ctrl+O", "open_order"),
    ("Ctrl+Z", "undo"),
    ("Ctrl+Y", "redo"),
    ("Ctrl+Shift+Z", "redo"),
    ("F1", "explain"),
    ("Ctrl+S", "save_order"),
    ("Ctrl+P", "print"),
    ("Ctrl+N", "new_order"),
)
_TITLE = "Preparation assistant: ado-trastuzumab emtansine (KADCYLA)"


class PrepareWindow(QMainWindow):
    """The Prepare page in its window.

    Args:
        model: the page's view-model; the window becomes its owner.
        papers: what draws the order's paper; the window becomes its owner.
        printing: what prints it; the window becomes its owner.
        clock: what watches the clock; the window becomes its owner.
        look: the theme; the window becomes its owner.

    ``crashed`` takes a ``CrashReport`` from any thread: from then on nothing is saved or printed.
    """

    crashed = Signal(object)

    def __init__(
        self,
        model: PrepareViewModel,
        papers: PapersViewModel,
        printing: PrintingViewModel,
        clock: ClockWatch,
        look: Look,
    ) -> None:
        super().__init__()
        self.setObjectName("prepare_window")
        self.setWindowTitle(_TITLE)
        self.setAcceptDrops(True)
        for owned in (model, papers, printing, clock, look):
            owned.setParent(self)
        self.model, self.papers, self.printing, self.clock, self.look = model, papers, printing, clock, look
        identity = make_identity(model.setting.formulary.monograph)
        self._banner = PatientBanner(look)
        self._strip = IdentityStrip(look, identity)
        self.form = OrderForm(model, identity, look)
        self.plan = PlanArea(model, look)
        self.label_preview = LabelPreview(papers, look)
        self._headline = Headline(look)
        self.body = Body(self.form, self._headline, self.plan, self.label_preview)
        self._print_status = PrintStatus(printing, look)
        self._footer = Footer()
        self._lay_out()
        self._bind()
        self._dress()
        self.present(model.state)

    def present(self, state: PrepareState) -> None:
        """Shows a state; every part leaves alone what has not changed."""
        self._banner.present(state.banner)
        self.form.present(state)
        self._headline.present(state)
        self.plan.present(state)
        self._footer.present(state)

    def use_theme(self, name: str) -> None:
        """Puts another theme in use."""
        self.look.use(name)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes back and makes again what a line was asked to; a line itself knows single keys only."""
        if is_undo(event):
            self.model.undo()
        elif is_redo(event):
            self.model.redo()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ends the threads of paper and printing with the window."""
        self.end_work()
        super().closeEvent(event)

    def _tell_of_crash(self, report: CrashReport) -> None:
        self.papers.block(BLOCKED)
        self.model.block(BLOCKED)
        self.model.say(BLOCKED, failed=True)
        tell_of_crash(self, report, BLOCKED)

    def _tell_of_clock(self, state: ClockState) -> None:
        """The line is made when it is first wanted; from then on it follows the clock by itself."""
        if state.sentence and self.findChild(QWidget, "clock_notice") is None:
            from prep_assistant.ui.views.clock_notice import ClockNotice  # noqa: PLC0415 - most days never want it

            notice = ClockNotice(self.clock, self.look)
            self._layout.insertWidget(self._layout.indexOf(self._print_status), notice)
            notice.present(state)

    def end_work(self) -> None:
        """Ends the threads of paper and printing; nothing is drawn or followed afterwards."""
        self.papers.close()
        self.printing.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes one file from the desktop."""
        if len(_files_of(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the order file that was dropped."""
        self.model.open_order(_files_of(event)[0])

    def _lay_out(self) -> None:
        page = QWidget()
        self._layout = layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._banner)
        layout.addWidget(self._strip)
        layout.addWidget(self.body, 1)
        layout.addWidget(self._print_status)
        layout.addWidget(self._footer)
        self.setCentralWidget(page)

    def _bind(self) -> None:
        model, footer = self.model, self._footer
        acts: dict[str, Act] = {
            "open_order": self._ask_for_order,
            "undo": model.undo,
            "redo": model.redo,
            "explain": self._explain,
            "save_order": self._ask_where_to_save_order,
            "new_order": model.start_new,
            "print": self._ask_for_printer,
            "print_ruler": self._ask_where_to_print_ruler,
        }
        for name, button in footer.buttons.items():
            button.clicked.connect(acts[name])
        for name in ("save_order", "new_order", "print_ruler"):
            footer.actions_by_name[name].triggered.connect(acts[name])
        for theme in THEMES:
            footer.actions_by_name[f"theme_{theme}"].triggered.connect(partial(self.use_theme, theme))
        for keys, name in _SHORTCUTS:
            QShortcut(QKeySequence(keys), self, acts[name])
        self._footer.primary.clicked.connect(self._ask_where_to_save_label)
        model.state_changed.connect(self.present)
        model.state_changed.connect(self.papers.follow)
        self.crashed.connect(self._tell_of_crash)
        self.clock.state_changed.connect(self._tell_of_clock)
        self.papers.said.connect(lambda said: model.say(said.text, failed=said.failed))

    def _dress(self) -> None:
        self.setPalette(self.look.palette())
        self.setStyleSheet(self.look.sheet())

    def _explain(self) -> None:
        self.body.explain(*self.plan.figures())

    def _ask_for_order(self) -> None:
        ask_for_order(self, self.model.open_order)

    def _ask_where_to_save_order(self) -> None:
        ask_where_to_save(self, "order", "order", self.model.save_order)

    def _ask_where_to_save_label(self) -> None:
        ask_where_to_save(self, "label", self.papers.file_name, self.papers.save)

    def _ask_where_to_print_ruler(self) -> None:
        self.printing.ask_where_to_print_ruler(self)

    def _ask_for_printer(self) -> None:
        self.printing.ask_for_printer(self)


def _files_of(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
