"""The window opens with what the empty page needs and nothing else: bench/ measures how long that takes."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

OPEN = """
import gc, sys
from prep_assistant.late_signatures import import_pyside
import_pyside()
from PySide6.QtWidgets import QApplication

def tell(application):
    application.processEvents()
    from PySide6 import QtGui, QtWidgets
    told = {"loaded": sorted(sys.modules), "collects": gc.isenabled(), "frozen": gc.get_freeze_count()}
    told["classes"] = sorted(vars(QtGui) | vars(QtWidgets))
    import json
    print(json.dumps(told | {"style": application.style().objectName()}))
    application.closeAllWindows()
    return 0

QApplication.exec = lambda *given: tell(QApplication.instance())
from prep_assistant.cli import main
sys.exit(main([]))
"""
# What comes with a file, a print, a dialog, an explanation, a report or an option on the command line.
LATER = {
    "argparse",
    "dataclasses",
    "html",
    "json",
    "logging",
    "platform",
    "pydantic",
    "pypdfium2",
    "reportlab",
    "secrets",
    "PySide6.QtPrintSupport",
    "prep_assistant.cli.arguments",
    "prep_assistant.documents",
    "prep_assistant.paper",
    "prep_assistant.printing",
    "prep_assistant.ui.viewmodels.order_file",
    "prep_assistant.ui.views.crash_dialog",
    "prep_assistant.ui.views.explanation",
    "prep_assistant.ui.views.file_dialogs",
    "prep_assistant.ui.views.listed_doses",
    "prep_assistant.ui.views.paper_preview",
    "prep_assistant.ui.views.print_status",
}
# PySide makes a class with all its enums when it is first named; the last stands for every kind of widget, all of which
# are made when Qt hands out a plain one that has no wrapper.
UNUSED = {"QGradient", "QStyle", "QMdiArea"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what a window that was opened by its command tells of itself."""
    home = str(tmp_path_factory.mktemp("home"))
    environment = os.environ | {"HOME": home, "XDG_STATE_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", OPEN], capture_output=True, check=False, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_what_no_empty_page_needs_is_not_loaded(opened: dict[str, Any]) -> None:
    assert LATER & set(opened["loaded"]) == set()
    assert "prep_assistant.ui.views.window" in opened["loaded"]


def test_pyside_makes_no_class_that_the_empty_page_does_not_use(opened: dict[str, Any]) -> None:
    assert UNUSED & set(opened["classes"]) == set()
    assert "QLineEdit" in opened["classes"]


def test_what_was_made_for_the_window_is_kept_and_everything_after_it_collected(opened: dict[str, Any]) -> None:
    assert opened["collects"] is True
    assert opened["frozen"] > 0


def test_the_style_is_the_same_on_every_system(opened: dict[str, Any]) -> None:
    assert opened["style"] == "fusion"
