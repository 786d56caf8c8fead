"""The plan as a whole: its status, the order of its findings, and orders that cannot be judged at all."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from prep_assistant.calculation import (
    Decision,
    EarlierDoses,
    Finding,
    Jurisdiction,
    PlanStatus,
    Severity,
    UnusableOrder,
    plan,
)
from prep_assistant.calculation.case import open_case
from prep_assistant.calculation.figures import make_preparation
from prep_assistant.quantities import Mass
from tests.unit.typed_orders import (
    MONOGRAPH,
    NOW,
    PLAIN_NOTES,
    POLICY,
    a_dose,
    a_patient,
    all_labs,
    an_order,
    days_ago,
    found,
    plan_of,
)


def test_the_plain_order_is_ready_with_two_notes() -> None:
    planned = plan_of(an_order())
    assert planned.status is PlanStatus.READY
    assert planned.preparation is not None
    assert found(an_order()) == PLAIN_NOTES


def test_one_confirm_makes_the_plan_confirm_and_keeps_its_figures() -> None:
    planned = plan_of(an_order(weight_measured_on=days_ago(8)))
    assert planned.status is PlanStatus.CONFIRM
    assert planned.preparation is not None


def test_one_stop_makes_the_plan_stopped_and_no_figure_leaves_it() -> None:
    planned = plan_of(an_order(weight_measured_on=days_ago(-1)))
    assert planned.status is PlanStatus.STOPPED
    assert planned.preparation is None


def test_findings_are_sorted_by_severity_and_then_by_code() -> None:
    order = an_order("3", "35", product="T-DM1", cycle=5, bag_fluid="x", weight_measured_on=days_ago(8), stock={})
    listed = [(it.severity.value, it.code) for it in plan_of(order).findings]
    assert listed == sorted(listed, key=lambda it: (["stop", "confirm", "note"].index(it[0]), it[1]))
    assert {severity for severity, _ in listed} == {"stop", "confirm", "note"}


def test_a_plan_without_any_finding_is_ready() -> None:
    silent = an_order(labs=all_labs())
    assert found(silent) == {"infusion.subsequent": "note"}
    assert plan_of(silent).status is PlanStatus.READY


def test_a_plan_says_which_order_and_which_formulary_it_is_of() -> None:
    planned = plan_of(an_order())
    assert planned.order_id == "UNIT-1"
    assert planned.monograph is MONOGRAPH
    assert planned.policy is POLICY


def test_an_order_is_refused_by_the_monograph_of_another_jurisdiction() -> None:
    with pytest.raises(ValueError, match="an order for EU was brought to the monograph for US"):
        plan(an_order(jurisdiction=Jurisdiction.EU), MONOGRAPH, POLICY)


def test_figures_of_a_stopped_order_cannot_be_had_by_asking_for_them() -> None:
    without_vials = open_case(an_order(stock={}), MONOGRAPH, POLICY, comparable=True)
    without_history = open_case(an_order(prior_doses=None), MONOGRAPH, POLICY, comparable=False)
    for case in (without_vials, without_history):
        with pytest.raises(ValueError, match="an order that is stopped"):
            make_preparation(case)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"administer_at": NOW - timedelta(seconds=1)}, "administer_at"),
        ({"patient": a_patient(born=date(2026, 11, 23))}, "patient.birth_date"),
        ({"prior_doses": (), "earlier_doses": EarlierDoses(1, a_dose().level)}, "earlier_doses"),
        ({"prior_doses": None, "earlier_doses": EarlierDoses(1, a_dose().level)}, "earlier_doses"),
        ({"labs": all_labs(lvef_measured_on=None)}, "labs.lvef_measured_on"),
    ],
)
def test_fields_that_contradict_each_other_make_an_order_unusable(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(UnusableOrder, match=f"^{field}: .+; expected .+") as refusal:
        an_order(**changes)
    assert refusal.value.field == field
    assert "Example" not in str(refusal.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"administer_at": NOW},
        {"administer_at": NOW.astimezone(UTC) + timedelta(days=1)},
        {"patient": a_patient(born=date(2026, 11, 22))},
        {"earlier_doses": EarlierDoses(1, a_dose().level)},
        {"labs": all_labs(lvef_percent=None, lvef_measured_on=None)},
        {"labs": all_labs(lvef_percent=None)},
    ],
)
def test_fields_at_the_edge_of_contradiction_are_usable(changes: dict[str, Any]) -> None:
    assert an_order(**changes).order_id == "UNIT-1"


def test_today_is_the_day_of_administration_or_else_of_preparation() -> None:
    assert an_order(prepare_at=datetime(2026, 11, 22, 23, 59, tzinfo=UTC)).today == date(2026, 11, 22)
    assert an_order(administer_at=NOW + timedelta(days=1)).today == date(2026, 11, 23)
    assert an_order(administer_at=None).infusion_begins_at == NOW


def test_an_order_shown_for_a_report_names_nobody() -> None:
    decided = Decision("toxicity.bilirubin.hold_reduce", "Dr Known", "Gilbert syndrome")
    shown = repr(an_order(decisions=(decided,), treatment_released_by="Dr Who"))
    assert [
        word for word in ("00417", "Example", "Ana", "1961", "Dr Who", "Dr Known", "Gilbert") if word in shown
    ] == []


def test_a_finding_speaks_with_units_and_gives_its_values_without() -> None:
    values: dict[str, Any] = {
        "mass": Mass(Decimal("1000.50")),
        "ratio": Decimal("2.0"),
        "day": date(2026, 11, 2),
        "count": 3,
        "none": "",
    }
    finding = Finding("x", Severity.NOTE, "{mass}, {ratio}, {day}, {count}{none}", "US PI 2.1", values)
    assert finding.message == "1,000.5\u00a0mg, 2, 02-Nov-2026, 3"
    assert finding.plain_values() == {"mass": "1000.5", "ratio": "2", "day": "2026-11-02", "count": "3"}


def test_a_tighter_house_limit_is_obeyed() -> None:
    valid = replace(POLICY.weight_valid_days, value=2)
    tighter = plan(an_order(weight_measured_on=days_ago(3)), MONOGRAPH, replace(POLICY, weight_valid_days=valid))
    assert "weight.stale" in {it.code for it in tighter.findings}
    assert "weight.stale" not in found(an_order(weight_measured_on=days_ago(3)))
