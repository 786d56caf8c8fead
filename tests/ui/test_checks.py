"""docs/checks.md keeps its word: fifty-six checks, and what is named as holding one is there."""

import re
from pathlib import Path

from PySide6.QtCore import QAbstractAnimation, QTimer

from tests.orders import plain_order
from tests.ui.page import Page

ROOT = Path(__file__).parents[2]
TABLE = [line for line in (ROOT / "docs" / "checks.md").read_text("utf-8").splitlines() if re.match(r"\| \d+ \|", line)]
THIS_ISSUE = {*range(1, 6), *range(7, 26), *range(27, 32), *range(34, 37), 38, 39, *range(43, 48), 50}


def test_there_are_fifty_six_checks_in_order() -> None:
    assert [int(line.split("|")[1]) for line in TABLE] == list(range(1, 57))


def test_every_test_that_is_named_is_there() -> None:
    written = "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    named = {name for line in TABLE for name in re.findall(r"`(test_\w+)`", line)}
    assert named
    assert sorted(name for name in named if f"def {name}(" not in written) == []


def test_every_screenshot_that_is_named_is_there() -> None:
    named = {name for line in TABLE for name in re.findall(r"`([\w-]+\.png)`", line)}
    assert named
    assert sorted(name for name in named if not (ROOT / "docs" / "screenshots" / name).exists()) == []


def test_what_the_page_owes_is_held_by_something() -> None:
    owed = {int(line.split("|")[1]): line.split("|")[4].strip() for line in TABLE if line.split("|")[3].strip() == "4"}
    assert set(owed) == THIS_ISSUE
    assert sorted(number for number, held in owed.items() if not held) == []


def test_nothing_on_the_page_moves_by_itself(page: Page) -> None:
    page.open(plain_order())
    animations = page.window.findChildren(QAbstractAnimation)
    assert [moving for moving in animations if moving.state() is QAbstractAnimation.State.Running] == []
    running = [timer for timer in page.window.findChildren(QTimer) if timer.isActive() and not timer.isSingleShot()]
    # It reads two clocks, and draws nothing while they go on alike.
    assert [timer.objectName() for timer in running] == ["clock_timer"]
