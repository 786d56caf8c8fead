"""The shared cases: orders and the plans they must give, as they were written down before the program."""

import json
from pathlib import Path
from typing import Any

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases" / "plans.json").read_text("utf-8"))["cases"]
