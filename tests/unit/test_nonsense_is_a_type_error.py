"""Wrong arithmetic does not pass the type checker either, so that most of it never runs."""

import sys
from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).resolve().parents[2]
SENSE = ["weight * level", "mass / concentration", "volume * concentration", "mass + mass", "mass * 2", "mass < mass"]
NONSENSE = {
    "mass + volume": "operator",
    "volume + mass": "operator",
    "mass - volume": "operator",
    "mass + Decimal(1)": "operator",
    "weight * concentration": "operator",
    "weight * Decimal(3)": "operator",
    "level * weight": "operator",
    "mass / volume": "operator",
    "mass * 0.5": "operator",
    "volume - volume": "operator",
    "mass < volume": "operator",
    "Mass(3.6)": "arg-type",
    "Weight(70)": "arg-type",
    "volume.rounded_down_to(mass)": "arg-type",
}
MADE = """\
from decimal import Decimal
from prep_assistant.quantities import Concentration, DoseLevel, Mass, Volume, Weight
mass, volume, weight = Mass(Decimal(1)), Volume(Decimal(1)), Weight(Decimal(1))
concentration, level = Concentration(Decimal(1)), DoseLevel(Decimal(1))
"""


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what mypy says of each expression, in one run over all of them."""
    folder = tmp_path_factory.mktemp("nonsense")
    snippet, config = folder / "snippet.py", folder / "mypy.ini"
    expressions = [*SENSE, *NONSENSE]
    snippet.write_text(MADE + "".join(f"print({expression})\n" for expression in expressions), "utf-8")
    config.write_text(f"[mypy]\nstrict = true\nmypy_path = {ROOT / 'src'}\n", "utf-8")
    options = ["--config-file", str(config), "--cache-dir", str(ROOT / "out" / "cache" / "mypy-snippet")]
    out, err, _ = api.run([*options, "--python-executable", sys.executable, "--no-error-summary", str(snippet)])
    assert err == ""
    said = dict.fromkeys(expressions, "")
    first = MADE.count("\n") + 1
    for line in out.splitlines():
        _, number, text = line.split(":", 2)
        said[expressions[int(number) - first]] += text
    return said


@pytest.mark.parametrize("expression", SENSE)
def test_a_meaningful_expression_passes_the_type_checker(complaints: dict[str, str], expression: str) -> None:
    assert complaints[expression] == ""


@pytest.mark.parametrize(("expression", "kind"), NONSENSE.items())
def test_a_meaningless_expression_is_a_type_error(complaints: dict[str, str], expression: str, kind: str) -> None:
    assert "error:" in complaints[expression]
    assert f"[{kind}]" in complaints[expression]
