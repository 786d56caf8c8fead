"""What keeps CUPS from printing is said, and what may have happened is never called certain."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from prep_assistant.printing.cups import CupsPrinter
from prep_assistant.workflow.ports import PrinterState, PrintJob, PrintRefused, Queue
from tests.printing.conftest import Request
from tests.printing.printers import ListeningPrinter
from tests.printing.private_cups import PrivateCups

_SENT = PrintJob("label-1", PrinterState.QUEUED, "")


@pytest.fixture
def silent_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program find a print system that takes the connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.getsockname()[1]}")
        yield


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with socket.socket() as kept:
        kept.bind(("127.0.0.1", 0))
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{kept.getsockname()[1]}")
        yield


def _commands(folder: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Let the program find these commands and no others."""
    for name, script in scripts.items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_the_queues_are_listed_with_their_descriptions_and_the_default(
    cups: PrivateCups, listening_queue: tuple[str, ListeningPrinter], dead_queue: str, printer: CupsPrinter
) -> None:
    cups.command("lpadmin", "-d", dead_queue)
    described = Queue("listening-label", "Label printer, clean room", is_default=False)
    assert set(printer.list_queues()) == {described, Queue("dead", "", is_default=True)}
    assert printer.find_trouble(listening_queue[0]) is None


@pytest.mark.usefixtures("cups")
def test_a_system_without_queues_has_none_and_that_is_no_error(printer: CupsPrinter) -> None:
    assert printer.list_queues() == ()


def test_the_print_system_is_found_by_host_and_port_as_well(
    cups: PrivateCups, monkeypatch: pytest.MonkeyPatch, dead_queue: str, printer: CupsPrinter, label_request: Request
) -> None:
    monkeypatch.setenv("CUPS_SERVER", cups.server)
    assert printer.list_queues() == (Queue("dead", "", is_default=False),)
    assert printer.cancel(printer.submit(label_request(dead_queue))).state is PrinterState.CANCELLED


@pytest.mark.usefixtures("cups")
def test_a_queue_that_does_not_exist_is_refused(printer: CupsPrinter, label_request: Request) -> None:
    with pytest.raises(PrintRefused, match="The printer or class does not exist"):
        printer.submit(label_request("nowhere"))
    assert printer.find_trouble("nowhere") == 'The print system has no queue "nowhere".'


def test_a_queue_that_takes_no_jobs_refuses_and_says_so_beforehand(
    cups: PrivateCups, dead_queue: str, printer: CupsPrinter, label_request: Request
) -> None:
    cups.command("cupsreject", "-r", "out for repair", dead_queue)
    assert printer.find_trouble(dead_queue) == (
        'The queue would not print now: the queue takes no jobs (it says: "out for repair").'
    )
    with pytest.raises(PrintRefused, match="not accepting jobs"):
        printer.submit(label_request(dead_queue))


@pytest.mark.usefixtures("no_server")
def test_without_a_print_system_nothing_is_taken_and_no_state_is_made_up(
    printer: CupsPrinter, label_request: Request
) -> None:
    with pytest.raises(PrintRefused):
        printer.submit(label_request("label"))
    with pytest.raises(PrintRefused, match="does not answer"):
        printer.list_queues()
    read = printer.read(_SENT)
    assert (read.state, read.has_ended) == (PrinterState.UNKNOWN, False)
    assert read.words == "The job's state could not be read: the print system does not answer."
    assert printer.find_trouble("label") == "The queue's state could not be read: the print system does not answer."


@pytest.mark.usefixtures("silent_server")
def test_a_print_system_that_does_not_answer_in_time_leaves_the_question_whether_a_label_came_out(
    label_request: Request,
) -> None:
    printer = CupsPrinter(limit_s=0.2)
    job = printer.submit(label_request("label"))
    assert (job.id, job.state, job.has_ended) == ("", PrinterState.UNKNOWN, True)
    assert job.words == "The print system took too long: the job may be there or not. Did a label come out?"
    assert printer.read(_SENT).words == "The job's state could not be read: the print system does not answer."
    assert printer.cancel(_SENT).state is PrinterState.UNKNOWN
    with pytest.raises(PrintRefused, match="does not answer"):
        printer.list_queues()


def test_missing_commands_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printer: CupsPrinter, label_request: Request
) -> None:
    _commands(tmp_path, monkeypatch)
    with pytest.raises(PrintRefused, match='"lp" is missing'):
        printer.submit(label_request("label"))
    assert '"lpstat" is missing' in printer.read(_SENT).words


def test_an_lp_that_names_no_job_leaves_the_question_whether_a_label_came_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printer: CupsPrinter, label_request: Request
) -> None:
    _commands(tmp_path, monkeypatch, lp="echo thank you")
    job = printer.submit(label_request("label"))
    assert (job.state, job.has_ended) == (PrinterState.UNKNOWN, True)


def test_an_lp_that_fails_without_a_word_is_refused_with_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, printer: CupsPrinter, label_request: Request
) -> None:
    _commands(tmp_path, monkeypatch, lp="exit 3")
    with pytest.raises(PrintRefused, match='"lp" failed with 3 and said nothing'):
        printer.submit(label_request("label"))


def test_no_message_names_the_file_or_shows_its_bytes(label_request: Request) -> None:
    assert "content" not in repr(label_request("label"))
    assert "%PDF" not in repr(label_request("label"))
