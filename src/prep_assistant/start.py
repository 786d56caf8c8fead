"""One start of the window: what stands around the page from the command until the program ends."""

import gc
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from prep_assistant import bootstrap
from prep_assistant.system_clock import SystemClock, read_clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    from prep_assistant.diagnostics import CrashWatch, Log
    from prep_assistant.formulary import FormularyError
    from prep_assistant.handover.claim import Claim
    from prep_assistant.settings import Loaded
    from prep_assistant.ui.views.window import PrepareWindow
    from prep_assistant.workflow.ports import Clock

# After the first paint: a later start waits for longer than this.
_UNTIL_IT_LISTENS_MS = 300
_UNUSABLE = 2


def keep_log(window: "PrepareWindow", clock: "Clock", level: str) -> "Log":
    """From now on what is done in the window is logged, until its application ends."""
    from PySide6.QtCore import QCoreApplication

    from prep_assistant.diagnostics import Level, Log
    from prep_assistant.diagnostics.folders import log_folder
    from prep_assistant.ui.viewmodels.act_log import ActLog

    log = Log(log_folder(), clock.now, level=Level(level), is_late=True)
    acts = ActLog(log, window.model, window.papers, window.printing, window.clock)
    if application := QCoreApplication.instance():
        application.aboutToQuit.connect(acts.close)
    return log


def watch_for_defects(window: "PrepareWindow", clock: "Clock", log: "Log") -> "CrashWatch":
    """Every defect from now on ends in a report without values, one dialog, and no more paper."""
    from PySide6 import QtCore

    from prep_assistant.diagnostics import install
    from prep_assistant.diagnostics.folders import report_folder
    from prep_assistant.diagnostics.qt_messages import install_message_handler
    from prep_assistant.language import tr
    from prep_assistant.ui.viewmodels.blocked import BLOCKED

    watch = install(report_folder(), window.crashed.emit, clock=clock.now, log=log)
    install_message_handler(QtCore, watch, log)
    # Whoever tells of a defect may fail at it, or come late: the paper asks for itself.
    window.papers.ask_also(lambda: tr(BLOCKED) if watch.blocked else "")
    if watch.left_behind is not None:
        from prep_assistant.ui.views.crash_dialog import EARLIER, tell_of_crash

        tell_of_crash(window, watch.left_behind, EARLIER)
    return watch


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("prep-assistant", appauthor=False)


def claim_window(order_file: Path | None) -> "tuple[Claim | None, str]":
    """The claim on the user's window, or in words why there is none; neither when the first start took the file."""
    from prep_assistant.handover.first import NoAnswer, claim_or_hand_over
    from prep_assistant.language import phrase

    try:
        return claim_or_hand_over(_data_folder(), order_file), ""
    except NoAnswer:
        return None, phrase("Another window of this program is open and does not answer")
    except OSError as error:
        return None, error.strerror or phrase("The folder of the drafts cannot be used")


def _use_language(application: "QCoreApplication", wanted: str) -> None:
    """Before anything is shown; for English nothing is asked and nothing read."""
    if wanted == "en":
        return
    from PySide6.QtCore import QLocale

    from prep_assistant.language import find_language, use_language

    language = find_language(wanted, QLocale.system().uiLanguages() if wanted == "system" else ())
    if language != "en":
        from prep_assistant.ui.views.qt_words import translate_qt

        use_language(language)
        translate_qt(application, language)


def use_settings(application: "QApplication", window: "PrepareWindow", loaded: "Loaded", log: "Log") -> None:
    """Gives the window what was remembered, says what is damaged, and remembers anew when the program ends."""
    from prep_assistant.diagnostics import Act
    from prep_assistant.settings import SettingsError, remember
    from prep_assistant.ui.views.remembering import apply_settings, list_changes, say_damage

    def remember_window() -> None:
        # Nobody is there to be told: what is damaged was said at the start.
        with suppress(SettingsError, OSError):
            remember(list_changes(window, loaded.settings), patient_words=window.model.patient_words)

    apply_settings(window, loaded.settings)
    window.tell("settings", say_damage(loaded.damaged))
    if loaded.damaged:
        log.act(Act.SETTINGS_REFUSED)
    application.aboutToQuit.connect(remember_window)


