"""`plan FILE`: one order in, its plan as JSON out, and an exit code a script can branch on."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.orders import Order, confirm_order, full_order, plain_order, stopped_order
from tests.program import Outcome, assert_unusable, get_only_line, parse_output, run_program

# The contract's own example, but for messages, sources, revision and digest.
EXAMPLE_FINDINGS = [("note", "infusion.rate_of_last"), ("note", "interval.delayed"), ("note", "labs.not_checked")]
EXAMPLE_PREPARATION = {
    "dose": {
        "mg_per_kg": "3.6",
        "weight_kg": "70",
        "calculated_mg": "252",
        "volume_ml": "12.6",
        "prepared_mg": "252",
        "deviation_percent": "0",
        "written_mg": "252",
    },
    "vials": [
        {"strength_mg": "100", "count": 1, "diluent": "Sterile Water for Injection", "diluent_ml": "5"},
        {"strength_mg": "160", "count": 1, "diluent": "Sterile Water for Injection", "diluent_ml": "8"},
    ],
    "opened_mg": "260",
    "unused_mg": "8",
    "reconstituted_mg_per_ml": "20",
    "bag": {
        "fluid": "0.9 % sodium chloride",
        "volume_ml": "250",
        "final_volume_ml": "262.6",
        "concentration_mg_per_ml": "0.96",
    },
    "infusion": {
        "minutes": 90,
        "rate_ml_per_h": "175",
        "observe_minutes": 30,
        "filter": "0.2 or 0.22 micron in-line PES filter",
    },
    "expected_mass_g": "12.93",
    "use_by": {"reconstituted_vials": "2026-11-23T09:00:00+01:00", "bag": "2026-11-23T09:00:00+01:00"},
    "next_dose_from": "2026-12-13",
}
ASCII_ONLY = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def plan_of(order: Order) -> Outcome:
    return run_program("plan", "-", stdin=json.dumps(order).encode())


def test_the_example_of_the_contract_gives_the_plan_of_the_contract(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(plain_order()), "utf-8")
    outcome = run_program("plan", file)
    plan = parse_output(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert (plan["schema"], plan["order_id"], plan["status"]) == ("prep-assistant/plan/1", "RX-2026-00017", "ready")
    assert [(finding["severity"], finding["code"]) for finding in plan["findings"]] == EXAMPLE_FINDINGS
    assert plan["findings"][0]["values"]["minutes"] == "90"
    assert plan["findings"][1]["values"]["days"] == "23"
    assert plan["preparation"] == EXAMPLE_PREPARATION
    assert set(plan) == {"schema", "order_id", "status", "findings", "preparation", "formulary"}


@pytest.mark.parametrize(
    ("order", "status", "code"),
    [(plain_order(), "ready", 0), (confirm_order(), "confirm", 0), (stopped_order(), "stopped", 3)],
    ids=["ready", "confirm", "stopped"],
)
def test_the_exit_code_tells_a_stopped_plan_and_nothing_is_on_standard_error(
    order: Order, status: str, code: int
) -> None:
    outcome = plan_of(order)
    assert (outcome.code, parse_output(outcome.out)["status"], outcome.err) == (code, status, "")


def test_a_file_and_standard_input_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    file.write_text(json.dumps(full_order()), "utf-8")
    one = run_program("plan", file, environment={"PYTHONHASHSEED": "1"})
    two = run_program("plan", "-", stdin=file.read_bytes(), environment={"PYTHONHASHSEED": "2"}, directory=tmp_path)
    assert one == two
    assert one.code == 0


def test_the_plan_is_the_same_utf_8_where_the_terminal_knows_only_ascii(tmp_path: Path) -> None:
    file = tmp_path / "order.json"
    order = confirm_order() | {"order_id": "RX-Ł-é-1", "bag_fluid": "Łódź"}
    file.write_text(json.dumps(order, ensure_ascii=False), "utf-8")
    outcome = run_program("plan", file, environment=ASCII_ONLY)
    assert outcome == run_program("plan", file)
    assert parse_output(outcome.out)["order_id"] == "RX-Ł-é-1"


def test_a_stopped_plan_holds_no_figure_outside_its_findings() -> None:
    plan = parse_output(plan_of(stopped_order() | {"order_id": "RX"}).out)
    assert plan["preparation"] is None
    assert set(plan) == {"schema", "order_id", "status", "findings", "preparation", "formulary"}
    assert set(plan["formulary"]) == {"id", "revision", "digest"}
    outside = {key: value for key, value in plan.items() if key not in {"findings", "formulary", "schema"}}
    assert re.findall(r"\d", json.dumps(outside)) == []


@pytest.mark.parametrize("order", [plain_order(), stopped_order()], ids=["ready", "stopped"])
def test_every_plan_names_the_formulary_it_was_made_with(order: Order) -> None:
    formulary = parse_output(plan_of(order).out)["formulary"]
    assert formulary["id"] == "kadcyla-us"
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", formulary["digest"])
    assert formulary["revision"].strip()


@pytest.mark.parametrize(
    ("prepare_at", "use_by"),
    [
        ("2026-11-22T09:00:00-05:00", "2026-11-23T09:00:00-05:00"),
        ("2026-11-22T23:45:30+05:45", "2026-11-23T23:45:30+05:45"),
        ("2026-12-31T22:15:00+14:00", "2027-01-01T22:15:00+14:00"),
    ],
)
def test_instants_keep_the_offset_of_the_order(prepare_at: str, use_by: str) -> None:
    order = plain_order() | {"prepare_at": prepare_at, "weight": {"kg": "70", "measured_on": prepare_at[:10]}}
    preparation = parse_output(plan_of(order).out)["preparation"]
    assert preparation["use_by"] == {"reconstituted_vials": use_by, "bag": use_by}


USAGE: dict[str, list[Any]] = {
    "an unknown command": ["prepare"],
    "no file": ["plan"],
    "no file for lines": ["plan", "--lines"],
    "two files": ["plan", "a.json", "b.json"],
    "an unknown option": ["plan", "--quiet", "-"],
    "an option of another command": ["plan", "-", "--output", "x.pdf"],
    "a command shortened": ["pla", "-"],
    "no output": ["label", "-"],
    "an odd character": ["plan\u202e", "-"],
    "a line feed": ["plan\nplan", "-"],
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE.keys())
def test_a_usage_error_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    assert_unusable(run_program(*arguments, stdin=json.dumps(plain_order()).encode()))


@pytest.mark.parametrize("arguments", [["plan", "-"], ["plan", "--lines", "-"]], ids=["plan", "plan --lines"])
def test_a_full_disk_behind_standard_output_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        outcome = run_program(*arguments, stdin=json.dumps(plain_order()).encode() + b"\n", stdout=full)
    assert outcome.code == 2
    get_only_line(outcome.err)
