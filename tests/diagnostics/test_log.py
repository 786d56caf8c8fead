"""The log: acts and codes with their times, five files of one size, and no way in for a text."""

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from prep_assistant.calculation.modifications import Action, Toxicity
from prep_assistant.diagnostics import Act, Level, Log, Reference
from prep_assistant.diagnostics.codes import is_listed
from prep_assistant.diagnostics.log import MOST_BYTES, MOST_FILES
from tests.diagnostics.children import CANARIES

SOURCE = Path(__file__).resolve().parents[2] / "src" / "prep_assistant"
START = datetime(2026, 11, 22, 9, tzinfo=UTC)
REFERENCE = Reference("20261122-090000-KX7P")


def clock() -> datetime:
    return START


def log_files(folder: Path) -> list[Path]:
    """Return the log's files, the newest first."""
    return sorted(folder.iterdir(), key=lambda path: path.name)


def finding_codes() -> set[str]:
    """Return every code that a rule gives to its finding, as the source says."""
    texts = [path.read_text("utf-8") for path in (SOURCE / "calculation").rglob("*.py")]
    made = re.compile(r'\b(?:stop|confirm|note|Finding)\(\s*"([a-z0-9_.]+)"')
    named = re.compile(r"\"\"\"``([a-z0-9_]+\.[a-z0-9_.]+)``")
    toxicities = {f"toxicity.{reaction}.{action}" for reaction in Toxicity for action in Action if action != "none"}
    return toxicities.union(*(made.findall(text) + named.findall(text) for text in texts))


def test_an_act_is_one_line_with_its_time_its_codes_and_its_reference(tmp_path: Path) -> None:
    times = iter([START, START + timedelta(seconds=61)])
    log = Log(tmp_path / "log", lambda: next(times))
    log.act(Act.PLAN_TO_CONFIRM, ["weight.stale", "labs.not_checked"])
    log.act(Act.CRASHED, reference=REFERENCE)
    assert log.path.read_text("ascii") == (
        "2026-11-22T09:00:00+00:00 plan.confirm weight.stale labs.not_checked\n"
        "2026-11-22T09:01:01+00:00 crash.reported 20261122-090000-KX7P\n"
    )


def test_the_codes_of_all_findings_are_listed() -> None:
    codes = finding_codes()
    assert len(codes) > 60
    assert {code for code in codes if not is_listed(code)} == set()


@pytest.mark.parametrize("canary", [*CANARIES, f"history.{CANARIES[0]}", "quetzalcoatlus.unknown", "history", ""])
def test_a_code_that_no_finding_has_is_written_as_unlisted(canary: str, tmp_path: Path) -> None:
    log = Log(tmp_path, clock)
    log.act(Act.ORDER_OPENED, [canary, "history.unknown"])
    assert log.path.read_text("ascii").endswith(" order.opened unlisted history.unknown\n")


@pytest.mark.parametrize(
    "arguments",
    [{"act": CANARIES[0]}, {"finding_codes": CANARIES[0]}, {"reference": CANARIES[0]}, {"act": Level.ACTS}],
    ids=["act", "codes", "reference", "another list"],
)
def test_a_text_is_refused_without_being_repeated(arguments: dict[str, Any], tmp_path: Path) -> None:
    log = Log(tmp_path, clock)
    with pytest.raises(TypeError) as refused:
        log.act(**({"act": Act.ORDER_OPENED} | arguments))
    assert CANARIES[0] not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_five_files_of_one_megabyte_are_kept_and_the_newest_acts_are_in_them(tmp_path: Path) -> None:
    assert (MOST_FILES, MOST_BYTES) == (5, 1_000_000)
    codes = ["toxicity.neuropathy.discontinue"] * 1000
    count = 0

    def count_up() -> datetime:
        return START + timedelta(seconds=count)

    log = Log(tmp_path, count_up)
    for count in range(200):  # noqa: B007 - the clock reads it
        log.act(Act.PLAN_STOPPED, codes)
    files = log_files(tmp_path)
    assert [path.name for path in files] == ["prep-assistant.log", *(f"prep-assistant.log.{it}" for it in range(1, 5))]
    assert all(path.stat().st_size <= MOST_BYTES for path in files)
    lines = [line for path in reversed(files) for line in path.read_text("ascii").splitlines()]
    last = [(START + timedelta(seconds=second)).isoformat() for second in range(200 - len(lines), 200)]
    assert [line.split()[0] for line in lines] == last
    assert len(lines) > 4 * (MOST_BYTES // len(lines[0])) - 4


def test_a_file_is_filled_to_its_size_before_the_next_is_begun(tmp_path: Path) -> None:
    line = len("2026-11-22T09:00:00+00:00 order.opened\n")
    log = Log(tmp_path, clock, most_bytes=3 * line)
    sizes = []
    for _ in range(4):
        log.act(Act.ORDER_OPENED)
        sizes.append([path.stat().st_size // line for path in log_files(tmp_path)])
    assert sizes == [[1], [2], [3], [1, 3]]


def test_at_the_level_of_problems_only_problems_are_logged(tmp_path: Path) -> None:
    log = Log(tmp_path, clock, level=Level.PROBLEMS)
    for act in Act:
        log.act(act)
    written = {line.split()[1] for line in log.path.read_text("ascii").splitlines()}
    assert written == {act.code for act in Act if act.is_problem}
    assert {"order.refused", "crash.reported"} <= written
    assert "order.opened" not in written


def test_every_act_has_a_code_of_its_own() -> None:
    assert len({act.code for act in Act}) == len(Act)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", act.code) for act in Act)


def test_only_its_owner_can_read_the_log(tmp_path: Path) -> None:
    log = Log(tmp_path / "log", clock)
    log.act(Act.PROGRAM_STARTED)
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.path.parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_ends_no_act_and_says_so_until_it_can(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    folder.write_bytes(b"a file in the place of the folder")
    log = Log(folder, clock)
    failing = []
    for _ in range(2):
        log.act(Act.ORDER_OPENED)
        failing.append(log.is_failing)
        if folder.is_file():
            folder.unlink()
    assert failing == [True, False]
    assert len(log.path.read_text("ascii").splitlines()) == 1


def test_a_full_disk_ends_no_act(tmp_path: Path) -> None:
    log = Log(tmp_path, clock)
    log.path.symlink_to("/dev/full")
    log.act(Act.ORDER_OPENED)
    assert log.is_failing
