"""PySide says the same of a wrong call, whether what explains it is there from the start or comes when it is asked."""

import json
import subprocess
import sys
import textwrap
from typing import Any

import pytest

LATE = "from prep_assistant.late_signatures import import_pyside; import_pyside()"
AT_ONCE = "import PySide6"
# No attribute of a module is asked for here: that would fill it.
WHAT_IS_FILLED = """
    import json, sys
    prefix = "shibokensupport.signature."
    print(json.dumps({name.removeprefix(prefix): "__getattr__" not in vars(module)
                      for name, module in sys.modules.items() if name.startswith(prefix)}))
"""
NAMES = {"errorhandler", "layout", "mapping", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool"}


def run(start: str, code: str) -> str:
    """Return what a fresh interpreter prints, its warnings too."""
    lines = f"{start}\n{textwrap.dedent(code)}"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")


def list_filled(start: str, code: str = "") -> dict[str, bool]:
    filled: dict[str, bool] = json.loads(run(start, textwrap.dedent(code) + textwrap.dedent(WHAT_IS_FILLED)))
    return filled


def test_a_window_is_shown_without_what_explains_a_wrong_call() -> None:
    shown = """
        from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
        application, window = QApplication([]), QMainWindow()
        window.setCentralWidget(QLineEdit("70.5"))
        window.show()
        application.processEvents()
    """
    assert {name for name, is_filled in list_filled(LATE, shown).items() if not is_filled} == NAMES
    assert all(list_filled(AT_ONCE, shown).values())


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("QLabel(b'a', 'c')", "TypeError 'PySide6.QtWidgets.QLabel.__init__' called with wrong argument types"),
        ("QLabel(1, 2, 3, 4)", "TypeError"),
        ("QLabel('a').setText()", "TypeError"),
        ("QLabel('a').setText('a', 'b')", "TypeError"),
        ("QLabel('a').setText(70.5)", "TypeError"),
        ("QLabel('a').resize('a', 1)", "Supported signatures:"),
        ("QLabel('a', colour='red')", "AttributeError"),
        ("QLabel('a', margin='b')", "Error"),
        ("QDate(2026, 11, 22).addDays('a')", "TypeError"),
        ("QRect(QPoint(), 3)", "PySide6.QtCore.QRect"),
        ("QTimer.singleShot('a', 'b')", "TypeError"),
        ("QLabel('a').linkActivated.connect(3)", "Error"),
        ("QTimer(application).timeout.emit(1, 2)", "TypeError"),
        ("Qt.AlignmentFlag('a')", "ValueError"),
    ],
)
def test_a_wrong_call_is_explained_in_the_same_words(call: str, words: str) -> None:
    code = f"""
        from PySide6.QtCore import QDate, QPoint, QRect, Qt, QTimer
        from PySide6.QtWidgets import QApplication, QLabel
        application = QApplication([])
        try:
            {call}
        except Exception as error:
            print(type(error).__name__, error)
    """
    late = run(LATE, code)
    assert words in late
    assert late == run(AT_ONCE, code)


@pytest.mark.parametrize(
    "asked",
    [
        "print(QLabel.setText.__doc__, QLabel.__doc__)",
        "from PySide6.support.signature import get_signature; print(get_signature(QLabel.resize))",
        "from PySide6.support.signature.lib.enum_sig import ExactEnumerator; print(ExactEnumerator.__name__)",
        "from PySide6.support.signature import parser; print(parser.EnumSelect.SELECTION, parser.__file__)",
        "import PySide6.support.signature.parser as it; print(it.__name__, it.__spec__.name, it.__package__)",
        "from __feature__ import snake_case; label = QLabel('a'); label.set_text('b'); print(label.text())",
        "print(hasattr(QLabel, 'unknown'), QLabel.sizeHint, QLabel('a').margin())",
    ],
)
def test_whoever_asks_for_an_explanation_gets_the_same(asked: str) -> None:
    code = f"from PySide6.QtWidgets import QApplication, QLabel\napplication = QApplication([])\n{asked}"
    assert run(LATE, code) == run(AT_ONCE, code) != ""


def test_threads_that_ask_at_once_all_get_it() -> None:
    code = """
        from threading import Barrier, Thread
        from PySide6.support.signature import errorhandler, layout
        told, start = [], Barrier(8)
        def ask():
            start.wait()
            told.append((errorhandler.qt_isinstance(1, float), layout.typeerror.definition))
        threads = [Thread(target=ask) for _ in range(8)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print(told == [(True, False)] * 8)
    """
    assert run(LATE, code) == "True\n"


def test_a_pyside_that_is_there_already_and_the_finders_stay_as_they_are() -> None:
    code = "import sys; before = [*sys.meta_path]; later = sys.meta_path"
    check = "print(sys.meta_path is later, sys.meta_path == before, type(sys.meta_path).__name__)"
    assert run(code, f"{LATE}; {check}") == "True True list\n"
    assert run(f"{AT_ONCE}; {code}", f"{LATE}; {check}") == "True True list\n"


def test_what_is_asked_of_every_module_fills_none() -> None:
    walk = "import sys; [getattr(module, '__file__', '') for module in [*sys.modules.values()]]"
    filled: dict[str, Any] = list_filled(LATE, walk)
    assert {name for name, is_filled in filled.items() if not is_filled} == NAMES


def test_no_source_is_read_when_a_module_is_imported_and_inspect_is_whole_when_it_is_asked() -> None:
    code = """
        import inspect, sys
        from PySide6.QtCore import QObject
        import colorsys
        print("getsource" in vars(inspect), inspect.getsource(colorsys.rgb_to_hls).splitlines()[0])
        from inspect import Parameter
        print("getsource" in vars(inspect), Parameter.empty is inspect.Signature.empty, inspect.__name__)
    """
    assert run(LATE, code) == "False def rgb_to_hls(r, g, b):\nTrue True inspect\n"
    assert run(AT_ONCE, code) == "True def rgb_to_hls(r, g, b):\nTrue True inspect\n"
