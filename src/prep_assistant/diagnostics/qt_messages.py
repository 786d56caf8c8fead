"""Qt's own messages: a critical or fatal one is a defect like any other; of a warning only that it came is logged.

Their text is never kept: Qt quotes file names and the contents of fields.
"""

import inspect
import re
from collections.abc import Callable
from pathlib import PurePath
from types import ModuleType
from typing import Any

from prep_assistant.diagnostics.crash import CrashWatch
from prep_assistant.diagnostics.log import Act, Log
from prep_assistant.diagnostics.report import WayIn
from prep_assistant.diagnostics.stack import describe_frames

_CATEGORY = re.compile(r"default|qt(\.[a-z0-9]+){1,5}")
_SOURCE = re.compile(r"[\w.-]{1,60}\.(cpp|mm|h|cc)")

Handler = Callable[[Any, Any, str], None]


def install_message_handler(qt_core: ModuleType, watch: CrashWatch, log: Log | None = None) -> Handler:
    """Brings Qt's messages into the watch.

    Args:
        qt_core: the module ``PySide6.QtCore``; handed in, so that nothing here loads Qt.
        watch: what catches the defects of this process.
        log: where warnings are counted.

    Returns:
        The handler that is now Qt's.
    """
    handler = make_message_handler(qt_core, watch, log)
    qt_core.qInstallMessageHandler(handler)
    return handler


def make_message_handler(qt_core: ModuleType, watch: CrashWatch, log: Log | None = None) -> Handler:
    """A handler for ``qInstallMessageHandler``."""
    kinds = qt_core.QtMsgType

    def receive(kind: Any, context: Any, _text: str) -> None:  # noqa: ANN401 - Qt's types, without Qt
        if kind == kinds.QtWarningMsg and log:
            log.act(Act.QT_WARNED)
        elif kind == kinds.QtCriticalMsg:
            watch.crash(WayIn.QT_CRITICAL, _describe(context))
        elif kind == kinds.QtFatalMsg:
            # Qt ends the process as soon as this returns.
            watch.note_end(watch.crash(WayIn.QT_FATAL, _describe(context)))

    return receive


def _describe(context: Any) -> list[str]:  # noqa: ANN401 - as above
    category = context.category or ""
    source = PurePath(context.file or "").name
    return [
        f"category: {category if _CATEGORY.fullmatch(category) else '?'}",
        f"source: {f'{source}:{int(context.line)}' if _SOURCE.fullmatch(source) else '?'}",
        *describe_frames(inspect.currentframe()),
    ]
