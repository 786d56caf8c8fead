"""A label that cannot be written leaves nothing behind: no half file, no helper file, and an older label as it was."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.orders import plain_order
from tests.program import AS_ORDINARY_USER, PROGRAM, WITH_LITTLE_ROOM, Outcome, assert_unusable, run_program

OLDER = b"an older label"
# In a mount namespace of its own: a file system of two pages with an older label, the program, then what is left there.
ON_A_SMALL_DISK = """
mount -t tmpfs -o size=8k tmpfs "$0" && printf '%s' 'an older label' >"$0/label.pdf" || exit 99
"$@"; code=$?
ls -A "$0"; cat "$0/label.pdf"
exit $code
"""


def may_mount() -> bool:
    """Say whether a small file system can be mounted here, unseen by anyone else."""
    if shutil.which("unshare") is None or shutil.which("mount") is None:
        return False
    trial = ["unshare", "--mount", "sh", "-c", "mount -t tmpfs -o size=8k tmpfs /mnt"]
    return subprocess.run(trial, check=False, capture_output=True, timeout=60).returncode == 0


WAYS_TO_RUN_OUT_OF_ROOM = ["file size limit", *(["small file system"] if may_mount() else [])]


@pytest.fixture
def order(tmp_path: Path) -> Path:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(plain_order()), "utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "labels"
    made.mkdir()
    (made / "label.pdf").write_bytes(OLDER)
    return made


def assert_untouched(folder: Path) -> None:
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("label.pdf", OLDER)]


def run_on_a_small_disk(order: Path, folder: Path) -> Outcome:
    command = [*PROGRAM, "label", str(order), "--output", str(folder / "label.pdf")]
    shell = ["unshare", "--mount", "sh", "-c", ON_A_SMALL_DISK, str(folder), *command]
    finished = subprocess.run(shell, check=False, capture_output=True, timeout=120)
    return Outcome(finished.returncode, finished.stdout, finished.stderr.decode())


@pytest.mark.parametrize("way", WAYS_TO_RUN_OUT_OF_ROOM)
def test_a_full_disk_leaves_the_older_label_and_nothing_else(way: str, order: Path, folder: Path) -> None:
    if way == "small file system":
        left = run_on_a_small_disk(order, folder)
        assert left.out == b"label.pdf\n" + OLDER
        assert_unusable(Outcome(left.code, b"", left.err))
    else:
        output = folder / "label.pdf"
        assert_unusable(run_program("label", order, "--output", output, launcher=WITH_LITTLE_ROOM))
    assert_untouched(folder)


def test_a_full_disk_leaves_no_new_file(order: Path, folder: Path) -> None:
    assert_unusable(run_program("label", order, "--output", folder / "new.pdf", launcher=WITH_LITTLE_ROOM))
    assert_untouched(folder)


@pytest.mark.parametrize("name", ["label.pdf", "new.pdf"])
def test_a_folder_that_may_not_be_written_keeps_what_it_holds(name: str, order: Path, folder: Path) -> None:
    folder.chmod(0o555)
    try:
        outcome = run_program("label", order, "--output", folder / name, launcher=AS_ORDINARY_USER)
    finally:
        folder.chmod(0o755)
    assert str(folder / name) in assert_unusable(outcome)
    assert_untouched(folder)


def test_the_ordinary_user_may_write_where_it_is_allowed(order: Path, folder: Path) -> None:
    outcome = run_program("label", order, "--output", folder / "new.pdf", launcher=AS_ORDINARY_USER)
    assert outcome.code == 0, outcome.err
    assert (folder / "new.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_that_is_not_there_is_not_made(order: Path, folder: Path) -> None:
    missing = folder / "missing"
    assert str(missing) in assert_unusable(run_program("label", order, "--output", missing / "label.pdf"))
    assert_untouched(folder)


def test_a_directory_in_the_place_of_the_label_stays_as_it_is(order: Path, folder: Path) -> None:
    assert str(folder) in assert_unusable(run_program("label", order, "--output", folder))
    assert_untouched(folder)
    assert sorted(path.name for path in order.parent.iterdir()) == ["labels", "order.json"]


def test_an_empty_directory_in_the_place_of_the_label_stays_as_it_is(order: Path) -> None:
    empty = order.parent / "label.pdf"
    empty.mkdir()
    assert_unusable(run_program("label", order, "--output", empty))
    assert empty.is_dir()
    assert sorted(path.name for path in order.parent.iterdir()) == ["label.pdf", "order.json"]


def test_a_file_in_the_place_of_the_folder_stays_as_it_is(order: Path) -> None:
    before = order.read_bytes()
    assert_unusable(run_program("label", order, "--output", order / "label.pdf"))
    assert order.read_bytes() == before


@pytest.mark.parametrize("name", ["", "x" * 300 + ".pdf"], ids=["empty", "too long"])
def test_a_name_no_file_can_have_gives_one_line(name: str, order: Path) -> None:
    assert_unusable(run_program("label", order, "--output", name, directory=order.parent))
    assert [path.name for path in order.parent.iterdir()] == ["order.json"]


def test_the_file_size_limit_is_real(tmp_path: Path) -> None:
    grow = (
        f"{WITH_LITTLE_ROOM.split('os.execv')[0]} file = open(sys.argv[1], 'wb'); file.write(bytes(2000)); file.flush()"
    )
    trial = [sys.executable, "-c", grow, str(tmp_path / "grown")]
    assert subprocess.run(trial, check=False, capture_output=True, timeout=60).returncode != 0
    assert (tmp_path / "grown").stat().st_size == 1024
