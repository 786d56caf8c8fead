"""The plan is written from its members; the model of the contract would write the same."""

import json
from typing import Any

import pytest

from prep_assistant.calculation import plan
from prep_assistant.documents import read_order, write_plan
from prep_assistant.documents.plan_document import plan_document
from prep_assistant.formulary import load_formulary
from tests.shared_cases import CASES

FORMULARY = load_formulary()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_plan_written_is_the_plan_that_the_model_of_the_contract_accepts_and_writes(case: dict[str, Any]) -> None:
    made = plan(read_order(json.dumps(case["order"]).encode()), FORMULARY.monograph, FORMULARY.policy)
    assert json.loads(write_plan(made)) == json.loads(plan_document(made).model_dump_json(by_alias=True))
