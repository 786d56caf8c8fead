"""`schema order` and `schema plan`: JSON Schemas that say what the program itself takes and gives."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.orders import full_order, plain_order, with_value, without
from tests.program import assert_unusable, get_only_line, run_program
from tests.shared_cases import CASES


def print_schema(name: str) -> dict[str, Any]:
    outcome = run_program("schema", name)
    assert (outcome.code, outcome.err) == (0, "")
    schema = json.loads(outcome.out.decode("utf-8"))
    assert isinstance(schema, dict)
    return schema


@pytest.fixture(scope="module")
def order_schema() -> Draft202012Validator:
    return Draft202012Validator(print_schema("order"))


@pytest.fixture(scope="module")
def plan_schema() -> Draft202012Validator:
    return Draft202012Validator(print_schema("plan"))


@pytest.mark.parametrize("name", ["order", "plan"])
def test_the_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(print_schema(name))


def test_the_order_of_every_shared_case_is_valid(order_schema: Draft202012Validator) -> None:
    wrong = {case["name"]: [error.message for error in order_schema.iter_errors(case["order"])] for case in CASES}
    assert {name: errors for name, errors in wrong.items() if errors} == {}


@pytest.mark.parametrize("order", [plain_order(), full_order()], ids=["plain", "full"])
def test_an_order_with_or_without_its_optional_fields_is_valid(
    order: dict[str, Any], order_schema: Draft202012Validator
) -> None:
    assert [error.message for error in order_schema.iter_errors(order)] == []


INVALID = {
    "a float dose": with_value("dose_mg_per_kg", 3.6),
    "a float weight": with_value("weight.kg", 70.4),
    "a whole number for a decimal": with_value("weight.kg", 70),
    "a leading zero": with_value("weight.kg", "070"),
    "two points": with_value("weight.kg", "7..0"),
    "five places": with_value("weight.kg", "7.00000"),
    "full-width digits": with_value("weight.kg", "１２"),
    "an unknown field": full_order() | {"bsa_m2": "1.8"},
    "an unknown field of the patient": with_value("patient.sex", "female"),
    "an unknown field of a prior dose": with_value("prior_doses[0].drug", "trastuzumab"),
    "an unknown strength": with_value("stock", {"50": 1}),
    "a text for a whole number": with_value("cycle", "2"),
    "true for a whole number": with_value("cycle", True),
    "cycle 0": with_value("cycle", 0),
    "cycle 1000": with_value("cycle", 1000),
    "another indication": with_value("indication", "early"),
    "another schema": with_value("schema", "prep-assistant/order/2"),
    "201 prior doses": with_value("prior_doses", full_order()["prior_doses"] * 201),
    "no weight": without("weight"),
    "no history": without("prior_doses"),
    "no date of the laboratory": without("labs.collected_on"),
    "seconds for a date": with_value("weight.measured_on", 1732233600),
}


@pytest.mark.parametrize("order", INVALID.values(), ids=INVALID.keys())
def test_an_order_the_program_refuses_by_its_form_is_not_valid(
    order: dict[str, Any], order_schema: Draft202012Validator
) -> None:
    assert not order_schema.is_valid(order)


def test_an_unknown_history_is_valid_as_null(order_schema: Draft202012Validator) -> None:
    assert order_schema.is_valid(with_value("prior_doses", None, without("earlier_doses")))


def test_every_printed_plan_is_valid(
    plan_schema: Draft202012Validator, shared_plans: dict[str, dict[str, Any]]
) -> None:
    wrong = {name: [error.message for error in plan_schema.iter_errors(plan)] for name, plan in shared_plans.items()}
    assert {name: errors for name, errors in wrong.items() if errors} == {}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("status", "approved"),
        ("schema", "prep-assistant/plan/2"),
        ("findings[0].severity", "warning"),
        ("preparation.dose.prepared_mg", 252.0),
        ("preparation.vials[0].count", "1"),
        ("preparation.infusion.minutes", "30"),
    ],
)
def test_a_plan_changed_in_its_form_is_not_valid(
    path: str, value: object, plan_schema: Draft202012Validator, shared_plans: dict[str, dict[str, Any]]
) -> None:
    plan = next(plan for plan in shared_plans.values() if plan["status"] == "ready" and plan["findings"])
    assert plan_schema.is_valid(plan)
    assert not plan_schema.is_valid(with_value(path, value, plan))


@pytest.mark.parametrize("arguments", [[], ["label"], ["order", "plan"], [""]], ids=["none", "unknown", "two", "empty"])
def test_a_schema_that_does_not_exist_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    assert_unusable(run_program("schema", *arguments))


def test_the_schema_is_the_same_bytes_whatever_the_hash_seed() -> None:
    seeds = [run_program("schema", "order", environment={"PYTHONHASHSEED": seed}).out for seed in ("1", "2")]
    assert seeds[0] == seeds[1]


def test_a_full_disk_behind_standard_output_is_one_line_and_exit_code_2() -> None:
    with Path("/dev/full").open("wb") as full:
        outcome = run_program("schema", "order", stdout=full)
    assert outcome.code == 2
    get_only_line(outcome.err)
