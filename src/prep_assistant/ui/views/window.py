"""The window: banner, identity strip, the page, and the foot. It binds one signal and forwards acts."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from prep_assistant.language import NAMES, phrase, say_in, tr
from prep_assistant.ui.viewmodels.clock_watch import ClockWatch
from prep_assistant.ui.viewmodels.papers import PapersViewModel
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.printing import PrintingViewModel
from prep_assistant.ui.viewmodels.state import PrepareState
from prep_assistant.ui.views.banner import PatientBanner
from prep_assistant.ui.views.body import Body
from prep_assistant.ui.views.entry_field import is_redo, is_undo
from prep_assistant.ui.views.foot_lines import FootLines
from prep_assistant.ui.views.footer import Footer
from prep_assistant.ui.views.form import OrderForm
from prep_assistant.ui.views.headline import Headline
from prep_assistant.ui.views.identity_strip import IdentityStrip
from prep_assistant.ui.views.label_preview import LabelPreview
from prep_assistant.ui.views.plan_area import PlanArea
from prep_assistant.ui.views.tab_order import put_in_tab_order
from prep_assistant.ui.views.theme import THEMES, Look

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from prep_assistant.diagnostics import CrashReport
    from prep_assistant.ui.views.file_dialogs import FileDialogs
    from prep_assistant.ui.views.help_window import HelpWindow

Act = Callable[[], None]
_SHORTCUTS = (
    ("Ctrl+O", "open_order"),
    ("Ctrl+Z", "undo"),
    ("Ctrl+Y", "redo"),
    ("Ctrl+Shift+Z", "redo"),
    ("F1", "explain"),
    ("Shift+F1", "help"),
    ("Ctrl+S", "save_order"),
    ("Ctrl+P", "print"),
    ("Ctrl+N", "new_order"),
)
_TITLE = phrase("Preparation assistant")
_FROM_NEXT_START = phrase("From the next start on the program speaks {language}.")


class PrepareWindow(QMainWindow):
    """The Prepare page in its window.

    Args:
        model: the page's view-model; the window becomes its owner.
        papers: what draws the order's paper; the window becomes its owner.
        printing: what prints it; the window becomes its owner.
        clock: what watches the clock; the window becomes its owner.
        look: the theme; the window becomes its owner.

    Attributes:
        next_language: the one that was chosen for the next start, "" when none was.

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
        self.setAcceptDrops(True)
        for owned in (model, papers, printing, clock, look):
            owned.setParent(self)
        self.model, self.papers, self.printing, self.clock, self.look = model, papers, printing, clock, look
        self._banner = PatientBanner(look)
        self._strip = IdentityStrip(look)
        self.form = OrderForm(model, look)
        self.plan = PlanArea(model, look)
        self.label_preview = LabelPreview(papers, look, self.plan.sheet.stop)
        self._headline = Headline(look)
        self.body = Body(self.form, self._headline, self.plan, self.label_preview, look)
        self._footer = Footer()
        self.next_language = ""
        self._help: HelpWindow | None = None
        self._lay_out()
        self._bind()
        self._dress()
        self.present(model.state)
        self.papers.follow(model.state)

    @cached_property
    def files(self) -> "FileDialogs":
        """The dialogs that ask for files, made when the first is wanted."""
        from prep_assistant.ui.views.file_dialogs import FileDialogs  # noqa: PLC0415 - see above

        return FileDialogs(self)

    def present(self, state: PrepareState) -> None:
        """Shows a state; every part leaves alone what has not changed."""
        self.setWindowTitle(f"{tr(_TITLE)}: {state.identity.name}")
        self._banner.present(state.banner)
        self._strip.present(state.identity)
        self.form.present(state)
        self._headline.present(state)
        self.plan.present(state)
        self.body.keep_explaining(lambda: self.plan.figures()[0])
        self._footer.present(state)

    def tell(self, name: str, words: str) -> None:
        """Says something above the foot under a name, for as long as nothing else, or "", is said under it."""
        self._lines.tell(name, words)

    def use_theme(self, name: str) -> None:
        """Puts another theme in use."""
        self.look.use(name)
        self._dress()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Takes back and makes again what a line was asked to; a line itself knows single keys only."""
        if is_undo(event):
            self.model.undo()
        elif is_redo(event):
            self.model.redo()
        elif not self._go_to_entry(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ends the threads of paper and printing with the window, and Help."""
        if self._help is not None:
            self._help.close()
        self.end_work()
        super().closeEvent(event)

    def _tell_of_crash(self, report: "CrashReport") -> None:
        from prep_assistant.ui.viewmodels.blocked import BLOCKED  # noqa: PLC0415
        from prep_assistant.ui.views.crash_dialog import tell_of_crash  # noqa: PLC0415 - made when shown

        words = tr(BLOCKED)
        self.papers.block(words)
        self.model.block(words)
        tell_of_crash(self, report, words)

    def end_work(self) -> None:
        """Ends the threads of paper and printing; nothing is asked, drawn or followed afterwards."""
        self.files.close()
        self.papers.close()
        self.printing.close()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Takes one file from the desktop."""
        if len(_files_of(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Opens the order file that was dropped."""
        self.model.open_order(_files_of(event)[0])

    def _lay_out(self) -> None:
        page = QWidget()
        page_layout = QVBoxLayout(page)
        page_layout.setContentsMargins(0, 0, 0, 0)
        page_layout.setSpacing(0)
        page_layout.addWidget(self._banner)
        page_layout.addWidget(self._strip)
        page_layout.addWidget(self.body, 1)
        page_layout.addWidget(self._footer)
        self._lines = FootLines(page_layout, self._footer, self.look, self)
        self.setCentralWidget(page)
        put_in_tab_order(self._footer.primary, *self.body.borders)

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
            "help": self._open_help,
            "keys": partial(self._open_help, "keys"),
            "about": partial(self._open_help, "about"),
        }
        for name, button in footer.buttons.items():
            button.clicked.connect(acts[name])
        for name in ("redo", "save_order", "new_order", "print_ruler", "keys", "about"):
            footer.actions_by_name[name].triggered.connect(acts[name])
        for theme in THEMES:
            footer.actions_by_name[f"theme_{theme}"].triggered.connect(partial(self.use_theme, theme))
        for language in NAMES:
            footer.actions_by_name[f"language_{language}"].triggered.connect(partial(self._choose_language, language))
        for keys, name in _SHORTCUTS:
            QShortcut(QKeySequence(keys), self, acts[name])
        self._footer.primary.clicked.connect(self._ask_where_to_save_label)
        model.state_changed.connect(self.present)
        model.order_opened.connect(self.form.show_beginnings)
        model.order_cleared.connect(self._begin)
        model.state_changed.connect(self.papers.follow)
        self.crashed.connect(self._tell_of_crash)
        self._lines.follow_prints(self.printing)
        self._lines.follow_clock(self.clock)
        self.papers.unprintable.connect(model.take_unprintable)
        self.papers.said.connect(lambda said: model.say(said.text, failed=said.failed))

    def _dress(self) -> None:
        self.setPalette(self.look.palette())
        self.setStyleSheet(self.look.sheet())

    def _choose_language(self, language: str) -> None:
        """What is on the screen stays as it is: half of it in another language would be read by nobody."""
        self.next_language = language
        self.model.say(say_in(language, _FROM_NEXT_START, language=NAMES[language]))

    def _begin(self) -> None:
        """The next order begins at its first entry, in front of whatever was looked at last."""
        self.body.show_part("Entry")
        self.form.begin()

    def _go_to_entry(self, event: "QKeyEvent") -> bool:
        """A label that stands behind another tab is deaf to its own letter."""
        entry = self.form.find_entry(event) if self.form.isHidden() else None
        if entry is None:
            return False
        self.body.show_part("Entry")
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _explain(self) -> None:
        self.body.explain(*self.plan.figures())

    def _open_help(self, page: str = "") -> None:
        """Help is imported and made with the first question."""
        if self._help is None:
            from prep_assistant.ui.views.opening_help import make_help  # noqa: PLC0415 - see above

            self._help = make_help(self, self.look, self.model.setting.formulary.monograph, _SHORTCUTS)
        self._help.show_page(page)

    def _ask_for_order(self) -> None:
        self.files.ask_for_order(self.model.open_order)

    def _ask_where_to_save_order(self) -> None:
        if self.model.may_save_order():
            self.files.ask_where_to_save("order", "order", self.model.save_order)

    def _ask_where_to_save_label(self) -> None:
        self.files.ask_where_to_save("label", self.papers.file_name, self.papers.save)

    def _ask_where_to_print_ruler(self) -> None:
        self.printing.ask_where_to_print_ruler(self)

    def _ask_for_printer(self) -> None:
        self.printing.ask_for_printer(self)


def _files_of(event: "QDropEvent") -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
