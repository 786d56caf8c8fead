"""Whatever a site's policy lawfully says, two engines say the same of any order, and the label is never loosened."""

import json
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order, write_plan
from prep_assistant.formulary import Formulary
from prep_assistant.second_engine import recompute
from tests.laws.orders import orders, steady_orders
from tests.laws.policies import GRADUATIONS, first_formulary, policies, second_figures
from tests.policies import BUILT_IN


def answer(order: dict[str, object], formulary: Formulary) -> dict[str, Any]:
    planned = plan(read_order(json.dumps(order).encode()), formulary.monograph, formulary.policy)
    return dict(json.loads(write_plan(planned)))


def essence(answered: dict[str, Any]) -> tuple[Any, ...]:
    found = [(finding["code"], finding["severity"]) for finding in answered["findings"]]
    return answered["status"], found, answered["preparation"]


@settings(max_examples=500, deadline=None)
@given(order=orders(), policy=policies())
def test_both_engines_agree_under_any_lawful_policy(order: dict[str, object], policy: dict[str, str]) -> None:
    recomputed: dict[str, Any] = recompute(order, second_figures(policy))
    assert essence(answer(order, first_formulary(policy))) == essence(recomputed)


@pytest.mark.parametrize("graduation", GRADUATIONS)
@settings(max_examples=100, deadline=None)
@given(order=steady_orders("US"))
def test_both_engines_agree_at_each_graduation(graduation: str, order: dict[str, object]) -> None:
    policy = {"dose.graduation": graduation}
    recomputed: dict[str, Any] = recompute(order, second_figures(policy))
    assert essence(answer(order, first_formulary(policy))) == essence(recomputed)


@settings(max_examples=150, deadline=None)
@given(order=orders(), policy=policies())
def test_no_policy_loosens_a_stop_of_the_label(order: dict[str, object], policy: dict[str, str]) -> None:
    labels = ("identity.", "bag.", "reaction.", "dose.", "cycle.", "infusion.", "use_by.", "toxicity.", "interval.too")

    def stops(formulary: Formulary) -> set[str]:
        found = answer(order, formulary)["findings"]
        return {it["code"] for it in found if it["severity"] == "stop" and it["code"].startswith(labels)}

    assert stops(BUILT_IN) <= stops(first_formulary(policy))


@settings(max_examples=150, deadline=None)
@given(order=steady_orders("US"), policy=policies())
def test_no_policy_makes_a_bag_last_longer_or_a_dose_larger(order: dict[str, object], policy: dict[str, str]) -> None:
    made = answer(order, first_formulary(policy))["preparation"]
    if made is None:
        return
    begun = datetime.fromisoformat(str(order["prepare_at"]))
    assert datetime.fromisoformat(made["use_by"]["bag"]) <= begun + timedelta(hours=24)
    assert Decimal(made["dose"]["prepared_mg"]) <= Decimal(made["dose"]["calculated_mg"])
