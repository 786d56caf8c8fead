"""The demonstration: the same window, driven from outside, leaves the plan and the label that the commands give."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.orders import plain_order
from tests.program import run_program

ROOT = Path(__file__).parents[2]
TYPED = plain_order() | {
    "cycle": 1,
    "prior_doses": [],
    "treatment_released_by": "Dr Example, 22-Nov-2026",
    "stock": None,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the demonstration, run once, left what it made."""
    place = tmp_path_factory.mktemp("demo")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tools.demo"]
    ran = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=240)
    assert (ran.returncode, ran.stderr) == (0, "")
    made = place / "out" / "demo"
    assert ran.stdout.split() == [f"out/demo/{name}" for name in ("plan.json", "label.pdf", "screenshot-prepare.png")]
    return made


def test_the_typed_order_gives_the_plan_of_the_same_order_as_a_file(folder: Path) -> None:
    planned = run_program("plan", "-", stdin=json.dumps(TYPED).encode())
    assert json.loads((folder / "plan.json").read_bytes()) == json.loads(planned.out)


def test_the_typed_order_gives_the_label_of_the_same_order_as_a_file(folder: Path, tmp_path: Path) -> None:
    label = tmp_path / "label.pdf"
    run_program("label", "-", "--output", label, stdin=json.dumps(TYPED).encode())
    assert (folder / "label.pdf").read_bytes() == label.read_bytes()


def test_the_screenshot_is_a_picture(folder: Path) -> None:
    assert (folder / "screenshot-prepare.png").read_bytes().startswith(b"\x89PNG")
