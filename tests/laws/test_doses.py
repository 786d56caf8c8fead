"""The dose: never above the level, monotone in weight, the same however the order is written and whoever calculates."""

import json
from decimal import Decimal, Inexact, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from prep_assistant.calculation import Plan, Preparation
from prep_assistant.documents import read_order
from tests.laws.orders import orders
from tests.unit.typed_orders import DRUG, a_dose, a_first_order, plan_of

GRADUATION, STRENGTH, BAG, DENSITY = Fraction(1, 10), 20, 250, Fraction(1026, 1000)
weights = st.integers(200_000, 3_000_000).map(lambda count: str(Decimal(count).scaleb(-4)))
levels = st.sampled_from(["3.6", "3", "2.4"])
random_orders = settings(max_examples=150, deadline=None)


def plan_json(order: dict[str, Any]) -> Plan:
    """Return the plan of an order of the contract."""
    return plan_of(read_order(json.dumps(order).encode()))


def prepare(weight: str, level: str) -> Preparation:
    """Return the figures of a first dose; a stopped plan fails the test."""
    preparation = plan_of(a_first_order(level, weight)).preparation
    assert preparation is not None
    return preparation


@given(weight=weights, level=levels)
def test_the_dose_prepared_is_never_above_level_by_weight_and_never_a_graduation_below(weight: str, level: str) -> None:
    made = prepare(weight, level)
    ceiling = Fraction(weight) * Fraction(level)
    prepared = Fraction(made.prepared.value.value)
    assert Fraction(made.calculated.value.value) == ceiling
    assert prepared <= ceiling < prepared + GRADUATION * STRENGTH
    assert Fraction(made.volume.value.value) == ceiling / STRENGTH // GRADUATION * GRADUATION
    assert prepared / Fraction(weight) <= Fraction("3.6")


@given(weight=weights, level=levels)
def test_every_other_figure_follows_from_the_volume(weight: str, level: str) -> None:
    made = prepare(weight, level)
    volume, prepared = Fraction(made.volume.value.value), Fraction(made.prepared.value.value)
    ceiling = Fraction(made.calculated.value.value)
    final = BAG + volume
    assert Fraction(made.final_volume.value.value) == final
    assert prepared == volume * STRENGTH
    assert Fraction(made.opened.value.value) - prepared == Fraction(made.unused.value.value) >= 0
    assert abs(Fraction(made.bag_concentration.value.value) - prepared / final) <= Fraction(1, 200)
    assert abs(Fraction(made.rate_ml_per_h.value) - final * 60 / 90) <= Fraction(1, 2)
    assert abs(Fraction(made.expected_mass_g.value) - volume * DENSITY) <= Fraction(1, 200)
    assert abs(Fraction(made.deviation_percent.value) - (prepared - ceiling) / ceiling * 100) <= Fraction(1, 200)
    assert made.deviation_percent.value <= 0


@given(one=weights, other=weights, level=levels)
def test_a_heavier_patient_never_gets_less(one: str, other: str, level: str) -> None:
    light, heavy = (prepare(weight, level) for weight in sorted((one, other), key=Decimal))
    assert light.calculated.value <= heavy.calculated.value
    assert light.prepared.value <= heavy.prepared.value
    assert light.opened.value <= heavy.opened.value + heavy.vials[0].strength


@given(weight=weights)
def test_a_lower_level_never_gives_more(weight: str) -> None:
    doses = [prepare(weight, level).prepared.value for level in ("2.4", "3", "3.6")]
    assert doses == sorted(doses)


@random_orders
@given(order=orders(), weight=weights, level=levels)
def test_a_plan_with_figures_is_never_above_the_label_whatever_else_is_ordered(
    order: dict[str, Any], weight: str, level: str
) -> None:
    believable: dict[str, object] = {
        "dose_mg_per_kg": level,
        "weight": {"kg": weight, "measured_on": "2026-11-20"},
        "dose_mg": None,
    }
    accepted = {"product": DRUG, "bag_fluid": None, "stock": None, "labs": None, "administer_at": None}
    first: dict[str, object] = {"prior_doses": [], "earlier_doses": None, "cycle": 1}
    made = plan_json(order | believable | accepted | first).preparation
    ordered = order.get("infusion_minutes") or 90
    assert (made is None) is (ordered < 90)
    if made is not None:
        assert Fraction(made.prepared.value.value) <= Fraction("3.6") * Fraction(weight)
        assert made.minutes.value == ordered


@random_orders
@given(order=orders())
def test_an_order_gives_the_same_plan_every_time(order: dict[str, Any]) -> None:
    assert plan_json(order) == plan_json(json.loads(json.dumps(order)))


@random_orders
@given(order=orders(), data=st.data())
def test_the_order_in_which_prior_doses_are_listed_decides_nothing(order: dict[str, Any], data: st.DataObject) -> None:
    assume(order["prior_doses"])
    shuffled = order | {"prior_doses": data.draw(st.permutations(order["prior_doses"]))}
    one, other = plan_json(order), plan_json(shuffled)
    assert [(it.code, it.severity) for it in one.findings] == [(it.code, it.severity) for it in other.findings]
    assert one.preparation == other.preparation


@pytest.mark.parametrize("levels", [("6", "8"), ("2.7", "2.6")])
def test_the_prior_dose_that_a_finding_names_does_not_depend_on_the_listing(levels: tuple[str, str]) -> None:
    doses = (a_dose(21, levels[0]), a_dose(42, levels[1]))
    assert plan_of(a_first_order(prior_doses=doses)) == plan_of(a_first_order(prior_doses=doses[::-1]))


@pytest.mark.parametrize("trapped", [False, True])
def test_the_plan_does_not_depend_on_the_decimal_context_of_the_thread(trapped: bool) -> None:  # noqa: FBT001 - the context
    expected = plan_of(a_first_order(weight="70.4"))
    with localcontext() as context:
        context.prec = 60 if trapped else 2
        context.traps[Inexact] = trapped
        assert plan_of(a_first_order(weight="70.4")) == expected


@random_orders
@given(order=orders())
def test_findings_and_status_do_not_depend_on_the_decimal_context_of_the_thread(order: dict[str, Any]) -> None:
    assume(plan_json(order).preparation is None)
    with localcontext() as context:
        context.prec = 2
        under_two_digits = plan_json(order)
    assert under_two_digits == plan_json(order)
