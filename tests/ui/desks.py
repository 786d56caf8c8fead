"""The program in a process of its own, as a person starts it, offscreen: typed into, asked what it shows, killed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_CHILD = """
import json, os, signal, sys, threading, traceback
from dataclasses import astuple
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from prep_assistant import cli


class Ear(QObject):
    heard = Signal(str)


def type(name, text):
    line = find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def find(kind, name):
    return window().findChild(kind, name)


def window():
    return next(one for one in QApplication.topLevelWidgets() if one.objectName() == "prepare_window")


def entries():
    return {name: entry.text for name, entry in window().model.state.entries.items() if entry.text}


def message():
    return find(QLabel, "message").text()


def notices():
    label = find(QLabel, "notices_text")
    return label.text() if label is not None and label.isVisible() else ""


def die_in(milliseconds):
    QTimer.singleShot(milliseconds, lambda: os.kill(os.getpid(), signal.SIGKILL))


def answer(asked):
    try:
        said = json.dumps(eval(asked))
    except Exception:
        # Whoever asked must not wait for an answer that never comes.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(99)
    print(said, flush=True)


def begin():
    ear.heard.connect(answer)
    threading.Thread(target=lambda: [ear.heard.emit(line) for line in sys.stdin], daemon=True).start()
    print(json.dumps("open"), flush=True)


ear = Ear()
QTimer.singleShot(0, begin)
sys.exit(cli.main(sys.argv[1:]))
"""

Start = Callable[..., "Desk"]


class Desk:
    """One start of the program.

    Args:
        home: the folder that holds all that the program keeps for its user.
        arguments: what is typed behind the program's name.
        launcher: Python statements that end by becoming the program.
    """

    def __init__(self, home: Path, *arguments: str | Path, launcher: str = "") -> None:
        home.mkdir(exist_ok=True)
        code = home / "child.py"
        code.write_text(_CHILD, "utf-8")
        places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
        environment = os.environ | places | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-c", launcher] if launcher else [sys.executable]
        self.child = subprocess.Popen(
            [*command, str(code), *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=home,
            env=environment,
        )

    def is_open(self) -> bool:
        """Wait for the window; a start that hands over ends without one."""
        assert self.child.stdout is not None
        return bool(self.child.stdout.readline())

    def do(self, asked: str) -> Any:
        """Let the process evaluate an expression; everything that follows from it is done before the next."""
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        self.child.stdin.write(asked + "\n")
        self.child.stdin.flush()
        said = self.child.stdout.readline()
        assert said, self.child.stderr and self.child.stderr.read()
        return json.loads(said)

    def wait_for(self, asked: str, wanted: str) -> str:
        """Ask until the answer holds the words that are wanted."""
        said = ""
        for _ in range(20_000):
            said = str(self.do(asked))
            if wanted in said:
                return said
        raise AssertionError(f"{asked} is {said!r} and not {wanted!r}")

    def die_one_second_after_the_last_key(self) -> None:
        """End as by a kill: nothing of the program runs any more."""
        self.do("die_in(1000)")
        assert self.child.wait(30) == -signal.SIGKILL
        self._hang_up()

    def kill(self) -> None:
        """Kill it."""
        self.child.kill()
        self.child.wait(30)
        self._hang_up()

    def end(self, how: str = "window().close()") -> tuple[int, list[str]]:
        """Close the window, and return the exit code with what was said on standard error."""
        if self.child.poll() is None:
            assert self.child.stdin is not None
            self.child.stdin.write(how + "\n")
            self.child.stdin.flush()
        code = self.child.wait(60)
        return code, self._hang_up()

    def clear(self) -> None:
        """Leave nothing of it, however the test ended."""
        if self.child.poll() is None:
            self.kill()
        elif self.child.stdin is not None and not self.child.stdin.closed:
            self._hang_up()

    def _hang_up(self) -> list[str]:
        assert self.child.stdin is not None
        assert self.child.stdout is not None
        assert self.child.stderr is not None
        said = self.child.stderr.read()
        for stream in (self.child.stdin, self.child.stdout, self.child.stderr):
            stream.close()
        return [line for line in said.splitlines() if "This plugin does not support" not in line]