def keep_draft(
    application: "QApplication", window: "PrepareWindow", log: "Log", claim: "Claim | None", why_not: str
) -> None:
    """Takes up what an earlier run kept, and keeps what is typed from now on; only the user's first start does."""
    from prep_assistant.diagnostics import Act
    from prep_assistant.draft_file import DraftFile
    from prep_assistant.ui.viewmodels.draft_keeping import DraftKeeping, say_not_kept

    def tell(problem: str | None) -> None:
        window.tell("draft", say_not_kept(problem))
        if problem:
            log.act(Act.DRAFT_FAILED)

    if claim is None:
        tell(why_not)
        return
    file = DraftFile(_data_folder() / "drafts")
    keeping = DraftKeeping(file, read_clock, window)
    try:
        content = file.read()
        if content is not None:
            from prep_assistant.ui.viewmodels.taking_up import take_up

            log.act(Act.DRAFT_FOUND)
            take_up(content, window.model, file, keeping, read_clock())
    except OSError as error:
        # What cannot be read is not written over either.
        tell(error.strerror)
        return
    keeping.changed.connect(tell)
    window.model.state_changed.connect(lambda _: keeping.follow(window.model.typed))
    application.aboutToQuit.connect(keeping.close)


def _listen(window: "PrepareWindow", log: "Log", claim: "Claim") -> None:
    """Comes forward when the program is started again."""
    from prep_assistant.diagnostics import Act
    from prep_assistant.handover.door import Door
    from prep_assistant.ui.views.coming_forward import come_forward

    # Without a door a later start opens a window of its own, and says there that it keeps no draft.
    with suppress(OSError):
        door = Door(claim, window)
        door.asked.connect(lambda _: log.act(Act.SECOND_START))
        door.asked.connect(partial(come_forward, window))


def open_window(order_file: str | None = None, overrides: "Sequence[str]" = ()) -> int:
    """Opens the window and stays until it is closed; when the user has one already, that comes forward instead.

    Args:
        order_file: an order to open at once.
        overrides: settings for this run, each as "window.theme=dark".

    Returns:
        The program's exit code; that of unusable input where formulary or policy cannot be used, and a window said so.

    Raises:
        SettingsError: one of ``overrides`` is no setting.
    """
    # What is made until the window stands stays as long as it does: to look through it for waste finds none.
    gc.disable()
    from prep_assistant.late_signatures import import_pyside
    from prep_assistant.settings import load_settings

    loaded = load_settings(overrides, passes_over_damage=True)
    order_path = Path(order_file).absolute() if order_file is not None else None
    claim, why_not = claim_window(order_path)
    if claim is None and not why_not:
        return 0
    import_pyside()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from prep_assistant.formulary import FormularyError
    from prep_assistant.policy_files import open_formularies
    from prep_assistant.ui.views.theme import STYLE, prepare_application

    application = QApplication([*sys.argv[:1], "-style", STYLE])
    prepare_application(application)
    _use_language(application, loaded.settings.screen_language)
    clock = SystemClock()
    try:
        window = bootstrap.make_window(clock, open_formularies(), loaded.settings.order_jurisdiction)
    except FormularyError as error:
        return _refuse_start(application, error, clock)
    application.aboutToQuit.connect(window.end_work)
    log = keep_log(window, clock, loaded.settings.log_level)
    watch_for_defects(window, clock, log)
    use_settings(application, window, loaded, log)
    keep_draft(application, window, log, claim, why_not)
    if order_path is not None:
        window.model.open_order(order_path)
    window.show()
    if claim is not None:
        QTimer.singleShot(_UNTIL_IT_LISTENS_MS, partial(_listen, window, log, claim))
    gc.freeze()
    gc.enable()
    return application.exec()


def _refuse_start(application: "QApplication", error: "FormularyError", clock: "Clock") -> int:
    """In place of the page a message: what is damaged, and what to do. The program ends with it."""
    from prep_assistant.diagnostics import Act, Log
    from prep_assistant.diagnostics.folders import log_folder
    from prep_assistant.ui.views.refused_start import RefusedStart

    Log(log_folder(), clock.now).act(Act.START_REFUSED)
    message = RefusedStart(error)
    message.show()
    application.exec()
    return _UNUSABLE
