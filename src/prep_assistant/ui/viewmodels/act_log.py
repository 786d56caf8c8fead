"""What the window does, written down as acts and codes.

The view-models' signals say what was done and carry no text that somebody typed; a plan is written down when it has
stood for a second, with the codes of its findings, so that no key waits for the log and no half-typed weight is in it.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from prep_assistant.diagnostics import Act, Log
from prep_assistant.language import phrase, tr
from prep_assistant.ui.viewmodels.clock_watch import ClockState, ClockWatch
from prep_assistant.ui.viewmodels.paper_desk import Document
from prep_assistant.ui.viewmodels.papers import PapersViewModel
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.printing import PrintEnded, PrintingViewModel
from prep_assistant.ui.viewmodels.state import Standing

STANDS_MS = 1_000
NOT_LOGGED = phrase("The log of acts cannot be written. Nothing else suffers; tell who looks after this workstation.")
_PLANNED = {
    Standing.STOPPED: Act.PLAN_STOPPED,
    Standing.CONFIRM: Act.PLAN_TO_CONFIRM,
    Standing.READY: Act.PLAN_READY,
}
_SAVED = {Document.LABEL: Act.LABEL_SAVED, Document.WORKSHEET: Act.WORKSHEET_SAVED}
_PRINTED = {
    Document.LABEL: Act.LABEL_PRINTED,
    Document.WORKSHEET: Act.WORKSHEET_PRINTED,
    Document.RULER: Act.RULER_PRINTED,
}


class ActLog(QObject):
    """Listens to the page, its paper and its printer.

    Args:
        log: where acts are written down.
        model: the page.
        papers: its paper.
        printing: its printer.
        clock: what watches the clock.
    """

    def __init__(
        self, log: Log, model: PrepareViewModel, papers: PapersViewModel, printing: PrintingViewModel, clock: ClockWatch
    ) -> None:
        super().__init__(model)
        self._log, self._model = log, model
        self._planned: tuple[object, ...] = ()
        self._answered: frozenset[str] = frozenset()
        self._said = False
        self._stands = QTimer(self)
        self._stands.setSingleShot(True)
        self._stands.setInterval(STANDS_MS)
        self._stands.timeout.connect(self.write_plan)
        model.state_changed.connect(lambda _: self._stands.start())
        for signal, act in (
            (model.order_opened, Act.ORDER_OPENED),
            (model.order_refused, Act.ORDER_REFUSED),
            (model.order_saved, Act.ORDER_SAVED),
            (model.order_cleared, Act.ORDER_CLEARED),
            (papers.refused, Act.PAPER_REFUSED),
        ):
            signal.connect(partial(self._write, act))
        papers.drawn.connect(lambda _: self._write(Act.PAPER_DRAWN))
        papers.saved.connect(lambda document: self._write(_SAVED[document]))
        printing.ended.connect(self._write_print)
        clock.state_changed.connect(self._write_clock)
        self._write(Act.PROGRAM_STARTED)

    def write_plan(self) -> None:
        """Writes down the plan on the screen and what was answered, where either is new."""
        state = self._model.state
        codes = tuple(finding.code for finding in state.findings)
        if (state.standing, codes) != self._planned and state.standing in _PLANNED:
            self._log.act(_PLANNED[state.standing], codes)
        self._planned = (state.standing, codes)
        answered = frozenset(finding.code for finding in state.findings if finding.chosen and not finding.is_open)
        if answered - self._answered:
            self._log.act(Act.FINDING_ANSWERED, sorted(answered - self._answered))
        self._answered = answered
        self._say_once()

    def close(self) -> None:
        """The program ends."""
        self.write_plan()
        self._log.act(Act.PROGRAM_ENDED)
        self._log.close()

    def _write(self, act: Act) -> None:
        self._log.act(act)
        self._stands.start()

    def _write_print(self, ended: PrintEnded) -> None:
        self._write(_PRINTED[ended.document] if ended.came_out else Act.PRINT_FAILED)

    def _write_clock(self, state: ClockState) -> None:
        self._write(Act.CLOCK_WENT_BACK if state.sentence else Act.CLOCK_ACCEPTED)

    def _say_once(self) -> None:
        """Where no other message stands: it must hide none."""
        if self._log.is_failing and not self._said and not self._model.state.message.text:
            self._said = True
            self._model.say(tr(NOT_LOGGED))
