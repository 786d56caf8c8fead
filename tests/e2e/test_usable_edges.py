"""Orders at the edge of what is usable: they must be planned, or the refusals beside them would prove too little."""

import json
from typing import Any

import pytest

from tests.orders import find_value, full_order, plain_order, with_token, with_value, without
from tests.program import plan_lines

COMPOSED = "e\N{COMBINING ACUTE ACCENT}"
DOSE = plain_order()["prior_doses"][0]
OPTIONAL = (
    "patient.height_cm",
    "dose_mg",
    "prior_doses[0].weight_kg",
    "prior_doses[0].infusion_minutes",
    "earlier_doses",
    "labs",
    "labs.platelets_per_mm3",
    "labs.alt_x_uln",
    "labs.ast_x_uln",
    "labs.bilirubin_x_uln",
    "labs.lvef_percent",
    "labs.baseline_lvef_percent",
    "labs.symptomatic_heart_failure",
    "labs.neuropathy_grade",
    "labs.ild_or_pneumonitis",
    "labs.nodular_regenerative_hyperplasia",
    "treatment_released_by",
    "decisions",
    "infusion_minutes",
    "administer_at",
    "bag_fluid",
    "stock",
)
EDGES: dict[str, list[Any]] = {
    "order_id": ["7", "R" * 32, COMPOSED * 32],
    "patient.mrn": ["0", "9" * 20],
    "patient.family_name": ["X", COMPOSED * 60, "Łukasiewicz-O\N{RIGHT SINGLE QUOTATION MARK}Neil", "Nguyễn Thị"],
    "patient.given_name": ["X", COMPOSED * 60],
    "patient.birth_date": ["2026-11-22", "1900-02-28", "2024-02-29"],
    "patient.height_cm": ["0.0001", "99999.9999"],
    "product": ["x", "x" * 200],
    "indication": ["MBC"],
    "cycle": [1, 999],
    "dose_mg_per_kg": ["0.0001", "99999.9999", "3.60"],
    "dose_mg": ["0.0001", "99999.9999", "252.0000"],
    "weight.kg": ["0.0001", "99999.9999", "70.0"],
    "weight.measured_on": ["2026-12-24", "1961-01-01"],
    "prior_doses": [[], None, [DOSE] * 200],
    "prior_doses[0].infusion_reaction": ["not_tolerated", "life_threatening"],
    "prior_doses[0].infusion_minutes": [1, 999],
    "prior_doses[0].weight_kg": ["0.0001", "99999.9999"],
    "labs.platelets_per_mm3": [0, 9_999_999],
    "labs.alt_x_uln": ["0", "0.0", "99999.9999"],
    "labs.bilirubin_x_uln": ["0"],
    "labs.neuropathy_grade": [0, 4],
    "labs.ild_or_pneumonitis": [True],
    "treatment_released_by": ["x", "x" * 200],
    "decisions": [[]],
    "infusion_minutes": [1, 999],
    "prepare_at": [
        "2026-11-22T09:00Z",
        "2026-11-22T09:00:59-00:00",
        "2026-11-22T00:00+14:00",
        "2026-11-21T20:00:59-12:00",
    ],
    "administer_at": ["2026-11-22T09:00:00+01:00", "2026-11-22T08:00Z", "2026-11-22T03:30-04:30"],
    "bag_fluid": ["x", "5 % dextrose"],
    "stock": [{}, {"100": 0}, {"160": 999}],
    "earlier_doses.count": [1, 200],
}


def _order_with(path: str, value: object) -> dict[str, Any]:
    order = with_value(path, value)
    if path == "prior_doses" and not value:
        del order["earlier_doses"]
    return order


LINES = {f"{path} = {str(value)[:40]!a}": _order_with(path, value) for path in EDGES for value in EDGES[path]}
assert len(LINES) == sum(map(len, EDGES.values()))


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    return dict(zip(LINES, plan_lines([json.dumps(order) for order in LINES.values()]), strict=True))


@pytest.mark.parametrize("name", LINES)
def test_a_value_at_the_edge_is_planned(name: str, answers: dict[str, dict[str, Any]]) -> None:
    assert answers[name].get("error") is None
    assert answers[name]["status"] in {"ready", "confirm", "stopped"}


def test_an_optional_field_may_be_absent_or_null() -> None:
    removed = plan_lines([json.dumps(without(path)) for path in OPTIONAL])
    nulled = plan_lines([json.dumps(with_value(path, None)) for path in OPTIONAL])
    refused = {path: plan["error"] for path, plan in zip(OPTIONAL, removed, strict=True) if "error" in plan}
    assert refused == {}
    assert removed == nulled


def test_a_list_of_prior_doses_in_another_order_gives_the_same_plan() -> None:
    doses = [DOSE | {"given_on": f"2026-{month}-02"} for month in ("06", "07", "09", "10")]
    order = plain_order() | {"cycle": 5}
    first, second = plan_lines([json.dumps(order | {"prior_doses": some}) for some in (doses, doses[::-1])])
    assert "error" not in first
    assert first == second


def test_the_order_of_keys_and_escapes_and_blanks_change_nothing() -> None:
    order = full_order()
    turned = dict(reversed(order.items()))
    escaped = with_token("indication", '"\\u0045BC"').replace('"cycle"', '"c\\u0079cle"')
    one, *others = plan_lines([json.dumps(order), json.dumps(turned), escaped, f" \t{json.dumps(order, indent=None)} "])
    assert others == [one] * 3


def test_the_ends_of_the_calendar_are_answered_and_not_a_crash() -> None:
    late = plain_order() | {"prepare_at": "9999-12-31T23:59:59-12:00"}
    early = plain_order() | {"prepare_at": "0001-01-01T00:00:00+14:00", "prior_doses": []}
    first = with_value(
        "patient.birth_date", "0001-01-01", early | {"weight": {"kg": "70", "measured_on": "0001-01-01"}}
    )
    *answers, last = plan_lines([json.dumps(order) for order in (late, early, first, plain_order())])
    assert last["status"] == "ready"
    for answer in answers:
        assert set(answer) in ({"line", "error"}, set(last))


def test_the_paths_of_these_tests_are_paths_of_the_full_order() -> None:
    assert [path for path in (*EDGES, *OPTIONAL) if find_value(path, full_order()) in (None, "")] == []
