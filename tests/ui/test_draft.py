"""What is typed is there after a kill: in one file of its owner's, which holds it whole or not at all."""

import json
import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.orders import confirm_order, full_order, plain_order
from tests.program import AS_ORDINARY_USER
from tests.ui.desks import Start

ANSWER = 'window().model.answer("weight.stale", "other", "Weighed again on the ward")'
ROWS = "[row.row.cells for row in window().model.state.rows]"
FINDINGS = "[one.message for one in window().model.state.findings]"
DRAFT = "window().model.typed.draft"
HIDDEN = f"repr(({DRAFT}.text('platelets'), [astuple(one) for one in {DRAFT}.decisions]))"
STANDING = "window().model.state.standing.value"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def folder(home: Path) -> Path:
    return home / "data" / "prep-assistant" / "drafts"


def order_file(home: Path, order: dict[str, object]) -> Path:
    home.mkdir(exist_ok=True)
    path = home / "order.json"
    path.write_text(json.dumps(order), "utf-8")
    return path


def typed_and_killed(open_desk: Start, home: Path) -> dict[str, str]:
    desk = open_desk(home)
    for name, text in {"family_name": "Quetzalcoatlus", "weight_kg": "7..0", "birth_date": "14.02.1961"}.items():
        desk.do(f"type({name!r}, {text!r})")
    entries = desk.do("entries()")
    desk.die_one_second_after_the_last_key()
    return dict(entries)


def test_what_is_typed_is_there_after_a_kill_one_second_after_the_last_key(open_desk: Start, home: Path) -> None:
    entries = typed_and_killed(open_desk, home)
    assert entries["weight_kg"] == "7..0"
    desk = open_desk(home)
    assert desk.do("entries()") == entries
    assert desk.do("message()").startswith("Taken up again: what was typed until ")
    assert desk.end() == (0, [])


def test_the_draft_is_its_owners_alone_and_its_name_says_nothing(open_desk: Start, home: Path) -> None:
    typed_and_killed(open_desk, home)
    (file,) = folder(home).iterdir()
    assert file.name == "draft"
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(folder(home).stat().st_mode)) == (0o600, 0o700)
    holding = [path for path in home.rglob("*") if path.is_file() and b"Quetzalcoatlus" in path.read_bytes()]
    assert holding == [file]


def test_an_opened_order_is_there_with_laboratory_values_decisions_and_doses(open_desk: Start, home: Path) -> None:
    desk = open_desk(home, "open", order_file(home, full_order()))
    shown = [desk.do(asked) for asked in (STANDING, "entries()", ROWS, FINDINGS, HIDDEN)]
    assert "210000" in shown[-1]
    assert "Gilbert syndrome known" in shown[-1]
    desk.die_one_second_after_the_last_key()
    desk = open_desk(home)
    assert [desk.do(asked) for asked in (STANDING, "entries()", ROWS, FINDINGS, HIDDEN)] == shown
    desk.end()


def test_a_reason_is_there_again_also_when_the_entry_it_spoke_of_is_just_being_typed_anew(
    open_desk: Start, home: Path
) -> None:
    desk = open_desk(home, "open", order_file(home, confirm_order()))
    desk.do(ANSWER)
    assert desk.do(STANDING) == "ready"
    desk.do('type("weight_kg", "x")')
    desk.die_one_second_after_the_last_key()
    desk = open_desk(home)
    assert desk.do(STANDING) == "incomplete"
    desk.do('type("weight_kg", "70")')
    assert desk.do(STANDING) == "ready"
    assert desk.do('window().model.state.preview_wanted.reasons["weight.stale"]') == "Weighed again on the ward"
    desk.end()


def test_closing_the_window_keeps_what_was_typed_that_very_moment(open_desk: Start, home: Path) -> None:
    desk = open_desk(home)
    assert desk.end('(type("mrn", "00417"), window().close())') == (0, [])
    desk = open_desk(home)
    assert desk.do("entries()")["mrn"] == "00417"
    desk.end()


def test_a_new_order_removes_the_draft_and_undo_brings_it_back(open_desk: Start, home: Path) -> None:
    desk = open_desk(home)
    desk.do('type("mrn", "00417")')
    while not (folder(home) / "draft").exists():
        desk.do("None")
    desk.do("window().model.start_new()")
    assert "its draft removed" in desk.do("message()")
    assert desk.end("window().close()")[0] == 0
    assert list(folder(home).iterdir()) == []
    desk = open_desk(home)
    assert "mrn" not in desk.do("entries()")
    desk.do('type("mrn", "00418")')
    desk.do("(window().model.start_new(), window().model.undo())")
    desk.end()
    assert b"00418" in (folder(home) / "draft").read_bytes()


