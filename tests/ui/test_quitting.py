"""The program ends cleanly, however it is ended."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

QUIT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from prep_assistant import start

def end():
    application = QApplication.instance()
    window = next(widget for widget in application.topLevelWidgets() if widget.objectName() == "prepare_window")
    window.papers.state_changed.connect(lambda state: state.pages and {how})
    window.model.open_order(__import__("pathlib").Path(sys.argv[1]))

QTimer.singleShot(0, end)
sys.exit(start.open_window())
"""
EXAMPLE = Path(__file__).parents[2] / "examples" / "order-routine.json"


@pytest.mark.parametrize("how", ["application.quit()", "window.close()"])
def test_the_window_ends_without_a_word_while_its_threads_are_there(how: str, tmp_path: Path) -> None:
    code = QUIT.replace("{how}", how)
    home = os.environ | {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", code, str(EXAMPLE)]
    child = subprocess.run(command, cwd=tmp_path, env=home, capture_output=True, text=True, check=False, timeout=60)
    said = [line for line in child.stderr.splitlines() if "This plugin does not support" not in line]
    assert (child.returncode, said) == (0, [])
