"""How every figure was made, in full, on F1. Loaded when it is first asked for."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.explaining import Explained
from prep_assistant.ui.viewmodels.plan_state import FigureState
from prep_assistant.ui.views.button import make_button
from prep_assistant.ui.views.rich_text import escape

_NOTHING = phrase(
    "There are no figures to explain: the order is not complete, or it is stopped. "
    "How the page is used stands in Help (Shift+F1)."
)


class ExplanationPanel(QFrame):
    """Every figure with formula, this order's numbers, rounding and source; it begins at the one asked for."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("How the figures are made"))
        title = QLabel(tr("How the figures are made"))
        title.setProperty("kind", "title")
        title.setWordWrap(True)
        self._close = make_button("close_explanation", tr("Close"))
        self._close.setAccessibleName(tr("Close the explanation"))
        self._close.clicked.connect(self.closed)
        self._text = QTextBrowser()
        self._text.setObjectName("explanation_text")
        self._text.setAccessibleName(tr("Formula, numbers, rounding and source of each figure"))
        title.setBuddy(self._text)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.addLayout(head)
        layout.addWidget(self._text, 1)
        self._shown: tuple[FigureState, ...] = ()
        self._place = 0
        self.hide()

    def explain(self, figures: Iterable[FigureState], asked: str) -> None:
        """Shows the explanations and goes to the figure of that name."""
        self._shown = tuple(figures)
        self._text.setHtml(_write(self._shown))
        self.show()
        self.raise_()
        self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._text.scrollToAnchor(asked)

    def follow(self, figures: Iterable[FigureState]) -> None:
        """Explains the figures that there are now, from where the reader is; none where there are none."""
        now, bar = tuple(figures), self._text.verticalScrollBar()
        if now == self._shown:
            return
        # Half a number has no figures: with the whole one the reader is back where they were.
        if self._shown:
            self._place = bar.value()
        self._shown = now
        self._text.setHtml(_write(now))
        bar.setValue(self._place)

    def text(self) -> str:
        """What is explained, as plain text."""
        return self._text.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it; nothing is lost by that."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _write(figures: tuple[FigureState, ...]) -> str:
    if not figures:
        return tr(_NOTHING)
    parts = [f'<a name="{figure.name}"></a>{_in_full(figure.explained)}' for figure in figures]
    return "".join([*parts, _list_editions(dict.fromkeys(figure.explained.edition() for figure in figures))])


def _in_full(explained: Explained) -> str:
    lines = "".join(
        f'<p style="margin:0 0 2px 0">{escape(head)}: {escape(text)}</p>' for head, text in explained.lines()
    )
    return f'<p style="margin:10px 0 2px 0"><b>{escape(explained.words)}: {escape(explained.text)}</b></p>{lines}'


def _list_editions(editions: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f'<p style="margin:0 0 4px 0">{escape(name)}: {escape(edition)}</p>' for name, edition in editions)
    return f'<p style="margin:14px 0 2px 0"><b>{escape(tr("Sources"))}</b></p>{lines}'