def test_an_order_named_at_the_start_stands_over_the_draft_and_undo_brings_the_draft_back(
    open_desk: Start, home: Path
) -> None:
    entries = typed_and_killed(open_desk, home)
    desk = open_desk(home, "open", order_file(home, plain_order()))
    assert desk.do("entries()")["mrn"] == "00417"
    desk.do("window().model.undo()")
    assert desk.do("entries()") == entries
    desk.end()


@pytest.mark.parametrize("what", ["cut", "changed", "foreign", "newer", "empty", "huge"])
def test_a_draft_that_is_damaged_or_foreign_is_set_aside_and_nothing_is_taken_from_it(
    open_desk: Start, home: Path, what: str
) -> None:
    typed_and_killed(open_desk, home)
    file = folder(home) / "draft"
    whole = file.read_bytes()
    damaged = {
        "cut": whole[:-9],
        "changed": whole.replace(b"7..0", b"70.0"),
        "foreign": b'{"patient": "Quetzalcoatlus"}',
        "newer": whole.replace(b"draft/1", b"draft/2"),
        "empty": b"",
        "huge": whole + b" " * 5_000_000,
    }[what]
    assert damaged != whole
    file.write_bytes(damaged)
    file.chmod(0o644)
    desk = open_desk(home)
    assert "weight_kg" not in desk.do("entries()")
    assert "Nothing was taken from it" in desk.do("message()")
    desk.do('type("mrn", "00417")')
    desk.end()
    (aside,) = (path for path in folder(home).iterdir() if path.name.startswith("draft-set-aside-"))
    assert (aside.read_bytes(), stat.S_IMODE(aside.stat().st_mode)) == (damaged, 0o600)
    assert b"00417" in file.read_bytes()


def test_what_a_kill_left_half_written_is_removed(open_desk: Start, home: Path) -> None:
    typed_and_killed(open_desk, home)
    (folder(home) / ".prep-assistant-0123456789abcdef.part").write_bytes(b"Quetzal")
    open_desk(home).end()
    assert [path.name for path in folder(home).iterdir()] == ["draft"]


def test_a_folder_that_cannot_be_written_to_is_said_all_the_time_and_ends_nothing(open_desk: Start, home: Path) -> None:
    folder(home).mkdir(parents=True)
    folder(home).chmod(0o500)
    desk = open_desk(home, launcher=AS_ORDINARY_USER)
    desk.do('type("mrn", "00417")')
    said = desk.wait_for("notices()", "Draft not kept")
    assert said == "Draft not kept: Permission denied. What is typed here is lost if the program ends."
    desk.do('type("mrn", "00418")')
    assert desk.do("notices()") == said
    assert desk.end() == (0, [])


@pytest.fixture
def small_disk(home: Path) -> Iterator[Path]:
    place = folder(home)
    place.mkdir(parents=True)
    if (
        os.geteuid()
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], check=False).returncode
    ):
        pytest.skip("only a super-user who may mount can make a disk full")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_is_said_and_the_draft_kept_as_soon_as_there_is_room(
    open_desk: Start, home: Path, small_disk: Path
) -> None:
    filler = small_disk / "filler"
    desk = open_desk(home)
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"x" * 4096)
            except OSError:
                break
    desk.do('type("mrn", "00417")')
    desk.wait_for("notices()", "Draft not kept: No space left on device")
    assert [path.name for path in small_disk.iterdir()] == ["filler"]
    filler.unlink()
    desk.do('type("mrn", "00418")')
    while desk.do("notices()"):
        pass
    assert b"00418" in (small_disk / "draft").read_bytes()
    assert desk.end() == (0, [])


def test_a_draft_that_cannot_be_read_is_not_written_over(open_desk: Start, home: Path) -> None:
    typed_and_killed(open_desk, home)
    file = folder(home) / "draft"
    before = file.read_bytes()
    file.chmod(0o000)
    desk = open_desk(home, launcher=AS_ORDINARY_USER)
    assert "Draft not kept: Permission denied" in desk.do("notices()")
    desk.do('type("mrn", "00417")')
    desk.end()
    file.chmod(0o600)
    assert file.read_bytes() == before


def test_who_never_stops_typing_is_kept_too(open_desk: Start, home: Path) -> None:
    desk = open_desk(home)
    typed = ""
    while not (folder(home) / "draft").exists():
        typed = "1" if len(typed) > 18 else typed + "1"
        desk.do(f'type("mrn", "{typed}")')
    desk.kill()
    assert b'"mrn": "1' in (folder(home) / "draft").read_bytes()


def test_a_defect_leaves_the_draft_and_what_is_typed_after_it_is_kept(open_desk: Start, home: Path) -> None:
    desk = open_desk(home)
    desk.do('type("mrn", "00417")')
    desk.do("QTimer.singleShot(0, lambda: 1 / 0)")
    desk.wait_for("message()", "A defect came to light")
    desk.do('type("mrn", "00418")')
    desk.die_one_second_after_the_last_key()
    desk = open_desk(home)
    assert desk.do("entries()")["mrn"] == "00418"
    desk.kill()
