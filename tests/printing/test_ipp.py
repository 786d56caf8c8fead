"""Questions and answers of the print system in their bytes, and answers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prep_assistant.printing.ipp import NotFound, Operation, Unreadable, decode, encode

_HEAD = b"\x01\x01\x00\x00\x00\x00\x00\x01"
_ANSWER_GROUP = b"\x01G\x00\x12attributes-charset\x00\x05utf-8"


def _item(tag: int, name: bytes, value: bytes) -> bytes:
    return bytes([tag]) + len(name).to_bytes(2) + name + len(value).to_bytes(2) + value


def test_a_question_is_spelled_as_the_standard_wants_it() -> None:
    assert encode(Operation.GET_JOB_ATTRIBUTES, "ipp://localhost/jobs/7", ("job-state", "job-name")) == (
        b"\x01\x01\x00\x09\x00\x00\x00\x01\x01"
        b"\x47\x00\x12attributes-charset\x00\x05utf-8"
        b"\x48\x00\x1battributes-natural-language\x00\x02en"
        b"\x45\x00\x07job-uri\x00\x16ipp://localhost/jobs/7"
        b"\x44\x00\x14requested-attributes\x00\x09job-state"
        b"\x44\x00\x00\x00\x08job-name"
        b"\x03"
    )


def test_a_queue_is_asked_by_its_own_address_and_the_system_by_none() -> None:
    uri = "ipp://localhost/printers/label"
    assert b"\x45\x00\x0bprinter-uri\x00\x1e" + uri.encode() in encode(Operation.GET_PRINTER_ATTRIBUTES, uri, ())
    assert b"printer-uri" not in encode(Operation.CUPS_GET_PRINTERS, None, ())


def test_an_answer_is_read_group_by_group_with_all_values_of_an_attribute() -> None:
    answer = (
        _HEAD
        + _ANSWER_GROUP
        + b"\x04"
        + _item(0x42, b"printer-name", "Etikett Ä".encode())
        + _item(0x44, b"printer-state-reasons", b"media-empty-warning")
        + _item(0x44, b"", b"paused")
        + _item(0x22, b"printer-is-accepting-jobs", b"\0")
        + b"\x04"
        + _item(0x23, b"printer-state", b"\0\0\0\5")
        + _item(0x21, b"queued-job-count", b"\xff\xff\xff\xff")
        + _item(0x13, b"printer-info", b"")
        + b"\x03"
    )
    assert decode(answer) == [
        {
            "printer-name": ["Etikett Ä"],
            "printer-state-reasons": ["media-empty-warning", "paused"],
            "printer-is-accepting-jobs": [False],
        },
        {"printer-state": [5], "queued-job-count": [-1], "printer-info": [None]},
    ]


def test_what_is_not_there_is_told_apart_from_a_refusal() -> None:
    with pytest.raises(NotFound):
        decode(b"\x01\x01\x04\x06\x00\x00\x00\x01" + _ANSWER_GROUP + b"\x03")
    with pytest.raises(Unreadable, match="0x0403"):
        decode(b"\x01\x01\x04\x03\x00\x00\x00\x01" + _ANSWER_GROUP + b"\x03")


@pytest.mark.parametrize(
    "answer",
    [b"", b"\x01", b"<html>Not here</html>", _HEAD, _HEAD + _ANSWER_GROUP, _HEAD + _ANSWER_GROUP[:9],
     _HEAD + _item(0x44, b"no-group", b"x") + b"\x03"],
)  # fmt: skip
def test_an_answer_that_is_none_or_breaks_off_is_unreadable(answer: bytes) -> None:
    with pytest.raises(Unreadable):
        decode(answer)


@given(st.binary(max_size=200))
def test_whatever_comes_back_is_read_or_unreadable_and_nothing_else(tail: bytes) -> None:
    try:
        groups = decode(_HEAD + tail)
    except Unreadable:
        return
    assert all(isinstance(name, str) for group in groups for name in group)
