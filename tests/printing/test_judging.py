"""What the print system says of a job becomes one state and one sentence."""

import pytest

from prep_assistant.printing.ipp import Attributes, Value
from prep_assistant.printing.judging import find_trouble, judge
from prep_assistant.workflow.ports import PrinterState

_PENDING, _HELD, _PROCESSING, _STOPPED, _CANCELLED, _ABORTED, _COMPLETED = range(3, 10)


def _queue(state: int = 4, *reasons: str, message: str = "") -> Attributes:
    said: list[Value] = list(reasons or ("none",))
    return {"printer-state": [state], "printer-state-reasons": said, "printer-state-message": [message]}


def _judge(state: int, queue: Attributes) -> tuple[PrinterState, bool]:
    job = judge("label-7", {"job-state": [state]}, queue)
    assert job.id == "label-7"
    assert job.words.endswith((".", "?"))
    return job.state, job.has_ended


@pytest.mark.parametrize(
    ("job_state", "state", "has_ended"),
    [
        (_PENDING, PrinterState.QUEUED, False),
        (_HELD, PrinterState.STOPPED, False),
        (_PROCESSING, PrinterState.PRINTING, False),
        (_STOPPED, PrinterState.STOPPED, False),
        (_CANCELLED, PrinterState.CANCELLED, True),
        (_ABORTED, PrinterState.STOPPED, True),
        (_COMPLETED, PrinterState.PRINTED, True),
        (99, PrinterState.UNKNOWN, False),
    ],
)
def test_each_state_of_the_standard_has_one_of_ours(job_state: int, state: PrinterState, *, has_ended: bool) -> None:
    assert _judge(job_state, _queue()) == (state, has_ended)


def test_a_job_without_a_state_is_unknown_never_printed() -> None:
    assert judge("label-7", {}, {}).state is PrinterState.UNKNOWN
    assert judge("label-7", {"job-state": []}, {}).state is PrinterState.UNKNOWN
    assert judge("label-7", {"job-state": ["9"]}, {}).state is PrinterState.UNKNOWN


@pytest.mark.parametrize("ending", ["", "-report", "-warning", "-error"])
@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("media-empty", "no labels or paper left"),
        ("media-jam", "jammed"),
        ("cover-open", "its cover is open"),
        ("marker-supply-empty", "ribbon"),
        ("offline", "the printer does not answer"),
        ("paused", "it is paused"),
    ],
)
@pytest.mark.parametrize("job_state", [_PENDING, _PROCESSING, _STOPPED])
def test_what_keeps_a_printer_from_printing_is_said_in_words(
    job_state: int, reason: str, words: str, ending: str
) -> None:
    job = judge("label-7", {"job-state": [job_state]}, _queue(4, "none", reason + ending))
    assert (job.state, job.has_ended) == (PrinterState.STOPPED, False)
    assert job.words.startswith("Not printed: ")
    assert words in job.words


def test_a_reason_that_only_warns_stops_nothing_and_an_unknown_error_is_shown_as_it_came() -> None:
    assert _judge(_PROCESSING, _queue(4, "media-low-warning", "com.example-warming-up"))[0] is PrinterState.PRINTING
    job = judge("label-7", {"job-state": [_PROCESSING]}, _queue(4, "com.example-head-hot-error", message="Head 92 °C."))
    assert job.words == 'Not printed: the printer reports "com.example-head-hot-error" (it says: "Head 92 °C").'


def test_an_ended_job_has_ended_whatever_the_printer_has_now() -> None:
    assert _judge(_COMPLETED, _queue(5, "media-empty-error")) == (PrinterState.PRINTED, True)
    assert _judge(_CANCELLED, _queue(5, "media-empty-error")) == (PrinterState.CANCELLED, True)


def test_a_job_given_up_says_why_and_to_look() -> None:
    attributes: Attributes = {"job-state": [_ABORTED], "job-printer-state-message": ["Filter\n failed"]}
    assert judge("label-7", attributes, _queue()).words == (
        'The print system gave the job up. It said: "Filter failed" '
        "Look whether a label came out, and destroy it if it is not wanted. Then print again."
    )


@pytest.mark.parametrize(
    "message",
    [
        "The printer may not exist or is unavailable at this time.",
        "The printer is not responding.",
        'Unable to locate printer "zebra".',
    ],
)
def test_a_printer_that_cups_tries_in_vain_to_reach_does_not_answer(message: str) -> None:
    assert str(find_trouble(_queue(4, message=message))).startswith("the printer does not answer")


def test_an_idle_printers_last_message_is_not_taken_for_trouble() -> None:
    assert find_trouble(_queue(3, message="The printer is not responding.")) is None
    assert find_trouble({}) is None
