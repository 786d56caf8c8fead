"""A print is followed on a thread of its own, to its end, and only the newest is spoken of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, get_ident

from pytestqt.qtbot import QtBot

from prep_assistant.printing.follow import Listing, PrintFollower, Trouble
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintRefused, PrintRequest, Queue
from tests.printing.conftest import Follow, Request
from tests.printing.printers import DEADLINE_S

_LIMIT_MS = int(DEADLINE_S * 1000)
_QUEUED, _PRINTING, _PRINTED = PrinterState.QUEUED, PrinterState.PRINTING, PrinterState.PRINTED


@dataclass
class ScriptedPrinter:
    """A printer whose jobs go through given states, one at each reading; it can be made to keep an answer back."""

    states: list[PrinterState]
    refusal: str = ""
    threads: set[int] = field(default_factory=set)
    asked: Event = field(default_factory=Event)
    may_answer: Event = field(default_factory=Event)
    readings: int = 0

    def __post_init__(self) -> None:
        self.may_answer.set()

    def list_queues(self) -> tuple[Queue, ...]:
        self._refuse()
        return (Queue("label", "", is_default=True),)

    def find_trouble(self, queue: str) -> str | None:
        self.threads.add(get_ident())
        return None if queue == "label" else f"no queue {queue}"

    def submit(self, request: PrintRequest) -> PrintJob:
        self._refuse()
        return PrintJob(f"{request.queue}-1", _QUEUED, "")

    def read(self, job: PrintJob) -> PrintJob:
        self.threads.add(get_ident())
        self.readings += 1
        self.asked.set()
        assert self.may_answer.wait(DEADLINE_S)
        state = self.states.pop(0) if len(self.states) > 1 else self.states[0]
        return PrintJob(job.id, state, "", has_ended=state is _PRINTED)

    def cancel(self, job: PrintJob) -> PrintJob:
        return PrintJob(job.id, PrinterState.CANCELLED, "", has_ended=True)

    def _refuse(self) -> None:
        self.threads.add(get_ident())
        if self.refusal:
            raise PrintRefused(self.refusal)


def _until_end(qtbot: QtBot, follower: PrintFollower, act: Callable[[], object]) -> list[PrintJob]:
    """Do something and return every job that was told of until one has ended."""
    told: list[PrintJob] = []

    def has_ended(job: PrintJob) -> bool:
        told.append(job)
        return job.has_ended

    with qtbot.waitSignal(follower.changed, timeout=_LIMIT_MS, check_params_cb=has_ended):
        act()
    return told


def test_each_change_is_told_once_in_order_and_nothing_is_asked_on_the_windows_thread(
    qtbot: QtBot, follow: Follow, label_request: Request
) -> None:
    printer = ScriptedPrinter([_QUEUED, _PRINTING, _PRINTING, _PRINTED])
    follower = follow(printer)
    told = _until_end(qtbot, follower, lambda: follower.print(label_request("label")))
    assert [job.state for job in told] == [_QUEUED, _PRINTING, _PRINTED]
    assert printer.readings == 4
    assert len(printer.threads) == 1
    assert get_ident() not in printer.threads


def test_an_answer_about_an_earlier_print_is_dropped(qtbot: QtBot, follow: Follow, label_request: Request) -> None:
    printer = ScriptedPrinter([_PRINTED])
    follower = follow(printer)
    printer.may_answer.clear()
    with qtbot.waitSignal(follower.changed, timeout=_LIMIT_MS):
        follower.print(label_request("first"))
    assert printer.asked.wait(DEADLINE_S)

    def print_another() -> None:
        follower.print(label_request("second"))
        printer.may_answer.set()

    told = _until_end(qtbot, follower, print_another)
    assert {job.id for job in told} == {"second-1"}
    assert told[-1].state is _PRINTED


def test_a_refused_print_ends_stopped_with_the_reason(qtbot: QtBot, follow: Follow, label_request: Request) -> None:
    follower = follow(ScriptedPrinter([_PRINTED], refusal="no such queue"))
    told = _until_end(qtbot, follower, lambda: follower.print(label_request("label")))
    assert told == [PrintJob("", PrinterState.STOPPED, "Nothing was printed: no such queue", has_ended=True)]


def test_a_stopped_print_is_followed_on_until_it_is_cancelled(
    qtbot: QtBot, follow: Follow, label_request: Request
) -> None:
    follower = follow(ScriptedPrinter([PrinterState.STOPPED]))
    with qtbot.waitSignal(
        follower.changed, timeout=_LIMIT_MS, check_params_cb=lambda job: job.state is PrinterState.STOPPED
    ):
        follower.print(label_request("label"))
    assert [job.state for job in _until_end(qtbot, follower, follower.cancel)] == [PrinterState.CANCELLED]


def test_cancelling_what_has_ended_says_nothing_more(qtbot: QtBot, follow: Follow, label_request: Request) -> None:
    follower = follow(ScriptedPrinter([_PRINTED]))
    _until_end(qtbot, follower, lambda: follower.print(label_request("label")))
    told: list[PrintJob] = []
    follower.changed.connect(told.append)
    # The list is asked for after the cancelling, so with its answer the cancelling is over.
    with qtbot.waitSignal(follower.listed, timeout=_LIMIT_MS):
        follower.cancel()
        follower.list_queues()
    assert told == []


def test_queues_and_troubles_come_without_waiting_for_them(qtbot: QtBot, follow: Follow) -> None:
    follower = follow(ScriptedPrinter([_PRINTED]))
    with qtbot.waitSignal(follower.listed, timeout=_LIMIT_MS) as listed:
        follower.list_queues()
    with qtbot.waitSignal(follower.checked, timeout=_LIMIT_MS) as label:
        follower.find_trouble("label")
    with qtbot.waitSignal(follower.checked, timeout=_LIMIT_MS) as other:
        follower.find_trouble("other")
    assert listed.args == [Listing((Queue("label", "", is_default=True),))]
    assert label.args == [Trouble("label", "")]
    assert other.args == [Trouble("other", "no queue other")]


def test_queues_that_cannot_be_listed_come_with_the_reason(qtbot: QtBot, follow: Follow) -> None:
    follower = follow(ScriptedPrinter([_PRINTED], refusal="CUPS does not run"))
    with qtbot.waitSignal(follower.listed, timeout=_LIMIT_MS) as listed:
        follower.list_queues()
    assert listed.args == [Listing((), "CUPS does not run")]


def test_a_closed_follower_reads_no_more_and_says_nothing(qtbot: QtBot, follow: Follow, label_request: Request) -> None:
    printer = ScriptedPrinter([_PRINTING])
    follower = follow(printer)
    with qtbot.waitSignal(follower.changed, timeout=_LIMIT_MS, check_params_cb=lambda job: job.state is _PRINTING):
        follower.print(label_request("label"))
    follower.close()
    readings = printer.readings
    with qtbot.assertNotEmitted(follower.changed):
        follower.print(label_request("label"))
    assert printer.readings == readings
