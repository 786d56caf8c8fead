"""The window under test: the real one, offscreen. What Qt complains of, and what is left over, fails the test."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent  # the platform is chosen before
from PySide6.QtWidgets import QApplication

from prep_assistant.bootstrap import make_window
from prep_assistant.formulary import Formularies
from prep_assistant.ui.views.theme import STYLE, prepare_application
from prep_assistant.workflow.still_clock import StillClock
from tests.ui.desks import Desk, Start
from tests.ui.page import Page

NOW = datetime.fromisoformat("2026-11-22T08:00:00+01:00")
# What the platform without a screen says of itself.
_OF_THE_PLATFORM = "This plugin does not support"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """How pytest-qt makes the application."""
    return ["prep-assistant", "-style", STYLE]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    prepare_application(qapp)
    return qapp


@pytest.fixture
def formularies() -> Formularies:
    """Return what the page works with; a module whose site has a policy has a fixture of this name of its own."""
    return Formularies()


@pytest.fixture
def page(
    dressed: QApplication, qtbot: QtBot, qtlog: pytest.LogCaptureFixture, tmp_path: Path, formularies: Formularies
) -> Iterator[Page]:
    """The window with an empty order, on the screen."""
    before = set(dressed.topLevelWidgets())
    window = make_window(StillClock(NOW), formularies)
    window.show()
    dressed.processEvents()
    yield Page(window, qtbot, tmp_path)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dressed.processEvents()
    left = [widget for widget in dressed.topLevelWidgets() if widget not in before]
    assert not left, f"left over: {left}"
    said = [record.message for record in qtlog.records if not record.message.startswith(_OF_THE_PLATFORM)]
    assert not said, f"Qt said: {said}"


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the program in a process of its own, as ``Desk`` does; none is left behind."""
    started: list[Desk] = []

    def start(home: Path, *arguments: str | Path, launcher: str = "") -> Desk:
        started.append(Desk(home, *arguments, launcher=launcher))
        return started[-1]

    yield start
    for desk in started:
        desk.clear()


@pytest.fixture
def open_desk(start: Start) -> Start:
    """Start the program as ``start`` does, and wait for its window."""

    def open_desk(home: Path, *arguments: str | Path, launcher: str = "") -> Desk:
        desk = start(home, *arguments, launcher=launcher)
        assert desk.is_open()
        return desk

    return open_desk
