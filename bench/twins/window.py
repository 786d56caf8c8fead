"""The window's twin: a bare window with one line to type into; with a key behind its name that key is typed first.

The line is as wide as the window, as a layout makes it.
"""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from bench.window_told import Watch, answer_questions, read_peak_memory, settle, tell_painted

_SIZE = (1366, 768)


def main() -> int:
    """Shows the window and answers what it is asked."""
    application = QApplication(sys.argv[:1])
    window, page, line = QMainWindow(), QWidget(), QLineEdit()
    QVBoxLayout(page).addWidget(line)
    window.setCentralWidget(page)
    window.resize(*_SIZE)
    window.show()
    watch = Watch(line)
    settle()
    for key in sys.argv[1:]:
        from bench.window_keys import press  # noqa: PLC0415 - without a key nothing of it is loaded

        press(line, key)
    tell_painted(line, watch)
    answer_questions(line, watch, {"memory": read_peak_memory})
    return int(application.closingDown())


if __name__ == "__main__":
    sys.exit(main())
