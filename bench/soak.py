"""Prepares thousands of orders on one page, as a workstation does in a year without a restart: ``make soak``.

No widget is there: the view-models of the page and its paper, in a process of its own. What is held after the first
tenth is compared with what is held at the end, by the slope through all readings between: memory (resident, after a
collection) and references to None. A library that drops a reference at every call is noticed here, and one that keeps
what it should drop.
"""

import gc
import json
import subprocess
import sys
from argparse import ArgumentParser
from datetime import datetime, timedelta
from os import sysconf
from pathlib import Path
from statistics import linear_regression
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEventLoop

from prep_assistant.formulary import Formularies
from prep_assistant.ui.viewmodels.draft import History
from prep_assistant.ui.viewmodels.paper_desk import PaperDesk
from prep_assistant.ui.viewmodels.papers import PapersViewModel
from prep_assistant.ui.viewmodels.prepare import PrepareViewModel
from prep_assistant.ui.viewmodels.reasons import load_reasons
from prep_assistant.workflow.still_clock import StillClock

if TYPE_CHECKING:
    from collections.abc import Callable

FULL = 10_000
_FEWEST = 900
_READINGS = 50
_WARM_UP, _SHORTEST_WARM_UP = 0.1, 300
_PAPER_EVERY = 20
_MEMORY, _NONE = "memory, MB more in 1,000 preparations", "references to None, more or fewer in 1,000 preparations"
_LIMITS = {_MEMORY: 1.0, _NONE: 100.0}
_NOW = datetime.fromisoformat("2026-11-22T08:00:00+01:00")
_PAGE = sysconf("SC_PAGESIZE")


class Workstation:
    """The page and its paper, and a person who prepares one order after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._papers = PapersViewModel(PaperDesk(), lambda: "")
        self._page = PrepareViewModel(Formularies(), load_reasons(), StillClock(_NOW))
        self._page.state_changed.connect(self._papers.follow)
        self._loop = QEventLoop()
        self._papers.saved.connect(lambda _: self._loop.quit())

    def prepare(self, number: int) -> None:
        """One order: typed, planned, answered; of every twentieth a label and the order's file are kept.

        Raises:
            SystemExit: there is no label for it.
        """
        self._page.start_new()
        for name, text in _typed(number).items():
            for end in range(1, len(text) + 1) if name == "weight_kg" else (len(text),):
                self._page.set_entry(name, text[:end])
            self._page.leave_entry(name)
        self._say_history(number)
        for finding in self._page.state.findings:
            self._page.answer(finding.code, "other", f"Compared with the order, number {number}.")
        if self._page.state.save_refused:
            raise SystemExit(f"bench: order {number} has no label: {self._page.state.save_refused}")
        if number % _PAPER_EVERY == 0:
            self._page.save_order(self._folder / "order.json")
            self._papers.save(self._folder / "label.pdf")
            self._loop.exec()

    def close(self) -> None:
        """Ends the thread of the paper."""
        self._papers.close()

    def _say_history(self, number: int) -> None:
        if number % 2:
            self._page.set_history(History.NONE)
            return
        self._page.set_history(History.LISTED)
        self._page.add_row()
        for column, text in enumerate(("2026-11-01", "3.6", _weight(number), "90", "none")):
            self._page.edit_row(0, column, text)


def _weight(number: int) -> str:
    return f"{55 + number % 400 / 10:g}"


def _typed(number: int) -> dict[str, str]:
    """What a person types, or scans, one entry after the other; the weight comes key by key."""
    return {
        "order_id": f"RX-2026-{number:06}",
        "mrn": f"{number:06}",
        "birth_date": f"{1950 + number % 40}-02-14",
        "family_name": f"Example-{number}",
        "given_name": "Ana",
        "height_cm": "165",
        "product": "ado-trastuzumab emtansine (KADCYLA)",
        "indication": "early breast cancer (EBC)",
        "cycle": "1" if number % 2 else "2",
        "dose_mg_per_kg": "3.6",
        "weight_kg": _weight(number),
        "weight_again": _weight(number),
        "weight_measured_on": "2026-11-20",
        "prepare_on": str((_NOW + timedelta(days=number % 2)).date()),
        "prepare_time": "09:00",
        "released_by": "Dr Example",
    }


def _read_memory() -> float:
    """What this process holds, in MB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6


def run(count: int) -> dict[str, list[tuple[int, float]]]:
    """Prepares that many orders and reads what is held, fifty times after the warm-up."""
    application = QCoreApplication([])
    readings: dict[str, list[tuple[int, float]]] = {_MEMORY: [], _NONE: []}
    read: dict[str, Callable[[], float]] = {_MEMORY: _read_memory, _NONE: lambda: sys.getrefcount(None)}
    warm_up = max(_SHORTEST_WARM_UP, int(count * _WARM_UP))
    every = max(1, (count - warm_up) // _READINGS)
    with TemporaryDirectory() as folder:
        workstation = Workstation(Path(folder))
        for number in range(1, count + 1):
            workstation.prepare(number)
            application.processEvents()
            if number >= warm_up and number % every == 0:
                gc.collect()
                for name, take in read.items():
                    readings[name].append((number, take()))
        workstation.close()
    application.processEvents()
    return readings


def measure(count: int, prelude: str = "") -> dict[str, dict[str, Any]]:
    """Measures in a process of its own.

    Args:
        count: how many orders are prepared, 900 or more.
        prelude: Python statements that this process runs first.

    Returns:
        {"name": {"measured": the slope, "limit": the steepest, "holds": whether it is no steeper}}, with both ends.
    """
    count = max(_FEWEST, count)
    command = [
        sys.executable,
        "-c",
        f"{prelude}\nimport json\nfrom bench import soak\nprint(json.dumps(soak.run({count})))",
    ]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ours
    results = {}
    for name, readings in json.loads(done.stdout).items():
        slope = 1000 * linear_regression(*zip(*readings, strict=True)).slope
        steep = abs(slope) if name == _NONE else slope
        found = {"measured": round(slope, 3), "limit": _LIMITS[name], "holds": steep <= _LIMITS[name]}
        ends = {"first": round(readings[0][1], 1), "last": round(readings[-1][1], 1)}
        results[f"{name}, of {count:,}"] = found | ends
    return results


def main() -> int:
    """Prints the results; 1 when a limit does not hold."""
    parser = ArgumentParser(description="prepare thousands of orders and look at what is held")
    parser.add_argument("--count", type=int, default=FULL, help=f"orders to prepare (default {FULL:,})")
    results = measure(parser.parse_args().count)
    print(json.dumps(results, indent=2))
    return int(not all(result["holds"] for result in results.values()))


if __name__ == "__main__":
    sys.exit(main())
