"""What a start of the program leaves in its log, beside what is done on the page."""

from pathlib import Path

import pytest

from tests.ui.desks import Desk, Start


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def list_logged(home: Path) -> list[str]:
    """Return the codes in the log, without the times and what Qt says of a platform without a screen."""
    (log,) = home.rglob("prep-assistant.log")
    codes = [line.split(" ", 1)[1] for line in log.read_text("ascii").splitlines()]
    return [code for code in codes if code != "qt.warning"]


def type_and_keep(desk: Desk) -> None:
    desk.do("type('order_id', 'P-1')")
    desk.die_one_second_after_the_last_key()


def test_a_draft_that_is_found_is_logged_without_a_word_of_it(open_desk: Start, home: Path) -> None:
    type_and_keep(open_desk(home))
    open_desk(home).end()
    assert list_logged(home) == ["program.started", "program.started", "draft.found", "program.ended"]


def test_a_draft_that_cannot_be_kept_is_logged_as_a_problem(open_desk: Start, home: Path) -> None:
    (home / "data" / "prep-assistant").mkdir(parents=True)
    (home / "data" / "prep-assistant" / "drafts").write_text("no folder", "ascii")
    open_desk(home).end()
    assert "draft.failed" in list_logged(home)


def test_settings_that_cannot_be_used_are_logged_as_a_problem(open_desk: Start, home: Path) -> None:
    file = home / "config" / "prep-assistant" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[window\n", "ascii")
    open_desk(home).end()
    assert list_logged(home) == ["program.started", "settings.refused", "program.ended"]


def test_a_second_start_is_logged(open_desk: Start, start: Start, home: Path) -> None:
    first = open_desk(home)
    second = start(home)
    assert not second.is_open()
    assert second.child.wait(60) == 0
    first.end()
    assert list_logged(home) == ["program.started", "program.second_start", "program.ended"]


def test_a_log_of_problems_only_holds_nothing_else(open_desk: Start, home: Path) -> None:
    file = home / "config" / "prep-assistant" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("[window\n", "ascii")
    open_desk(home, "--set", "log.level=problems").end()
    assert list_logged(home) == ["settings.refused"]
