"""The lines above the foot: what happened beside the page. Each is made when it is first wanted, most of them never."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from prep_assistant.ui.viewmodels.clock_watch import ClockState, ClockWatch
from prep_assistant.ui.viewmodels.printing import PrintingViewModel, PrintState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from prep_assistant.ui.views.footer import Footer
    from prep_assistant.ui.views.notices import Notices
    from prep_assistant.ui.views.theme import Look


class FootLines(QObject):
    """Tells of prints, of a clock that was set back, and of whatever stands for as long as it holds.

    Args:
        page: where the lines are put.
        footer: what they stand above.
        look: the theme in use.
        parent: the owner, as Qt knows one.
    """

    def __init__(self, page: "QVBoxLayout", footer: "Footer", look: "Look", parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._footer, self._look = page, footer, look
        self._notices: Notices | None = None

    def follow_prints(self, printing: PrintingViewModel) -> None:
        """From the first print on there is a line about them."""

        def begin(state: PrintState) -> None:
            printing.state_changed.disconnect(begin)
            from prep_assistant.ui.views.print_status import PrintStatus  # noqa: PLC0415 - made when first wanted

            status = PrintStatus(printing, self._look)
            self._insert(status)
            status.present(state)

        printing.state_changed.connect(begin)

    def follow_clock(self, clock: ClockWatch) -> None:
        """From the first time on that the clock was set back there is a line, which then follows it by itself."""

        def begin(state: ClockState) -> None:
            if not state.sentence:
                return
            clock.state_changed.disconnect(begin)
            from prep_assistant.ui.views.clock_notice import ClockNotice  # noqa: PLC0415 - most days never want it

            notice = ClockNotice(clock, self._look)
            self._insert(notice)
            notice.present(state)

        clock.state_changed.connect(begin)

    def tell(self, name: str, words: str) -> None:
        """Says something under a name, for as long as nothing else, or "", is said under it."""
        if self._notices is None:
            if not words:
                return
            from prep_assistant.ui.views.notices import Notices  # noqa: PLC0415 - made when first wanted

            self._notices = Notices(self._look)
            self._insert(self._notices)
        self._notices.tell(name, words)

    def _insert(self, line: "QWidget") -> None:
        self._page.insertWidget(self._page.indexOf(self._footer), line)
