"""The shared cases: orders and the plans they must give, as written down before the program was.

Only the fields shown in a case are compared, but its findings are complete and in order.
"""

from typing import Any

import pytest

from tests.shared_cases import CASES


def list_differences(expected: object, actual: object, place: str = "plan") -> list[str]:
    """Return what of `expected` is not in `actual`: dictionaries as subsets, lists element by element."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        absent = [f"{place}.{key} is missing" for key in expected if key not in actual]
        shared = [key for key in expected if key in actual]
        return absent + [
            line for key in shared for line in list_differences(expected[key], actual[key], f"{place}.{key}")
        ]
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        pairs = enumerate(zip(expected, actual, strict=True))
        return [line for index, pair in pairs for line in list_differences(*pair, f"{place}[{index}]")]
    same = type(expected) is type(actual) and expected == actual
    return [] if same else [f"{place}: expected {expected!r}, planned {actual!r}"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_order_gives_the_plan_the_case_shows(case: dict[str, Any], shared_plans: dict[str, dict[str, Any]]) -> None:
    plan = shared_plans[case["name"]]
    expected = dict(case["expected"])
    findings = [(finding["severity"], finding["code"]) for finding in expected.pop("findings")]
    assert "error" not in plan, plan["error"]
    assert [(finding["severity"], finding["code"]) for finding in plan["findings"]] == findings
    assert list_differences(expected, plan) == []
    assert plan["order_id"] == case["order"]["order_id"]


def test_there_are_159_cases_and_each_has_a_name_of_its_own() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) == 159


def test_the_comparison_sees_every_kind_of_difference() -> None:
    shown = {"status": "ready", "dose": {"mg": "252"}, "vials": [{"count": 1}]}
    assert list_differences(shown, shown | {"more": 1}) == []
    assert list_differences(shown, {"status": "ready", "dose": {}, "vials": [{"count": 1}]}) == [
        "plan.dose.mg is missing"
    ]
    assert list_differences(shown, shown | {"vials": []}) == ["plan.vials: expected [{'count': 1}], planned []"]
    assert list_differences(shown, shown | {"vials": [{"count": True}]}) == [
        "plan.vials[0].count: expected 1, planned True"
    ]
    assert list_differences({"preparation": None}, {"preparation": {}}) == [
        "plan.preparation: expected None, planned {}"
    ]
