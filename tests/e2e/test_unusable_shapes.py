"""Orders whose fields are missing, unknown, given twice, of another kind, or contradict each other."""

import json
from typing import Any

import pytest

from tests.orders import full_order, with_token, with_value, without
from tests.refusals import Broken, assert_refused, refuse_all

REQUIRED = (
    "schema",
    "order_id",
    "patient",
    "patient.mrn",
    "patient.family_name",
    "patient.given_name",
    "patient.birth_date",
    "product",
    "jurisdiction",
    "indication",
    "cycle",
    "dose_mg_per_kg",
    "weight",
    "weight.kg",
    "weight.measured_on",
    "prior_doses",
    "prior_doses[0].given_on",
    "prior_doses[0].dose_mg_per_kg",
    "prior_doses[0].infusion_reaction",
    "earlier_doses.count",
    "earlier_doses.lowest_mg_per_kg",
    "labs.collected_on",
    "labs.lvef_measured_on",
    "decisions[0].finding",
    "decisions[0].decided_by",
    "decisions[0].reason",
    "prepare_at",
)
MAY_BE_NULL = {"prior_doses"}
OBJECTS = ("patient", "weight", "prior_doses[0]", "earlier_doses", "labs", "decisions[0]", "stock")
LISTS = ("prior_doses", "decisions")
NOT_AN_OBJECT = ("[]", '"70"', "70", "1.5", "true", "[{}]")
NOT_A_LIST = ("{}", '"none"', "0", "1.5", "false")
DOSE = full_order()["prior_doses"][0]

TWICE = {
    "cycle at the top": (json.dumps(full_order())[:-1] + ', "cycle": 2}', "cycle"),
    "cycle at the top, the same value": (json.dumps(full_order())[:-1] + ', "cycle": 10}', "cycle"),
    "cycle at the top, once escaped": (json.dumps(full_order())[:-1] + ', "c\\u0079cle": 2}', "cycle"),
    "weight at the top": (json.dumps(full_order())[:-1] + ', "weight": null}', "weight"),
    "kg in weight": (with_token("weight", '{"kg": "70", "kg": "71", "measured_on": "2026-11-20"}'), "kg"),
    "a strength in stock": (with_token("stock", '{"100": 1, "160": 4, "100": 12}'), "100"),
    "given_on in a prior dose": (
        with_token("prior_doses[0]", '{"given_on": "2026-10-01", ' + json.dumps(DOSE)[1:]),
        "given_on",
    ),
    "count in earlier_doses": (
        with_token("earlier_doses", '{"count": 8, "count": 8, "lowest_mg_per_kg": "3"}'),
        "count",
    ),
}
CONTRADICTIONS = {
    "earlier doses before none": (with_value("prior_doses", []) | {"cycle": 9}, "earlier_doses"),
    "earlier doses before unknown ones": (with_value("prior_doses", None), "earlier_doses"),
    "given before it is prepared": (with_value("administer_at", "2026-11-22T08:59:59+01:00"), "administer_at"),
    "given before it is prepared, by its offset": (
        with_value("administer_at", "2026-11-22T09:30:00+02:00"),
        "administer_at",
    ),
    "born after the dose": (with_value("patient.birth_date", "2026-11-23"), "patient.birth_date"),
    "born after the dose, by its offset": (
        with_value("patient.birth_date", "2026-11-23", with_value("administer_at", "2026-11-22T23:30:00-11:00")),
        "patient.birth_date",
    ),
    "201 prior doses": (with_value("prior_doses", [DOSE] * 201), "prior_doses"),
    "a strength that is not made": (with_value("stock", {"100": 12, "50": 1}), "stock.50"),
    "a strength with a leading zero": (with_value("stock", {"0100": 12}), "stock.0100"),
    "a strength with its unit": (with_value("stock", {"100 mg": 12}), "stock.100 mg"),
}


def _list_broken() -> list[Broken]:
    missing = [Broken(f"{path} missing", without(path), path) for path in REQUIRED]
    nulls = [Broken(f"{path} null", with_value(path, None), path) for path in REQUIRED if path not in MAY_BE_NULL]
    items = [Broken(f"{path}[0] null", with_value(f"{path}[0]", None), f"{path}[0]") for path in LISTS]
    places = {"": "colour", **{f"{path}.": "colour" for path in OBJECTS if path != "stock"}}
    unknown = [
        Broken(f"{at}{key} unknown", with_value(f"{at}{key}", "red"), f"{at}{key}") for at, key in places.items()
    ]
    near = [Broken(f"{key} unknown", full_order() | {key: None}, key) for key in ("Cycle", "dose_mg_kg", "weight_kg")]
    objects = [Broken(f"{path} as {bad}", with_token(path, bad), path) for path in OBJECTS for bad in NOT_AN_OBJECT]
    lists = [Broken(f"{path} as {bad}", with_token(path, bad), path) for path in LISTS for bad in NOT_A_LIST]
    related = [Broken(name, order, field) for name, (order, field) in CONTRADICTIONS.items()]
    return [*missing, *nulls, *items, *unknown, *near, *objects, *lists, *related]


BROKEN = _list_broken()
REPEATED = [Broken(f"{name} twice", text, key) for name, (text, key) in TWICE.items()]
ODD_KEYS = {
    "a line feed": "a\nb",
    "a terminal command": "\x1b[2J",
    "a lone surrogate": "\ud800",
    "an override": "a\u202eb",
}
ODD = [Broken(f"a key with {name}", full_order() | {key: 1}, "") for name, key in ODD_KEYS.items()]
ODD.append(Broken("a key of 100,000 letters", full_order() | {"k" * 100_000: 1}, ""))


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    return refuse_all([*BROKEN, *REPEATED, *ODD])


@pytest.mark.parametrize("broken", [*BROKEN, *ODD], ids=lambda broken: str(broken.name))
def test_a_field_out_of_shape_is_refused_by_its_path(broken: Broken, answers: dict[str, dict[str, Any]]) -> None:
    assert_refused(answers[broken.name], broken)


@pytest.mark.parametrize("broken", REPEATED, ids=lambda broken: str(broken.name))
def test_a_key_given_twice_is_refused_by_its_name(broken: Broken, answers: dict[str, dict[str, Any]]) -> None:
    error = str(answers[broken.name].get("error"))
    assert broken.field in error
    assert "twice" in error or "more than once" in error or "repeated" in error
