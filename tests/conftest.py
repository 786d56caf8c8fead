"""What several kinds of tests stand on."""

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.program import plan_lines
from tests.shared_cases import CASES

# No test reads the settings or the policy of whoever runs it, nor does its child: this folder begins empty, and goes.
_EMPTY = TemporaryDirectory(prefix="prep-assistant-tests-")
os.environ |= {"XDG_CONFIG_HOME": _EMPTY.name, "XDG_CONFIG_DIRS": _EMPTY.name}

# No test sees the machine's own printers. Qt asks once in a process who its scheduler is, so that is told before.
_CUPS = TemporaryDirectory(prefix="prep-assistant-cups-")
os.environ["CUPS_SERVER"] = f"{_CUPS.name}/socket"

# No screen is needed by any test; "make test" says the same.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The log of acts and the reports of whoever runs the tests are not theirs to write.
os.environ["XDG_STATE_HOME"] = str(Path(__file__).parents[1] / "out" / "cache" / "state")


@pytest.fixture(scope="session")
def shared_plans() -> dict[str, dict[str, Any]]:
    """Return the plan of each shared case, by the case's name: one run of `plan --lines` makes them all."""
    plans = plan_lines([json.dumps(case["order"]) for case in CASES])
    return {case["name"]: plan for case, plan in zip(CASES, plans, strict=True)}
