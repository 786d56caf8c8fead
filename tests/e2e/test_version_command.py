"""`--version`: what a report of a defect has to name, in a few lines, without opening a window."""

import json
import platform
import re
from importlib import metadata

import pytest

from tests.orders import plain_order, with_value
from tests.program import Outcome, assert_unusable, parse_output, run_program


@pytest.fixture(scope="module")
def told() -> Outcome:
    return run_program("--version")


def find_fact(outcome: Outcome, name: str) -> str:
    """Return what the one line with this name says."""
    (fact,) = list_facts(outcome, name)
    return fact


def list_facts(outcome: Outcome, name: str) -> list[str]:
    """Return what the lines with this name say."""
    return [str(fact) for fact in re.findall(rf"^{name} +(\S.*)$", outcome.out.decode(), re.MULTILINE)]


def test_the_version_is_told_on_standard_output(told: Outcome) -> None:
    assert (told.code, told.err) == (0, "")
    assert find_fact(told, "program") == metadata.version("prep-assistant")
    assert find_fact(told, "Python") == f"CPython {platform.python_version()}"
    assert find_fact(told, "Qt").startswith(metadata.version("PySide6-Essentials"))


def test_the_commit_is_told_or_said_to_be_unknown(told: Outcome) -> None:
    assert re.fullmatch(r"[0-9a-f]{40}(-dirty)?|not recorded", find_fact(told, "commit"))


def test_each_formulary_is_told_as_a_plan_made_with_it_tells_it(told: Outcome) -> None:
    orders = [with_value("jurisdiction", label, plain_order()) for label in ("US", "EU")]
    plans = [parse_output(run_program("plan", "-", stdin=json.dumps(order).encode()).out) for order in orders]
    assert list_facts(told, "formulary") == [" ".join(plan["formulary"].values()) for plan in plans]


def test_the_licences_of_what_is_bundled_are_told(told: Outcome) -> None:
    licences = re.findall(r"^licence +(\S+) \S+: (.+)$", told.out.decode(), re.MULTILINE)
    assert ("pydantic", "MIT") in licences
    assert any(name == "PySide6_Essentials" and "LGPL-3.0" in licence for name, licence in licences)


def test_it_is_told_what_the_program_is_not(told: Outcome) -> None:
    assert "Not CE-marked and not FDA-cleared." in told.out.decode()
    assert "ado-trastuzumab emtansine (KADCYLA)" in told.out.decode()


def test_the_version_takes_no_value() -> None:
    assert_unusable(run_program("--version=2"))
