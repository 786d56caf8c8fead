"""Two engines that share no code and no idea say the same of any order."""

import json
from typing import Any

from hypothesis import given, settings

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order, write_plan
from prep_assistant.formulary import load_formulary
from prep_assistant.second_engine import recompute
from tests.laws.orders import orders

FORMULARY = load_formulary()


@settings(max_examples=1500, deadline=None)
@given(order=orders())
def test_both_engines_give_the_same_status_findings_and_figures(order: dict[str, object]) -> None:
    answered = json.loads(
        write_plan(plan(read_order(json.dumps(order).encode()), FORMULARY.monograph, FORMULARY.policy))
    )
    recomputed: dict[str, Any] = recompute(order)
    assert answered["status"] == recomputed["status"]
    assert [(found["code"], found["severity"]) for found in answered["findings"]] == [
        (found["code"], found["severity"]) for found in recomputed["findings"]
    ]
    assert answered["preparation"] == recomputed["preparation"]
