"""The program started again: the window that is open comes forward with the file, and no crash stands in the way."""

import contextlib
import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from prep_assistant.handover.message import MOST_BYTES, MessageRefused, is_whole, read_message, write_message
from tests.orders import plain_order
from tests.ui.desks import Desk, Start

HEAD = b"prep-assistant/come-forward/1\0"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def order_file(home: Path) -> Path:
    home.mkdir(exist_ok=True)
    path = home / "order number 17.json"
    path.write_text(json.dumps(plain_order()), "utf-8")
    return path


def door_of(home: Path) -> str:
    return (home / "data" / "prep-assistant" / "window.lock").read_text("ascii")


def listening(open_desk: Start, home: Path) -> Desk:
    desk = open_desk(home)
    while not door_of(home):
        desk.do("None")
    return desk


def test_the_first_window_comes_forward_with_the_file_and_the_second_start_ends(
    start: Start, open_desk: Start, home: Path
) -> None:
    order = order_file(home)
    first = open_desk(home)
    first.do("window().showMinimized()")
    second = start(home, "open", order.name)
    assert second.end() == (0, [])
    assert first.do("window().isMinimized()") is False
    assert first.do("entries()")["mrn"] == "00417"
    assert first.do("message()").startswith("order number 17.json is open.")
    assert first.end() == (0, [])


def test_without_a_file_the_window_comes_forward_as_it_is(start: Start, open_desk: Start, home: Path) -> None:
    first = open_desk(home)
    first.do('type("mrn", "99")')
    first.do("window().showMinimized()")
    assert start(home).end() == (0, [])
    assert (first.do("window().isMinimized()"), first.do("entries()")["mrn"]) == (False, "99")
    first.end()


def test_what_was_typed_in_the_first_window_comes_back_with_undo(start: Start, open_desk: Start, home: Path) -> None:
    first = open_desk(home)
    first.do('type("mrn", "99")')
    assert start(home, "open", order_file(home)).end() == (0, [])
    assert first.do("(window().model.undo(), entries())")[1]["mrn"] == "99"
    first.end()


def test_no_order_is_opened_under_a_dialog(start: Start, open_desk: Start, home: Path) -> None:
    order = order_file(home)
    first = open_desk(home)
    first.do('window().files.ask_where_to_save("order", "order", lambda path: None)')
    assert start(home, "open", order).end() == (0, [])
    assert "mrn" not in first.do("entries()")
    assert "was not opened: a dialog is open" in first.do("message()")
    assert first.end() == (0, [])


def test_a_start_that_was_killed_stands_in_nobodys_way(open_desk: Start, home: Path) -> None:
    listening(open_desk, home).kill()
    place = Path(tempfile.gettempdir()) / door_of(home)
    assert place.exists()
    third = open_desk(home, "open", order_file(home))
    assert third.do("entries()")["mrn"] == "00417"
    assert third.do("notices()") == ""
    while place.name == door_of(home):
        third.do("None")
    assert not place.exists()
    third.end()


def test_two_starts_at_once_make_one_window(start: Start, home: Path) -> None:
    order = order_file(home)
    both = [start(home, "open", order), start(home, "open", order)]
    windows = [desk for desk in both if desk.is_open()]
    assert len(windows) == 1
    assert [desk.end() for desk in both] == [(0, []), (0, [])]


def test_a_first_window_that_does_not_answer_is_said_and_a_second_one_opens(open_desk: Start, home: Path) -> None:
    first = listening(open_desk, home)
    (home / "data" / "prep-assistant" / "window.lock").write_text("")
    second = open_desk(home)
    said = second.do("notices()")
    assert said.startswith("Draft not kept: Another window of this program is open and does not answer.")
    second.do('type("mrn", "00417")')
    second.end()
    first.do('type("mrn", "00418")')
    first.end()
    assert b"00418" in (home / "data" / "prep-assistant" / "drafts" / "draft").read_bytes()


def test_two_users_do_not_meet(start: Start, open_desk: Start, tmp_path: Path) -> None:
    one, other = listening(open_desk, tmp_path / "one"), listening(open_desk, tmp_path / "other")
    assert start(tmp_path / "other", "open", order_file(tmp_path / "other")).end() == (0, [])
    assert "mrn" not in one.do("entries()")
    assert other.do("entries()")["mrn"] == "00417"
    place = Path(tempfile.gettempdir()) / door_of(tmp_path / "one")
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0
    one.end()
    other.end()
    assert not place.exists()


KNOCK_AS_NOBODY = """
import os, socket, sys
os.setuid(65534)
try:
    socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except PermissionError:
    print("denied")
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only a super-user can become another user")
def test_the_system_lets_no_other_user_in(open_desk: Start, home: Path) -> None:
    desk = listening(open_desk, home)
    place = Path(tempfile.gettempdir()) / door_of(home)
    knocked = subprocess.run(
        [sys.executable, "-c", KNOCK_AS_NOBODY, str(place)], capture_output=True, text=True, check=True
    )
    assert knocked.stdout == "denied\n"
    desk.end()


def send(home: Path, content: bytes) -> bytes:
    """What the window answers to these bytes."""
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(30)
        caller.connect(str(Path(tempfile.gettempdir()) / door_of(home)))
        answer = b""
        with contextlib.suppress(ConnectionError):
            caller.sendall(content)
            answer = caller.recv(100)
        return answer


def test_what_is_garbled_is_refused_and_the_window_listens_on(start: Start, open_desk: Start, home: Path) -> None:
    order = order_file(home)
    first = listening(open_desk, home)
    hostile = [
        b"",
        b"\0" * 100,
        HEAD,
        HEAD + b"order.json\0",
        HEAD + b"/etc/passwd\0/etc/shadow\0",
        HEAD[:-2] + b"2\0" + os.fsencode(order) + b"\0",
        HEAD + b"/" + b"x" * MOST_BYTES,
        os.urandom(200_000),
    ]
    assert [send(home, content) for content in hostile] == [b""] * len(hostile)
    assert "mrn" not in first.do("entries()")
    assert start(home, "open", order).end() == (0, [])
    assert first.do("entries()")["mrn"] == "00417"
    assert first.end() == (0, [])


def test_what_is_no_ordinary_file_is_not_read(start: Start, open_desk: Start, home: Path) -> None:
    home.mkdir()
    os.mkfifo(home / "pipe.json")
    first = open_desk(home)
    assert start(home, "open", "pipe.json").end() == (0, [])
    assert first.do("message()").startswith("pipe.json was not opened: it is no ordinary file.")
    first.end()


@pytest.mark.parametrize("path", [None, Path("/srv/orders/Auftrag \U0001f9ea.json"), Path("/a\nb")])
def test_a_message_reads_back_as_it_was_written(path: Path | None) -> None:
    message = write_message(path)
    assert is_whole(message)
    assert not is_whole(message[:-1])
    assert read_message(message) == path


def test_a_name_that_no_system_takes_is_not_sent() -> None:
    with pytest.raises(MessageRefused):
        write_message(Path("/" + "x" * MOST_BYTES))
