"""`plan --lines`: many orders in, an answer for each out, in order, whatever single lines are like."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from tests.orders import plain_order, stopped_order, with_value
from tests.program import PROGRAM, assert_unusable, parse_lines, parse_output, plan_lines, run_program
from tests.shared_cases import CASES

GOOD = json.dumps(plain_order()).encode()
STOPPED = json.dumps(stopped_order()).encode()
BAD = json.dumps(with_value("weight.kg", "7..0")).encode()
MEGABYTE = 1_000_000


def answer(text: bytes) -> tuple[int, list[int | str]]:
    """Return the exit code, and for each answer its order's id or the number of the refused line."""
    outcome = run_program("plan", "--lines", "-", stdin=text)
    assert outcome.err == ""
    return outcome.code, [one["line"] if "line" in one else one["order_id"] for one in parse_lines(outcome.out)]


def named(order_id: str) -> bytes:
    return json.dumps(plain_order() | {"order_id": order_id}).encode()


def test_answers_come_in_the_order_of_the_lines() -> None:
    ids = [f"RX-{number * 37 % 101}" for number in range(1, 101)]
    assert answer(b"\n".join(map(named, ids)) + b"\n") == (0, ids)


def test_a_bad_line_is_told_by_its_number_and_the_run_goes_on() -> None:
    outcome = run_program("plan", "--lines", "-", stdin=b"\n".join([BAD, named("A"), b"", BAD, b"{", named("B"), b""]))
    answers = parse_lines(outcome.out)
    assert [one.get("order_id", one.get("line")) for one in answers] == [1, "A", 4, 5, "B"]
    assert all(set(one) == {"line", "error"} for one in answers if "line" in one)
    assert (outcome.code, outcome.err) == (2, "")


def test_empty_lines_are_skipped_but_counted() -> None:
    assert answer(b"\n\n" + named("A") + b"\n\n\n" + BAD + b"\n\n") == (2, ["A", 6])


def test_lines_may_end_as_they_do_on_windows() -> None:
    assert answer(b"\r\n".join([named("A"), b"", BAD, named("B"), b""])) == (2, ["A", 3, "B"])


def test_the_last_line_needs_no_end() -> None:
    assert answer(named("A") + b"\n" + named("B")) == (0, ["A", "B"])
    assert answer(named("A") + b"\n" + BAD) == (2, ["A", 2])


@pytest.mark.parametrize(
    ("text", "code"), [(b"", 0), (b"\n\n", 0), (GOOD, 0), (STOPPED, 0), (STOPPED + b"\n" + BAD, 2)]
)
def test_the_exit_code_is_2_only_when_a_line_was_unusable(text: bytes, code: int) -> None:
    assert answer(text)[0] == code


@pytest.mark.parametrize("size", [MEGABYTE + 100_000, 12 * MEGABYTE])
def test_a_line_over_1_mb_is_unusable_and_the_run_goes_on(size: int) -> None:
    too_long = [GOOD[:-1].ljust(size) + b"}", b"x" * size]
    assert answer(b"\n".join([named("A"), *too_long, named("B")])) == (2, ["A", 2, 3, "B"])
    assert answer(b"\n".join([named("A"), b"[" * size])) == (2, ["A", 2])


def test_a_line_below_1_mb_is_planned() -> None:
    assert answer(GOOD[:-1].ljust(MEGABYTE - 100_000) + b"}\n") == (0, ["RX-2026-00017"])


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\r"], ids=ascii)
def test_only_a_line_feed_ends_a_line(separator: str) -> None:
    order = with_value("patient.family_name", f"Exam{separator}ple", plain_order())
    odd = json.dumps(order, ensure_ascii=False).replace(json.dumps(separator)[1:-1], separator)
    first, last = plan_lines([odd, BAD])
    assert first.get("line", 1) == 1
    assert last["line"] == 2


@pytest.mark.parametrize(
    "odd",
    [b"\xff\xfe", b"\0", GOOD.replace(b"Example", b"Ex\xe4mple"), b"[" * 100_000, b'{"a":' * 100_000, b'{"a":NaN}'],
    ids=["not UTF-8", "NUL", "Latin-1", "deep lists", "deep objects", "NaN"],
)
def test_a_line_that_is_no_text_or_no_order_does_not_end_the_run(odd: bytes) -> None:
    assert answer(b"\n".join([odd, GOOD])) == (2, [1, "RX-2026-00017"])


def test_a_line_is_answered_as_the_same_order_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "orders.jsonl"
    file.write_bytes(GOOD + b"\n" + STOPPED + b"\n")
    for plan, order in zip(parse_lines(run_program("plan", "--lines", file).out), (GOOD, STOPPED), strict=True):
        assert plan == parse_output(run_program("plan", "-", stdin=order).out)


def test_a_file_that_is_not_there_gives_one_line_as_for_a_single_order(tmp_path: Path) -> None:
    assert_unusable(run_program("plan", "--lines", tmp_path / "missing.jsonl"))


def test_a_reader_that_stops_reading_gets_no_traceback() -> None:
    command = [*PROGRAM, "plan", "--lines", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        try:
            child.stdin.write((GOOD + b"\n") * 500)
            child.stdin.close()
        except BrokenPipeError:
            pass  # the program may leave before it has read everything
        told = child.stderr.read()
    assert b"Traceback" not in told
    assert b"Exception ignored" not in told


@pytest.mark.parametrize("last", [GOOD, BAD], ids=["all usable", "one unusable"])
def test_progress_is_shown_on_a_terminal_and_leaves_standard_output_alone(last: bytes, tmp_path: Path) -> None:
    file = tmp_path / "orders.jsonl"
    lines = [json.dumps(case["order"]).encode() for case in CASES] * 3
    file.write_bytes(b"\n".join([*lines, last]) + b"\n")
    terminal, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with (tmp_path / "plans.jsonl").open("wb") as output:
        command = [*PROGRAM, "plan", "--lines", str(file)]
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=inner) as child:
            os.close(inner)
            shown = read_to_end(terminal)
    assert child.returncode == (0 if last == GOOD else 2)
    assert any(digit in shown for digit in b"0123456789")
    assert b"Traceback" not in shown
    assert len(parse_lines((tmp_path / "plans.jsonl").read_bytes())) == len(lines) + 1


def read_to_end(terminal: int) -> bytes:
    """Return all that is written to a terminal until its last writer leaves; Linux says so by EIO."""
    shown = b""
    try:
        while piece := os.read(terminal, 65536):
            shown += piece
    except OSError:
        pass
    os.close(terminal)
    return shown
