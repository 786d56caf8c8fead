"""Canaries are typed into every field of the window, and every function that Qt calls in it raises with them at hand.

The search goes through all that the child could write: log, crash reports, settings, temporary files, data and caches.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.diagnostics.canaries import CANARIES, MAY_HOLD
from tests.diagnostics.children import PATIENT, find_canaries
from tests.orders import plain_order

ROOT = Path(__file__).resolve().parents[2]
# A watch writes twenty reports and then no more; and what comes behind a defect may never be called after it.
AT_ONCE = (18, 4, 1)
CHILDREN = 2


@dataclass(frozen=True)
class Driven:
    """A child that drove the window: what it told, and the home that it left behind."""

    told: dict[str, Any]
    err: str
    home: Path

    def find_canaries(self) -> list[str]:
        return find_canaries(self.home, self.err, json.dumps(self.told), canaries=CANARIES, besides=MAY_HOLD)

    def list_files(self, pattern: str) -> list[Path]:
        return [path for path in self.home.rglob(pattern) if path.is_file()]


def drive(folder: Path, arm: list[str]) -> Driven:
    """Drive the window in a home of its own; files are chosen outside of it, in a folder named after the patient."""
    home, outside = folder / "home", folder / PATIENT["family_name"]
    for place in (home / "work", home / "temporary", outside):
        place.mkdir(parents=True)
    order = plain_order() | {"cycle": 3}
    order["patient"] |= PATIENT
    (outside / "order.json").write_text(json.dumps(order), "utf-8")
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    places |= {"HOME": str(home), "TMPDIR": str(home / "temporary"), "PYTHONPATH": str(ROOT)}
    finished = subprocess.run(
        [sys.executable, "-B", "-m", "tests.diagnostics.window_session"],
        input=json.dumps({"arm": arm, "outside": str(outside)}),
        capture_output=True,
        text=True,
        env=os.environ
        | places
        | {
            "HOME": str(home),
            "TMPDIR": str(home / "temporary"),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        },
        cwd=home / "work",
        timeout=300,
        check=False,
    )
    faults = [path.read_text("utf-8") for path in home.rglob("fault.txt")]
    assert finished.returncode == 0, (faults, finished.stderr)
    return Driven(json.loads(finished.stdout), finished.stderr, home)


def drive_armed(folder: Path, slots: list[str], most: int) -> list[Driven]:
    """Drive the window with so many slots at once that raise; each child is searched, and each defect is told."""
    children = -(-len(slots) // most)
    groups = [slots[start::children] for start in range(children)]
    with ThreadPoolExecutor(CHILDREN) as at_once:
        driven = list(at_once.map(lambda it: drive(folder / str(it[0]), it[1]), enumerate(groups)))
    for one, group in zip(driven, groups, strict=True):
        assert one.find_canaries() == []
        reports = [path.read_text("utf-8") for path in one.list_files("crash-*.txt")]
        raised = sum("exception: builtins.LookupError\n" in report for report in reports)
        assert raised >= len(group) - len(one.told["left"])
    return driven


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Driven:
    """A session in which nothing of ours raises; only the printer does, at its second print."""
    return drive(tmp_path_factory.mktemp("undisturbed"), [])


def test_a_session_leaves_acts_and_codes_and_nothing_that_was_typed(undisturbed: Driven) -> None:
    assert undisturbed.find_canaries() == []
    (log,) = undisturbed.list_files("prep-assistant.log")
    acts = {line.split()[1] for line in log.read_text("ascii").splitlines()}
    assert acts >= {
        *("program.started", "order.opened", "order.cleared", "plan.confirm", "paper.drawn"),
        *("worksheet.saved", "print.failed", "crash.reported", "program.ended"),
    }
    assert len(undisturbed.list_files("crash-*.txt")) == 1


def test_whatever_qt_calls_in_the_window_raises_once_and_tells_of_no_patient(
    undisturbed: Driven, tmp_path: Path
) -> None:
    left = undisturbed.told["slots"]
    assert len(left) > 90
    for size in AT_ONCE:
        left = [slot for one in drive_armed(tmp_path / str(size), left, size) for slot in one.told["left"]]
    assert left == []


def test_the_search_would_find_each_canary_wherever_it_stands(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for number, canary in enumerate(CANARIES):
        place = home / ("data" if number % 2 else "temporary") / str(number)
        place.mkdir(parents=True)
        (place / "file").write_bytes(canary.encode("utf-16-le" if number % 3 else "utf-8"))
    assert Driven({}, "", home).find_canaries() == list(CANARIES)
    assert find_canaries(home, canaries=CANARIES, besides=("data", "temporary")) == []
    assert Driven({}, PATIENT["mrn"], tmp_path / "nothing").find_canaries() == [PATIENT["mrn"]]
